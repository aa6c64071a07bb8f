import * as address from './address';
import { API, asProblem, type Problem } from './api';
import { Catalog } from './catalog';
import { classesOf, toldOf, type Class, type Told } from './colouring';
import { Covering } from './covering';
import { Queue } from './field/queue';
import { Writer } from './format';
import type { Position } from './geodesy';
import type { Box } from './geometry';
import { Ground } from './ground';
import { atPoint } from './inview';
import type { Item, View } from './item';
import { layers, type LayerID } from './layers';
import { Listing } from './listing';
import type { Beginning, Hit, MapView } from './map';
import { loadNumbers, type Headline } from './numbers';
import { picturedLand } from './opening';
import { Printing } from './printing';
import type { Reach, Session } from './session';
import { openOf, shownOf, type Shown } from './shown';
import { classCounts } from './survey';
import { Scheme } from './theme';
import { recordZoom, TileNews, tilesOf } from './tiles';

/** How long the map must rest before what is in view is listed, in milliseconds. */
const restMS = 200;

/** How long the page takes somebody to be signed in without asking again, in milliseconds. */
const trustMS = 60_000;

/** Nothing in particular, before the map is there to say. */
const nowhere: View = { box: [0, 0, 0, 0], zoom: 0 };

/**
 * The page's state: what the reader chose, what is known, and what is shown of
 * it. Panels read it and call its methods; it tells who subscribed when anything
 * has changed.
 */
export class Atlas {
  at = address.read();
  writer = new Writer(this.at.language);
  readonly scheme = new Scheme();
  readonly api = new API(this.at.language);
  readonly queue = new Queue(
    this.api,
    () => this.tell(),
    () => (this.session?.signed_in ? this.session.actor : null),
    () => this.arrived(),
  );
  /** Counts what came to the register from here: cards are read again. */
  news = 0;
  map: MapView | null = null;
  /** The browser cannot draw the map. */
  mapless = false;
  catalog = Catalog.empty;
  numbers: readonly Headline[] | null = null;
  problem: Problem | null = null;
  session: Session | null = null;
  /** Why the register wants to know who asks, if it does. */
  stranger: 'ended' | 'unknown' | null = null;
  /** What is shown beside the map of a record; a tool stands in the address alone. */
  shown: Shown | null = null;
  busy = true;
  /** Why the tiles of a layer did not come. */
  failed: ReadonlyMap<LayerID, Problem> = new Map();
  readonly ground = new Ground(this, () => this.tell());
  readonly covering = new Covering(this, () => this.update());
  readonly listing = new Listing(this, () => this.update());
  readonly printing = new Printing(this, () => this.tell());

  private listeners = new Set<() => void>();
  private turn = 0;
  private askedWho = 0;
  private asking: AbortController | null = null;
  private resting = 0;
  /** What is in view is to be counted once it is drawn. */
  private uncounted = true;

  constructor() {
    this.api.onStranger = () => this.refused();
    this.api.onWritten = () => this.refresh(() => true);
    new TileNews((changed) => this.refresh((layer) => changed.has(layer)));
    this.scheme.onChange(() => {
      this.map?.paint(this.scheme.palette);
      this.colour();
      this.covering.draw();
      this.update();
    });
    window.addEventListener('hashchange', () => this.go(address.read()));
    address.say(this.at); // a link copied before the first choice says as much as any
    this.shown = shownOf(this.at.open);
    void this.load().then(() => this.queue.start());
    void this.ground.load();
    void this.covering.load();
    window.addEventListener('offline', () => this.tell());
    window.addEventListener('online', () => this.returned());
  }

