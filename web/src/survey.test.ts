import { expect, test } from 'vitest';
import { withheldKey } from './colouring';
import type { Box } from './geometry';
import { count, type TileFeature } from './survey';

const box: Box = [107, 11, 109, 13];
const at = (x: number, y: number, properties: Record<string, unknown>, id?: number): TileFeature => ({ id, geometry: { type: 'Point', coordinates: [x, y] }, properties });

test('a record that several tiles have is counted once, and only in view', () => {
  const features = [at(108, 12, { owner: 'A' }, 1), at(108.00001, 12, { owner: 'A' }, 1), at(108, 12, { owner: 'B' }, 2), at(110, 12, { owner: 'A' }, 3)];
  const { records, values, told } = count(features, 'sites', box, 'owner');
  expect(records).toBe(2);
  expect([...values]).toEqual([['A', 1], ['B', 1]]);
  expect(told.get(2)).toEqual({ owner: 'B' });
});

test('a cluster counts its records, by what each is as far as that is told', () => {
  const features = [
    at(108, 12, { cluster: true, count: 5, theirs: '{"A":3,"":1,"?":1}' }),
    at(108.00001, 12, { cluster: true, count: 5, theirs: '{"A":3,"":1,"?":1}' }), // from the next tile
    at(108.01, 12, { cluster: true, count: 2 }),
  ];
  const { records, values, told } = count(features, 'sites', box, 'owner');
  expect(records).toBe(7);
  expect([...values].sort()).toEqual([['', 1], [withheldKey, 3], ['A', 3]]);
  expect(told.size).toBe(0);
});

test('villages are counted by how they stand', () => {
  const features = [at(108, 12, { cluster: true, count: 4, covered: 2, dented: 1, white: 0, unknown: 1 }), at(108.2, 12, { coverage: 'white' }, 1), at(108.3, 12, {}, 2)];
  const { records, values } = count(features, 'villages', box, 'owner');
  expect(records).toBe(6);
  expect([...values]).toEqual([['covered', 2], ['dented', 1], ['white', 1], ['unknown', 2]]);
});

test('a route is in view where it has a point', () => {
  const route = (coordinates: [number, number][], id: number): TileFeature => ({ id, geometry: { type: 'LineString', coordinates }, properties: {} });
  expect(count([route([[106, 12], [110, 12]], 1), route([[106, 10], [106, 14], [110, 14]], 2)], 'ducts', box, 'owner').records).toBe(1);
});
