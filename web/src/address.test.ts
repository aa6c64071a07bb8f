import { afterEach, describe, expect, test, vi } from 'vitest';
import { format, keep, parse, recall, say } from './address';
import { today } from './day';

const day = '2026-11-21';

/** What a link says that names nothing else. */
const plain = { hidden: new Set<string>(), colour: 'owner', cover: null, base: '', open: '', line: '' } as const;

describe('a link', () => {
  test('without anything is Vietnamese, today, every layer', () => {
    expect(parse('', null, day)).toEqual({ ...plain, language: 'vi', date: day });
  });

  test('says language, day and what is off', () => {
    expect(parse('#map=9/12/108&lang=en&date=2025-06-30&off=poles,villages', null, day)).toEqual({
      ...plain,
      language: 'en',
      date: '2025-06-30',
      hidden: new Set(['poles', 'villages']),
    });
  });

  test('that is wrong falls back', () => {
    expect(parse('#lang=fr&date=2025-02-30&off=', null, day)).toEqual({ ...plain, language: 'vi', date: day });
    expect(parse('#map=1/2/3=4&&&=', null, day).language).toBe('vi');
    expect(parse('#colour=rainbow&cover=water/commune&open=../etc&line=here', null, day)).toEqual({ ...plain, language: 'vi', date: day });
  });

  test('outweighs the language remembered', () => {
    expect(parse('', 'en', day).language).toBe('en');
    expect(parse('#lang=vi', 'en', day).language).toBe('vi');
  });
});

test('the basemap of a link outweighs the one remembered', () => {
  expect(parse('', null, day, 'anh').base).toBe('anh');
  expect(parse('#base=nen', null, day, 'anh').base).toBe('nen');
  expect(parse('#base=<b>', null, day).base).toBe('');
});

describe('writing a link', () => {
  test('keeps the place and leaves out what goes without saying', () => {
    expect(format('#map=9/12/108&lang=en', { ...plain, language: 'vi', date: day }, day)).toBe('#map=9/12/108&lang=vi&base=none');
    expect(format('', { ...plain, language: 'en', date: '2025-06-30', hidden: new Set(['villages', 'poles']) }, day)).toBe(
      '#lang=en&base=none&date=2025-06-30&off=poles,villages',
    );
  });

  test('says which language and which map underneath, whatever who follows it remembers', () => {
    const link = format('', { ...plain, language: 'vi', date: day }, day);
    expect(parse(link, 'en', day, 'anh')).toEqual({ ...plain, language: 'vi', date: day });
  });

  test('is undone by reading it', () => {
    const cover = { service: 'mobile', by: 'village', technology: '4G', operator: '' } as const;
    const address = { language: 'vi', date: '2020-01-31', hidden: new Set(['sites']), colour: 'technology', cover, base: 'anh-2', open: 'sites/12', line: '106.1,20.9;106.2,20.8' } as const;
    expect(parse(format('#map=9/12/108', address, day), 'en', day)).toEqual(address);
  });
});

test('a page opened without a link says one at once, and takes nothing in it for a choice', () => {
  const location = { hash: '' };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { state: null, replaceState: (_: unknown, __: string, url: string) => (location.hash = url) });
  vi.stubGlobal('window', { localStorage: { setItem: () => expect.fail('something was remembered') } });
  say({ ...plain, language: 'vi', date: today() });
  vi.unstubAllGlobals();
  expect(location.hash).toBe('#lang=vi&base=none');
});

describe('who leaves to sign in', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** A tab that shows a page with a hash, and remembers what it is given. */
  function tab(kept: Map<string, string>, hash: string) {
    const location = { hash };
    const storage = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => kept.set(k, v), removeItem: (k: string) => kept.delete(k) };
    vi.stubGlobal('window', { sessionStorage: storage });
    vi.stubGlobal('location', location);
    vi.stubGlobal('history', { state: null, replaceState: (_: unknown, __: string, url: string) => (location.hash = url) });
    return location;
  }

  test('comes back once to where they were, unless a link says where', () => {
    const kept = new Map<string, string>();
    tab(kept, '#map=14/12/109&off=poles');
    keep();
    const back = tab(kept, '');
    recall();
    expect(back.hash).toBe('#map=14/12/109&off=poles');
    const again = tab(kept, '');
    recall();
    expect(again.hash).toBe('');
    keep();
    tab(kept, '#map=9/12/108');
    keep();
    const linked = tab(kept, '#map=10/12/108');
    recall();
    expect(linked.hash).toBe('#map=10/12/108');
  });

  test('is not kept from it by a browser that refuses storage', () => {
    const { hash } = tab(new Map(), '#map=9/12/108');
    vi.stubGlobal('window', {
      get sessionStorage(): never {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    keep();
    recall();
    expect(location.hash).toBe(hash);
  });
});
