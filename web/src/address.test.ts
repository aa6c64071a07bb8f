import { describe, expect, test } from 'vitest';
import { format, parse } from './address';

const day = '2026-11-21';

describe('a link', () => {
  test('without anything is Vietnamese, today, every layer', () => {
    expect(parse('', null, day)).toEqual({ language: 'vi', date: day, hidden: new Set() });
  });

  test('says language, day and what is off', () => {
    expect(parse('#map=9/12/108&lang=en&date=2025-06-30&off=poles,villages', null, day)).toEqual({
      language: 'en',
      date: '2025-06-30',
      hidden: new Set(['poles', 'villages']),
    });
  });

  test('that is wrong falls back', () => {
    expect(parse('#lang=fr&date=2025-02-30&off=', null, day)).toEqual({ language: 'vi', date: day, hidden: new Set() });
    expect(parse('#map=1/2/3=4&&&=', null, day).language).toBe('vi');
  });

  test('outweighs the language remembered', () => {
    expect(parse('', 'en', day).language).toBe('en');
    expect(parse('#lang=vi', 'en', day).language).toBe('vi');
  });
});

describe('writing a link', () => {
  test('keeps the place and leaves out what goes without saying', () => {
    expect(format('#map=9/12/108&lang=en', { language: 'vi', date: day, hidden: new Set() }, day)).toBe('#map=9/12/108&lang=vi');
    expect(format('', { language: 'en', date: '2025-06-30', hidden: new Set(['villages', 'poles']) }, day)).toBe(
      '#lang=en&date=2025-06-30&off=poles,villages',
    );
  });

  test('is undone by reading it', () => {
    const address = { language: 'vi' as const, date: '2020-01-31', hidden: new Set(['sites']) };
    expect(parse(format('#map=9/12/108', address, day), 'en', day)).toEqual(address);
  });
});
