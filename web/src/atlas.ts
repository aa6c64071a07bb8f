import * as address from './address';
import { API, Problem } from './api';
import { Catalog } from './catalog';
import { classesOf, classOf, type Class } from './colouring';
import { Queue } from './field/queue';
import { Writer } from './format';
import type { Position } from './geodesy';
import { layers, type LayerID } from './layers';
import type { MapView } from './map';
import { coverClasses, coverFeatures, loadCover, type Covered } from './coverage';
import { loadNumbers, type Headline } from './numbers';
import { Register, type Item, type View } from './register';
import { reachOf, type Reach, type Session } from './session';
import { Scheme } from './theme';

/** How long the map must rest before what is in view is fetched, in milliseconds. */
const restMS = 200;

/** How long the page takes somebody to be signed in without asking again, in milliseconds. */
const trustMS = 60_000;

/** The colours that take more than sites' own records. */
const enriched: ReadonlySet<string> = new Set(['operator', 'tenants', 'technology']);

/** Nothing in particular, before the map is there to say. */
const nowhere: View = { box: [0, 0, 0, 0], zoom: 0 };

/** A record that is shown beside the map. */
export interface Shown {
  layer: LayerID;
  id: number;
  /** The record as the map has it; null when a link led to it. */
  item: Item | null;
  /** Takes the focus when it is closed. */
  opener: (() => HTMLElement | null) | null;
}

