import { useCallback, useEffect, useRef, useState } from 'react';
import { Refusal, type Desk, type Filing } from './desk';
import type { State } from './text';

/** The states in which the register works on a filing by itself. */
export const moving: ReadonlySet<State> = new Set(['queued', 'checking', 'applying']);

/** A filing that is looked at, and what is done to it. */
export interface Held {
  filing: Filing | null;
  refusal: Error | null;
  /** Whether a change is on its way. */
  busy: boolean;
  /** Does something to the filing as it was last seen; says whether it went well. */
  change: (act: (f: Filing) => Promise<Filing>) => Promise<boolean>;
  /** Takes over the filing as somebody else has got it. */
  take: (f: Filing) => void;
  again: () => void;
}

/** Holds a filing, and watches it while the register works on it. */
export function useFiling(desk: Desk, id: number): Held {
  const [filing, setFiling] = useState<Filing | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const now = useRef(filing);
  now.current = filing;

  const again = useCallback(() => {
    desk.filing(id).then(
      (f) => {
        setFiling(f);
        setRefusal(null);
      },
      (error: Error) => setRefusal(error),
    );
  }, [desk, id]);
  useEffect(again, [again]);

  const state = filing?.state;
  const watched = state !== undefined && moving.has(state);
  useEffect(() => {
    if (!watched) return;
    const events = new EventSource(`/api/v1/filings/${id}/events`);
    events.onmessage = (event: MessageEvent<string>) => {
      const f = JSON.parse(event.data) as Filing;
      if (!moving.has(f.state)) events.close();
      setFiling(f);
    };
    // a browser tries again by itself; meanwhile the filing may have come to rest
    events.onerror = () => again();
    return () => events.close();
  }, [id, watched, again]);

  const change = useCallback(async (act: (f: Filing) => Promise<Filing>) => {
    if (!now.current) return false;
    setBusy(true);
    setRefusal(null);
    try {
      setFiling(await act(now.current));
      return true;
    } catch (error) {
      setRefusal(error instanceof Error ? error : new Refusal(String(error)));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);

  return { filing, refusal, busy, change, take: setFiling, again };
}
