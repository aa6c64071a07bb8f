import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/font.css';
import './styles/page.css';
import './styles/panel.css';
import './styles/map.css';
import './styles/phone.css';
import './styles/motion.css';
import { accountOf } from './account';
import * as address from './address';
import { API, Problem } from './api';
import { Catalog } from './catalog';
import { today } from './day';
import { h } from './dom';
import { Writer } from './format';
import { anchor } from './geometry';
import { list, nearest } from './inview';
import { LayerList } from './layerlist';
import { layers, type LayerID } from './layers';
import { MapView } from './map';
import { emptyDayNotice, emptyNotice, problemNotice, signInNotice } from './notice';
import { loadNumbers, numbersOf, type Headline } from './numbers';
import { Panel } from './panel';
import { Details } from './popup';
import { Register, type Item } from './register';
import { reachOf, type Reach, type Session } from './session';

/** How long the map must rest before what is in view is fetched, in milliseconds. */
const restMS = 200;

/** How long the page takes somebody to be signed in without asking again, in milliseconds. */
const trustMS = 60_000;

/** The page: it holds what the reader chose, and passes it on. */
class Page {
  private at = address.read();
  private writer = new Writer(this.at.language);
  private readonly api = new API(this.at.language);
  private readonly register = new Register(this.api, (layer) => this.changed(layer));
  private readonly details: Details;
  private readonly notices: HTMLElement;
  private catalog = Catalog.empty;
  private numbers: readonly Headline[] | null = null;
  private problem: Problem | null = null;
  private session: Session | null = null;
  /** Why the register wants to know who asks, if it does. */
  private stranger: 'ended' | 'unknown' | null = null;
  private askedWho = 0;
  private reached: Reach = null;
  private asking: AbortController | null = null;
  private resting = 0;
  private panel!: Panel;
  private list!: LayerList;

  constructor(
    private readonly map: MapView,
    private readonly frame: HTMLElement,
  ) {
    this.notices = frame.querySelector<HTMLElement>('.notices')!;
    this.details = new Details(map.view, () => map.select(null));
    map.onPick((layer, id, at) => {
      const item = this.register.of(layer.id).items.find((i) => i.id === id);
      if (item) this.open(item, at);
    });
    map.view.on('move', () => this.busy());
    map.view.on('moveend', () => this.look());
    map.view.on('idle', () => this.idle());
    this.api.onStranger = () => this.refused();
    window.addEventListener('hashchange', () => this.go(address.read()));
    for (const layer of layers) map.show(layer.id, !this.at.hidden.has(layer.id));
    this.build();
    void this.load();
  }

  /** Writes everything in the reader's language. */
  private build(): void {
    const focused = document.activeElement?.getAttribute('lang');
    const expanded = this.panel?.expanded ?? false;
    document.documentElement.lang = this.writer.language;
    document.title = this.writer.text('title');
    this.api.language = this.writer.language;
    this.list = new LayerList(this.writer, this.at.hidden, {
      toggle: (layer, visible) => {
        const hidden = new Set(this.at.hidden);
        if (visible) hidden.delete(layer.id);
        else hidden.add(layer.id);
        this.go({ ...this.at, hidden });
      },
      zoomTo: (layer) => this.map.zoomTo(layer),
    });
    const panel = new Panel(this.writer, this.at, this.list, {
      language: (language) => this.go({ ...this.at, language }),
      date: (date) => this.go({ ...this.at, date }),
    });
    panel.expand(expanded);
    if (this.panel) this.panel.element.replaceWith(panel.element);
    else this.frame.prepend(panel.element);
    this.panel = panel;
    if (focused) panel.element.querySelector<HTMLElement>(`.languages [lang="${focused}"]`)?.focus();
    this.map.speak(this.writer);
    this.showAccount();
    this.panel.numbers.replaceChildren(numbersOf(this.numbers, this.writer));
    this.update();
  }

  /** Changes what the reader chose, and only what follows from it. */
  private go(next: address.Address): void {
    const before = this.at;
    this.at = next;
    address.write(next);
    for (const { id } of layers) {
      if (before.hidden.has(id) !== next.hidden.has(id)) this.map.show(id, !next.hidden.has(id));
    }
    if (next.language !== before.language || next.date !== before.date) {
      this.details.close();
      this.writer = new Writer(next.language);
      this.build();
    }
    if (next.date !== before.date) void this.load();
    else this.look();
  }

