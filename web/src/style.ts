import type {
  CircleLayerSpecification,
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { layers, layerOf, type Layer, type LayerID } from './layers';
import { palette as day, verdictsOf, type Palette } from './palette';
import { times } from './text';
import { drawnTogether, sourceOf, together } from './together';
import { closestZoom, recordZoom, tilesOf } from './tiles';
import { townKinds } from './towns';
import { communesNamedFrom, nameSizes } from './opening';

/** The CSS font family labels are drawn with; styles/font.css says where it comes from. */
export const font = 'Noto Sans Variable';

export const icons = { servicePoint: 'service-point', manhole: 'manhole' } as const;

const byZoom = (...stops: (number | ExpressionSpecification)[]): DataDrivenPropertyValueSpecification<number> =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as DataDrivenPropertyValueSpecification<number>;

const level = (name: string): ExpressionSpecification => ['==', ['get', 'level'], name];

/** The tiles of a layer have it under its own name, and a point to name each area at beside it. */
const of = (id: LayerID, part = id as string) => ({ source: sourceOf(id), 'source-layer': part });

/** Counts stand for records: everybody's from afar, and on the public grid for who sees no more. */
const cluster: ExpressionSpecification = ['has', 'cluster'];
const record: ExpressionSpecification = ['!', cluster];

function line(id: LayerID, color: string, width: number[], more: Record<string, unknown> = {}): LayerSpecification {
  return {
    id: `${id}/lines`,
    type: 'line',
    ...of(id),
    minzoom: layerOf(id).fromZoom,
    filter: record,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': byZoom(...width), ...more },
  };
}

/** A name, or how many records stand at a point of the grid. */
const name = ['case', cluster, ['case', ['>', ['get', 'count'], 1], ['concat', times, ['get', 'count']], ''], ['coalesce', ['get', 'name'], ['get', 'code'], '']] as unknown as ExpressionSpecification;

function label(id: LayerID, minzoom: number, size: number[], palette: Palette, more: Record<string, unknown> = {}): SymbolLayerSpecification {
  return {
    id: `${id}/labels`,
    type: 'symbol',
    ...of(id),
    minzoom,
    layout: { 'text-field': name, 'text-font': [font], 'text-size': byZoom(...size), 'text-max-width': 8, ...more },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.6 },
  };
}

/** Names units, at one point each. */
function named(part: string, which: FilterSpecification, zooms: { minzoom?: number; maxzoom?: number }, size: readonly number[], palette: Palette): SymbolLayerSpecification {
  return {
    id: `units/${part}`,
    type: 'symbol',
    ...of('units', 'units-names'),
    ...zooms,
    filter: which,
    layout: { 'text-field': ['get', 'name'], 'text-font': [font], 'text-size': byZoom(...size), 'text-max-width': 8, 'text-padding': 6 },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.6 },
  };
}

/** Names stand below what they name, and below the ring of what is selected. */
const below = { 'text-anchor': 'top', 'text-offset': [0, 1] };

/** Which way layers make room for each other where a grid puts them at one place. */
const sides: Partial<Record<LayerID, readonly [number, number]>> = { poles: [-1, 0], manholes: [1, 0], 'service-points': [0, -1] };

/** How far beside its place on the grid a record is drawn: not at all from afar, 30 pixels in the streets. */
export function aside(id: LayerID): ExpressionSpecification {
  const [x, y] = sides[id] ?? [0, 0];
  return ['interpolate', ['linear'], ['zoom'], 10, ['literal', [0, 0]], 13, ['literal', [30 * x, 30 * y]]];
}

/** A part as it draws what the reader sees on a grid: beside its place. */
function onGrid(part: CircleLayerSpecification | SymbolLayerSpecification): LayerSpecification {
  const translate = aside(part.source as LayerID);
  const more =
    part.type === 'circle'
      ? { paint: { ...part.paint, 'circle-translate': translate } }
      : { paint: { ...part.paint, 'icon-translate': translate, 'text-translate': translate }, layout: { ...part.layout, 'text-allow-overlap': true } };
  return { ...part, ...more, id: `${part.id}-grid`, filter: cluster } as LayerSpecification;
}

/** Draws what has a side at its place where that is known, and beside it on a grid. */
function twice(part: LayerSpecification): LayerSpecification[] {
  if ((part.type !== 'circle' && part.type !== 'symbol') || part.filter || !sides[part.source as LayerID]) return [part];
  return [{ ...part, filter: record }, onGrid(part)];
}

