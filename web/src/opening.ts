import type { Box } from './geometry';
import { palette, nightPalette } from './palette';
import { keptTheme } from './theme';
import { townKinds } from './towns';

/*
 * The page comes with a picture of the land in it, which is shown at once where the
 * map will be, as the map will show it. It lies under the map until that is drawn.
 */

/** Where the reader looks. */
export interface Place {
  zoom: number;
  lat: number;
  lon: number;
}

export interface Size {
  width: number;
  height: number;
}

/** How far all there is stays from the edges, in pixels. */
export const padding = 28;

/** The zooms there are. */
export const [minZoom, maxZoom] = [4, 20];

/** From this zoom on communes are named in place of provinces. */
export const communesNamedFrom = 8.6;

/** Marks when the land has its place, in the browser's own timing: the next frame shows it. */
const placedMark = 'land-placed';

/** How many pixels the world is wide at zoom 0. */
const worldSide = 512;

const across = (lon: number) => (lon + 180) / 360;
const down = (lat: number) => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
const north = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** Where a map of a size looks that shows all of a box, in web mercator. */
export function wholeOf([west, south, east, top]: Box, { width, height }: Size): Place {
  const part = Math.min((width - 2 * padding) / (across(east) - across(west)), (height - 2 * padding) / (down(south) - down(top)));
  const zoom = Math.min(maxZoom, Math.max(minZoom, Math.log2(part / worldSide)));
  return { zoom, lon: (west + east) / 2, lat: north((down(south) + down(top)) / 2) };
}

/** The part of a picture of a box that a map shows, in the picture's units; it is wide units wide. */
export function seenOf([west, , east, top]: Box, wide: number, { zoom, lat, lon }: Place, { width, height }: Size): { x: number; y: number; width: number; height: number } {
  const units = wide / (across(east) - across(west));
  const pixel = units / (worldSide * 2 ** zoom);
  return {
    x: (across(lon) - across(west)) * units - (width / 2) * pixel,
    y: (down(lat) - down(top)) * units - (height / 2) * pixel,
    width: width * pixel,
    height: height * pixel,
  };
}

/** The place a link names, null without one. */
export function placeOf(hash: string): Place | null {
  const [, zoom, lat, lon] = /[#&]map=(-?[\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [];
  return lon === undefined ? null : { zoom: Math.min(maxZoom, Math.max(minZoom, Number(zoom))), lat: Number(lat), lon: Number(lon) };
}

/** Whether a link shows the land as it is today. */
export const showsLand = (hash: string): boolean => !/[#&](date=|off=([\w-]+,)*units\b)/.test(hash);

/** A name to be written around a point, in pixels. */
export interface Name extends Size {
  x: number;
  y: number;
}

/** Which names have room, the first before the others. */
export function roomFor(names: readonly Name[]): boolean[] {
  const written: Name[] = [];
  return names.map((name) => {
    const free = written.every((o) => Math.abs(o.x - name.x) * 2 > o.width + name.width || Math.abs(o.y - name.y) * 2 > o.height + name.height);
    if (free) written.push(name);
    return free;
  });
}

/** The picture of the land. */
export class Opening {
  /** What it shows, in degrees. */
  readonly box: Box;
  private readonly wide: number;

  constructor(private readonly drawing: SVGSVGElement) {
    this.box = drawing.dataset['box']!.split(' ').map(Number) as Box;
    this.wide = drawing.viewBox.baseVal.width;
    for (const name of ['land', 'town', 'border', 'provinceBorder', 'label', 'labelHalo'] as const) drawing.style.setProperty(`--${name}`, `light-dark(${palette[name]}, ${nightPalette[name]})`);
    for (const path of drawing.querySelectorAll('path')) path.classList.toggle('town', townKinds.includes(path.dataset['kind']!));
  }

  /** Shows it as a map does that looks at a place; at all there is without one. */
  show(place: Place | null): void {
    const size = this.size;
    this.draw(place ?? wholeOf(this.box, size), size);
    performance.mark(placedMark); // for who measures
  }

  /** Puts it where the map will be drawn. */
  into(container: HTMLElement): void {
    container.prepend(this.drawing);
  }

  /** Keeps it under a map that moves. */
  follow(place: Place): void {
    this.draw(place, this.size);
  }

  /** The map is there, or shows something else. */
  remove(): void {
    this.drawing.remove();
    picture = null;
  }

  private get size(): Size {
    this.drawing.removeAttribute('hidden');
    return this.drawing.getBoundingClientRect();
  }

  private draw(place: Place, size: Size): void {
    const { x, y, width, height } = seenOf(this.box, this.wide, place, size);
    this.drawing.setAttribute('viewBox', [x, y, width, height].join(' '));
    this.name(place, width / size.width);
  }

  /** Names the units of a zoom, as large as the map does, where there is room. */
  private name({ zoom }: Place, unit: number): void {
    const near = zoom >= communesNamedFrom;
    const [from, small, to, large] = near ? nameSizes.commune : nameSizes.province;
    const size = Math.min(large, Math.max(small, small + ((large - small) * (zoom - from)) / (to - from)));
    const texts = [...this.drawing.querySelectorAll('text')];
    const wanted = texts.filter((text) => text.dataset['level'] === (near ? 'commune' : 'province'));
    const room = roomFor(
      wanted.map((text) => ({ x: Number(text.getAttribute('x')) / unit, y: Number(text.getAttribute('y')) / unit, width: text.textContent.length * size * 0.56 + 12, height: size * 1.2 + 12 })),
    );
    for (const text of texts) text.classList.toggle('named', room[wanted.indexOf(text)] ?? false);
    this.drawing.style.fontSize = `${size * unit}px`;
  }
}

/** The sizes of names: at one zoom and at another, in pixels. */
export const nameSizes = { province: [5, 11, 8.6, 15], commune: [8.6, 10.5, 13, 16] } as const;

/** The picture that came with the page; null where there is none, and once the map is there. */
let picture: Opening | null = null;

export const picturedLand = (): Opening | null => picture;

/** Shows the picture that came with the page, where the link has it shown. */
export function open(): void {
  const found = document.querySelector<SVGSVGElement>('svg#land');
  if (!found) return;
  if (!showsLand(location.hash)) return found.remove();
  const theme = keptTheme();
  if (theme !== 'system') document.documentElement.dataset['theme'] = theme;
  picture = new Opening(found);
  // what is open beside the map takes its room, which is known once it is there
  if (!/[#&]open=/.test(location.hash)) picture.show(placeOf(location.hash));
}
