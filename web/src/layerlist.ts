import type { Catalog } from './catalog';
import { h } from './dom';
import type { Writer } from './format';
import { layers, type Layer } from './layers';
import { ownerSwatch, swatch } from './legend';
import { palette } from './palette';
import type { Register, View } from './register';
import type { Reach } from './session';

export interface LayerListEvents {
  toggle: (layer: Layer, visible: boolean) => void;
  zoomTo: (layer: Layer) => void;
}

/** Stands for the owners of sites that the reader is not told; no organization has such a code. */
const withheldOwner = '?';

interface Row {
  box: HTMLInputElement;
  count: HTMLElement;
  zoom: HTMLButtonElement;
}

/** The layers with their legend, a switch and a count each. */
export class LayerList {
  readonly element: HTMLElement;
  private readonly rows = new Map<Layer, Row>();
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
    const count = h('span', { class: 'count', id: `${layer.id}-count` });
    box.setAttribute('aria-describedby', count.id);
    const zoom = h(
      'button',
      { type: 'button', class: 'link', hidden: true, 'aria-label': this.writer.text('zoomHere', { layer: title }), onclick: () => events.zoomTo(layer) },
      this.writer.text('zoomIn'),
    );
    this.rows.set(layer, { box, count, zoom });
    const label = h('label', {}, box, swatch(layer.id), h('span', { class: 'name' }, title));
    return h('li', { 'data-layer': layer.id }, h('div', { class: 'layer' }, label, count, zoom), layer.id === 'sites' && this.owners);
  }

  /** Says how many there are, or why none are to be seen. */
  update(register: Register, catalog: Catalog, view: View, hidden: ReadonlySet<string>, reach: Reach): void {
    for (const [layer, { box, count, zoom }] of this.rows) {
      const never = reach === 'public' && layer.secret === true;
      box.disabled = never;
      box.checked = !never && !hidden.has(layer.id);
      const shown = !hidden.has(layer.id) && !never && !(reach === null && layer.secret);
      const far = shown && view.zoom < layer.fromZoom;
      zoom.hidden = !far;
      const text = never ? this.writer.text('signedInOnly') : shown && !far ? this.count(layer, register, view) : '';
      if (count.textContent !== text) count.textContent = text;
    }
    this.showOwners(register, catalog, reach);
  }

  private count(layer: Layer, register: Register, view: View): string {
    const { status, total, capped } = register.of(layer.id);
    if (status === 'failed') return this.writer.text('failed');
    if (status !== 'ready') return this.writer.text('loading');
    if (capped) return this.writer.text('capped', { n: this.writer.count(total) });
    if (layer.fromZoom === 0) return this.writer.count(total);
    return this.writer.text('inViewCount', { n: this.writer.count(register.countInView(layer.id, view.box)) });
  }

  private showOwners(register: Register, catalog: Catalog, reach: Reach): void {
    const colours = catalog.colours;
    const counts = new Map<string, number>();
    for (const { owner, coarse, many } of register.of('sites').items) {
      const key = colours.has(owner) ? owner : coarse ? withheldOwner : '';
      counts.set(key, (counts.get(key) ?? 0) + many);
    }
    const row = (owner: string, name: string, color: string) =>
      counts.has(owner) &&
      h('li', { 'data-owner': owner }, ownerSwatch(color), h('span', { class: 'name' }, name), h('span', { class: 'count' }, this.writer.count(counts.get(owner)!)));
    const rows = [
      ...[...colours].map(([owner, color]) => row(owner, catalog.organization(owner), color)),
      row('', this.writer.text('otherOwner'), palette.otherOwner),
      row(withheldOwner, this.writer.text(reach === 'some' ? 'beyondRemit' : 'hiddenOwners'), palette.otherOwner),
    ];
    this.owners.replaceChildren(...rows.filter((r) => r !== false));
  }
}
