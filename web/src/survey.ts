import type { Map as View } from 'maplibre-gl';
import { classOf, withheldKey, type Class, type Told } from './colouring';
import { boxOf, enters, type Box } from './geometry';
import type { LayerID } from './layers';
import { sourceOf } from './together';

/** What the tiles say of a layer in view. */
export interface Surveyed {
  /** How many records are in view. */
  records: number;
  /** There are more than the tiles have room for. */
  thinned: boolean;
  /** How many records there are of each value of what is asked for; withheldKey of those whose it is not told. */
  values: ReadonlyMap<string, number>;
  /** What each record says, by its number; none where records are only counted. */
  told: ReadonlyMap<number, Properties>;
}

type Properties = Readonly<Record<string, unknown>>;

/** A feature of a tile, as much of it as is counted. */
export interface TileFeature {
  id?: string | number | undefined;
  geometry: GeoJSON.Geometry;
  properties: Properties;
}

/** The states of villages, as clusters count them. */
const states = ['covered', 'dented', 'white', 'unknown'] as const;

/** Counts what the tiles that are there show of a layer in a box. */
export function survey(view: Pick<View, 'querySourceFeatures'>, layer: LayerID, box: Box, told: Told): Surveyed {
  const source = sourceOf(layer);
  const features = view.querySourceFeatures(source, { sourceLayer: layer });
  const thinned = view.querySourceFeatures(source, { sourceLayer: `${layer}-thinned` }).length > 0;
  return { ...count(features, layer, box, told), thinned };
}

/** Counts features: a record or a cluster once, though several tiles have it. */
export function count(features: readonly TileFeature[], layer: LayerID, box: Box, told: Told): Omit<Surveyed, 'thinned'> {
  const seen = new Set<string | number>();
  const records = new Map<number, Properties>();
  const values = new Map<string, number>();
  let all = 0;
  const add = (value: string, n: number) => values.set(value, (values.get(value) ?? 0) + n);
  for (const { id, geometry, properties: p } of features) {
    // a cluster is told from others by its place, which tiles round each in their own way
    const key = p['cluster'] ? place(geometry) : Number(id);
    if (seen.has(key)) continue;
    const own = boxOf(geometry);
    if (!own || !enters(geometry, own, box)) continue;
    seen.add(key);
    const n = p['cluster'] ? Number(p['count']) : 1;
    all += n;
    if (!p['cluster']) records.set(Number(id), p);
    if (layer === 'villages') {
      if (p['cluster']) for (const state of states) add(state, Number(p[state] ?? 0));
      else add(String(p['coverage'] ?? 'unknown'), 1);
    } else if (layer === 'sites') {
      if (!p['cluster']) add(String(p[told] ?? ''), 1);
      else if (typeof p['theirs'] === 'string') for (const [value, there] of Object.entries(JSON.parse(p['theirs']) as Record<string, number>)) add(value, there);
      else add(withheldKey, n);
    }
  }
  return { records: all, values, told: records };
}

function place(geometry: GeoJSON.Geometry): string {
  return geometry.type === 'Point' ? geometry.coordinates.map((c) => c.toFixed(3)).join() : '';
}

/** How many sites there are of each class, by its key. */
export function classCounts(classes: readonly Class[], values: ReadonlyMap<string, number>, told: Told): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [value, n] of values) {
    const { key } = value === withheldKey ? { key: withheldKey } : classOf(classes, { [told]: value });
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return counts;
}
