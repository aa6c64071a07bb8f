import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { anchor, around, boxOf, enters, grow, meet, within, type Box } from './geometry';

test('a box is around everything', () => {
  expect(boxOf({ type: 'LineString', coordinates: [[108, 12], [109, 11], [108.5, 13]] })).toEqual([108, 11, 109, 13]);
  expect(boxOf({ type: 'Point', coordinates: [108, 12] })).toEqual([108, 12, 108, 12]);
  expect(boxOf(null)).toBeNull();
  expect(boxOf({ type: 'MultiPoint', coordinates: [] })).toBeNull();
  expect(around([[0, 0, 1, 1], [2, -1, 3, 0.5]])).toEqual([0, -1, 3, 1]);
  expect(around([])).toBeNull();
});

test('boxes meet when they share a point', () => {
  expect(meet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
  expect(meet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
  expect(within([0, 0, 1, 1], [0, 0, 1, 1])).toBe(true);
  expect(within([0, 0, 1, 1.1], [0, 0, 1, 1])).toBe(false);
});

describe('a geometry enters a box', () => {
  const box: Box = [0, 0, 10, 10];
  const does = (geometry: Geometry) => enters(geometry, boxOf(geometry)!, box);
  const line = (...coordinates: Position[]) => does({ type: 'LineString', coordinates });
  const area = (...coordinates: Position[][]) => does({ type: 'Polygon', coordinates });
  const square = (low: number, high: number) => [[low, low], [high, low], [high, high], [low, high], [low, low]];

  test('as a point in it or on its edge', () => {
    expect(does({ type: 'Point', coordinates: [10, 5] })).toBe(true);
    expect(does({ type: 'Point', coordinates: [10.001, 5] })).toBe(false);
  });
  test('as a line through it, not as one around its corner', () => {
    expect(line([-5, 5], [15, 5])).toBe(true);
    expect(line([-1, -1], [5, 5])).toBe(true);
    expect(line([-5, 5], [5, 15])).toBe(true); // touches the corner
    expect(line([-6, 5], [5, 16])).toBe(false);
    expect(line([-1, 5], [-1, 11], [5, 11])).toBe(false);
    expect(line([5, -2], [5, -1])).toBe(false);
    expect(does({ type: 'MultiLineString', coordinates: [[[-1, 5], [-1, 11]], [[5, 11], [5, 9]]] })).toBe(true);
  });
  test('as an area around it, not when it lies in a hole', () => {
    expect(area(square(-5, 15))).toBe(true);
    expect(area(square(-5, 15), square(-1, 11))).toBe(false);
    expect(area([[-5, 4], [12, 21], [-5, 21], [-5, 4]])).toBe(true); // its side cuts the corner
    expect(area([[-5, 8], [5, 18], [-5, 18], [-5, 8]])).toBe(false);
  });
});

test('a grown box stays on the Earth', () => {
  expect(grow([0, 0, 10, 20], 0.5)).toEqual([-5, -10, 15, 30]);
  expect(grow([-180, -90, 180, 90], 0.5)).toEqual([-180, -90, 180, 90]);
});

describe('an anchor', () => {
  test('of a point is the point, of a line a vertex', () => {
    expect(anchor({ type: 'Point', coordinates: [108, 12] })).toEqual([108, 12]);
    expect(anchor({ type: 'LineString', coordinates: [[0, 0], [1, 5], [2, 0]] })).toEqual([1, 5]);
    expect(anchor({ type: 'MultiPoint', coordinates: [] })).toBeNull();
  });

  test('is inside a horseshoe, whose centroid is not', () => {
    const horseshoe = [[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]];
    const [x, y] = anchor({ type: 'Polygon', coordinates: [horseshoe] })!;
    expect(y).toBeGreaterThan(2);
    expect(x < 2 || x > 8).toBe(true);
  });

  test('is not in a hole', () => {
    const outer = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]];
    const hole = [[1, 3], [8, 3], [8, 7], [1, 7], [1, 3]];
    expect(anchor({ type: 'Polygon', coordinates: [outer, hole] })).toEqual([9, 5]);
  });

  test('of several areas is in the largest', () => {
    const square = (x: number, size: number) => [[[x, 0], [x + size, 0], [x + size, size], [x, size], [x, 0]]];
    expect(anchor({ type: 'MultiPolygon', coordinates: [square(0, 1), square(10, 4), square(20, 2)] })).toEqual([12, 2]);
  });
});
