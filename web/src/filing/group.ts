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

/** The columns of the file whose cell mends a finding; none for what no cell says. */
export function cellsOf(finding: Finding, found: Found): string[] {
  if (finding.row === 0) return [];
  const headers = new Set((found.columns ?? []).map((c) => c.header));
  if (finding.column && headers.has(finding.column)) return [finding.column];
  if (finding.field === 'geometry') return (found.columns ?? []).filter((c) => c.target && placing.has(c.target)).map((c) => c.header);
  const given = finding.field ? found.given?.[finding.field] : undefined;
  return given && headers.has(given) ? [given] : [];
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
