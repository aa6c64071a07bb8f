import { LngLatBounds, Map as View, NavigationControl, ScaleControl, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource, type IControl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Feature } from 'geojson';
import { h } from './dom';
import type { Writer } from './format';
import { anchor, around, type Box } from './geometry';
import type { Layer, LayerID } from './layers';
import { labelOf } from './naming';
import { palette } from './palette';
import type { Item, View as Looking } from './register';
import { aside, clickable, drawIcons, extraSources, font, layerOfPart, partsOf, style } from './style';
import { fontLetters } from './text';

setWorkerUrl(workerUrl);

/** How near a click must come to a point or a line, in pixels: a finger's tip is no mouse's. */
const reach = { mouse: 4, touch: 12 };

/** The map: what is drawn, where the reader looks, and what they click. */
export class MapView {
  readonly view: View;
  private readonly whole: WholeProvince;
  private bounds: Box | null = null;
  /** A link says where to look; otherwise the map opens on all there is. */
  private placed = /(^#|&)map=/.test(location.hash);

  private constructor(container: HTMLElement) {
    this.view = new View({
      container,
      style: style(),
      hash: 'map',
      center: [107, 16],
      zoom: 5,
      minZoom: 4,
      maxZoom: 20,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: 0,
    });
    this.view.touchZoomRotate.disableRotation();
    this.view.keyboard.disableRotation();
    this.whole = new WholeProvince(() => this.fit());
    this.view.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.view.addControl(this.whole, 'top-right');
    this.view.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');
  }

  /** Makes the map once its font is here: MapLibre keeps the first shape it drew of a letter. */
  static async open(container: HTMLElement): Promise<MapView> {
    await document.fonts.load(`16px "${font}"`, fontLetters).catch(() => []);
    const map = new MapView(container);
    await map.view.once('style.load');
    for (const { name, image, pixelRatio } of drawIcons()) map.view.addImage(name, image, { pixelRatio });
    return map;
  }

  /** Says in the reader's language what the controls do. */
  speak(writer: Writer): void {
    const name = (selector: string, text: string) => {
      const element = this.view.getContainer().querySelector(selector);
      element?.setAttribute('aria-label', text);
      if (element instanceof HTMLButtonElement) element.title = text;
    };
    name('.maplibregl-canvas', writer.text('mapLabel'));
    name('.maplibregl-ctrl-zoom-in', writer.text('zoomInControl'));
    name('.maplibregl-ctrl-zoom-out', writer.text('zoomOutControl'));
    this.whole.speak(writer.text('wholeProvince'));
  }

  /** Draws the items of a layer. */
  draw(layer: LayerID, items: readonly Item[]): void {
    this.source(layer).setData({ type: 'FeatureCollection', features: items.map(drawable) });
    if (layer === 'units') this.nameUnits(items);
    if (layer === 'units' || layer === 'sites') this.frame(layer, items);
  }

  /** Shows a layer or not. */
  show(layer: LayerID, visible: boolean): void {
    for (const part of partsOf(layer)) this.view.setLayoutProperty(part, 'visibility', visible ? 'visible' : 'none');
  }

  /** Colours sites by whose they are. */
  colour(owners: ReadonlyMap<string, string>): void {
    if (owners.size === 0) return;
    const match = ['match', ['get', 'owner'], ...[...owners].flat(), palette.otherOwner] as unknown as ExpressionSpecification;
    this.view.setPaintProperty('sites/points', 'circle-color', match);
  }

  /** Marks one item, or none. */
  select(item: Item | null): void {
    this.view.setPaintProperty('selected/point', 'circle-translate', item?.coarse ? aside(item.layer) : undefined);
    this.source('selected').setData({ type: 'FeatureCollection', features: item ? [drawable(item)] : [] });
  }

  get looking(): Looking {
    const b = this.view.getBounds();
    const box: Box = [Math.max(-180, b.getWest()), Math.max(-90, b.getSouth()), Math.min(180, b.getEast()), Math.min(90, b.getNorth())];
    return { box, zoom: this.view.getZoom() };
  }

  /** Goes to the zoom a layer is drawn from. */
  zoomTo(layer: Layer): void {
    this.view.easeTo({ zoom: layer.fromZoom + 0.2 });
  }

  /** Calls pick with what was clicked: the topmost item in reach, else the land. */
  onPick(pick: (layer: Layer, id: number, at: [number, number]) => void): void {
    const at = (x: number, y: number, touch: boolean) => {
      const r = touch ? reach.touch : reach.mouse;
      const found = this.view.queryRenderedFeatures(
        [
          [x - r, y - r],
          [x + r, y + r],
        ],
        { layers: clickable.filter((part) => !part.endsWith('/land')) },
      );
      const nearest = found[0] ?? this.view.queryRenderedFeatures([x, y], { layers: ['units/land'] })[0];
      return nearest ? { layer: layerOfPart(nearest.layer.id), id: Number(nearest.id) } : null;
    };
    this.view.on('click', (event) => {
      const touch = 'pointerType' in event.originalEvent && event.originalEvent.pointerType === 'touch';
      const hit = at(event.point.x, event.point.y, touch);
      if (hit) pick(hit.layer, hit.id, [event.lngLat.lng, event.lngLat.lat]);
    });
    this.view.on('mousemove', (event) => {
      const hit = at(event.point.x, event.point.y, false);
      this.view.getCanvas().style.cursor = hit && hit.layer.id !== 'units' ? 'pointer' : '';
    });
  }

  private source(name: LayerID | (typeof extraSources)[number]): GeoJSONSource {
    return this.view.getSource(name) as GeoJSONSource;
  }

  /** Names the smallest units there are, at one point each: a polygon cut into tiles would be named in each. */
  private nameUnits(items: readonly Item[]): void {
    const smallest = ['commune', 'district', 'province'].find((level) => items.some((item) => item.level === level));
    const features = items
      .filter((item) => item.level === smallest)
      .flatMap((item): Feature[] => {
        const point = anchor(item.geometry);
        return point ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties: { label: item.name } }] : [];
      });
    this.source('unit-labels').setData({ type: 'FeatureCollection', features });
  }

  /** Keeps the box of all there is, of units if there are any, and opens the map on it. */
  private frame(layer: 'units' | 'sites', items: readonly Item[]): void {
    const box = around(items.map((item) => item.box));
    if (!box || (layer === 'sites' && this.bounds)) return;
    this.bounds = box;
    if (this.placed) return;
    this.fit(false);
    this.placed = layer === 'units';
  }

  private fit(animate = true): void {
    if (this.bounds) this.view.fitBounds(new LngLatBounds(this.bounds), { padding: 28, animate });
  }
}

function drawable(item: Item): Feature {
  const { id, geometry, coarse, many, owner, level, town } = item;
  return { type: 'Feature', id, geometry, properties: { label: labelOf(item), coarse, many, owner, level, town } };
}

/** A button that shows the whole province. */
class WholeProvince implements IControl {
  private readonly button: HTMLButtonElement;
  private readonly group: HTMLElement;

  constructor(go: () => void) {
    this.button = h('button', { type: 'button', class: 'whole-province', onclick: go }, h('span', { class: 'maplibregl-ctrl-icon', 'aria-hidden': 'true' }));
    this.group = h('div', { class: 'maplibregl-ctrl maplibregl-ctrl-group' }, this.button);
  }

  onAdd(): HTMLElement {
    return this.group;
  }

  onRemove(): void {
    this.group.remove();
  }

  speak(text: string): void {
    this.button.setAttribute('aria-label', text);
    this.button.title = text;
  }
}
