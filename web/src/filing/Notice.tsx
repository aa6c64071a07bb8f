import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSay } from './say';

/** What has just been done, and the way back where there is one. */
export interface Told {
  text: string;
  undo?: (() => void) | undefined;
}

/** How long a message stays that asks for nothing, in milliseconds. */
const lastsMS = 8000;

const NoticeContext = createContext<(told: Told) => void>(() => {});

/** Gives what tells the reader that something was done. */
export const useTell = () => useContext(NoticeContext);

/** Holds the place over the page where what was done is told, also to screen readers. */
export function Notices({ children }: { children: ReactNode }) {
  const say = useSay();
  const [told, setTold] = useState<Told | null>(null);
  const close = useCallback(() => setTold(null), []);
  useEffect(() => {
    if (!told || told.undo) return; // what can be undone stays until it is, or put away
    const passing = setTimeout(close, lastsMS);
    return () => clearTimeout(passing);
  }, [told, close]);
  return (
    <NoticeContext value={setTold}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {told && (
          <div className="toast">
            <span>{told.text}</span>
            {told.undo && (
              <Button
                onPress={() => {
                  close();
                  told.undo!();
                }}
              >
                {say.t('undo')}
              </Button>
            )}
            <Button className="close" aria-label={say.t('dismiss')} onPress={close}>
              ×
            </Button>
          </div>
        )}
      </div>
    </NoticeContext>
  );
}
