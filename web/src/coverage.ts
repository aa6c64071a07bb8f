import type { ExpressionSpecification } from 'maplibre-gl';
import type { Cover } from './address';
import type { API } from './api';
import type { Answer } from './client/types';
import type { Writer } from './format';
import { rampOf, verdictsOf, type Palette } from './palette';

type Summary = Answer<'/api/v1/indicators/coverage'>['published'];

/** The share of a commune's villages that is covered, in percent, by its code; null without any that is judged. */
export type Shares = ReadonlyMap<string, number | null>;

/** A class of communes or villages in the legend. */
export interface CoverClass {
  key: string;
  title: string;
  colour: string;
  /** Whether a village's state, or the share of a commune, is of the class. */
  has: (of: string | number | null) => boolean;
}

/** Upper ends of the classes of communes, in percent; the last is all of them. */
const steps = [25, 50, 75, 100] as const;

/** Asks for the coverage of communes on a day: published where somebody has said, otherwise computed. */
export async function loadShares(api: API, { service, technology, operator }: Cover, date: string, signal: AbortSignal): Promise<Shares> {
  const query = { service, as_of: date, by: 'commune', ...(technology && { technology }), ...(operator && { operator }) };
  const { groups = [] } = await api.get('/api/v1/indicators/coverage', { query: query as never }, signal);
  return new Map(
    groups.map(({ key, published, computed }) => {
      const said: Summary = published.villages > 0 ? published : computed;
      return [key, said.ratio];
    }),
  );
}

/** The classes of a coverage, from covered to not, then what is not known. */
export function coverClasses(by: Cover['by'], palette: Palette, writer: Writer): readonly CoverClass[] {
  const ramp = rampOf(palette);
  const { good, fair, worst, unknown } = verdictsOf(palette);
  const none: CoverClass = { key: '', title: writer.text('noData'), colour: unknown, has: (of) => of === null || of === 'unknown' };
  if (by === 'village') {
    const state = (key: string, title: 'covered' | 'dented' | 'white', colour: string): CoverClass => ({ key, title: writer.text(title), colour, has: (of) => of === key });
    return [state('covered', 'covered', good), state('dented', 'dented', fair), state('white', 'white', worst), none];
  }
  const all: CoverClass = { key: '100', title: writer.text('shareAll'), colour: ramp[4], has: (of) => of === 100 };
  const parts = steps.map((to, i): CoverClass => {
    const from = steps[i - 1] ?? 0;
    const title = from === 0 ? writer.text('shareLess', { to: String(to) }) : writer.text('shareFrom', { from: String(from), to: String(to) });
    return { key: String(from), title, colour: ramp[i]!, has: (of) => typeof of === 'number' && of >= from && of < to };
  });
  return [all, ...parts.reverse(), none];
}

/** How many communes, or villages, there are of each class, by its key. */
export function coverCounts(classes: readonly CoverClass[], of: Iterable<readonly [string | number | null, number]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [value, n] of of) {
    const key = classes.find(({ has }) => has(value))?.key;
    if (key !== undefined && n > 0) counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return counts;
}

/** The colour of a commune on the map. */
export function communeColour(classes: readonly CoverClass[], shares: Shares): ExpressionSpecification | string {
  const clear = 'rgba(0,0,0,0)';
  const cases = [...shares].flatMap(([code, ratio]) => [code, classes.find(({ has }) => has(ratio))?.colour ?? clear]);
  return cases.length === 0 ? clear : (['match', ['get', 'code'], ...cases, clear] as unknown as ExpressionSpecification);
}

/** The colour of a village on the map, and of the commonest of a cluster. */
export function villageColour(classes: readonly CoverClass[]): ExpressionSpecification {
  const cases = classes.filter(({ key }) => key).flatMap(({ key, colour }) => [key, colour]);
  return ['match', ['coalesce', ['get', 'coverage'], ''], ...cases, classes.at(-1)!.colour] as unknown as ExpressionSpecification;
}
