import { useEffect, useState } from 'react';
import type { Schemas } from '../client/types';
import { after, paged, type Desk, type Page } from './desk';

export type Told = Schemas['Notice'];

/** How many unread notices are counted; what is more is said as more. */
export const mostCounted = 99;

const readOne = 'hatangso:notice-read';

/** Reads the reader's notices, the newest first. */
export async function readNotices(desk: Desk, cursor: number | null): Promise<Page<Told>> {
  return paged((await desk.client.GET('/api/v1/notices', { params: { query: { ...after(cursor), limit: 50 } as never } })).data);
}

/** Marks notices as read, one after the other. */
export async function markRead(desk: Desk, notices: readonly Told[]): Promise<void> {
  try {
    for (const { id } of notices) await desk.client.POST('/api/v1/notices/{id}/read', { params: { path: { id } } });
  } finally {
    window.dispatchEvent(new Event(readOne));
  }
}

/** The number of notices the reader has not read; null before it is known. Counted again at every place, and when one is read. */
export function useUnread(desk: Desk, place: string): number | null {
  const [unread, setUnread] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    const count = () =>
      desk.client.GET('/api/v1/notices', { params: { query: { unread: true, limit: mostCounted + 1 } } }).then(
        ({ data }) => current && setUnread(data!.items.length),
        () => {}, // the pages say what is wrong; a count that is not there is not missed
      );
    void count();
    window.addEventListener(readOne, count);
    return () => {
      current = false;
      window.removeEventListener(readOne, count);
    };
  }, [desk, place]);
  return unread;
}

/** 7 → 7, 120 → 99+. */
export const countOf = (unread: number) => (unread > mostCounted ? `${mostCounted}+` : String(unread));
