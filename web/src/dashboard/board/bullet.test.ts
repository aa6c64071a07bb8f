import { expect, test } from 'vitest';
import { bulletOf } from './bullet';

test('a share lies on 0 to 100 %', () => {
  expect(bulletOf({ unit: 'percent', value: 25, expected: 40, target: { value: 80 } })).toEqual({ value: 0.25, target: 0.8, expected: 0.4, whole: 100 });
});

test.each([
  ['per_100', 60, 85, 100],
  ['mbps', 72, 70, 100],
  ['count', 2877, 3000, 5000],
  ['per_100', 120, 100, 200],
] as const)('%s of %d against %d lies on 0 to %d', (unit, value, target, whole) => {
  expect(bulletOf({ unit, value, expected: null, target: { value: target } }).whole).toBe(whole);
});

test('without a value there is no bar, and without a target no mark', () => {
  expect(bulletOf({ unit: 'percent', value: null, expected: null, target: { value: 30 } })).toMatchObject({ value: null, target: 0.3, expected: null });
  expect(bulletOf({ unit: 'count', value: 0, expected: null, target: { value: null } })).toEqual({ value: 0, target: null, expected: null, whole: 1 });
});
