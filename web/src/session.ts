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
export type Reach = Session['sees'] | null;

/** What somebody signed in is to the register, and for whom: "Cán bộ địa bàn · Xã An Định". */
export function standing(session: Session, catalog: Catalog, writer: Writer): string {
  const held = session.roles.filter((role) => role !== 'anonymous').map((role) => writer.of(roles[role]));
  const bound = session.organization ? [catalog.organization(session.organization)] : session.units.map((unit) => unit.name);
  return [held.join(', '), bound.join(', ')].filter(Boolean).join(' · ');
}
