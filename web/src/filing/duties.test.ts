import { expect, test } from 'vitest';
import { daysBetween, dayOf, isAsked, isComplete, leftOf, monthsOf, whenOf, type Duty, type Obligation } from './duties';

const duty = (given: Partial<Duty>): Duty => ({
  obligation: 1, code: 'th-report', title: { vi: 'Báo cáo', en: 'Report' }, recipient: 'Sở', organization: 'SAOMAI', organization_name: 'Sao Mai',
  period: '2026', from: '2026-01-01', to: '2027-01-01', due_on: '2026-10-29', fulfilled_by: 'any', state: 'due', filed_on: null, late_days: 0,
  filing: null, answer: null, ...given,
});
const answer = (kind: 'nothing' | 'paper') => ({ kind, on: '2026-10-20', note: '', by: 'user:lan', at: '2026-10-20T03:00:00Z' });

test('duties are by the month they are due in, those of one obligation together', () => {
  const months = monthsOf(
    [
      duty({}), duty({ organization: 'VTL' }), duty({ obligation: 2 }), duty({ due_on: '2026-12-14', obligation: 3 }), duty({ due_on: '2026-10-30' }),
      duty({ due_on: '2025-10-29' }),
    ],
    2026,
  );
  expect(months.map((m) => m.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(months[9]!.due.map((d) => [d.obligation, d.day, d.duties.map((one) => one.organization)])).toEqual([
    [1, '2026-10-29', ['SAOMAI', 'VTL']],
    [2, '2026-10-29', ['SAOMAI']],
    [1, '2026-10-30', ['SAOMAI']],
  ]);
  expect(months[11]!.due).toHaveLength(1);
  expect(months.flatMap((m) => m.due)).toHaveLength(4);
});

test('days are counted over months, years and the change of clocks', () => {
  expect(daysBetween('2026-10-29', '2026-10-29')).toBe(0);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});

test.each([
  ['2026-10-17', 'dueIn', '12'],
  ['2026-10-28', 'dueTomorrow', undefined],
  ['2026-10-29', 'dueToday', undefined],
  ['2026-10-30', 'lateOne', undefined],
  ['2026-11-01', 'lateBy', '3'],
])('on %s: %s', (today, key, n) => {
  expect(leftOf(duty({}), today)).toEqual({ key, values: n ? { n } : {} });
});

test.each<[Partial<Duty>, string[]]>([
  [{ state: 'due' }, ['dueIn']],
  [{ state: 'returned' }, ['dueIn']],
  [{ state: 'late', late_days: 3 }, ['lateBy']],
  [{ state: 'filed', filed_on: '2026-10-20', filing: 7 }, ['filedOn', 'inTime']],
  [{ state: 'accepted', filed_on: '2026-10-30', filing: 7, late_days: 1 }, ['filedOn', 'lateOne']],
  [{ state: 'filed', filed_on: '2026-10-20', answer: answer('nothing') }, ['nothingOn', 'inTime']],
  [{ state: 'accepted', filed_on: '2026-10-20', answer: answer('paper') }, ['paperOn', 'inTime']],
  [{ state: 'accepted', filed_on: '2026-10-21', filing: 7, answer: answer('nothing') }, ['filedOn', 'inTime']],
])('what is said of %o', (given, keys) => {
  expect(whenOf(duty(given), '2026-10-17').map((said) => said.key)).toEqual(keys);
});

test('nothing to report is asked once, when it is time', () => {
  const asked = (['not_due', 'due', 'late', 'filed', 'returned', 'accepted'] as const).filter((state) => isAsked(duty({ state })));
  expect(asked).toEqual(['due', 'late', 'returned']);
  expect(isAsked(duty({ state: 'returned', answer: answer('nothing') }))).toBe(false);
});

test('an obligation says its day as its document does', () => {
  const yearly = { recurrence: 'yearly', month: 10, day: 30, date: null, before: true } as const;
  expect(dayOf(yearly)).toEqual({ key: 'beforeEveryYear', values: { day: '30/10' } });
  expect(dayOf({ ...yearly, before: false }).key).toBe('everyYear');
  expect(dayOf({ ...yearly, month: 0, day: 0 }).key).toBe('noDay');
  const once = { ...yearly, recurrence: 'once', date: '2026-12-05' } as const;
  expect(dayOf(once)).toEqual({ key: 'beforeOnce', values: { day: '2026-12-05' } });
  expect(dayOf({ ...once, before: false }).key).toBe('onceOn');
  expect(dayOf({ ...once, date: null }).key).toBe('noDay');
  const obliged = { ...yearly, organization: '', kinds: ['operator'] } as unknown as Obligation;
  expect(isComplete(obliged)).toBe(true);
  expect(isComplete({ ...obliged, kinds: [] })).toBe(false);
  expect(isComplete({ ...obliged, month: 0 })).toBe(false);
});
