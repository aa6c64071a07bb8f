import type { Feature } from 'geojson';
import type { Cover } from './address';
import type { API } from './api';
import type { Answer } from './client/types';
import type { Writer } from './format';
import { rampOf, verdictsOf, type Palette } from './palette';
import type { Item } from './register';

type Summary = Answer<'/api/v1/indicators/coverage'>['published'];
type State = Answer<'/api/v1/indicators/coverage/records'>['items'][number]['published'];

/** The coverage of one commune, or of one village. */
export interface Covered {
  /** The code of the commune or the village. */
  code: string;
  name: string;
  /** Percent of the villages of a commune, null without any that is judged. */
  ratio: number | null;
  /** How a village stands. */
  state: State | null;
  at: [number, number] | null;
  villages: number;
}

/** A class of communes or villages in the legend. */
export interface CoverClass {
  key: string;
  title: string;
  colour: string;
  has: (c: Covered) => boolean;
}

/** Upper ends of the classes of communes, in percent; the last is all of them. */
const steps = [25, 50, 75, 100] as const;

/** Asks for the coverage of a day: published where somebody has said, otherwise computed. */
export async function loadCover(api: API, { service, technology, operator, by }: Cover, date: string, signal: AbortSignal): Promise<Covered[]> {
  const query = { service, as_of: date, ...(technology && { technology }), ...(operator && { operator }) };
  if (by === 'commune') {
    const { groups = [] } = await api.get('/api/v1/indicators/coverage', { query: { ...query, by: 'commune' } as never }, signal);
    return groups.map(({ key, name, published, computed }) => {
      const said: Summary = published.villages > 0 ? published : computed;
      return { code: key, name, ratio: said.ratio, state: null, at: null, villages: said.villages };
    });
  }
  const { items } = await api.get('/api/v1/indicators/coverage/records', { query: query as never }, signal);
  return items.map(({ code, name, lon, lat, published, computed }) => {
    const state = published === 'unknown' ? computed.state : published;
    return { code, name, ratio: null, state, at: lon === null || lat === null ? null : [lon, lat], villages: 1 };
  });
}

/** The classes of a coverage, from covered to not, then what is not known. */
export function coverClasses(by: Cover['by'], palette: Palette, writer: Writer): readonly CoverClass[] {
  const ramp = rampOf(palette);
  const { good, fair, worst, unknown } = verdictsOf(palette);
  const none: CoverClass = { key: '', title: writer.text('noData'), colour: unknown, has: ({ ratio, state }) => ratio === null && (state === null || state === 'unknown') };
  if (by === 'village') {
    const state = (key: State, title: 'covered' | 'dented' | 'white', colour: string): CoverClass => ({ key, title: writer.text(title), colour, has: (c) => c.state === key });
    return [state('covered', 'covered', good), state('dented', 'dented', fair), state('white', 'white', worst), none];
  }
  const all: CoverClass = { key: '100', title: writer.text('shareAll'), colour: ramp[4], has: ({ ratio }) => ratio === 100 };
  const parts = steps.map((to, i): CoverClass => {
    const from = steps[i - 1] ?? 0;
    const title = from === 0 ? writer.text('shareLess', { to: String(to) }) : writer.text('shareFrom', { from: String(from), to: String(to) });
    return { key: String(from), title, colour: ramp[i]!, has: ({ ratio }) => ratio !== null && ratio >= from && ratio < to };
  });
  return [all, ...parts.reverse(), none];
}

/** What the map draws of a coverage: communes by their boundaries, villages at their centres. */
export function coverFeatures(cover: readonly Covered[], classes: readonly CoverClass[], communes: readonly Item[]): Feature[] {
  const boundaries = new Map(communes.map((item) => [String(item.properties['code']), item.geometry]));
  return cover.flatMap((c): Feature[] => {
    const geometry = c.at ? { type: 'Point' as const, coordinates: c.at } : boundaries.get(c.code);
    const colour = classes.find(({ has }) => has(c))?.colour;
    return geometry && colour ? [{ type: 'Feature', geometry, properties: { colour, dot: c.at !== null } }] : [];
  });
}
