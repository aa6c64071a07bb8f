import type { CircleLayerSpecification, DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification, StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { layers, layerOf, type Layer, type LayerID } from './layers';
import { palette as day, verdictsOf, type Palette } from './palette';

/** The CSS font family labels are drawn with; styles/font.css says where it comes from. */
export const font = 'Noto Sans Variable';

export const icons = { servicePoint: 'service-point', manhole: 'manhole' } as const;

const byZoom = (...stops: (number | ExpressionSpecification)[]): DataDrivenPropertyValueSpecification<number> =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as DataDrivenPropertyValueSpecification<number>;

const level = (name: string): ['==', ['get', string], string] => ['==', ['get', 'level'], name];

function line(id: LayerID, color: string, width: number[], more: Record<string, unknown> = {}): LayerSpecification {
  return {
    id: `${id}/lines`,
    type: 'line',
    source: id,
    minzoom: layerOf(id).fromZoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': byZoom(...width), ...more },
  };
}

function label(id: string, source: string, minzoom: number, size: number[], palette: Palette, more: Record<string, unknown> = {}): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    minzoom,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [font],
      'text-size': byZoom(...size),
      'text-max-width': 8,
      ...more,
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.6 },
  };
}

/** Its position is rounded, and its name not shown, for who looks. */
const coarse: ExpressionSpecification = ['get', 'coarse'];

const below = { 'text-anchor': 'top', 'text-offset': [0, 0.7] };

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
  return { ...part, ...more, id: `${part.id}-grid`, filter: coarse } as LayerSpecification;
}

/** Draws what has a side at its place where that is known, and beside it on a grid. */
function twice(part: LayerSpecification): LayerSpecification[] {
  if ((part.type !== 'circle' && part.type !== 'symbol') || part.filter || !sides[part.source as LayerID]) return [part];
  return [{ ...part, filter: ['!', coarse] }, onGrid(part)];
}

/** How the layers are drawn, from the ground up. Style layers are named noun/part. */
const partsIn = (palette: Palette, verdicts = verdictsOf(palette)): readonly LayerSpecification[] => [
  { id: 'beyond', type: 'background', paint: { 'background-color': palette.beyond } },
  {
    id: 'units/land',
    type: 'fill',
    source: 'units',
    paint: { 'fill-color': ['case', ['get', 'town'], palette.town, palette.land], 'fill-antialias': false },
    // of the levels that are valid on a day the smallest is drawn last
    layout: { 'fill-sort-key': ['match', ['get', 'level'], 'province', 0, 'district', 1, 2] },
  },
  {
    id: 'units/borders',
    type: 'line',
    source: 'units',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': ['case', level('province'), palette.provinceBorder, palette.border],
      'line-width': ['case', level('province'), 2, level('district'), 1.6, 0.9],
    },
  },
  {
    id: 'cover/areas',
    type: 'fill',
    source: 'cover',
    filter: ['==', ['get', 'dot'], false],
    paint: { 'fill-color': ['to-color', ['get', 'colour'], palette.otherOwner], 'fill-opacity': 0.78 },
  },
  line('trenches', palette.trench, [12, 4, 16, 9], { 'line-opacity': 0.75 }),
  line('ducts', palette.duct, [12, 1.6, 16, 5]),
  line('cables', palette.cable, [12, 0.9, 16, 2.4], { 'line-dasharray': [3, 2] }),
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
    paint: {
      'circle-radius': byZoom(8, 9, 15, 15),
      'circle-color': palette.selected,
      'circle-opacity': 0.85,
      'circle-stroke-color': palette.selectedEdge,
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'manholes/points',
    type: 'symbol',
    source: 'manholes',
    minzoom: layerOf('manholes').fromZoom,
    layout: { 'icon-image': icons.manhole, 'icon-size': byZoom(14, 0.7, 18, 1.3), 'icon-allow-overlap': true },
  },
  {
    id: 'poles/points',
    type: 'circle',
    source: 'poles',
    minzoom: layerOf('poles').fromZoom,
    paint: {
      'circle-radius': byZoom(13, ['case', ['>', ['get', 'many'], 1], 4, 1.5], 18, 5),
      'circle-color': palette.pole,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': byZoom(14, 0, 16, 1),
    },
  },
  {
    id: 'villages/points',
    type: 'circle',
    source: 'villages',
    paint: {
      'circle-radius': byZoom(8, 1.2, 11, 2.6, 15, 5.5),
      'circle-color': palette.halo,
      'circle-stroke-color': palette.village,
      'circle-stroke-width': byZoom(8, 0.6, 12, 1.4),
    },
  },
  {
    id: 'cover/dots',
    type: 'circle',
    source: 'cover',
    filter: ['==', ['get', 'dot'], true],
    paint: {
      'circle-radius': byZoom(8, 2.6, 11, 5, 15, 9),
      'circle-color': ['to-color', ['get', 'colour'], palette.otherOwner],
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': byZoom(8, 0.6, 12, 1.4),
    },
  },
  {
    id: 'service-points/points',
    type: 'symbol',
    source: 'service-points',
    layout: { 'icon-image': icons.servicePoint, 'icon-size': byZoom(8, 0.24, 11, 0.55, 15, 1.1), 'icon-allow-overlap': true },
  },
  {
    id: 'sites/points',
    type: 'circle',
    source: 'sites',
    paint: {
      'circle-radius': byZoom(8, 2.4, 11, 4.6, 15, 8.5),
      'circle-color': palette.otherOwner,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': byZoom(8, 0.6, 12, 1.6),
    },
  },
  onGrid(label('poles/labels', 'poles', 13, [13, 10.5, 17, 12], palette, below)),
  onGrid(label('manholes/labels', 'manholes', 14, [14, 10.5, 17, 12], palette, below)),
  label('villages/labels', 'villages', 13, [13, 11, 16, 13], palette, below),
  label('service-points/labels', 'service-points', 14, [14, 11, 17, 13], palette, below),
  label('sites/labels', 'sites', 12.5, [12.5, 11, 16, 14], palette, below),
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
  label('units/labels', 'unit-labels', 8.6, [8.6, 10.5, 13, 16], palette, { 'text-padding': 6 }),
];

const drawnIn = (palette: Palette): LayerSpecification[] => partsIn(palette).flatMap(twice);

const drawn = drawnIn(day);

/** The sources besides those of the layers: where units are named, what is selected, the coverage, what a tool draws, and what it points out. */
export const extraSources = ['unit-labels', 'selected', 'cover', 'sketch', 'hints'] as const;

export function style(palette: Palette = day): StyleSpecification {
  const none = { type: 'FeatureCollection' as const, features: [] };
  const names = [...layers.map((layer) => layer.id), ...extraSources];
  return {
    version: 8,
    sources: Object.fromEntries(names.map((name) => [name, { type: 'geojson' as const, data: none }])),
    layers: drawnIn(palette),
  };
}

/** The parts of a layer's drawing, by name. */
export function partsOf(id: LayerID): string[] {
  return drawn.map((part) => part.id).filter((part) => part.startsWith(`${id}/`));
}

/** The layer that a part belongs to. */
export function layerOfPart(part: string): Layer {
  return layerOf(part.slice(0, part.indexOf('/')) as LayerID);
}

/** The parts a click can mean, the topmost last; the land under everything is first. */
export const clickable: readonly string[] = drawn
  .map((part) => part.id)
  .filter((part) => /\/(points|points-grid|lines|land)$/.test(part) && !/^(selected|sketch|cover|hints)\//.test(part));

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
