import { expect, test } from 'vitest';
import { isDay, readDay, today } from './day';

test.each([
  ['01/07/2025', '2025-07-01'],
  ['1/7/2025', '2025-07-01'],
  [' 01-07-2025 ', '2025-07-01'],
  ['1.7.2025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  ['29/02/2024', '2024-02-29'],
])('%s is a day', (text, day) => expect(readDay(text)).toBe(day));

test.each(['', 'mai', '31/02/2025', '29/02/2025', '07/2025', '13/13/2025', '01/07/25', '31/12/1989', '01/01/2101', '2025-7-1'])(
  '%s is no day',
  (text) => expect(readDay(text)).toBeNull(),
);

test('a day is in the years the page asks about', () => {
  expect(isDay('1990-01-01')).toBe(true);
  expect(isDay('2100-12-31')).toBe(true);
  expect(isDay('1989-12-31')).toBe(false);
});

test('today is the civil date where the reader is', () => {
  expect(today(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
});
