import type { ReactNode } from 'react';
import { useSay } from './say';
import { states, type State } from './text';

/** How a state looks: under way, in need of the filer, or done. */
const looks: Readonly<Record<State, 'moving' | 'bad' | 'warn' | 'good' | 'calm'>> = {
  uploading: 'moving', queued: 'moving', checking: 'moving', applying: 'moving',
  unread: 'bad', blocked: 'bad', returned: 'bad',
  to_verify: 'warn', partly: 'warn',
  ready: 'good', accepted: 'good',
  signed: 'calm', withdrawn: 'calm',
};

/** A word on a coloured ground. The word alone says it; the colour helps to find it. */
export function Chip({ look, children }: { look: string; children: ReactNode }) {
  return <span className={`chip ${look}`}>{children}</span>;
}

export function StateChip({ state }: { state: State }) {
  const say = useSay();
  return <Chip look={looks[state]}>{say.of(states[state].name)}</Chip>;
}
