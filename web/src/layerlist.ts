import type { Catalog } from './catalog';
import { h } from './dom';
import type { Writer } from './format';
import { layers, type Layer } from './layers';
import { ownerSwatch, swatch } from './legend';
import { palette } from './palette';
import type { Register, View } from './register';

export interface LayerListEvents {
  toggle: (layer: Layer, visible: boolean) => void;
  zoomTo: (layer: Layer) => void;
}

/** The layers with their legend, a switch and a count each. */
export class LayerList {
  readonly element: HTMLElement;
  private readonly rows = new Map<Layer, { count: HTMLElement; zoom: HTMLButtonElement }>();
  private readonly owners = h('ul', { class: 'owners' });

  constructor(
    private readonly writer: Writer,
    hidden: ReadonlySet<string>,
    events: LayerListEvents,
  ) {
    this.element = h('ul', { class: 'layers' }, ...layers.map((layer) => this.row(layer, hidden, events)));
  }

  private row(layer: Layer, hidden: ReadonlySet<string>, events: LayerListEvents): HTMLElement {
    const title = this.writer.text(layer.title);
    const box = h('input', {
      type: 'checkbox',
      name: layer.id,
      onchange: () => events.toggle(layer, box.checked),
    });
    box.checked = !hidden.has(layer.id);
    const count = h('span', { class: 'count' });
    const zoom = h(
      'button',
      { type: 'button', class: 'link', hidden: true, 'aria-label': this.writer.text('zoomHere', { layer: title }), onclick: () => events.zoomTo(layer) },
      this.writer.text('zoomIn'),
    );
    this.rows.set(layer, { count, zoom });
    const label = h('label', {}, box, swatch(layer.id), h('span', { class: 'name' }, title));
    return h('li', { 'data-layer': layer.id }, h('div', { class: 'layer' }, label, count, zoom), layer.id === 'sites' && this.owners);
  }

  /** Says how many there are, or why none are to be seen. */
  update(register: Register, catalog: Catalog, view: View, hidden: ReadonlySet<string>): void {
    for (const [layer, { count, zoom }] of this.rows) {
      const shown = !hidden.has(layer.id);
      const far = shown && view.zoom < layer.fromZoom;
      zoom.hidden = !far;
      const text = shown && !far ? this.count(layer, register, view) : '';
      if (count.textContent !== text) count.textContent = text;
    }
    this.showOwners(register, catalog);
  }

  private count(layer: Layer, register: Register, view: View): string {
    const { status, total, capped } = register.of(layer.id);
    if (status === 'failed') return this.writer.text('failed');
    if (status !== 'ready') return this.writer.text('loading');
    if (capped) return this.writer.text('capped', { n: this.writer.count(total) });
    if (layer.fromZoom === 0) return this.writer.count(total);
    const inView = [...register.inView(layer.id, view.box)].length;
    return this.writer.text('inViewCount', { n: this.writer.count(inView) });
  }

  private showOwners(register: Register, catalog: Catalog): void {
    const colours = catalog.colours;
    const counts = new Map<string, number>();
    for (const { owner } of register.of('sites').items) {
      const key = colours.has(owner) ? owner : '';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const row = (owner: string, name: string, color: string) =>
      h('li', { 'data-owner': owner }, ownerSwatch(color), h('span', { class: 'name' }, name), h('span', { class: 'count' }, this.writer.count(counts.get(owner) ?? 0)));
    const rows = [...colours].filter(([owner]) => counts.has(owner)).map(([owner, color]) => row(owner, catalog.organization(owner), color));
    if (counts.has('')) rows.push(row('', this.writer.text('otherOwner'), palette.otherOwner));
    this.owners.replaceChildren(...rows);
  }
}
