import type { Schemas } from '../../client/types';

export type Row = Schemas['PlanRow'];
export type Standing = Row['standing'];

/** The standings in the order they are counted: what is done first, what cannot be judged last. */
export const standings = ['met', 'on_track', 'behind', 'no_data', 'not_comparable'] as const satisfies readonly Standing[];

/** A shape for each, apart without colour: a tick in a disc, an arrow up, a triangle down, an empty ring, a crossed equals. */
const shapes: Readonly<Record<Standing, React.ReactNode>> = {
  met: (
    <>
      <circle cx={8} cy={8} r={7} fill="currentcolor" />
      <path d="m4.6 8.3 2.4 2.4 4.4-5" fill="none" stroke="var(--paper)" strokeWidth={1.9} />
    </>
  ),
  on_track: <path d="M8 1.5 14.5 9H10.4v5.5H5.6V9H1.5Z" fill="currentcolor" />,
  behind: <path d="M1 2.5h14L8 14.5Z" fill="currentcolor" />,
  no_data: <circle cx={8} cy={8} r={6} fill="none" stroke="currentcolor" strokeWidth={1.8} strokeDasharray="3 2.2" />,
  not_comparable: <path d="M2 5.5h12M2 10.5h12M11.5 1.5l-7 13" fill="none" stroke="currentcolor" strokeWidth={1.8} />,
};

/** How a target stands, by shape and colour; the word stands beside it. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <svg className={`standing-mark ${standing}`} viewBox="0 0 16 16" width={15} height={15} aria-hidden="true">
      {shapes[standing]}
    </svg>
  );
}

/** How a target stands: shape, colour and word. */
export function StandingChip({ standing, title }: { standing: Standing; title: string }) {
  return (
    <span className={`standing ${standing}`} data-standing={standing}>
      <StandingMark standing={standing} />
      {title}
    </span>
  );
}
