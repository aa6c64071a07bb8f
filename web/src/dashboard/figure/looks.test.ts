import { expect, test } from 'vitest';
import { classesOf, classOf, lineLooks, ramps } from './looks';

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

test('a map is read in grey: every step differs from the next in lightness', () => {
  for (const ramp of Object.values(ramps)) {
    const light = ramp.map(luminance);
    const rising = light[0]! < light.at(-1)!;
    for (let i = 1; i < light.length; i++) {
      const [a, b] = rising ? [light[i]!, light[i - 1]!] : [light[i - 1]!, light[i]!];
      expect((a + 0.05) / (b + 0.05)).toBeGreaterThan(1.25);
    }
  }
});

test('lines are told apart without colour', () => {
  expect(new Set(lineLooks.map(({ dash }) => dash)).size).toBe(lineLooks.length);
  expect(new Set(lineLooks.map(({ symbol }) => symbol)).size).toBe(lineLooks.length);
});

test.each([
  [[0, 100], [20, 40, 60, 80]],
  [[12, 47], [20, 30, 40]],
  [[33.3, 33.9], [33.4, 33.6, 33.8]],
  [[50, 50], []],
  [[], []],
])('values of %j have the ends %j', (values, ends) => {
  expect(classesOf(values)).toEqual(ends);
});

test('a value at an end is of the class above', () => {
  const ends = [20, 40, 60, 80];
  expect([0, 19.9, 20, 79, 80, 100].map((v) => classOf(v, ends))).toEqual([0, 0, 1, 3, 4, 4]);
});
