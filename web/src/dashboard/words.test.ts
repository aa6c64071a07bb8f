import { expect, test } from 'vitest';
import { Words } from './words';

const [vi, en] = [new Words('vi'), new Words('en')];

test('numbers have a decimal comma in Vietnamese', () => {
  expect(vi.number(41.176)).toBe('41,18');
  expect(vi.number(12345.5)).toBe('12.345,5');
  expect(en.number(12345.5)).toBe('12,345.5');
});

test('a value is written in its unit, and per 100 inhabitants is no per cent', () => {
  expect(vi.value(85, 'per_100')).toBe('85 trên 100 dân');
  expect(vi.value(41.176, 'percent')).toBe('41,18%');
  expect(en.value(70, 'mbps')).toBe('70 Mb/s');
});

test('no value is never 0', () => {
  expect(vi.value(null, 'percent')).toBe('Chưa có số liệu');
  expect(vi.value(0, 'percent')).toBe('0%');
  expect(vi.number(null)).toBe('–');
});

test('a change has its sign, with a true minus', () => {
  expect(vi.change(1.25, 'percent')).toBe('+1,25 điểm %');
  expect(en.change(-3, 'count')).toBe('−3');
});
