import { useSyncExternalStore } from 'react';

/** The steps of a filing, in their order; the names are those in addresses. */
export const steps = ['columns', 'preview', 'findings', 'sign', 'outcome'] as const;
export type Step = (typeof steps)[number];

/** Which of the pages an address names. */
export type Place =
  | { page: 'list' | 'new' | 'tenancies' | 'duties' | 'notices' | 'rules' | 'nowhere' }
  | { page: 'filing'; id: number; step: Step | null };

/** Reads the path of an address. */
export function placeOf(path: string): Place {
  const [root, first, second, ...more] = path.replace(/^\/|\/$/g, '').split('/');
  if (root !== 'filings' || more.length > 0) return { page: 'nowhere' };
  if (first === undefined) return { page: 'list' };
  if (/^[1-9]\d{0,15}$/.test(first)) {
    const step = steps.find((s) => s === second) ?? null;
    return second === undefined || step ? { page: 'filing', id: Number(first), step } : { page: 'nowhere' };
  }
  const page = (['new', 'tenancies', 'duties', 'notices', 'rules'] as const).find((name) => name === first);
  if (second === undefined && page) return { page };
  return { page: 'nowhere' };
}

const moved = 'hatangso:moved';

function watch(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(moved, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(moved, changed);
  };
}

/** A part of the address the reader is at, followed as it changes. */
export const useAddress = (read: () => string) => useSyncExternalStore(watch, read);

/** The place the reader is at. */
export const usePlace = () => placeOf(useAddress(() => location.pathname));

/** Goes to another of these pages. */
export function go(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

/** Says in the address what the page now shows, and stays where the reader is on it. */
export function stay(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event(moved));
}