/** A size that grows with how many records a cluster counts. */
const byCount = (...stops: number[]): ExpressionSpecification => ['interpolate', ['linear'], ['sqrt', ['get', 'count']], ...stops] as unknown as ExpressionSpecification;

/** From how many records on a cluster's number is written in it. */
const written = 4;

/** The ring around what is marked: around the dot of a site, and above its name. */
const marked = (palette: Palette): NonNullable<CircleLayerSpecification['paint']> => ({
  'circle-radius': byZoom(8, 8, 11, 8.5, 15, 12.5),
  'circle-color': palette.selected,
  'circle-opacity': 0.85,
  'circle-stroke-color': palette.selectedEdge,
  'circle-stroke-width': 1.5,
});

/** How the layers are drawn, from the ground up. Style layers are named noun/part. */
const partsIn = (palette: Palette, verdicts = verdictsOf(palette)): readonly LayerSpecification[] => [
  // of one colour each: what they cover is then not drawn below them
  {
    id: 'units/land',
    type: 'fill',
    ...of('units'),
    // near by, communes cover their province
    filter: ['any', ['!', level('province')], ['<', ['zoom'], recordZoom]],
    paint: { 'fill-color': palette.land, 'fill-antialias': false },
    // of the levels that are valid on a day the smallest is drawn last, and clicked first
    layout: { 'fill-sort-key': ['match', ['get', 'level'], 'province', 0, 'district', 1, 2] },
  },
  {
    id: 'units/towns',
    type: 'fill',
    ...of('units'),
    filter: ['all', level('commune'), ['in', ['get', 'unit_kind'], ['literal', townKinds]]],
    paint: { 'fill-color': palette.town, 'fill-antialias': false },
  },
  {
    id: 'units/borders',
    type: 'line',
    ...of('units'),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': ['case', level('province'), palette.provinceBorder, palette.border],
      'line-width': ['case', level('province'), 2, level('district'), 1.6, 0.9],
    },
  },
  {
    id: 'cover/areas',
    type: 'fill',
    ...of('units'),
    filter: level('commune'),
    layout: { visibility: 'none' },
    paint: { 'fill-color': 'rgba(0,0,0,0)', 'fill-opacity': 0.78 },
  },
  { id: 'zones/areas', type: 'fill', ...of('zones'), paint: { 'fill-color': palette.zone, 'fill-antialias': false, 'fill-opacity': byZoom(9, 0.12, 13, 0.05) } },
  { id: 'zones/lines', type: 'line', ...of('zones'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.zone, 'line-width': byZoom(8, 0.8, 14, 2), 'line-dasharray': [3, 1.6] } },
  line('streets', palette.street, [9, 1.4, 13, 3, 16, 6], { 'line-opacity': 0.7 }),
  line('trenches', palette.trench, [12, 4, 16, 9], { 'line-opacity': 0.75 }),
  line('ducts', palette.duct, [12, 1.6, 16, 5]),
  line('cables', palette.cable, [12, 0.9, 16, 2.4], { 'line-dasharray': [3, 2] }),
  line('planned-works', palette.planned, [9, 1.2, 13, 2.4, 16, 4], { 'line-dasharray': [1.4, 1.6] }),
  {
    id: 'selected/area',
    type: 'line',
    source: 'selected',
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': palette.selected, 'line-width': 5, 'line-opacity': 0.85 },
  },
  {
    id: 'selected/point',
    type: 'circle',
    source: 'selected',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: marked(palette),
  },
  {
    id: 'hints/chosen',
    type: 'circle',
    source: 'hints',
    filter: ['all', ['==', ['geometry-type'], 'Point'], ['==', ['get', 'chosen'], true]],
    paint: { ...marked(palette), 'circle-radius': 12 }, // fills the ring that hints have
  },
  {
    id: 'manholes/points',
    type: 'symbol',
    ...of('manholes'),
    minzoom: layerOf('manholes').fromZoom,
    layout: { 'icon-image': icons.manhole, 'icon-size': byZoom(14, 0.7, 18, 1.3), 'icon-allow-overlap': true },
  },
  {
    id: 'poles/points',
    type: 'circle',
    ...of('poles'),
    minzoom: layerOf('poles').fromZoom,
    paint: {
      'circle-radius': byZoom(13, ['case', ['>', ['coalesce', ['get', 'count'], 1], 1], 4, 1.5], 18, 5),
      'circle-color': palette.pole,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': byZoom(14, 0, 16, 1),
    },
  },
  // from afar villages and service points stand beside the sites of their cell
  {
    id: 'villages/clusters',
    type: 'circle',
    ...of('villages'),
    maxzoom: recordZoom,
    paint: {
      'circle-radius': byCount(1, 1.3, 10, 2.6),
      'circle-color': palette.halo,
      'circle-stroke-color': palette.village,
      'circle-stroke-width': 0.8,
      'circle-translate': [-6, 5],
    },
  },
  {
    id: 'villages/points',
    type: 'circle',
    ...of('villages'),
    minzoom: recordZoom,
    paint: {
      'circle-radius': byZoom(10, 2.1, 11, 2.6, 15, 5.5),
      'circle-color': palette.halo,
      'circle-stroke-color': palette.village,
      'circle-stroke-width': byZoom(10, 1, 12, 1.4),
    },
  },
  {
    id: 'cover/dots',
    type: 'circle',
    ...of('villages'),
    layout: { visibility: 'none' },
    paint: {
      'circle-radius': byZoom(8, ['case', cluster, ['min', 6, ['+', 2, ['sqrt', ['get', 'count']]]], 2.6], 11, 5, 15, 9),
      'circle-color': palette.otherOwner,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': byZoom(8, 0.6, 12, 1.4),
    },
  },
  {
    id: 'service-points/clusters',
    type: 'symbol',
    ...of('service-points'),
    maxzoom: recordZoom,
    layout: { 'icon-image': icons.servicePoint, 'icon-size': byZoom(7, 0.22, 10, 0.42), 'icon-allow-overlap': true },
    paint: { 'icon-translate': [6, 5] },
  },
  {
    id: 'service-points/points',
    type: 'symbol',
    ...of('service-points'),
    minzoom: recordZoom,
    layout: { 'icon-image': icons.servicePoint, 'icon-size': byZoom(10, 0.45, 11, 0.55, 15, 1.1), 'icon-allow-overlap': true },
  },
  {
    id: 'sites/clusters',
    type: 'circle',
    ...of('sites'),
    maxzoom: recordZoom,
    paint: {
      'circle-radius': byZoom(5, byCount(1, 2.2, 3, 4.5, 8, 7, 20, 9), 10, byCount(1, 4, 2, 7, 5, 9, 12, 12)),
      'circle-color': palette.otherOwner,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': 0.8,
    },
  },
  {
    id: 'sites/counts',
    type: 'symbol',
    ...of('sites'),
    maxzoom: recordZoom,
    filter: ['>=', ['get', 'count'], written],
    layout: { 'text-field': ['to-string', ['get', 'count']], 'text-font': [font], 'text-size': byZoom(5, 7, 10, 11), 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': palette.halo },
  },
  {
    id: 'sites/points',
    type: 'circle',
    ...of('sites'),
    minzoom: recordZoom,
    paint: {
      'circle-radius': byZoom(10, 3.9, 11, 4.6, 15, 8.5),
      'circle-color': palette.otherOwner,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': byZoom(8, 0.6, 12, 1.6),
    },
  },
  onGrid(label('poles', 13, [13, 10.5, 17, 12], palette, below)),
  onGrid(label('manholes', 14, [14, 10.5, 17, 12], palette, below)),
  label('villages', 13, [13, 11, 16, 13], palette, below),
  label('service-points', 14, [14, 11, 17, 13], palette, below),
  label('sites', 12.5, [12.5, 11, 16, 14], palette, below),
  {
    id: 'hints/areas',
    type: 'fill',
    source: 'hints',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.measure, 'fill-opacity': ['case', ['==', ['get', 'chosen'], true], 0.34, 0.14] },
  },
  {
    id: 'hints/lines',
    type: 'line',
    source: 'hints',
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': palette.measure, 'line-width': ['case', ['==', ['get', 'chosen'], true], 3.5, 2], 'line-dasharray': [3, 1.5] },
  },
  {
    id: 'hints/points',
    type: 'circle',
    source: 'hints',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 12,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-width': 3,
      'circle-stroke-color': ['match', ['get', 'fit'], 'yes', verdicts.good, 'perhaps', verdicts.fair, verdicts.unknown],
    },
  },
  { id: 'sketch/area', type: 'fill', source: 'sketch', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': palette.measure, 'fill-opacity': 0.16 } },
  {
    id: 'sketch/line',
    type: 'line',
    source: 'sketch',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': palette.measure, 'line-width': 3 },
  },
  {
    id: 'sketch/points',
    type: 'circle',
    source: 'sketch',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': palette.halo, 'circle-stroke-color': palette.measure, 'circle-stroke-width': 3 },
  },
  named('names', level('commune'), { minzoom: communesNamedFrom }, nameSizes.commune, palette),
  named('provinces', level('province'), { maxzoom: communesNamedFrom }, nameSizes.province, palette),
];

