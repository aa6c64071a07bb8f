import { expect, test } from 'vitest';
import type { API } from './api';
import type { Box } from './geometry';
import { atPoint, nearest } from './inview';

const view = { box: [107, 11, 109, 13] as Box, zoom: 8 };
const { signal } = new AbortController();

/** A register of sites, which counts what it is asked. */
function holding(places: readonly [x: number, y: number][], disclosure: string | null = 'ordinary') {
  const asked: Box[] = [];
  const api = {
    features: (_: string, { bbox }: { bbox: string }, limit: number) => {
      const [west, south, east, north] = bbox.split(',').map(Number) as Box;
      asked.push([west, south, east, north]);
      const features = places
        .map(([x, y], i) => ({ type: 'Feature', id: i + 1, geometry: { type: 'Point', coordinates: [x, y] }, properties: { code: `C${i + 1}`, disclosure } }))
        .filter(({ geometry: { coordinates: [x, y] } }) => x! >= west && x! <= east && y! >= south && y! <= north);
      return Promise.resolve({ features: features.slice(0, limit), capped: features.length > limit });
    },
  } as unknown as API;
  return { api, asked };
}

test('the nearest come first, wherever in view they are', async () => {
  const { api, asked } = holding([[108.5, 12], [108.1, 12], [120, 12], [108, 12.2], [107.05, 11.05]]);
  const ids = async (wanted: number) => (await nearest(api, 'sites', view, 4, wanted, '2025-07-01', signal)).map(({ id }) => id);
  expect(await ids(2)).toEqual([2, 4]);
  expect(await ids(9)).toEqual([2, 4, 1, 5]);
  expect(asked.every(([west]) => west >= 107)).toBe(true);
});

test('among many only the middle is asked for, and more where they lie elsewhere', async () => {
  const evenly = Array.from({ length: 10_000 }, (_, i): [number, number] => [107.01 + (i % 100) * 0.0198, 11.01 + Math.floor(i / 100) * 0.0198]);
  const first = holding(evenly);
  expect(await nearest(first.api, 'sites', view, evenly.length, 6, '2025-07-01', signal)).toHaveLength(6);
  expect(first.asked.length).toBeLessThan(4);
  const [west, , east] = first.asked.at(-1)!;
  expect(east - west).toBeLessThan(0.3);
  // all of them in a corner
  const corner = holding(Array.from({ length: 100 }, (_, i): [number, number] => [107.1 + i * 0.001, 11.1]));
  expect((await nearest(corner.api, 'sites', view, 100, 6, '2025-07-01', signal)).map(({ id }) => id)).toEqual([100, 99, 98, 97, 96, 95]);
});

test('at a point of the grid stand those that are put there', async () => {
  const { api } = holding([[108, 12], [108, 12], [108.01, 12]], null);
  expect(await atPoint(api, 'sites', [108.0004, 11.9998], '2025-07-01', signal)).toMatchObject({ id: 1, many: 2 });
  expect(await atPoint(api, 'sites', [108.005, 12], '2025-07-01', signal)).toBeNull();
});