/** A picture of the map for paper. */
export interface Sheet {
  /** A data URL. */
  image: string;
  /** A length in metres that is a round number, and which part of the picture's width it takes. */
  bar: { m: number; part: number };
}

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
  readonly register = new Register(this.api, (layer) => this.changed(layer));
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
  /** The coverage shown, null while it is on its way or when none is. */
  covered: readonly Covered[] | null = null;
  /** What is being printed. */
  sheet: Sheet | null = null;
  printTitle = '';

  private listeners = new Set<() => void>();
  private turn = 0;
  private askedWho = 0;
  private reached: Reach = null;
  private asking: AbortController | null = null;
  private resting = 0;
  private covering: AbortController | null = null;

  constructor() {
    this.api.onStranger = () => this.refused();
    this.scheme.onChange(() => {
      this.map?.paint(this.scheme.palette);
      this.colour();
      this.drawCover();
      this.update();
    });
    window.addEventListener('hashchange', () => this.go(address.read()));
    this.shown = shownOf(this.at.open);
    void this.load().then(() => this.queue.start());
    void this.cover();
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

  /** The map is there: draws on it what has come meanwhile. */
  attach(map: MapView): void {
    this.map = map;
    map.onPick((layer, id) => {
      const item = this.register.of(layer).items.find((i) => i.id === id);
      if (item) this.show(item);
    });
    map.view.on('move', () => this.stir());
    map.view.on('moveend', () => this.look());
    map.view.on('idle', () => this.rest());
    map.paint(this.scheme.palette);
    map.speak(this.writer);
    for (const { id } of layers) {
      map.show(id, !this.at.hidden.has(id));
      if (this.register.of(id).status === 'ready') map.draw(id, this.register.of(id).items);
    }
    map.veil(this.at.cover !== null);
    this.colour();
    this.drawCover();
    this.mark();
    this.look();
  }

  /** The reader looks at this. */
  get view(): View {
    return this.map?.looking ?? nowhere;
  }

  /** How much of the register the reader is shown. */
  get reach(): Reach {
    return reachOf(this.session, this.register.coarse);
  }

  /** The layers not to ask for: those switched off, and those the public has no place of. */
  get unasked(): ReadonlySet<string> {
    if (this.reach !== 'public') return this.at.hidden;
    return new Set([...this.at.hidden, ...layers.filter((layer) => layer.secret).map((layer) => layer.id)]);
  }

  /** The classes that sites are coloured by. */
  get classes(): readonly Class[] {
    const { catalog, writer } = this;
    const withheld = writer.text(this.reach === 'some' ? 'beyondRemit' : this.at.colour === 'owner' ? 'hiddenOwners' : 'notPublic');
    return classesOf(this.at.colour, { catalog, writer, palette: this.scheme.palette, date: this.at.date, withheld });
  }

  /** How many sites there are of each class, by its key. */
  get classCounts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const { classes } = this;
    for (const { properties, many } of this.register.of('sites').items) {
      const { key } = classOf(classes, properties);
      counts.set(key, (counts.get(key) ?? 0) + many);
    }
    return counts;
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
    for (const { id } of layers) {
      if (before.hidden.has(id) !== next.hidden.has(id)) this.map?.show(id, !next.hidden.has(id));
    }
    if (next.language !== before.language) {
      this.writer = new Writer(next.language);
      this.api.language = next.language;
      this.map?.speak(this.writer);
    }
    if (next.open !== before.open && next.open !== openOf(this.shown)) {
      this.shown = shownOf(next.open);
      this.mark();
    }
    if (next.colour !== before.colour || next.date !== before.date) this.colour();
    if (next.date !== before.date || JSON.stringify(next.cover) !== JSON.stringify(before.cover)) void this.cover();
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
  point(at: Position, title: string): void {
    this.map?.pin(at, title);
    this.map?.bringIn([at[0], at[1], at[0], at[1]], null);
  }

  /** Names the print. */
  entitle(title: string): void {
    this.printTitle = title;
    this.tell();
  }

  /** Prints the map as it is, by day's colours. */
  async print(): Promise<void> {
    const map = this.map;
    if (!map) return;
    this.scheme.print(true);
    await map.settled();
    this.sheet = { image: map.picture(), bar: map.bar() };
    this.tell();
    const image = document.querySelector<HTMLImageElement>('.print-sheet img');
    await image?.decode().catch(() => {});
    window.print(); // which returns when the dialog is closed
    this.scheme.print(false);
  }

  private drawCover(): void {
    const { by } = this.at.cover ?? { by: 'commune' };
    const classes = coverClasses(by, this.scheme.palette, this.writer);
    this.map?.cover(coverFeatures(this.covered ?? [], classes, this.register.of('units').items));
  }

  /** Fetches the coverage chosen. */
  private async cover(): Promise<void> {
    this.covering?.abort();
    this.covering = null;
    this.covered = null;
    this.drawCover();
    const { cover, date } = this.at;
    this.map?.veil(cover !== null);
    if (!cover) return;
    const { signal } = (this.covering = new AbortController());
    const covered = await loadCover(this.api, cover, date, signal).catch((error: unknown) => {
      if (!signal.aborted) this.problem = error instanceof Problem ? error : new Problem(String(error));
      return [];
    });
    if (signal.aborted) return;
    this.covered = covered;
    this.covering = null;
    this.drawCover();
    this.update();
  }

  private mark(): void {
    this.map?.select(this.shown?.item ?? null);
  }

  private colour(): void {
    this.map?.colour(this.classes);
    if (enriched.has(this.at.colour) && this.register.of('sites').status === 'ready' && this.reach !== 'public') void this.register.enrich();
  }

  /** Fetches everything for the day chosen. */
  async load(): Promise<void> {
    this.stir();
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    this.problem = null;
    this.stranger = null;
    this.numbers = null;
    this.tell();
    let records: Promise<void> | null = null;
    try {
      if (!this.session) {
        // first of all: one that has ended is refused anything else
        this.session = await this.api.get('/api/v1/session', {}, signal);
        this.askedWho = Date.now();
        this.reached = null;
        this.tell();
      }
      records = this.register.open(this.at.date).then(() => this.look());
      if (this.catalog === Catalog.empty) {
        this.catalog = await Catalog.load(this.api);
        this.colour();
        this.tell();
      }
      this.numbers = await loadNumbers(this.api, this.at.date, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error instanceof Problem ? error : new Problem(String(error));
      this.numbers = [];
    }
    if (signal.aborted) return;
    await records;
    this.update();
  }

  /**
   * Asks again who is signed in. A session that has ended is refused once, and
   * that may befall a request that shows nothing, such as one for the page's icon:
   * from then on the register answers as it answers the public.
   */
  private async askWho(): Promise<void> {
    if (!this.session?.signed_in) return;
    this.askedWho = Date.now();
    const session = await this.api.get('/api/v1/session', {}).catch(() => null);
    if (session && !session.signed_in) this.refused();
  }

  /** The register does not know who asks: the session has ended, or nothing is public. */
  private refused(): void {
    if (this.stranger) return;
    this.stranger = this.session?.signed_in ? 'ended' : 'unknown';
    this.session = null;
    this.open('');
    this.update();
  }

  /** Fetches what has come into view, once the map rests. */
  private look(): void {
    this.stir();
    this.tell();
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.resting = 0;
      if (!this.stranger && this.map) this.register.look(this.view, this.unasked);
      if (Date.now() - this.askedWho > trustMS) void this.askWho();
      this.update();
    }, restMS);
  }

  /** A layer's records have come, or will not. */
  private changed(layer: LayerID): void {
    const { status, items, capped } = this.register.of(layer);
    if (status !== 'loading') this.map?.draw(layer, items);
    if (layer === 'units' && status === 'ready' && this.at.cover) this.drawCover();
    if (this.reached === 'all' && this.reach === 'some') void this.askWho(); // who saw all sees less
    if (this.reached !== this.reach || (layer === 'sites' && status === 'ready')) this.colour();
    this.reached = this.reach;
    if (status === 'ready' && capped) this.look();
    this.update();
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

  /** Says that everything asked for is drawn: for tests, and for who waits. */
  private rest(): void {
    if (this.resting !== 0 || this.register.busy || this.register.enriching || this.numbers === null || this.covering) return;
    document.body.dataset['idle'] = '1';
    if (!this.busy) return;
    this.busy = false;
    this.tell();
  }
}

function openOf(shown: Shown | null): string {
  return shown ? `${shown.layer}/${shown.id}` : '';
}

/** The record an address names, if it does. */
function shownOf(open: string): Shown | null {
  const [noun, id] = open.split('/');
  const layer = layers.find((l) => l.id === noun);
  return layer && /^\d+$/.test(id ?? '') ? { layer: layer.id, id: Number(id), item: null, opener: null } : null;
}
