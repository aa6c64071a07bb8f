import { describe, expect, test } from 'vitest';
import { fill, Writer } from './format';

const vi = new Writer('vi');
const en = new Writer('en');

describe('numbers', () => {
  test('are grouped and pointed as each language does', () => {
    expect(vi.count(1012345)).toBe('1.012.345');
    expect(en.count(1012345)).toBe('1,012,345');
    expect(vi.measure(8.5, 'm')).toBe('8,5 m');
    expect(en.measure(1234.567, 'km²')).toBe('1,234.57 km²');
    expect(vi.measure(7)).toBe('7');
  });

  test('a ratio is in percent with one decimal', () => {
    expect(vi.percent(15.838)).toBe('15,8%');
    expect(en.percent(100)).toBe('100.0%');
    expect(vi.percent(0)).toBe('0,0%');
  });

  test('no ratio is no data, not nought', () => {
    expect(vi.percent(null)).toBe('chưa có dữ liệu');
    expect(en.percent(undefined)).toBe('no data yet');
  });
});

test('days are written day first', () => {
  expect(vi.date('2025-07-01')).toBe('01/07/2025');
  expect(en.date('2025-07-01')).toBe('01/07/2025');
  expect(vi.date('soon')).toBe('soon');
});

test('values are put into texts', () => {
  expect(fill('{part} / {whole}', { part: '1', whole: '2' })).toBe('1 / 2');
  expect(fill('{part} / {whole}', { part: '1' })).toBe('1 / {whole}');
  expect(vi.text('ofSites', { part: '220', whole: '1.389' })).toBe('220 / 1.389 vị trí');
});

test('names sort as Vietnamese does, with numbers as numbers', () => {
  const sorted = (names: string[]) => names.sort((a, b) => vi.compare(a, b));
  expect(sorted(['Đắk 10', 'Đắk 9', 'Ea', 'Dak'])).toEqual(['Dak', 'Đắk 9', 'Đắk 10', 'Ea']);
});
