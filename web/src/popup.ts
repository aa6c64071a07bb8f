import { Popup, type Map as View } from 'maplibre-gl';
import { signInLink } from './account';
import { Problem, type API } from './api';
import type { Catalog, Properties } from './catalog';
import { h } from './dom';
import type { Writer } from './format';
import { layerOf, type Layer } from './layers';
import { ownerSwatch, swatch } from './legend';
import { subtitleOf, titleOf } from './naming';
import { palette } from './palette';
import type { Item } from './register';
import type { Reach } from './session';
import { sampleMark } from './text';

/** What the popup needs to tell of a record. */
export interface Telling {
  api: API;
  catalog: Catalog;
  writer: Writer;
  date: string;
  reach: Reach;
}

/** How near the popup may come to the edge of the map, in pixels. */
const edge = 18;

/** Most tenants and stations that are asked for of one record. */
const fewRecords = 100;

/** Shows one record at a time on the map. */
export class Details {
  private popup: Popup | null = null;
  private stop: AbortController | null = null;

  constructor(
    private readonly map: View,
    private readonly closed: () => void,
  ) {}

  /** Shows an item; the focus goes to opener when it is closed. */
  open(item: Item, at: [number, number], telling: Telling, opener: (() => HTMLElement | null) | null = null): void {
    this.close();
    const { writer, catalog } = telling;
    const layer = layerOf(item.layer);
    const title = titleOf(item, writer);
    const sign = item.layer === 'sites' ? ownerSwatch(catalog.colours.get(item.owner) ?? palette.otherOwner) : swatch(item.layer);
    const body = h('div', { 'aria-live': 'polite' }, h('p', { class: 'hint' }, writer.text('loading')));
    const content = h(
      'article',
      { class: 'details', 'aria-label': `${writer.text('popupLabel')}: ${title}`, tabindex: -1 },
      h('p', { class: 'kind' }, sign, item.name ? writer.text(layer.one) : subtitleOf(item, catalog, writer)),
      h('h2', {}, title),
      body,
    );
    const popup = new Popup({ maxWidth: '340px', closeOnClick: false, focusAfterOpen: false });
    popup.setLngLat(at).setDOMContent(content).addTo(this.map);
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && this.close();
    document.addEventListener('keydown', escape);
    const button = popup.getElement()?.querySelector('.maplibregl-popup-close-button');
    button?.setAttribute('aria-label', writer.text('closePopup'));
    popup.on('close', () => {
      const inside = content.contains(document.activeElement) || document.activeElement === document.body;
      document.removeEventListener('keydown', escape);
      this.stop?.abort();
      this.popup = null;
      if (inside) (opener?.() ?? this.map.getCanvas()).focus({ preventScroll: true });
      this.closed();
    });
    this.popup = popup;
    this.stop = new AbortController();
    content.focus({ preventScroll: true });
    void this.fill(body, item, layer, telling, this.stop.signal).then(() => this.popup === popup && this.bringIn(popup));
  }

  /** Moves the map as little as it takes to have the whole popup on it, now that it is filled. */
  private bringIn(popup: Popup): void {
    popup.setLngLat(popup.getLngLat()); // which finds the side with room anew
    const frame = this.map.getContainer().getBoundingClientRect();
    const box = popup.getElement()?.getBoundingClientRect();
    if (!box) return;
    const over = (low: number, high: number, from: number, to: number) => Math.min(0, low - from - edge) || Math.max(0, high - to + edge);
    const x = over(box.left, box.right, frame.left, frame.right);
    const y = over(box.top, box.bottom, frame.top, frame.bottom);
    if (x !== 0 || y !== 0) this.map.panBy([x, y]);
  }

  close(): void {
    this.popup?.remove();
  }

  private async fill(body: HTMLElement, item: Item, layer: Layer, telling: Telling, signal: AbortSignal): Promise<void> {
    const { writer } = telling;
    if (item.many > 1) {
      body.replaceChildren(...withheld(item, telling)); // what they have in common, their title says
      return;
    }
    try {
      const record = await telling.api.get(`/api/v1/${layer.id}/{id}`, { path: { id: item.id } }, signal);
      const more = item.coarse ? [] : await related(layer, item, telling, signal);
      body.replaceChildren(...told(record, layer, more, telling), ...withheld(item, telling));
    } catch (error) {
      if (signal.aborted) return;
      body.replaceChildren(h('p', { class: 'problem' }, error instanceof Problem ? error.message : writer.text('failed')));
    }
  }
}

interface Related {
  name: string;
  values: string[];
}

/** Who else is there, and what stands there. */
async function related(layer: Layer, item: Item, { api, catalog, writer, date }: Telling, signal: AbortSignal): Promise<Related[]> {
  const out: Related[] = [];
  if (layer.shared) {
    const { items } = await api.get(
      '/api/v1/tenancies',
      { query: { asset_kind: layer.shared, asset: item.id, as_of: date, limit: fewRecords } },
      signal,
    );
    const names = new Set(items.flatMap(({ tenant }) => (tenant === null ? [] : catalog.organization(tenant))));
    out.push({ name: writer.text('usedBy'), values: [...names].sort((a, b) => writer.compare(a, b)) });
  }
  if (layer.id === 'sites') {
    const { items } = await api.get('/api/v1/stations', { query: { site: item.id, as_of: date, limit: fewRecords } }, signal);
    const byOperator = new Map<string, Set<string>>();
    for (const { technology, operator } of items) {
      if (operator === null) continue; // not to be seen by who asks
      byOperator.set(operator, (byOperator.get(operator) ?? new Set()).add(technology));
    }
    const values = [...byOperator].map(([operator, technologies]) => `${catalog.organization(operator)}: ${[...technologies].sort().join(', ')}`);
    out.push({ name: writer.text('technologies'), values });
  }
  return out;
}

/** A name and its values. */
type Row = readonly [string, ...string[]];

/** Rows that have values: what is not known, or not to be known, takes no room. */
function facts(rows: readonly Row[]): HTMLElement[] {
  const filled = rows.filter(([, ...values]) => values.length > 0);
  if (filled.length === 0) return [];
  return [h('dl', { class: 'facts', tabindex: 0 }, ...filled.map(([name, ...values]) => h('div', {}, h('dt', {}, name), ...values.map((value) => h('dd', {}, value)))))];
}

/** Says that there is more to a record than the reader is told. */
function withheld(item: Item, { reach, writer }: Telling): HTMLElement[] {
  if (!item.coarse) return [];
  const more = reach === 'public' && signInLink(writer, writer.text('signInForMore'), 'link');
  return [h('p', { class: 'hint withheld' }, writer.text('publicRecord'), more && ' ', more)];
}

function told(record: Properties, layer: Layer, more: readonly Related[], { catalog, writer }: Telling): HTMLElement[] {
  const rows: Row[] = [];
  const sample = [record['source'], record['name']].some((text) => typeof text === 'string' && text.toLowerCase().includes(sampleMark));
  for (const field of layer.fields) {
    const value = catalog.show(field, record, writer);
    if (value !== null && !(field.name === 'source' && sample)) rows.push([catalog.name(field, writer), value]);
  }
  for (const { name, values } of more) rows.push([name, ...values]);
  return [...facts(rows), ...(sample ? [h('p', { class: 'badge' }, writer.text('sample'))] : [])];
}
