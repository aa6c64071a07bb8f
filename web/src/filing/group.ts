import type { Choices, Column, Finding, FindingGroup, Found } from './desk';
import type { Tier } from './text';

/** Says that a filing cannot be signed while a rule of the tier is broken. */
export const blocks = (tier: Tier) => tier === 'syntax' || tier === 'validity';

/** Groups of findings by what they ask: to be mended, to be mended or verified, and nothing any more. */
export function sortGroups(groups: readonly FindingGroup[]): Record<'toMend' | 'toVerify' | 'isVerified', FindingGroup[]> {
  const done = (g: FindingGroup) => !blocks(g.tier) && g.verified >= g.count;
  return {
    toMend: groups.filter((g) => blocks(g.tier)),
    toVerify: groups.filter((g) => !blocks(g.tier) && !done(g)),
    isVerified: groups.filter(done),
  };
}

/** The columns a position is read from. */
const placing = new Set(['lon', 'lat', 'x', 'y', 'coordinates', 'wkt']);

/** A cell of the file that mends a finding, and what it says as far as the finding tells. */
export interface Cell {
  column: string;
  value: string;
}

/** "109.1819 12.3835", as the rules write a position: longitude and latitude in degrees. */
const degrees = /^(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)$/;

/** The cells of the file that mend a finding; none for what no cell says. */
export function cellsOf(finding: Finding, found: Found): Cell[] {
  if (finding.row === 0) return [];
  const columns = found.columns ?? [];
  const value = finding.value ?? '';
  const at = degrees.exec(value);
  const known = columns.some((c) => c.header === finding.column);
  if (finding.field === 'geometry' && (at || !known)) {
    const says: Record<string, string | undefined> = { lon: at?.[1], lat: at?.[2] };
    return columns.filter((c) => c.target && placing.has(c.target)).map((c) => ({ column: c.header, value: says[c.target!] ?? '' }));
  }
  if (finding.column && known) return [{ column: finding.column, value }];
  const given = finding.field ? found.given?.[finding.field] : undefined;
  return columns.some((c) => c.header === given) ? [{ column: given!, value }] : [];
}

/** Cells edited in the page and not saved yet, by row and column. */
export type Drafts = ReadonlyMap<string, { row: number; column: string; value: string }>;

/** Notes what a cell is to say; null takes the note back. */
export function draft(drafts: Drafts, row: number, column: string, value: string | null): Drafts {
  const next = new Map(drafts);
  const key = `${row}\t${column}`;
  if (value === null) next.delete(key);
  else next.set(key, { row, column, value });
  return next;
}

/** What is noted of a cell, if anything is. */
export const drafted = (drafts: Drafts, row: number, column: string) => drafts.get(`${row}\t${column}`)?.value;

/** Has a column read as a target, or as nothing when target is "". */
export function choose(choices: Choices, columns: readonly Column[], header: string, target: string): Choices {
  const chosen: Record<string, string> = { ...(choices.columns ?? {}) };
  const before = columns.find((c) => c.header === header)?.target;
  for (const [other, of] of Object.entries(chosen)) if (of === header) delete chosen[other];
  if (target) chosen[target] = header;
  else if (before) chosen[before] = '';
  return { ...choices, columns: chosen };
}
