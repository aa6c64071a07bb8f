import { expect, test } from 'vitest';
import { addressOf, pageOf, placeOf, questionOf, type Place } from './place';

test.each<[string, Place]>([
  ['/numbers', { page: 'home' }],
  ['/numbers/', { page: 'home' }],
  ['/numbers/indicators', { page: 'indicators' }],
  ['/numbers/indicators/R_BTS_STOCK', { page: 'indicator', code: 'R_BTS_STOCK' }],
  ['/numbers/indicators/R-BTS', { page: 'nowhere' }],
  ['/numbers/plans/hd-2023', { page: 'board', code: 'hd-2023' }],
  ['/numbers/plans', { page: 'nowhere' }],
  ['/numbers/compare', { page: 'compare' }],
  ['/numbers/published', { page: 'published' }],
  ['/numbers/published/7', { page: 'publication', id: 7 }],
  ['/numbers/published/07', { page: 'nowhere' }],
  ['/numbers/reports', { page: 'reports' }],
  ['/numbers/data', { page: 'data' }],
  ['/numbers/data/more', { page: 'nowhere' }],
  ['/numbers/plans/hd-2023/board', { page: 'nowhere' }],
  ['/else', { page: 'nowhere' }],
])('%s is a place', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});

test('an address asks only what is said', () => {
  expect(addressOf('/numbers/plans/hd-2023', { as_of: '2023-06-30', unit: '' })).toBe('/numbers/plans/hd-2023?as_of=2023-06-30');
  expect(addressOf('/numbers')).toBe('/numbers');
});

test('a permalink of the API has its page', () => {
  expect(pageOf('/api/v1/indicators/R_POLE?as_of=2023-06-30')).toBe('/numbers/indicators/R_POLE?as_of=2023-06-30');
});

test('what only the page asks is no question to the register', () => {
  expect(questionOf({ as_of: '2023-06-30', by: 'owner', months: '36', version: '2' })).toEqual({ as_of: '2023-06-30', version: '2' });
});
