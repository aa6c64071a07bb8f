import { expect, test } from 'vitest';
import { Pace } from './pace';

const frames = (pace: Pace, n: number, ms: number) => {
  for (let i = 0; i < n; i++) pace.note(ms);
  return pace.part;
};

test('a map that is drawn quickly keeps all its pixels', () => {
  const pace = new Pace();
  expect(frames(pace, 100, 17)).toBe(1);
  // one frame that took long was kept by something else
  expect(frames(pace, 3, 17)).toBe(1);
  pace.note(900);
  expect(pace.part).toBe(1);
});

test('a map that is drawn slowly is drawn with fewer, down to a third', () => {
  const pace = new Pace();
  expect(frames(pace, 3, 50)).toBe(1);
  expect(frames(pace, 1, 50)).toBe(1 / 2);
  expect(frames(pace, 12, 25)).toBe(1 / 2);
  expect(frames(pace, 4, 50)).toBe(1 / 3);
  expect(frames(pace, 60, 50)).toBe(1 / 3);
  expect(frames(new Pace(), 4, 150)).toBe(1 / 3);
});

test('it is tried again with more where frames have become quick, once the map has rested', () => {
  const pace = new Pace();
  frames(pace, 4, 50);
  expect(frames(pace, 30, 16)).toBe(1 / 2);
  pace.rest();
  expect(pace.part).toBe(1);
  frames(pace, 4, 50);
  pace.rest();
  expect(pace.part).toBe(1 / 2);
});
