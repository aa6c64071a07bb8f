import type { Geometry } from 'geojson';
import { Problem, type API, type Page } from './api';
import type { ExportQuery, FeatureOf } from './client/types';
import { boxOf, enters, grow, within, type Box } from './geometry';
import { aboutSites, nobody, type About } from './about';
import { layers, type Layer, type LayerID } from './layers';
import { sampleMark } from './text';

/**
 * One record on the map: as little of it as drawing and listing take. Those on a
 * grid, which nothing tells apart, are one item at each of its points.
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
  /** Of units: province, district or commune. */
  level: string;
  /** Of units: whether it is a town's rather than the country's. */
  town: boolean;
  /** What the record says of itself that sites are coloured and tables filled by. */
  properties: Readonly<Record<string, unknown>>;
  geometry: Geometry;
  box: Box;
}

/** What is known of one layer. */
export interface Loaded {
  status: 'none' | 'loading' | 'ready' | 'failed';
  items: readonly Item[];
  /** How many records there are, those without a place too. */
  total: number;
  /** There are more than the layer's limit; items are the first of them. */
  capped: boolean;
  /** Made-up records are among them. */
  sample: boolean;
  /** Some of the records are coarse; null when there are none that could be. */
  coarse: boolean | null;
  problem: Problem | null;
}

/** What the reader looks at. */
export interface View {
  box: Box;
  zoom: number;
}

const nothing: Loaded = { status: 'none', items: [], total: 0, capped: false, sample: false, coarse: null, problem: null };
const townKinds = new Set(['phuong', 'thi_tran', 'thi_xa', 'quan', 'thanh_pho']);

/** How much more than the view is fetched on each side, so that small moves fetch nothing. */
const margin = 0.3;

/** Holds what the map shows of the register on one day, and fetches what is missing. */
export class Register {
  private readonly loaded = new Map<LayerID, Loaded>();
  private readonly regions = new Map<LayerID, Box>();
  private readonly underway = new Map<LayerID, AbortController>();
  private date = '';
  private anyCoarse: boolean | null = null;
  private about: ReadonlyMap<number, About> | null = null;
  /** The day that was asked for. */
  private enriched = '';

  constructor(
    private readonly api: API,
    private readonly changed: (layer: LayerID) => void,
  ) {}

  of(layer: LayerID): Loaded {
    return this.loaded.get(layer) ?? nothing;
  }

  get busy(): boolean {
    return this.underway.size > 0;
  }

  /** The first problem a layer has, for the notice. */
  get problem(): Problem | null {
    for (const layer of layers) {
      const { problem } = this.of(layer.id);
      if (problem) return problem;
    }
    return null;
  }

  /** Whether some records have been coarse for who looks; null before any has come. */
  get coarse(): boolean | null {
    return this.anyCoarse;
  }

  /** Whether the layers that are always whole have come and hold nothing. */
  get empty(): boolean {
    return layers.every((layer) => layer.fromZoom > 0 || (this.of(layer.id).status === 'ready' && this.of(layer.id).total === 0));
  }

  /** Forgets everything and fetches the layers that are always whole, as of a day. */
  async open(date: string): Promise<void> {
    this.date = date;
    this.about = null;
    this.enriched = '';
    for (const layer of layers) {
      this.underway.get(layer.id)?.abort();
      this.underway.delete(layer.id);
      this.regions.delete(layer.id);
      if (layer.fromZoom > 0) this.set(layer.id, nothing);
    }
    await Promise.all(layers.filter((layer) => layer.fromZoom === 0).map((layer) => this.fetch(layer, null)));
  }

  /**
   * Fetches what sites are coloured by that their own records do not say: who is on
   * the air there, with what, and who rents. It is asked for when it is wanted.
   */
  async enrich(): Promise<void> {
    if (this.enriched === this.date) return;
    const date = (this.enriched = this.date);
    try {
      const about = await aboutSites(this.api, date);
      if (date !== this.date) return;
      this.about = about;
      const sites = this.of('sites');
      if (sites.status === 'ready') this.set('sites', { ...sites, items: sites.items.map((item) => this.told(item)) });
    } catch (error) {
      this.enriched = '';
      const sites = this.of('sites');
      this.set('sites', { ...sites, problem: error instanceof Problem ? error : new Problem(String(error)) });
    }
  }

  /** Whether what sites are coloured by is on its way. */
  get enriching(): boolean {
    return this.enriched === this.date && this.about === null;
  }

  private told(item: Item): Item {
    if (item.coarse || !this.about) return item;
    return { ...item, properties: { ...item.properties, ...(this.about.get(item.id) ?? nobody) } };
  }

