import type { API } from './api';
import type { ExportQuery } from './client/types';
import { today } from './day';
import { meet, type Box } from './geometry';
import { gather, type Item, type View } from './item';
import { layers, type Layer, type LayerID } from './layers';

/** The layers whose records are listed: all but the ground. */
export const listed: readonly Layer[] = layers.filter((layer) => layer.id !== 'units' && !layer.tool);

/** Most records that are read to find the nearest: where they crowd, the list is of those. */
const mostRead = 2000;

/** How many times as many as wanted the first look should find. */
const margin = 2;

/**
 * The items of a layer in view nearest to its centre, as far as they are wanted:
 * the map for those who do not use a pointer. Count is how many there are in view.
 * It is looked around the centre first, as far as that many are likely to lie, and
 * further until no nearer one can be left out.
 */
export async function nearest(api: API, layer: LayerID, view: View, count: number, wanted: number, date: string, signal: AbortSignal): Promise<Item[]> {
  const [west, south, east, north] = view.box;
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const narrow = Math.cos((y * Math.PI) / 180); // a degree of longitude against one of latitude
  const far = ({ box }: Item) => Math.hypot(((box[0] + box[2]) / 2 - x) * narrow, (box[1] + box[3]) / 2 - y);
  for (let part = Math.min(1, Math.sqrt((wanted * margin) / Math.max(1, count))); ; part = Math.min(1, part * 2)) {
    const box: Box = [x - ((east - west) / 2) * part, y - ((north - south) / 2) * part, x + ((east - west) / 2) * part, y + ((north - south) / 2) * part];
    const { features, capped } = await api.features(layer, within(layer, box, date), mostRead, signal);
    const items = gather(layer, features)
      .map((item) => ({ item, far: far(item) }))
      .sort((a, b) => a.far - b.far);
    const sure = Math.min(((east - west) / 2) * part * narrow, ((north - south) / 2) * part);
    const found = items.slice(0, wanted);
    if (part === 1 || capped || (found.length === wanted && found.at(-1)!.far <= sure)) return found.map(({ item }) => item);
  }
}

/** The items at a point of the public grid. */
export async function atPoint(api: API, layer: LayerID, [lon, lat]: readonly [number, number], date: string, signal: AbortSignal | null): Promise<Item | null> {
  const box: Box = [lon - pointReach, lat - pointReach, lon + pointReach, lat + pointReach];
  const { features } = await api.features(layer, within(layer, box, date), mostRead, signal ?? new AbortController().signal);
  const items = gather(layer, features).filter((item) => item.coarse && meet(item.box, box));
  return items.sort((a, b) => b.many - a.many)[0] ?? null;
}

/** What the map shows of a layer in a box: today what is not built yet too. */
function within(layer: LayerID, box: Box, date: string): ExportQuery {
  const ahead = date >= today() && builtLayers.has(layer);
  return { as_of: date, bbox: box.map((v) => v.toFixed(5)).join(','), ...(ahead && { ahead }) };
}

/** The layers of what is built. */
const builtLayers: ReadonlySet<LayerID> = new Set(layers.filter((layer) => (layer.fields as readonly { name: string }[]).some(({ name }) => name === 'operating_from' || name === 'starts_on')).map(({ id }) => id));

/** How far beside a point of the grid a tile may put it, in degrees: less than half a grid. */
const pointReach = 0.002;