  /** Fetches everything for the day chosen. */
  private async load(): Promise<void> {
    this.busy();
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    this.problem = null;
    this.stranger = null;
    this.numbers = null;
    this.panel.numbers.replaceChildren(numbersOf(null, this.writer));
    let records: Promise<void> | null = null;
    try {
      if (!this.session) {
        // first of all: one that has ended is refused anything else
        this.session = await this.api.get('/api/v1/session', {}, signal);
        this.askedWho = Date.now();
        this.reached = null;
        this.showAccount();
      }
      records = this.register.open(this.at.date).then(() => this.look());
      if (this.catalog === Catalog.empty) {
        this.catalog = await Catalog.load(this.api);
        this.map.colour(this.catalog.colours);
        this.showAccount();
        this.update();
      }
      this.numbers = await loadNumbers(this.api, this.at.date, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error instanceof Problem ? error : new Problem(String(error));
      this.numbers = [];
    }
    if (signal.aborted) return;
    this.panel.numbers.replaceChildren(numbersOf(this.numbers, this.writer));
    await records;
    this.update();
  }

  private showAccount(): void {
    this.panel.account.replaceChildren(...accountOf(this.session, this.catalog, this.writer));
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
    this.details.close();
    this.showAccount();
    this.update();
  }

  /** How much of the register the reader is shown. */
  private get reach(): Reach {
    return reachOf(this.session, this.register.coarse);
  }

  /** The layers not to ask for: those switched off, and those the public has no place of. */
  private get unasked(): ReadonlySet<string> {
    if (this.reach !== 'public') return this.at.hidden;
    return new Set([...this.at.hidden, ...layers.filter((layer) => layer.secret).map((layer) => layer.id)]);
  }

  /** Fetches what has come into view, once the map rests. */
  private look(): void {
    this.busy();
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.resting = 0;
      if (!this.stranger) this.register.look(this.map.looking, this.unasked);
      if (Date.now() - this.askedWho > trustMS) void this.askWho();
      this.update();
    }, restMS);
  }

  /** A layer's records have come, or will not. */
  private changed(layer: LayerID): void {
    const { status, items, capped } = this.register.of(layer);
    if (status !== 'loading') this.map.draw(layer, items);
    if (this.reached === 'all' && this.reach === 'some') void this.askWho(); // who saw all sees less
    this.reached = this.reach;
    if (status === 'ready' && capped) this.look();
    this.update();
  }

  /** Brings counts, list and notices up to what is known. */
  private update(): void {
    this.busy();
    const view = this.map.looking;
    this.list.update(this.register, this.catalog, view, this.at.hidden, this.reach);
    this.panel.showNote(this.reach);
    list(this.panel.inView, nearest(this.register, view, this.unasked), this.catalog, this.writer, (item) => this.openFromList(item));
    this.panel.showSample(layers.some((layer) => this.register.of(layer.id).sample));
    this.notify();
    this.map.view.triggerRepaint(); // so that idle comes, even when nothing was drawn
  }

  /** Says what there is to say instead of to see. What is said already is left alone: it may have the focus. */
  private notify(): void {
    const notice = this.notice();
    const said = this.notices.firstChild;
    if (!notice) said?.remove();
    else if (!notice.isEqualNode(said)) this.notices.replaceChildren(notice);
  }

  private notice(): HTMLElement | null {
    if (this.stranger) return signInNotice(this.writer, this.stranger === 'ended', () => void this.load());
    const problem = this.problem ?? this.register.problem;
    if (problem) return problemNotice(problem, this.writer, () => void this.load());
    if (!this.register.empty || this.register.busy) return null;
    if (this.catalog.organizations.length === 0) return emptyNotice(this.writer);
    return emptyDayNotice(this.writer, this.at.date, () => this.go({ ...this.at, date: today() }));
  }

  private open(item: Item, at: [number, number], opener: (() => HTMLElement | null) | null = null): void {
    const { api, catalog, writer, reach } = this;
    this.details.open(item, at, { api, catalog, writer, reach, date: this.at.date }, opener);
    this.map.select(item);
  }

  private openFromList(item: Item): void {
    const at = anchor(item.geometry);
    if (!at) return;
    this.panel.expand(false);
    this.open(item, at, () => this.panel.element.querySelector<HTMLElement>(`[data-item="${item.layer}/${item.id}"]`));
  }

  private busy(): void {
    delete document.body.dataset['idle'];
    this.frame.setAttribute('aria-busy', 'true');
  }

  /** Says that everything asked for is drawn: for tests, and for who waits. */
  private idle(): void {
    if (this.resting !== 0 || this.register.busy || this.numbers === null) return;
    document.body.dataset['idle'] = '1';
    this.frame.removeAttribute('aria-busy');
  }
}

async function start(): Promise<void> {
  address.recall();
  // what a browser kept of the page may be of a session that has ended since
  window.addEventListener('pageshow', (event) => event.persisted && location.reload());
  const container = h('div', { class: 'map' });
  const frame = h(
    'div',
    { class: 'page' },
    h('main', {}, h('div', { class: 'progress', 'aria-hidden': 'true' }), container, h('div', { class: 'notices' })),
  );
  document.body.append(frame);
  try {
    new Page(await MapView.open(container), frame);
  } catch (error) {
    console.error(error);
    const writer = new Writer(address.read().language);
    frame.querySelector('.notices')!.append(h('div', { class: 'notice problem', role: 'alert' }, h('p', {}, writer.text('noWebGL'))));
  }
}

void start();
