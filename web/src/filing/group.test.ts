import { describe, expect, test } from 'vitest';
import type { Finding, FindingGroup, Found } from './desk';
import { cellsOf, choose, draft, drafted, sortGroups } from './group';

const words = { vi: '', en: '' };
const finding = (more: Partial<Finding>): Finding => ({ no: 1, row: 2, rule: 'r', tier: 'validity', message: words, mend: words, ...more });
const group = (rule: string, tier: Finding['tier'], count: number, verified: number): FindingGroup => ({ rule, tier, count, verified, first: finding({ rule, tier }) });

test('groups stand by what they ask, in the order they came in', () => {
  const sorted = sortGroups([group('a', 'validity', 2, 0), group('b', 'quality', 3, 1), group('c', 'macro', 1, 1), group('d', 'syntax', 1, 0), group('e', 'quality', 1, 0)]);
  expect(Object.fromEntries(Object.entries(sorted).map(([kind, list]) => [kind, list.map((g) => g.rule)]))).toEqual({
    toMend: ['a', 'd'],
    toVerify: ['b', 'e'],
    isVerified: ['c'],
  });
});

describe('the cells that mend a finding', () => {
  const found: Found = {
    given: { code: 'Mã cột', height_m: 'Cao', geometry: 'Vĩ độ', owner: 'owner' },
    columns: [
      { index: 0, header: 'Mã cột', target: 'code' },
      { index: 1, header: 'Kinh độ', target: 'lon' },
      { index: 2, header: 'Vĩ độ', target: 'lat' },
      { index: 3, header: 'Cao', target: 'height_m' },
    ],
  };
  test.each<[string, Partial<Finding>, [string, string][]]>([
    ['its column', { column: 'Cao', field: 'height_m', value: 'x' }, [['Cao', 'x']]],
    ['the column of its field', { field: 'height_m' }, [['Cao', '']]],
    ['both columns of a position', { field: 'geometry', column: 'Vĩ độ', value: '106.5 21.25' }, [['Kinh độ', '106.5'], ['Vĩ độ', '21.25']]],
    ['both columns of a position that is not told', { field: 'geometry' }, [['Kinh độ', ''], ['Vĩ độ', '']]],
    ['one column of a position, when it is the one', { field: 'geometry', column: 'Vĩ độ', value: '21,x' }, [['Vĩ độ', '21,x']]],
    ['none for what is not in the file', { field: 'owner' }, []],
    ['none for the file as a whole', { row: 0, field: 'height_m' }, []],
  ])('are %s', (_, more, cells) => {
    expect(cellsOf(finding(more), found)).toEqual(cells.map(([column, value]) => ({ column, value })));
  });
});

test('a cell edited is noted once, and the note is taken back', () => {
  let drafts = draft(new Map(), 3, 'Cao', '7');
  drafts = draft(drafts, 3, 'Cao', '8');
  drafts = draft(drafts, 4, 'Cao', '6');
  expect([...drafts.values()]).toEqual([
    { row: 3, column: 'Cao', value: '8' },
    { row: 4, column: 'Cao', value: '6' },
  ]);
  expect(drafted(drafts, 3, 'Cao')).toBe('8');
  expect(drafted(draft(drafts, 3, 'Cao', null), 3, 'Cao')).toBeUndefined();
});

describe('choosing what a column is', () => {
  const columns = [
    { index: 0, header: 'A', target: 'code' },
    { index: 1, header: 'B' },
  ];
  test('gives the column its field, and takes it from what it was', () => {
    expect(choose({ missing: 'keep' }, columns, 'B', 'height_m')).toEqual({ missing: 'keep', columns: { height_m: 'B' } });
    expect(choose({ columns: { height_m: 'B' } }, columns, 'B', 'boxes')).toEqual({ columns: { boxes: 'B' } });
  });
  test('leaves a column unread by saying that its field has none', () => {
    expect(choose({}, columns, 'A', '')).toEqual({ columns: { code: '' } });
    expect(choose({ columns: { height_m: 'B' } }, columns, 'B', '')).toEqual({ columns: {} });
  });
});
