import { useMemo } from 'react';
import { stay, useAddress } from '../filing/place';
import { today } from '../day';

/** Which of the pages an address names. */
export type Place =
  | { page: 'home' | 'indicators' | 'compare' | 'published' | 'reports' | 'data' | 'load' | 'dii' | 'nowhere' }
  | { page: 'board' | 'indicator'; code: string }
  | { page: 'publication'; id: number };

/** What an address asks after its question mark. */
export type Query = Readonly<Record<string, string>>;

/** Reads the path of an address. */
export function placeOf(path: string): Place {
  const [root, first, second, ...more] = path.replace(/^\/|\/$/g, '').split('/');
  if (root !== 'numbers' || more.length > 0) return { page: 'nowhere' };
  if (first === undefined) return { page: 'home' };
  if (second === undefined) {
    const page = (['indicators', 'compare', 'published', 'reports', 'data', 'load', 'dii'] as const).find((name) => name === first);
    return { page: page ?? 'nowhere' };
  }
  if (first === 'plans' && /^[\w-]+$/.test(second)) return { page: 'board', code: second };
  if (first === 'indicators' && /^\w+$/.test(second)) return { page: 'indicator', code: second };
  if (first === 'published' && /^[1-9]\d{0,15}$/.test(second)) return { page: 'publication', id: Number(second) };
  return { page: 'nowhere' };
}

/** The address of a page with a question; what is empty is not asked. */
export function addressOf(path: string, query: Query = {}): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return asked.size > 0 ? `${path}?${asked}` : path;
}

/** The page of these that shows what a path of the API answers: /api/v1/indicators/R_POLE → /numbers/indicators/R_POLE. */
export const pageOf = (permalink: string) => permalink.replace(/^\/api\/v1\//, '/numbers/');

/** The place the reader is at. */
export function usePlace(): Place {
  const path = useAddress(() => location.pathname);
  return useMemo(() => placeOf(path), [path]);
}

/** What the address asks, and what changes parts of it; a part that is empty is dropped. */
export function useQuery(): [Query, (change: Query) => void] {
  const search = useAddress(() => location.search);
  return useMemo(() => {
    const query = Object.fromEntries(new URLSearchParams(search));
    return [query, (change: Query) => stay(addressOf(location.pathname, { ...query, ...change }))];
  }, [search]);
}

/** What is asked of an indicator; the names are those of the API. */
const asked = ['as_of', 'unit', 'boundary', 'version', 'layer', 'owner', 'operator', 'technology', 'since'] as const;

/** The part of a query that questions about an indicator share. */
export function questionOf(query: Query): Query {
  return Object.fromEntries(asked.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/** The day an address asks about: today without. */
export const dayOf = (query: Query) => query['as_of'] ?? today();