  /** The network is back: who opened the page without one, and nothing kept, is asked for now. */
  private returned(): void {
    this.tell();
    if (!this.session && !this.stranger) void this.load().then(() => this.queue.send());
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly version = (): number => this.turn;

  private tell(): void {
    this.turn++;
    for (const listener of this.listeners) listener();
  }

  /** What a map of the page begins with: where all there is lies is asked for, unless the page came with it. */
  async begin(): Promise<Beginning> {
    const picture = picturedLand();
    const described = picture ? { bounds: picture.box } : await this.api.read<{ bounds?: Box }>('/tiles/units.json').catch(() => ({ bounds: undefined }));
    return { tiles: this.tiles, unseen: this.unasked, bounds: described.bounds ?? null, linked: true, picture };
  }

  private readonly tiles = (layer: LayerID): string => tilesOf(layer, { date: this.at.date, told: this.told, cover: this.at.cover });

  /** The map is there: draws on it what has come meanwhile. */
  attach(map: MapView): void {
    this.map = map;
    map.onPick((hit) => void this.pick(hit));
    map.onTiles(
      () => (this.uncounted = true),
      (layer, status, body) => void this.refusedTile(layer, status, body),
    );
    this.ground.hear(map);
    map.view.on('move', () => this.stir());
    map.view.on('moveend', () => this.look());
    map.view.on('idle', () => this.rest());
    map.paint(this.scheme.palette);
    map.speak(this.writer);
    map.want(this.tiles);
    this.ground.lay();
    this.showLayers();
    this.colour();
    this.covering.draw();
    this.mark();
    this.look();
  }

  private showLayers(): void {
    const { unasked } = this;
    for (const { id } of layers) this.map?.show(id, !unasked.has(id) && !this.stranger);
  }

  /** Asks for tiles again: something of theirs has changed. */
  private refresh(which: (layer: LayerID) => boolean): void {
    if (!this.map || this.stranger) return;
    this.map.refresh((layer) => which(layer) && !this.unasked.has(layer));
  }

  /** Why a tile did not come, in the register's words. */
  private async refusedTile(layer: LayerID, status: number, body: Blob | null): Promise<void> {
    if (status === 401) return this.refused();
    const problem = await this.api.problem(status, body);
    this.failed = new Map([...this.failed, [layer, problem]]);
    this.uncounted = true;
    this.update();
  }

  /** Shows what was clicked: a record beside the map, or nearer what is only counted. */
  private async pick({ layer, id, at }: Hit): Promise<void> {
    if (id !== null) {
      if (layer.tool) return this.open(`${layer.id}/${id}`);
      this.shown = { layer: layer.id, id, item: null, opener: null };
      this.choose({ open: openOf(this.shown), line: '' });
      return this.mark();
    }
    const exact = this.reach === 'all' || this.view.zoom < recordZoom;
    const item = exact ? null : await atPoint(this.api, layer.id, at, this.at.date, null).catch(() => null);
    if (item) this.show(item);
    else this.map?.nearer(at);
  }

  /** The reader looks at this. */
  get view(): View {
    return this.map?.looking ?? nowhere;
  }

  /** How much of the register the reader is shown. */
  get reach(): Reach {
    return this.session?.sees ?? null;
  }

  /** The layers not to ask for: those switched off, and those the public has no place of. */
  get unasked(): ReadonlySet<string> {
    if (this.reach === 'all' || this.reach === 'some') return this.at.hidden;
    return new Set([...this.at.hidden, ...layers.filter((layer) => layer.secret).map((layer) => layer.id)]);
  }

  /** The classes that sites are coloured by. */
  get classes(): readonly Class[] {
    const { catalog, writer } = this;
    const withheld = writer.text(this.reach === 'some' ? 'beyondRemit' : this.at.colour === 'owner' ? 'hiddenOwners' : 'notPublic');
    return classesOf(this.at.colour, { catalog, writer, palette: this.scheme.palette, withheld });
  }

  /** The property that sites are coloured by. */
  get told(): Told {
    return toldOf[this.at.colour];
  }

  /** How many sites in view there are of each class, by its key. */
  get classCounts(): ReadonlyMap<string, number> {
    return classCounts(this.classes, this.listing.surveyed.get('sites')?.values ?? new Map(), this.told);
  }

  /** What a site is coloured by, as far as it is known; null when it is not. */
  propertiesOf(item: Item): Readonly<Record<string, unknown>> | null {
    const properties = this.listing.surveyed.get(item.layer)?.told.get(item.id) ?? item.properties;
    return this.told in properties || item.coarse ? properties : null;
  }

  /** Made-up records are in view. */
  get sample(): boolean {
    return this.listing.items.some(({ sample }) => sample);
  }

  /** The register has taken something from here. */
  private arrived(): void {
    this.news++;
    this.tell();
  }

  /** The browser cannot draw the map. */
  withoutMap(): void {
    this.mapless = true;
    this.tell();
  }

  /** Changes what the reader chose, and only what follows from it. */
  go(next: address.Address): void {
    const before = this.at;
    this.at = next;
    address.write(next);
    this.showLayers();
    this.map?.want(this.tiles);
    if (next.base !== before.base) this.ground.lay();
    if (next.language !== before.language) {
      this.writer = new Writer(next.language);
      this.api.language = next.language;
      this.map?.speak(this.writer);
    }
    if (next.open !== before.open && next.open !== openOf(this.shown)) {
      this.shown = shownOf(next.open);
      this.mark();
    }
    if (next.colour !== before.colour) this.colour();
    if (next.date !== before.date || JSON.stringify(next.cover) !== JSON.stringify(before.cover)) void this.covering.load();
    if (next.date !== before.date) void this.load();
    else this.look();
  }

  /** Changes a part of what the reader chose. */
  choose(part: Partial<address.Address>): void {
    this.go({ ...this.at, ...part });
  }

  /** Shows a record beside the map. */
  show(item: Item, opener: Shown['opener'] = null): void {
    this.shown = { layer: item.layer, id: item.id, item, opener };
    this.mark();
    this.choose({ open: openOf(this.shown), line: '' });
  }

  /** Opens a tool beside the map, or closes what is open with an empty name. */
  open(tool: string): void {
    this.shown = shownOf(tool);
    this.mark();
    this.choose({ open: tool, line: '' });
  }

  /** Closes what is open beside the map; the focus goes back where it came from. */
  close(): void {
    const opener = this.shown?.opener ?? null;
    const inside = document.activeElement === document.body || !!document.activeElement?.closest('.side');
    this.open('');
    if (inside) (opener?.() ?? this.map?.view.getCanvas())?.focus({ preventScroll: true });
  }

  /** A link's record has come: it can be marked on the map. */
  found(item: Item): void {
    if (!this.shown || this.shown.item || this.shown.layer !== item.layer || this.shown.id !== item.id) return;
    this.shown = { ...this.shown, item };
    this.mark();
    this.tell();
  }

  /** Goes to a place, and marks it. */
  point(at: Position): void {
    this.map?.pin(at);
    this.map?.bringIn([at[0], at[1], at[0], at[1]], null);
  }

  private mark(): void {
    this.map?.select(this.shown?.item ?? null);
  }

  private colour(): void {
    this.map?.colour(this.classes);
  }

  /** Fetches everything for the day chosen. */
  async load(): Promise<void> {
    // MapLibre waits for ever for some tiles that were refused once; the address has all that was chosen
    if (this.failed.size > 0) return location.reload();
    this.stir();
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const again = this.stranger !== null;
    this.problem = null;
    this.stranger = null;
    this.numbers = null;
    this.tell();
    try {
      if (!this.session) {
        // first of all: one that has ended is refused anything else
        this.session = await this.api.get('/api/v1/session', {}, signal);
        this.askedWho = Date.now();
        this.colour();
      }
      this.showLayers();
      if (again) this.map?.renew();
      this.look();
      if (this.catalog === Catalog.empty) {
        this.catalog = await Catalog.load(this.api);
        this.colour();
        this.tell();
      }
      this.numbers = await loadNumbers(this.api, this.at.date, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.problem = asProblem(error);
      this.numbers = [];
    }
    if (!signal.aborted) this.update();
  }

  /**
   * Asks again who is signed in. A session that has ended is refused once, and
   * that may befall a request that shows nothing, such as one for the page's icon:
   * from then on the register answers as it answers the public.
   */
  private async askWho(): Promise<void> {
    this.askedWho = Date.now();
    const before = this.session;
    const session = await this.api.get('/api/v1/session', {}).catch(() => null);
    if (!session || !before || session.actor === before.actor) return;
    if (!session.signed_in) return this.refused();
    // another tab has signed somebody in
    this.blank();
    void this.load();
  }

  /** The register does not know who asks: the session has ended, or nothing is public. */
  private refused(): void {
    if (this.stranger) return;
    this.stranger = this.session?.signed_in ? 'ended' : 'unknown';
    this.blank();
    this.open('');
    this.update();
  }

  /** Takes from the screen what was shown to who is no longer there. */
  private blank(): void {
    this.session = null;
    this.listing.clear();
    for (const { id } of layers) this.map?.show(id, false);
    this.map?.renew();
  }

  /** Counts and lists what has come into view, once the map rests. */
  private look(): void {
    this.uncounted = true;
    this.stir();
    this.tell();
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.resting = 0;
      if (Date.now() - this.askedWho > trustMS) void this.askWho();
      this.update();
    }, restMS);
  }

  /** Brings the panels up to what is known. */
  private update(): void {
    this.stir();
    this.tell();
    this.map?.view.triggerRepaint(); // so that idle comes, even when nothing was drawn
  }

  private stir(): void {
    delete document.body.dataset['idle'];
    if (this.busy) return;
    this.busy = true;
    this.tell();
  }

  /** Everything asked for is drawn: counts it, and then says so, for tests and for who waits. */
  private rest(): void {
    if (this.resting !== 0) return;
    if (this.uncounted) {
      this.uncounted = false;
      this.listing.survey();
    }
    if (this.listing.busy || this.numbers === null || this.covering.busy) return;
    document.body.dataset['idle'] = '1';
    if (!this.busy) return;
    this.busy = false;
    this.tell();
  }
}
