/** How several lines are told apart where there is no colour: by dashes and by the shape of their points. */
export const lineLooks = [
  { dash: '', symbol: 'circle', colour: 'var(--line-1)' },
  { dash: '7 3', symbol: 'square', colour: 'var(--line-2)' },
  { dash: '2 3', symbol: 'triangle', colour: 'var(--line-3)' },
  { dash: '10 3 2 3', symbol: 'diamond', colour: 'var(--line-4)' },
  { dash: '4 2', symbol: 'star', colour: 'var(--line-5)' },
  { dash: '12 4', symbol: 'cross', colour: 'var(--line-6)' },
] as const;

/** The steps of a map's colours from little to much, by day and by night: ever darker, or brighter, so that grey tells them apart too. */
export const ramps = {
  day: ['#e4eff4', '#b3d3e2', '#78afca', '#3d83a6', '#0b4f6c'],
  night: ['#1d3a49', '#285a73', '#3a7f9f', '#67aecb', '#b5e3f5'],
} as const;

/** The ends of equal classes of values, lowest first; one class when all are the same. */
export function classesOf(values: readonly number[], steps = ramps.day.length): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0 || low === high) return [];
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough)!;
  const start = Math.floor(low / step) * step;
  const ends: number[] = [];
  for (let i = 1; i < steps && start + i * step < high; i++) ends.push(Number((start + i * step).toPrecision(12)));
  return ends;
}

/** Which class a value is of: 0 for the lowest. */
export const classOf = (value: number, ends: readonly number[]) => ends.filter((end) => value >= end).length;
