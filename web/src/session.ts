import type { Catalog } from './catalog';
import type { Answer } from './client/types';
import type { Writer } from './format';
import { roles } from './text';

/** Who is asking, as the register knows them. */
export type Session = Answer<'/api/v1/session'>;

/**
 * How much of the register a reader is shown: all, exact positions of some of it
 * only, or what is public; null before it is known.
 */
export type Reach = 'all' | 'some' | 'public' | null;

/**
 * Decides how much a reader is shown. Nobody signed in may be the public, or sit
 * at the machine itself, where reading is open: only the records tell.
 */
export function reachOf(session: Session | null, coarse: boolean | null): Reach {
  if (!session) return null;
  if (session.signed_in) return coarse ? 'some' : 'all';
  return coarse === null ? null : coarse ? 'public' : 'all';
}

/** What somebody signed in is to the register, and for whom: "Cán bộ địa bàn · Xã An Định". */
export function standing(session: Session, catalog: Catalog, writer: Writer): string {
  const held = session.roles.filter((role) => role !== 'anonymous').map((role) => writer.of(roles[role]));
  const bound = session.organization ? [catalog.organization(session.organization)] : session.units.map((unit) => unit.name);
  return [held.join(', '), bound.join(', ')].filter(Boolean).join(' · ');
}
