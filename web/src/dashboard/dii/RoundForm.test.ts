import { expect, test } from 'vitest';
import { readNumber } from './RoundForm';

test('a number is read as its reader writes it, and nothing else is', () => {
  for (const [text, vi, en] of [
    ['84', 84, 84],
    [' 84,6 ', 84.6, null],
    ['84.6', null, 84.6],
    ['1.234', 1234, 1.234],
    ['1.234,5', 1234.5, null],
    ['1,234.5', null, 1234.5],
    ['', null, null],
    ['-1', null, null],
    ['84%', null, null],
    ['12.34,5', null, null],
  ] as const) {
    expect([text, readNumber(text, 'vi'), readNumber(text, 'en')]).toEqual([text, vi, en]);
  }
});
