import { expect, test } from 'vitest';
import { Catalog } from './catalog';
import { Writer } from './format';
import { subtitleOf, titleOf } from './naming';
import type { Item } from './item';

const item = (more: Partial<Item>): Item => ({
  layer: 'sites',
  id: 338,
  name: '',
  coarse: false,
  many: 1,
  communes: ['Xã An Định'],
  owner: '',
  properties: {},
  sample: false,
  geometry: { type: 'Point', coordinates: [109, 12] },
  box: [109, 12, 109, 12],
  ...more,
});
const told = (more: Partial<Item>, language: 'vi' | 'en' = 'vi') => {
  const writer = new Writer(language);
  return [titleOf(item(more), writer), subtitleOf(item(more), Catalog.empty, writer)];
};

test('what has a name is called by it', () => {
  expect(told({ name: 'An Định 1', owner: 'SAOMAI' })).toEqual(['An Định 1', 'Vị trí trạm BTS · SAOMAI']);
});

test('what has none is called by what it is and where, never by its number alone', () => {
  expect(told({})).toEqual(['Vị trí trạm BTS · Xã An Định', 'Số hiệu 338']);
  expect(told({ communes: [], layer: 'cables', owner: 'SAOMAI' }, 'en')).toEqual(['Cable route', 'Record 338 · SAOMAI']);
});

test('several at one point are counted', () => {
  expect(told({ many: 1200, coarse: true, communes: ['Xã An Định', 'Xã Đại An'] })).toEqual(['Vị trí trạm BTS · Xã An Định, Xã Đại An', '1.200 tại cùng một điểm']);
});
