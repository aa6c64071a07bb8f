import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from './desk';

/** A list that is read page by page. */
export interface Pages<T> {
  /** What is here so far; undefined before the first page. */
  items: readonly T[] | undefined;
  refusal: Error | null;
  /** Reads the next page; null when there is none. */
  more: (() => void) | null;
  /** Reads the list again from its start. */
  again: () => void;
}

/** Reads a list from its start whenever the key changes; what was there stays until the answer comes. */
export function usePages<T>(read: (cursor: number | null) => Promise<Page<T>>, key: string): Pages<T> {
  const [list, setList] = useState<{ items: readonly T[] | undefined; next: number | null; refusal: Error | null }>({ items: undefined, next: null, refusal: null });
  const [round, setRound] = useState(0);
  const current = useRef('');
  const turn = `${key}#${round}`;
  const load = (before: readonly T[], cursor: number | null) =>
    read(cursor).then(
      ({ items, next }) => current.current === turn && setList({ items: [...before, ...items], next, refusal: null }),
      (refusal: Error) => current.current === turn && setList((was) => ({ ...was, refusal })),
    );
  useEffect(() => {
    current.current = turn;
    void load([], null);
    // read is of the render that the key belongs to
  }, [turn]);
  return {
    items: list.items,
    refusal: list.refusal,
    more: list.next === null ? null : () => void load(list.items ?? [], list.next),
    again: useCallback(() => setRound((n) => n + 1), []),
  };
}
