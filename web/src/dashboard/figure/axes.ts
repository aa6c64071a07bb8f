import type { ScaleOptions } from '@observablehq/plot';
import type { Unit, Words } from '../words';

/** Days along a chart, as months: 06/2023. */
export function monthAxis(width: number): ScaleOptions {
  const two = (n: number) => String(n).padStart(2, '0');
  return { type: 'utc', label: null, ticks: Math.max(2, Math.floor(width / 110)), tickFormat: (d: Date) => `${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}` };
}

/** Values up a chart, with their unit over the axis. */
export function valueAxis(words: Words, unit: Unit): ScaleOptions {
  return { label: words.unit(unit), labelArrow: 'none', grid: true, nice: true, ticks: 5, tickFormat: (n: number) => words.number(n) } as ScaleOptions;
}
