import type { Row } from './standings';

/** Where the parts of a bullet bar lie, from 0 to 1 of its width. */
export interface Bullet {
  value: number | null;
  target: number | null;
  expected: number | null;
  /** The value the whole width stands for, in the indicator's unit. */
  whole: number;
}

/** The next round number from above: 1, 2, 2.5, 5 or 10 of a power of ten. */
function roundUp(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((round) => round >= n * (1 - 1e-9))!;
}

/** Lays out a value against its target: a share against 100 %, anything else against a round number over both. */
export function bulletOf({ value, expected, unit, target }: Pick<Row, 'value' | 'expected' | 'unit'> & { target: Pick<Row['target'], 'value'> }): Bullet {
  const most = Math.max(value ?? 0, target.value ?? 0, expected ?? 0);
  const whole = unit === 'percent' && most <= 100 ? 100 : most > 0 ? roundUp(most * 1.05) : 1;
  const part = (n: number | null) => (n === null ? null : Math.min(Math.max(n / whole, 0), 1));
  return { value: part(value), target: part(target.value), expected: part(expected), whole };
}