const drawnIn = (palette: Palette): LayerSpecification[] => partsIn(palette).flatMap(twice);

const drawn = drawnIn(day);

/** The sources of what is no tile: what is selected, what a tool draws, and what it points out. They are shown while they have something. */
export const ownSources = ['selected', 'sketch', 'hints'] as const;

/** The style of a map: where the tiles of each layer are, and which layers are not shown. */
export function style(tiles: (layer: LayerID) => string, unseen: ReadonlySet<string>, palette: Palette = day): StyleSpecification {
  const none = { type: 'FeatureCollection' as const, features: [] };
  const sources: [string, SourceSpecification][] = [
    ...layers
      .filter(({ id }) => sourceOf(id) === id)
      .map((layer): [string, SourceSpecification] => [layer.id, { type: 'vector', tiles: [tiles(layer.id)], maxzoom: closestZoom }]),
    [together, { type: 'vector', tiles: [drawnTogether((id) => (unseen.has(id) ? null : tiles(id)))], maxzoom: closestZoom }],
    ...ownSources.map((source): [string, SourceSpecification] => [source, { type: 'geojson', data: none }]),
  ];
  const hidden: ReadonlySet<string> = new Set([...unseen, ...ownSources]);
  const seen = (part: LayerSpecification) => (hidden.has(part.id.slice(0, part.id.indexOf('/'))) ? ({ ...part, layout: { ...part.layout, visibility: 'none' } } as LayerSpecification) : part);
  return { version: 8, sources: Object.fromEntries(sources), layers: drawnIn(palette).map(seen) };
}

