import { asProblem } from './api';
import type { Atlas } from './atlas';
import { listed, nearest } from './inview';
import type { Item } from './item';
import { layers, type LayerID } from './layers';
import type { Surveyed } from './survey';

/** How many items of each layer are listed: poles are not to crowd out the rest. */
const mostEach = 6;

/** The layers that a register which holds something has something of. */
const telling = ['units', 'sites', 'villages', 'service-points'] as const;

/** What is in view: how much of each layer, and the records nearest to its centre. */
export class Listing {
  /** What the tiles say of each layer in view; none of one that is not shown. */
  surveyed: ReadonlyMap<LayerID, Surveyed> = new Map();
  /** The records in view nearest to its centre, layer by layer. */
  items: readonly Item[] = [];
  /** The register holds nothing on the day. */
  empty = false;
  private asking: AbortController | null = null;

  constructor(
    private readonly atlas: Atlas,
    private readonly update: () => void,
  ) {}

  /** It is on its way. */
  get busy(): boolean {
    return this.asking !== null;
  }

  /** Forgets what was in view. */
  clear(): void {
    this.asking?.abort();
    this.asking = null;
    this.items = [];
    this.surveyed = new Map();
  }

  /** Counts what is drawn of each layer, and lists what is nearest. */
  survey(): void {
    const { map, view, unasked, told, at, stranger } = this.atlas;
    if (!map || stranger) return;
    const seen = layers.filter((layer) => view.zoom >= layer.fromZoom && (!unasked.has(layer.id) || (layer.id === 'villages' && at.cover?.by === 'village')));
    this.surveyed = new Map(seen.map(({ id }) => [id, map.count(id, told)]));
    void this.list();
  }

  private async list(): Promise<void> {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const { surveyed } = this;
    const { api, view, unasked, at } = this.atlas;
    const there = listed.filter(({ id }) => !unasked.has(id) && (surveyed.get(id)?.records ?? 0) > 0);
    try {
      const found = await Promise.all(there.map((layer) => nearest(api, layer.id, view, surveyed.get(layer.id)!.records, mostEach, at.date, signal)));
      const nothing = [...surveyed.values()].every(({ records }) => records === 0);
      const empty = nothing && this.atlas.failed.size === 0 && (await this.hasNothing(at.date, signal));
      if (signal.aborted) return;
      this.items = found.flat();
      this.empty = empty;
    } catch (error) {
      if (signal.aborted) return;
      this.items = [];
      this.atlas.problem ??= asProblem(error);
    }
    this.asking = null;
    this.update();
  }

  /** Whether the register holds nothing on a day. */
  private async hasNothing(date: string, signal: AbortSignal): Promise<boolean> {
    const pages = await Promise.all(telling.map((noun) => this.atlas.api.get(`/api/v1/${noun}`, { query: { limit: 1, as_of: date } as never }, signal)));
    return pages.every(({ items }) => items.length === 0);
  }
}
