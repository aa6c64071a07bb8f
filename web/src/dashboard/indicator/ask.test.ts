import { expect, test } from 'vitest';
import { monthsBefore, parameterOf, splitsOf, type Result } from './ask';

const definition = (family: string, parameters: object) => ({ definition: { family, parameters } as unknown as Result['definition'] });

test.each([
  ['2026-11-22', 12, '2025-12-01'],
  ['2026-11-22', 36, '2023-12-01'],
  ['2023-01-31', 1, '2023-01-01'],
])('to %s %d months begin on %s', (day, months, first) => {
  expect(monthsBefore(day, months)).toBe(first);
});

test('a value is asked by the parameters it turns on', () => {
  expect(parameterOf(definition('sharing', { asset: 'site', measure: 'count' }))).toBe('merge_distance');
  expect(parameterOf(definition('sharing', { asset: 'site', measure: 'tenants' }))).toBeNull();
  expect(parameterOf(definition('sharing', { asset: 'duct', measure: 'count' }))).toBeNull();
  expect(parameterOf(definition('coverage', { service: 'mobile' }))).toBe('technology');
  expect(parameterOf(definition('coverage', { service: 'fibre' }))).toBeNull();
});

test('what nobody owns is not given by owner', () => {
  expect(splitsOf(definition('coverage', {}))).not.toContain('owner');
  expect(splitsOf(definition('masts', {}))).toContain('owner');
  expect(splitsOf(definition('sharing', {}))).toContain('tenant');
});