  /** Fetches what a view shows of the other layers, unless it is here already. */
  look(view: View, hidden: ReadonlySet<string>): void {
    for (const layer of layers) {
      if (layer.fromZoom === 0 || layer.fromZoom > view.zoom || hidden.has(layer.id)) continue;
      const region = this.regions.get(layer.id);
      const { capped, status } = this.of(layer.id);
      const same = region && within(view.box, region) && status !== 'failed';
      if (same && !(capped && !within(region, view.box))) continue;
      // once too many came, a margin would only take the place of what is in view
      void this.fetch(layer, capped ? view.box : grow(view.box, margin));
    }
  }

  /** How many records of a layer a view shows. */
  countInView(layer: LayerID, box: Box): number {
    let records = 0;
    for (const { many } of this.inView(layer, box)) records += many;
    return records;
  }

  /** The items of a layer that a view shows. */
  *inView(layer: LayerID, box: Box): Generator<Item> {
    for (const item of this.of(layer).items) {
      if (enters(item.geometry, item.box, box)) yield item;
    }
  }

  private set(layer: LayerID, loaded: Loaded): void {
    this.loaded.set(layer, loaded);
    this.anyCoarse = either(this.anyCoarse, loaded.coarse);
    this.changed(layer);
  }

  private async fetch(layer: Layer, region: Box | null): Promise<void> {
    this.underway.get(layer.id)?.abort();
    const stop = new AbortController();
    this.underway.set(layer.id, stop);
    if (region) this.regions.set(layer.id, region);
    this.set(layer.id, { ...this.of(layer.id), status: 'loading', problem: null });
    const query: ExportQuery = { as_of: this.date };
    if (region) query.bbox = region.map((v) => v.toFixed(5)).join(',');
    let result: Loaded;
    try {
      const loaded = load(layer.id, await this.api.features(layer.id, query, layer.limit, stop.signal));
      result = layer.id === 'sites' ? { ...loaded, items: loaded.items.map((item) => this.told(item)) } : loaded;
    } catch (error) {
      if (stop.signal.aborted) return;
      const problem = error instanceof Problem ? error : new Problem(String(error));
      // what was there is of another place or another day: it must not stand for this one
      result = { ...nothing, status: 'failed', problem };
    }
    if (stop.signal.aborted) return;
    this.underway.delete(layer.id);
    this.set(layer.id, result);
  }
}

function load(layer: LayerID, page: Page<LayerID>): Loaded {
  const items: Item[] = [];
  const onGrid = new Map<string, Item>();
  let sample = false;
  let coarse: boolean | null = null;
  for (const feature of page.features) {
    sample ||= isSample(feature);
    coarse = either(coarse, isCoarse(feature));
    const item = itemOf(layer, feature);
    if (!item) continue;
    const place = item.coarse ? item.box.join() : '';
    const there = onGrid.get(place);
    if (there) {
      there.many++;
      there.communes = [...new Set([...there.communes, ...item.communes])];
      continue;
    }
    if (item.coarse) onGrid.set(place, item);
    items.push(item);
  }
  return { status: 'ready', items, total: page.features.length, capped: page.capped, sample, coarse, problem: null };
}

/** Whether one of two is so; null when neither could be. */
function either(a: boolean | null, b: boolean | null): boolean | null {
  return a === null || b === null ? (a ?? b) : a || b;
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
    coarse: isCoarse(feature) ?? false,
    many: 1,
    communes: 'commune' in p && p.commune ? [p.commune] : [],
    owner: ('owner' in p && p.owner) || '',
    level: ('level' in p && p.level) || '',
    town: 'unit_kind' in p && p.unit_kind !== null && townKinds.has(p.unit_kind),
    properties: propertiesOf(p),
    geometry,
    box,
  };
}

/** What of a record colours and tables read. */
const told = ['code', 'owner', 'status', 'verdict', 'tenants', 'operators', 'technologies', 'certificate_until'] as const;

function propertiesOf(p: object): Readonly<Record<string, unknown>> {
  const record = p as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = { coarse: record['disclosure'] === null };
  for (const name of told) if (record[name] !== undefined && record[name] !== null) kept[name] = record[name];
  return kept;
}

/** Every asset is of a class of disclosure, which is told with its exact position and not without; null for what is no asset. */
function isCoarse({ properties: p }: FeatureOf<LayerID>): boolean | null {
  return 'disclosure' in p ? p.disclosure === null : null;
}

function isSample({ properties: p }: FeatureOf<LayerID>): boolean {
  return ['source' in p && p.source, p.name].some((text) => text && text.toLowerCase().includes(sampleMark));
}