/** All layers but the land. */
export const exceptLand: ReadonlySet<string> = new Set(layers.map(({ id }) => id as string).filter((id) => id !== 'units'));

/** The style of a map of the land alone, as it was on a day: for what is no layer of the register. */
export const land = (date: string): StyleSpecification => style((layer) => tilesOf(layer, { date, told: 'owner', cover: null }), exceptLand);

/** The paint of every part in other colours. */
export function paints(palette: Palette): [part: string, paint: Readonly<Record<string, unknown>>][] {
  return drawnIn(palette).map((part) => [part.id, part.paint ?? {}]);
}

/** The parts of a layer's drawing, by name. */
export function partsOf(id: LayerID | (typeof ownSources)[number]): string[] {
  return drawn.map((part) => part.id).filter((part) => part.startsWith(`${id}/`));
}

/** The parts that sites are coloured in. */
export const colouredParts: readonly string[] = ['sites/points', 'sites/clusters'];

/** The layer that a part belongs to. */
export function layerOfPart(part: string): Layer {
  return layerOf(part.slice(0, part.indexOf('/')) as LayerID);
}

/** The parts a click can mean, the topmost last; the land under everything is first. */
export const clickable: readonly string[] = drawn
  .map((part) => part.id)
  .filter((part) => /\/(points|points-grid|clusters|lines|land)$/.test(part) && !/^(selected|sketch|cover|hints)\//.test(part));

/** Draws the symbols that are no circles, at twice their size for sharp screens. */
export function drawIcons(palette: Palette = day): { name: string; image: ImageData; pixelRatio: number }[] {
  const draw = (name: string, paint: (c: CanvasRenderingContext2D, size: number) => void) => {
    const size = 40;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const context = canvas.getContext('2d')!;
    context.lineJoin = 'round';
    paint(context, size);
    return { name, image: context.getImageData(0, 0, size, size), pixelRatio: 2 };
  };
  return [
    draw(icons.servicePoint, (c, size) => {
      const middle = size / 2;
      c.beginPath();
      c.moveTo(middle, 4);
      c.lineTo(size - 4, middle);
      c.lineTo(middle, size - 4);
      c.lineTo(4, middle);
      c.closePath();
      c.fillStyle = palette.servicePoint;
      c.strokeStyle = palette.halo;
      c.lineWidth = 4;
      c.stroke();
      c.fill();
    }),
    draw(icons.manhole, (c, size) => {
      c.fillStyle = palette.halo;
      c.strokeStyle = palette.manhole;
      c.lineWidth = 5;
      c.fillRect(11, 11, size - 22, size - 22);
      c.strokeRect(11, 11, size - 22, size - 22);
    }),
  ];
}
