import type { Schemas } from '../client/types';
import { paged, type Desk } from './desk';
import type { Say } from './say';
import type { SayKey } from './text';

export type Duty = Schemas['Duty'];
export type Standing = Schemas['Completeness'];
export type Obligation = Schemas['Obligation'];

/** The duties of one obligation that are due on one day: one to each organization obliged. */
export interface Due {
  obligation: number;
  day: string;
  duties: Duty[];
}

/** What falls due in a month of 1 to 12. */
export interface Month {
  month: number;
  due: Due[];
}

/** What is said of when: a text and its value. */
export interface Said {
  key: SayKey;
  values: Record<string, string>;
}

/** Says something of a day or of days, which are written as people write them. */
export function words(say: Say, { key, values }: Said): string {
  return say.t(key, values.day ? { ...values, day: say.date(values.day) } : values);
}

/** Whether the organization still has to do something. */
export const isOpen = (d: Pick<Duty, 'state'>) => d.state !== 'filed' && d.state !== 'accepted';

/** Whether it is time to answer that there is nothing: not before it begins to be due, and once. */
export const isAsked = (d: Pick<Duty, 'state' | 'answer'>) => isOpen(d) && d.state !== 'not_due' && !d.answer;

/** The twelve months of a year with the duties due in each, in the order they came. */
export function monthsOf(duties: readonly Duty[], year: number): Month[] {
  const months: Month[] = Array.from({ length: 12 }, (_, i) => ({ month: i + 1, due: [] }));
  for (const duty of duties) {
    const [of, month] = duty.due_on.split('-').map(Number);
    if (of !== year) continue;
    const { due } = months[month! - 1]!;
    const same = due.find((d) => d.obligation === duty.obligation && d.day === duty.due_on);
    if (same) same.duties.push(duty);
    else due.push({ obligation: duty.obligation, day: duty.due_on, duties: [duty] });
  }
  return months;
}

/** The days from one date to another, as 2026-10-29; negative when it is past. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** How long until the last day in time, in words. */
export function leftOf(duty: Pick<Duty, 'due_on'>, today: string): Said {
  const days = daysBetween(today, duty.due_on);
  if (days < 0) return lateBy(-days);
  if (days === 0) return { key: 'dueToday', values: {} };
  return days === 1 ? { key: 'dueTomorrow', values: {} } : { key: 'dueIn', values: { n: String(days) } };
}

function lateBy(days: number): Said {
  return days === 1 ? { key: 'lateOne', values: {} } : { key: 'lateBy', values: { n: String(days) } };
}

/** When a duty was fulfilled, and whether in time; while it is not, how long is left or how late it is. */
export function whenOf(duty: Pick<Duty, 'state' | 'due_on' | 'late_days' | 'filed_on' | 'filing' | 'answer'>, today: string): Said[] {
  const late = duty.late_days > 0 ? lateBy(duty.late_days) : null;
  if (isOpen(duty)) return [late ?? leftOf(duty, today)];
  const answered = duty.filing === null ? duty.answer?.kind : undefined;
  const key = answered === 'nothing' ? 'nothingOn' : answered === 'paper' ? 'paperOn' : 'filedOn';
  return [{ key, values: { day: duty.filed_on ?? '' } }, late ?? { key: 'inTime', values: {} }];
}

/** When an obligation falls due, as its document says it. */
export function dayOf(o: Pick<Obligation, 'recurrence' | 'month' | 'day' | 'date' | 'before'>): Said {
  if (o.recurrence === 'once') return o.date ? { key: o.before ? 'beforeOnce' : 'onceOn', values: { day: o.date } } : { key: 'noDay', values: {} };
  if (!o.month || !o.day) return { key: 'noDay', values: {} };
  return { key: o.before ? 'beforeEveryYear' : 'everyYear', values: { day: `${o.day}/${o.month}` } };
}

/** Whether an obligation says who reports and when, without which it cannot be switched on. */
export function isComplete(o: Obligation): boolean {
  return dayOf(o).key !== 'noDay' && (o.organization !== '' || o.kinds.length > 0);
}

const inYear = (year: number) => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });

/** Reads the duties due in a year that the reader may see. */
export async function readDuties(desk: Desk, year: number): Promise<Duty[]> {
  return (await desk.client.GET('/api/v1/duties', { params: { query: inYear(year) } })).data!.items;
}

/** Reads how every organization stands with what is due in a year; for the department and auditors. */
export async function readBoard(desk: Desk, year: number): Promise<Standing[]> {
  return (await desk.client.GET('/api/v1/duties/board', { params: { query: inYear(year) } })).data!.items;
}

/** Reads every obligation the reader may see. */
export async function readObligations(desk: Desk): Promise<Obligation[]> {
  const all: Obligation[] = [];
  let cursor: number | null = null;
  do {
    const query = { ...(cursor ? { cursor: String(cursor) } : {}), limit: 1000 } as never;
    const page = paged<Obligation>((await desk.client.GET('/api/v1/obligations', { params: { query } })).data);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

/** Notes that an organization has nothing to report. */
export async function sayNothing(desk: Desk, { obligation, organization, period }: Duty, note: string): Promise<Duty> {
  return (await desk.client.POST('/api/v1/duties/nothing', { body: { obligation, organization, period, ...(note && { note }) } })).data!;
}

/** Switches an obligation on from a day, or off with null. */
export async function switchObligation(desk: Desk, o: Obligation, from: string | null): Promise<Obligation> {
  const headers = { 'If-Match': `"obligation-${o.id}-${o.version}"` };
  const body = (from === null ? { active: false } : { active: true, valid_from: from }) as never;
  return (await desk.client.PATCH('/api/v1/obligations/{id}', { params: { path: { id: o.id } } as never, headers, body })).data!;
}
