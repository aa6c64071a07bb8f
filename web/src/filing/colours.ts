import type { RowClass } from './text';

/** What accepting a row would do, on the map; styles/table.css has the chips in the same colours. */
export const classColours: Readonly<Record<RowClass, string>> = { new: '#00806a', changed: '#b35900', same: '#6a737b', refused: '#b3261e' };

/** Where a fix finds a point, and where it puts it. */
export const moveColours = { old: '#b3261e', new: '#0b62b0' } as const;
