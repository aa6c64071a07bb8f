import type { Geometry, Position } from 'geojson';

/** west, south, east, north in degrees, WGS84. */
export type Box = [number, number, number, number];

function positions(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positions);
  }
}

/** The box around a geometry, null around nothing. */
export function boxOf(geometry: Geometry | null): Box | null {
  if (!geometry) return null;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions(geometry) as [number, number][]) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box[0] <= box[2] ? box : null;
}

/** The box around boxes, null around none. */
export function around(boxes: Iterable<Box>): Box | null {
  let all: Box | null = null;
  for (const b of boxes) {
    all = all ? [Math.min(all[0], b[0]), Math.min(all[1], b[1]), Math.max(all[2], b[2]), Math.max(all[3], b[3])] : [...b];
  }
  return all;
}

/** Says whether boxes share a point. */
export function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Says whether a geometry whose box is known has a point in another: a route that only goes around it has none. */
export function enters(geometry: Geometry, own: Box, box: Box): boolean {
  if (!meet(own, box)) return false;
  if (within(own, box)) return true;
  switch (geometry.type) {
    case 'Point':
      return true;
    case 'MultiPoint':
      return geometry.coordinates.some(([x, y]) => meet([x!, y!, x!, y!], box));
    case 'LineString':
      return lineEnters(geometry.coordinates, box);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineEnters(line, box));
    case 'Polygon':
      return polygonEnters(geometry.coordinates, box);
    case 'MultiPolygon':
      return geometry.coordinates.some((polygon) => polygonEnters(polygon, box));
    case 'GeometryCollection':
      return geometry.geometries.some((part) => enters(part, boxOf(part) ?? own, box));
  }
}

function lineEnters(line: Position[], box: Box): boolean {
  for (const [a, b] of sides(line)) if (sideEnters(a, b, box)) return true;
  return false;
}

function polygonEnters(rings: Position[][], box: Box): boolean {
  if (rings.some((ring) => lineEnters(ring, box))) return true;
  // no ring enters the box: all of it lies inside the polygon, or none
  let inside = false;
  for (const [a, b] of rings.flatMap((ring) => [...sides(ring)])) {
    if (a[1] > box[1] !== b[1] > box[1] && box[0] < a[0] + ((box[1] - a[1]) * (b[0] - a[0])) / (b[1] - a[1])) inside = !inside;
  }
  return inside;
}

/** Cuts the side by each edge of the box and asks whether anything is left (Liang and Barsky, 1984). */
function sideEnters(a: [number, number], b: [number, number], box: Box): boolean {
  let [from, to] = [0, 1];
  for (const axis of [0, 1] as const) {
    const step = b[axis] - a[axis];
    const [low, high] = [box[axis] - a[axis], box[axis + 2]! - a[axis]];
    if (step === 0) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    from = Math.max(from, Math.min(low / step, high / step));
    to = Math.min(to, Math.max(low / step, high / step));
    if (from > to) return false;
  }
  return true;
}

/** Says whether inner lies in outer. */
export function within(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** The box grown by a part of its size on each side, cut to the Earth. */
export function grow(box: Box, part: number): Box {
  const dx = (box[2] - box[0]) * part;
  const dy = (box[3] - box[1]) * part;
  return [Math.max(-180, box[0] - dx), Math.max(-90, box[1] - dy), Math.min(180, box[2] + dx), Math.min(90, box[3] + dy)];
}

/**
 * A point on the geometry to put a label or a popup at: the point itself, the
 * middle of a line's vertices, and in an area the middle of the widest stretch of
 * its largest polygon at the height of that polygon's centroid, which is inside
 * where the centroid need not be.
 */
export function anchor(geometry: Geometry): [number, number] | null {
  switch (geometry.type) {
    case 'Polygon':
      return middle(geometry.coordinates);
    case 'MultiPolygon': {
      const largest = geometry.coordinates.reduce<Position[][] | null>(
        (best, p) => (best && area(best[0] ?? []) >= area(p[0] ?? []) ? best : p),
        null,
      );
      return largest ? middle(largest) : null;
    }
    default: {
      const all = positions(geometry);
      const [x, y] = all[Math.floor((all.length - 1) / 2)] ?? [];
      return x === undefined || y === undefined ? null : [x, y];
    }
  }
}

function area(ring: Position[]): number {
  let sum = 0;
  for (const [a, b] of sides(ring)) sum += a[0] * b[1] - b[0] * a[1];
  return Math.abs(sum) / 2;
}

function middle(rings: Position[][]): [number, number] | null {
  const outer = rings[0] ?? [];
  // relative to the first point, to keep digits
  const [x0, y0] = (outer[0] ?? []) as [number, number];
  let twice = 0;
  let moment = 0;
  for (const [a, b] of sides(outer)) {
    const cross = (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
    twice += cross;
    moment += cross * (a[1] + b[1] - 2 * y0);
  }
  if (twice === 0) return x0 === undefined ? null : [x0, y0];
  const y = y0 + moment / (3 * twice);
  const crossings = rings
    .flatMap((ring) => [...sides(ring)])
    .filter(([a, b]) => a[1] > y !== b[1] > y)
    .map(([a, b]) => a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1]))
    .sort((a, b) => a - b);
  let best: [number, number] = [x0, y0];
  let width = -1;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i]!, crossings[i + 1]!];
    if (to - from > width) {
      width = to - from;
      best = [(from + to) / 2, y];
    }
  }
  return best;
}

function* sides(ring: Position[]): Generator<[[number, number], [number, number]]> {
  for (let i = 1; i < ring.length; i++) yield [ring[i - 1] as [number, number], ring[i] as [number, number]];
}
