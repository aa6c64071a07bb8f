import type { Geometry } from 'geojson';
import type { FeatureOf } from './client/types';
import { boxOf, type Box } from './geometry';
import type { LayerID } from './layers';
import { sampleMark } from './text';

/**
 * One record as lists and cards have it. Those on a grid, which nothing tells
 * apart, are one item at each of its points.
 */
export interface Item {
  layer: LayerID;
  /** The number of the record in the register, of several that of the first. */
  id: number;
  /** Its name or else its code, empty for who may know neither. */
  name: string;
  /** Its position is rounded, and name and owner withheld, for who looks. */
  coarse: boolean;
  /** How many records it stands for. */
  many: number;
  /** The communes it lies in, those of several records each once. */
  communes: readonly string[];
  /** The code of the organization whose it is. */
  owner: string;
  /** What the record says of itself that sites are coloured by. */
  properties: Readonly<Record<string, unknown>>;
  /** Somebody made it up. */
  sample: boolean;
  geometry: Geometry;
  box: Box;
}

/** What the reader looks at. */
export interface View {
  box: Box;
  zoom: number;
}

/** Features as items: those at one point of the grid together. */
export function gather(layer: LayerID, features: readonly FeatureOf<LayerID>[]): Item[] {
  const items: Item[] = [];
  const onGrid = new Map<string, Item>();
  for (const feature of features) {
    const item = itemOf(layer, feature);
    if (!item) continue;
    const there = item.coarse ? onGrid.get(item.box.join()) : undefined;
    if (there) {
      there.many++;
      there.communes = [...new Set([...there.communes, ...item.communes])];
      continue;
    }
    if (item.coarse) onGrid.set(item.box.join(), item);
    items.push(item);
  }
  return items;
}

/** As much of a feature as drawing and listing take; null for one without a place. */
export function itemOf(layer: LayerID, feature: FeatureOf<LayerID>): Item | null {
  const { id, geometry, properties: p } = feature;
  const box = boxOf(geometry);
  if (!geometry || !box) return null;
  return {
    layer,
    id,
    name: p.name || p.code || '',
    coarse: isCoarse(feature),
    many: 1,
    communes: 'commune' in p && p.commune ? [p.commune] : [],
    owner: ('owner' in p && p.owner) || '',
    properties: propertiesOf(p),
    sample: isSample(feature),
    geometry,
    box,
  };
}

/** What of a record its colour goes by, of what it says itself. */
const told = ['owner', 'status', 'verdict'] as const;

function propertiesOf(p: object): Readonly<Record<string, unknown>> {
  const record = p as Readonly<Record<string, unknown>>;
  // as its cluster on the map
  if (record['disclosure'] === null) return { cluster: true };
  return Object.fromEntries(told.flatMap((name) => (record[name] !== undefined && record[name] !== null ? [[name, record[name]]] : [])));
}

/** Every asset is of a class of disclosure, which is told with its exact position and not without. */
function isCoarse({ properties: p }: FeatureOf<LayerID>): boolean {
  return 'disclosure' in p && p.disclosure === null;
}

function isSample({ properties: p }: FeatureOf<LayerID>): boolean {
  return ['source' in p && p.source, p.name].some((text) => text && text.toLowerCase().includes(sampleMark));
}
