import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Refusal } from './desk';
import { useSay } from './say';

/** What was asked for: not here yet, here, or refused. */
export interface Asked<T> {
  value: T | undefined;
  refusal: Error | null;
  again: () => void;
}

/** Asks when the page opens and whenever the key changes; what was there stays until the answer comes. */
export function useAsked<T>(ask: () => Promise<T>, key: string): Asked<T> {
  const [answer, setAnswer] = useState<{ value: T | undefined; refusal: Error | null }>({ value: undefined, refusal: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => current && setAnswer({ value, refusal: null }),
      (refusal: Error) => current && setAnswer((was) => ({ value: was.value, refusal })),
    );
    return () => {
      current = false;
    };
    // ask is of the render that the key belongs to
  }, [key, round]);
  return { ...answer, again: useCallback(() => setRound((n) => n + 1), []) };
}

/** Says what was refused, each fault with what to do, and offers to ask again. */
export function Refused({ refusal, again }: { refusal: Error; again?: () => void }) {
  const say = useSay();
  const faults = refusal instanceof Refusal ? refusal.faults : [];
  return (
    <div className="message problem" role="alert">
      <p>{refusal.message}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map((f, i) => (
            <li key={i}>
              {say.of(f.message)} {say.of(f.mend)}
            </li>
          ))}
        </ul>
      )}
      {again && <Button onPress={again}>{say.t(refusal instanceof Refusal && refusal.stale ? 'reload' : 'retry')}</Button>}
    </div>
  );
}

/** Says that something is on its way. */
export function Loading() {
  return (
    <p className="loading" role="status">
      {useSay().t('loading')}
    </p>
  );
}
