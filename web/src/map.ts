import { addProtocol, LngLatBounds, Map as View, NavigationControl, prewarm, ScaleControl, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource, type IControl, type VectorTileSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import './styles/beyond.css';
import type { Feature } from 'geojson';
import { lay, see, source as ground, type Basemap } from './basemap';
import { h } from './dom';
import type { Writer } from './format';
import type { Position } from './geodesy';
import type { Box } from './geometry';
import type { Item, View as Looking } from './item';
import { layers, type Layer, type LayerID } from './layers';
import { maxZoom, minZoom, padding, type Opening } from './opening';
import { colourExpression, type Class, type Told } from './colouring';
import type { Palette } from './palette';
import { aside, clickable, colouredParts, drawIcons, font, layerOfPart, ownSources, paints, partsOf, style } from './style';
import { drawAt, keepPace } from './pace';
import { withoutSky } from './sky';
import { survey, type Surveyed } from './survey';
import { fontLetters, lateLetters } from './text';
import { closestZoom, recordZoom } from './tiles';
import { drawnTogether, onRefused, putTogether, scheme, sourceOf, together } from './together';
import { onUnchanged } from './unchanged';

setWorkerUrl(workerUrl);
prewarm(); // what makes tiles into shapes starts while the page does
addProtocol(scheme, ({ url }, { signal }) => putTogether(url, signal));

/** How near a click must come to a point or a line, in pixels: a finger's tip is no mouse's. */
const reach = { mouse: 4, touch: 12 };

/** How many pixels a side a print has for each of the screen's: a sheet of paper is twice as sharp. */
const paperPixels = 2;

/** The length of the equator in metres. */
const equatorM = 40_075_016.686;

/** What was clicked: a record, or a count of some that stand at a place. */
export interface Hit {
  layer: Layer;
  /** Null of a count. */
  id: number | null;
  at: Position;
}

/** What a map begins with. */
export interface Beginning {
  /** Where the tiles of a layer are. */
  tiles: (layer: LayerID) => string;
  /** The layers that are not shown. */
  unseen: ReadonlySet<string>;
  /** The box of all there is, null when that is not known. */
  bounds: Box | null;
  /** Its place stands in the link, and is written there. */
  linked: boolean;
  /** What is shown where the map will be, until it is drawn; null for nothing. */
  picture: Opening | null;
}

/** Marks when the map is drawn for the first time, in the browser's own timing. */
const drawnMark = 'map-drawn';

/** The map: what is drawn, where the reader looks, and what they click. */
export class MapView {
  readonly view: View;
  private readonly whole: WholeProvince;
  /** A tool takes the clicks. */
  private drawing: ((at: Position) => void) | null = null;
  private readonly bounds: Box | null;
  /** The map under this one, null for none. */
  ground: Basemap | null = null;
  /** Where the tiles of each layer are. */
  private readonly asked: Map<LayerID, string>;
  private readonly shown: Set<LayerID>;
  /** The coverage of communes is drawn, for which they have to be there. */
  private covers = false;
  /** Where the tiles of areas and lines come from. */
  private drawn: string;
  /** What the land is seen in until it is drawn. */
  private opening: Opening | null;
  /** The colour of where there is no land, which lies behind the map. */
  private beyond = '';

  private constructor(container: HTMLElement, { tiles, unseen, bounds, linked, picture }: Beginning) {
    this.bounds = bounds;
    this.opening = picture;
    this.asked = new Map(layers.map(({ id }) => [id, tiles(id)]));
    this.shown = new Set(layers.map(({ id }) => id).filter((id) => !unseen.has(id)));
    this.drawn = this.linesAndAreas;
    this.view = new View({
      container,
      style: style(tiles, unseen),
      hash: linked && 'map',
      // a link's place goes before
      ...(bounds ? { bounds: new LngLatBounds(bounds), fitBoundsOptions: { padding } } : { center: [107, 16], zoom: 5 }),
      minZoom,
      maxZoom,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: 0,
      zoomLevelsToOverscale: maxZoom - closestZoom, // fewer of them, and smaller ones would be made of the closest tiles, each drawn apart
    });
    withoutSky(this.view);
    keepPace(this.view);
    this.view.touchZoomRotate.disableRotation();
    this.view.keyboard.disableRotation();
    this.whole = new WholeProvince(() => this.fit());
    this.view.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.view.addControl(this.whole, 'top-right');
    this.view.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');
  }

  /** Makes the map once its font is here: MapLibre keeps the first shape it drew of a letter. */
  static async open(container: HTMLElement, beginning: Beginning): Promise<MapView> {
    await document.fonts.load(`16px "${font}"`, fontLetters).catch(() => []);
    const map = new MapView(container, beginning);
    await map.view.once('style.load');
    for (const name of new Set(layers.map(({ id }) => sourceOf(id)))) onUnchanged(map.view.getSource(name)!, () => map.view.triggerRepaint());
    for (const { name, image, pixelRatio } of drawIcons()) map.view.addImage(name, image, { pixelRatio });
    map.view.on('move', () => map.follow());
    void map.view.once('idle').then(() => {
      performance.mark(drawnMark); // for who measures
      map.putAway();
      void map.fetchLateLetters();
    });
    return map;
  }

  /** Keeps the picture of the land under the map, where tiles have not come yet. */
  private follow(): void {
    const { lng: lon, lat } = this.view.getCenter();
    this.opening?.follow({ zoom: this.view.getZoom(), lat, lon });
  }

  /** Takes the picture of the land away. */
  private putAway(): void {
    this.opening?.remove();
    this.opening = null;
  }

  /** Fetches the letters that few names have; those drawn already, in another font, are drawn anew. */
  private async fetchLateLetters(): Promise<void> {
    await document.fonts.load(`16px "${font}"`, lateLetters).catch(() => []);
    const labels = this.view.getStyle().layers.filter(({ type }) => type === 'symbol').map(({ id }) => id);
    const drawn = this.view.queryRenderedFeatures({ layers: labels }).map(({ properties }) => String(properties['name'] ?? ''));
    if (drawn.some((text) => /[\u0100-\u024f]/u.test(text.replace(/[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0]/gu, '')))) this.view.setGlyphs(null);
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

  /** Has another map lie under this one, or none. */
  async lie(basemap: Basemap | null): Promise<void> {
    this.ground = basemap;
    await lay(this.view, basemap, () => this.ground === basemap);
  }

  /** Asks for tiles elsewhere, where that has changed. */
  want(tiles: (layer: LayerID) => string): void {
    for (const [layer, before] of this.asked) {
      const now = tiles(layer);
      if (now === before) continue;
      this.asked.set(layer, now);
      if (layer === 'units') this.putAway(); // it is of today
      if (sourceOf(layer) === layer) this.fetchFrom(layer, now);
    }
    this.draw();
  }

  /** Asks for all tiles anew, those that were refused too. */
  renew(): void {
    for (const [layer, tiles] of this.asked) if (sourceOf(layer) === layer) this.fetchFrom(layer, tiles);
    this.drawn = this.linesAndAreas;
    this.fetchFrom(together, this.drawn);
  }

  private fetchFrom(source: string, tiles: string): void {
    (this.view.getSource(source) as VectorTileSource).setTiles([tiles]);
  }

  /** Where the tiles of the areas and lines that are shown come from. */
  private get linesAndAreas(): string {
    return drawnTogether((id) => (this.shown.has(id) || (id === 'units' && this.covers) ? this.asked.get(id)! : null));
  }

  /** Has areas and lines come from elsewhere, where others are shown. */
  private draw(): void {
    const now = this.linesAndAreas;
    if (now === this.drawn) return;
    this.drawn = now;
    this.fetchFrom(together, now);
  }

  /** Asks for the tiles of layers again: those that have not changed come at no cost. */
  refresh(which: (layer: LayerID) => boolean): void {
    for (const source of new Set(layers.filter(({ id }) => which(id)).map(({ id }) => sourceOf(id)))) this.view.refreshTiles(source);
  }

  /** Says when tiles of a layer have come, or will not. */
  onTiles(come: () => void, failed: (layer: LayerID, status: number, body: Blob | null) => void): void {
    const layerOfSource = (source: unknown) => layers.find(({ id }) => id === source)?.id;
    onRefused(failed);
    this.view.on('sourcedata', ({ sourceId, tile }) => tile && (sourceId === together || layerOfSource(sourceId)) && come());
    this.view.on('error', (event) => {
      const { error, sourceId } = event as unknown as { error: Error & { status?: number; body?: Blob }; sourceId?: string };
      // areas alone come without being put together
      const layer = sourceId === together ? 'units' : layerOfSource(sourceId);
      if (sourceId === ground) return; // onGround hears of it
      if (layer) failed(layer, error.status ?? 0, error.body ?? null);
      else console.error(error);
    });
  }

  /** Whether the map under this one has come: where it has not, the land is there as without one. */
  seeThrough(there: boolean): void {
    see(this.view, there);
  }

  /** Says when something of the map under this one has come, or was refused; that it has none of some places is usual. */
  onGround(come: () => void, refused: () => void): void {
    this.view.on('sourcedata', ({ sourceId, tile }) => sourceId === ground && tile && come());
    this.view.on('error', (event) => (event as { sourceId?: string }).sourceId === ground && refused());
  }

  /** Counts what is in view of a layer. */
  count(layer: LayerID, told: Told): Surveyed {
    return survey(this.view, layer, this.looking.box, told);
  }

  /** Shows a layer or not. */
  show(layer: LayerID, visible: boolean): void {
    for (const part of partsOf(layer)) this.view.setLayoutProperty(part, 'visibility', visible ? 'visible' : 'none');
    if (visible) this.shown.add(layer);
    else this.shown.delete(layer);
    if (layer === 'units' && !visible) this.putAway();
    this.draw();
  }

  /** Colours sites by their classes. */
  colour(classes: readonly Class[]): void {
    for (const part of colouredParts) this.view.setPaintProperty(part, 'circle-color', colourExpression(classes));
  }

  /** Draws everything in other colours. */
  paint(palette: Palette): void {
    this.beyond = palette.beyond;
    for (const [part, paint] of paints(palette)) {
      for (const [name, value] of Object.entries(paint)) this.view.setPaintProperty(part, name as never, value as never, { validate: false });
    }
    for (const { name, image } of drawIcons(palette)) this.view.updateImage(name, image);
  }

  /** Marks one item, or none. */
  select(item: Item | null): void {
    this.view.setPaintProperty('selected/point', 'circle-translate', item?.coarse ? aside(item.layer) : undefined);
    this.put('selected', item ? [{ type: 'Feature', geometry: item.geometry, properties: {} }] : []);
  }

  /** Draws the coverage of communes, or of villages in the place of their own points, in colours; or none. */
  cover(of: { by: 'commune' | 'village'; colour: ExpressionSpecification | string } | null): void {
    const visible = (part: string, is: boolean) => this.view.setLayoutProperty(part, 'visibility', is ? 'visible' : 'none');
    if (of?.by === 'commune') this.view.setPaintProperty('cover/areas', 'fill-color', of.colour);
    if (of?.by === 'village') this.view.setPaintProperty('cover/dots', 'circle-color', of.colour);
    visible('cover/areas', of?.by === 'commune');
    this.covers = of?.by === 'commune';
    this.draw();
    visible('cover/dots', of?.by === 'village');
    for (const part of ['villages/points', 'villages/clusters']) {
      this.view.setPaintProperty(part, 'circle-opacity', of ? 0 : 1);
      this.view.setPaintProperty(part, 'circle-stroke-opacity', of ? 0 : 1);
    }
  }

  /** Gives clicks to a tool, and shows the cross in the middle; the answer ends that. */
  draws(add: (at: Position) => void): () => void {
    this.drawing = add;
    this.view.getContainer().classList.add('drawing');
    return () => {
      this.drawing = null;
      this.view.getContainer().classList.remove('drawing');
    };
  }

  /** The middle of the map, where the cross is. */
  get middle(): Position {
    const { lng, lat } = this.view.getCenter();
    return [lng, lat];
  }

  /** Draws what a tool is about: a line with its points, closed for an area. */
  sketch(line: readonly Position[], closed: boolean): void {
    const points = line.map((p): Feature => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [...p] }, properties: {} }));
    const coordinates = line.map((p) => [...p]);
    const lines: Feature[] = line.length > 1 ? [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: {} }] : [];
    const areas: Feature[] = closed ? [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [[...coordinates, coordinates[0]!]] }, properties: {} }] : [];
    this.put('sketch', [...areas, ...lines, ...points]);
  }

  /** Points out works: those that could be shared, or the zones in force. */
  hint(features: Feature[]): void {
    this.put('hints', features);
  }

  /** Marks a place that is no record. */
  pin(at: Position): void {
    this.put('selected', [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: {} }]);
  }

  /** Goes to a place, near enough for a layer to be drawn. */
  bringIn(box: Box, layer: Layer | null): void {
    const animate = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const near = Math.max(layer?.fromZoom ?? 0, layer?.id === 'units' ? 0 : 15);
    const camera = this.view.cameraForBounds(new LngLatBounds(box), { padding: 60, maxZoom: Math.max(near, 15) });
    if (camera) this.view.easeTo({ ...camera, animate });
  }

  /** Moves the map, at its zoom, when the middle of a box is not to be seen, or nearly not. */
  keepInView([west, south, east, north]: Box): void {
    this.view.resize(); // what has opened beside the map takes its room
    const middle: [number, number] = [(west + east) / 2, (south + north) / 2];
    const { x, y } = this.view.project(middle);
    const { width, height } = this.view.getContainer().getBoundingClientRect();
    const edge = 40;
    if (x < edge || y < edge || x > width - edge || y > height - edge) this.view.jumpTo({ center: middle });
  }

  /** Waits until everything asked for is drawn. */
  async settled(): Promise<void> {
    this.view.triggerRepaint();
    await this.view.once('idle');
  }

  /** The map as it is drawn, with pixels enough for paper, as a data URL, and how much wider it is than high. */
  picture(): { image: string; ratio: number } {
    drawAt(this.view, Math.max(paperPixels, devicePixelRatio));
    this.view.redraw(); // what was drawn is gone once it is shown
    const drawn = this.view.getCanvas();
    const whole = h('canvas', { width: drawn.width, height: drawn.height });
    const context = whole.getContext('2d')!;
    context.fillStyle = this.beyond;
    context.fillRect(0, 0, whole.width, whole.height);
    context.drawImage(drawn, 0, 0);
    drawAt(this.view, null);
    return { image: whole.toDataURL('image/png'), ratio: whole.width / whole.height };
  }

  /** A round length that takes at most a quarter of the map's width: of what is drawn, though the page have no room for it. */
  bar(): { m: number; part: number } {
    const bounds = this.view.getBounds();
    const metres = (equatorM * Math.cos((this.view.getCenter().lat * Math.PI) / 180) * (bounds.getEast() - bounds.getWest())) / 360;
    const most = metres / 4;
    const power = 10 ** Math.floor(Math.log10(most));
    const m = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
    return { m, part: m / metres };
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

  /** Goes nearer to a place whose records are only counted from here. */
  nearer(at: Position): void {
    this.view.easeTo({ center: [at[0], at[1]], zoom: Math.min(Math.max(this.view.getZoom() + 2, 9), recordZoom + 0.5) });
  }

  /** Calls pick with what was clicked: the topmost item in reach, else the land. */
  onPick(pick: (hit: Hit) => void): void {
    const at = (x: number, y: number, touch: boolean): Hit | null => {
      const r = touch ? reach.touch : reach.mouse;
      const found = this.view.queryRenderedFeatures(
        [
          [x - r, y - r],
          [x + r, y + r],
        ],
        { layers: clickable.filter((part) => !part.endsWith('/land')) },
      );
      const nearest = found[0] ?? this.view.queryRenderedFeatures([x, y], { layers: ['units/land'] })[0];
      if (!nearest) return null;
      const { lng, lat } = this.view.unproject([x, y]);
      const own = nearest.geometry.type === 'Point' ? (nearest.geometry.coordinates as [number, number]) : ([lng, lat] as const);
      return { layer: layerOfPart(nearest.layer.id), id: nearest.properties['cluster'] ? null : Number(nearest.id), at: own };
    };
    this.view.on('click', (event) => {
      const touch = 'pointerType' in event.originalEvent && event.originalEvent.pointerType === 'touch';
      if (this.drawing) return this.drawing([event.lngLat.lng, event.lngLat.lat]);
      const hit = at(event.point.x, event.point.y, touch);
      if (hit) pick(hit);
    });
    this.view.on('mousemove', (event) => {
      if (event.originalEvent.buttons !== 0) return; // who drags the map points at nothing
      const hit = at(event.point.x, event.point.y, false);
      this.view.getCanvas().style.cursor = hit && hit.layer.id !== 'units' ? 'pointer' : '';
    });
  }

  /** Draws what is no tile. What there is none of costs no time. */
  private put(name: (typeof ownSources)[number], features: Feature[]): void {
    (this.view.getSource(name) as GeoJSONSource).setData({ type: 'FeatureCollection', features });
    for (const part of partsOf(name)) this.view.setLayoutProperty(part, 'visibility', features.length > 0 ? 'visible' : 'none');
  }

  private fit(): void {
    if (this.bounds) this.view.fitBounds(new LngLatBounds(this.bounds), { padding });
  }
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
