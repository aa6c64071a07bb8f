import type { LayerID } from './layers';
import { ownerColours, palette } from './palette';

const svgNamespace = 'http://www.w3.org/2000/svg';

function svg(name: string, attributes: Readonly<Record<string, string | number>>, ...children: SVGElement[]): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

const shapes: Readonly<Record<LayerID, () => SVGElement[]>> = {
  sites: () => [dot(4.6, 10.6, ownerColours[0]), dot(11.4, 10.6, ownerColours[1]), dot(8, 4.6, ownerColours[2])],
  'service-points': () => [svg('path', { d: 'M8 1.5 14.5 8 8 14.5 1.5 8Z', fill: palette.servicePoint })],
  villages: () => [svg('circle', { cx: 8, cy: 8, r: 4, fill: palette.halo, stroke: palette.village, 'stroke-width': 1.6 })],
  poles: () => [svg('circle', { cx: 8, cy: 8, r: 3, fill: palette.pole })],
  ducts: () => [stroke(palette.duct, 3.2)],
  manholes: () => [svg('rect', { x: 3.5, y: 3.5, width: 9, height: 9, fill: palette.halo, stroke: palette.manhole, 'stroke-width': 2.4 })],
  cables: () => [stroke(palette.cable, 1.8, '4 2.6')],
  trenches: () => [stroke(palette.trench, 6)],
  units: () => [svg('rect', { x: 1.5, y: 2.5, width: 13, height: 11, fill: palette.town, stroke: palette.provinceBorder, 'stroke-width': 1.2 })],
};

function dot(cx: number, cy: number, fill: string): SVGElement {
  return svg('circle', { cx, cy, r: 3, fill });
}

function stroke(color: string, width: number, dashes = 'none'): SVGElement {
  return svg('path', { d: 'M1 8H15', stroke: color, 'stroke-width': width, 'stroke-dasharray': dashes, fill: 'none' });
}

function picture(...children: SVGElement[]): SVGElement {
  return svg('svg', { class: 'swatch', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, ...children);
}

/** How a layer looks on the map. */
export function swatch(layer: LayerID): SVGElement {
  return picture(...shapes[layer]());
}

/** How a site of an owner looks on the map. */
export function ownerSwatch(color: string): SVGElement {
  return picture(svg('circle', { cx: 8, cy: 8, r: 5, fill: color }));
}

/** A cross. */
export function closeIcon(): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.75 },
    svg('path', { d: 'M3 3 13 13M13 3 3 13' }),
  );
}

/** A sheet of a calendar. */
export function calendarIcon(): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 },
    svg('path', { d: 'M2 3.5h12v10.5H2ZM2 6.75h12M5 1.5v3.5M11 1.5v3.5' }),
  );
}
