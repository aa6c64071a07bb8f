import { expect, test } from 'vitest';
import type { FeatureOf } from './client/types';
import { gather } from './item';

type Feature = FeatureOf<'sites'>;

/** What is read of a feature; the rest of the record is left out. */
const point = (id: number, x: number, y: number, more: Partial<Feature['properties']> = {}): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [x, y] },
  properties: { code: `C${id}`, name: null, owner: 'A', disclosure: 'ordinary', ...more } as Feature['properties'],
});

/** A site as the public is told of it: on a grid, without code, name and owner. */
const onGrid = (id: number, x: number, y: number, commune: string) => point(id, x, y, { code: null, owner: null, disclosure: null, commune });

test('what lies on a grid is one item at each of its points, which counts as many', () => {
  const items = gather('sites', [onGrid(1, 108, 12, 'Xã A'), onGrid(2, 108, 12, 'Xã B'), onGrid(3, 108.01, 12, 'Xã A'), onGrid(4, 108, 12, 'Xã A')]);
  expect(items.map(({ id, many, communes, coarse }) => ({ id, many, communes, coarse }))).toEqual([
    { id: 1, many: 3, communes: ['Xã A', 'Xã B'], coarse: true },
    { id: 3, many: 1, communes: ['Xã A'], coarse: true },
  ]);
});

test('exact records at one point stay apart, named or not', () => {
  const items = gather('sites', [point(1, 108, 12, { code: null } as never), point(2, 108, 12, { code: null } as never), onGrid(3, 108, 12, 'Xã A')]);
  expect(items.map(({ id, many }) => [id, many])).toEqual([[1, 1], [2, 1], [3, 1]]);
});

test('made-up records are known by their source', () => {
  const items = gather('sites', [point(1, 108, 12), point(2, 108, 12, { source: 'Dữ liệu mẫu' }), point(3, 108, 12, { source: 'Sở' })]);
  expect(items.map(({ sample }) => sample)).toEqual([false, true, false]);
});
