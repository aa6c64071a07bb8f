import type { Schemas } from '../../client/types';
import { after, paged, type Desk, type Page } from '../../filing/desk';
import type { Query } from '../place';

export type Result = Schemas['PlanResult'];
export type Point = Schemas['PlanPoint'];
export type Group = Schemas['PlanGroup'];
export type Breakdown = Schemas['PlanBreakdown'];
export type Step = Schemas['PlanStep'];
export type Behind = Schemas['PlanBehindRecord'];

/** What an indicator can be given by; between pairs of owner and tenant too. */
export const splits = ['commune', 'district', 'province', 'operator', 'owner', 'tenant'] as const;
export type Split = (typeof splits)[number];

/** The splits whose groups are areas. */
export const areas: ReadonlySet<string> = new Set<Split>(['commune', 'district', 'province']);

/** The parts of a number records stand behind. */
export const parts = ['numerator', 'denominator', 'excluded'] as const;
export type Part = (typeof parts)[number];

const of = (code: string, query: Query) => ({ params: { path: { code }, query: query as never } });

export const readResult = async (desk: Desk, code: string, query: Query): Promise<Result> => (await desk.client.GET('/api/v1/indicators/{code}', of(code, query))).data!;

/** The value at the end of each month from a day on. */
export const readSeries = async (desk: Desk, code: string, query: Query, from: string) => (await desk.client.GET('/api/v1/indicators/{code}/series', of(code, { ...query, from }))).data!;

export const readSplit = async (desk: Desk, code: string, query: Query, by: Split): Promise<Breakdown> => (await desk.client.GET('/api/v1/indicators/{code}/by', of(code, { ...query, by }))).data!;

/** The value for several choices of one parameter. */
export const readCurve = async (desk: Desk, code: string, query: Query, parameter: string): Promise<Step[]> =>
  (await desk.client.GET('/api/v1/indicators/{code}/sensitivity', of(code, { ...query, parameter }))).data!.items;

/** A page of the records behind a part of a number. */
export async function readBehind(desk: Desk, code: string, query: Query, part: Part, cursor: number | null): Promise<Page<Behind>> {
  return paged((await desk.client.GET('/api/v1/indicators/{code}/records', of(code, { ...query, part, limit: '50', ...after(cursor) }))).data);
}

/** The first day of the series that ends on a day and has so many months. */
export function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
}

/** Which of its parameters a value may be asked by: how far apart two registrations still are one place, or which technologies count. */
export function parameterOf({ definition: { family, parameters: p } }: Pick<Result, 'definition'>): 'merge_distance' | 'technology' | null {
  if (family === 'coverage') return p.service === 'mobile' ? 'technology' : null;
  return family === 'sharing' && p.measure === 'count' && ['site', 'pole', 'manhole'].includes(p.asset ?? '') ? 'merge_distance' : null;
}

/** What an indicator can be given by. */
export function splitsOf({ definition: { family } }: Pick<Result, 'definition'>): readonly Split[] {
  const possible: Readonly<Record<string, readonly Split[]>> = {
    sharing: splits,
    coverage: ['commune', 'district', 'province', 'operator'],
    reported: ['commune', 'district', 'province'],
  };
  return possible[family] ?? ['commune', 'district', 'province', 'owner'];
}
