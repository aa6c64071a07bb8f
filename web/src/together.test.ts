import { afterEach, expect, test, vi } from 'vitest';
import type { LayerID } from './layers';
import { drawnTogether, onRefused, putTogether, sourceOf } from './together';

const at = (layer: LayerID) => `https://register.example/tiles/${layer}/{z}/{x}/{y}.mvt`;
const tile = (address: string, z: number) => address.replaceAll('{z}', String(z)).replaceAll('{x}', '1').replaceAll('{y}', '2');

afterEach(() => vi.unstubAllGlobals());

/** A server that has some layers, and says of itself what it is asked for. */
function serve(layers: Readonly<Record<string, string | number>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const layer = /tiles\/([^/]+)/.exec(url)![1]!;
    asked.push(layer);
    const answer = layers[layer] ?? 404;
    if (answer === 0) throw new TypeError('there is no network');
    return typeof answer === 'number' ? new Response('{}', { status: answer }) : new Response(answer, { headers: { ETag: `"${answer}"` } });
  });
  return asked;
}

test('a layer of points is a source of its own, areas and lines are one', () => {
  expect([sourceOf('poles'), sourceOf('sites')]).toEqual(['poles', 'sites']);
  expect(new Set(['units', 'zones', 'ducts'].map((id) => sourceOf(id as LayerID))).size).toBe(1);
});

test('areas alone need not be put together', () => {
  expect(drawnTogether((id) => (id === 'units' ? at(id) : null))).toBe(at('units'));
});

test('the parts of a tile come one after the other, and are named by all of their names', async () => {
  serve({ units: 'land', ducts: 'ducts' });
  const { data, etag } = await putTogether(tile(drawnTogether((id) => (id === 'units' || id === 'ducts' ? at(id) : null)), 15), new AbortController().signal);
  expect([new TextDecoder().decode(data), etag]).toEqual(['landducts', '"land","ducts"']);
});

test('what is drawn from nearer on is not asked for', async () => {
  const asked = serve({ units: 'land', ducts: 'ducts', streets: 'streets' });
  const { data } = await putTogether(tile(drawnTogether((id) => (['units', 'ducts', 'streets'].includes(id) ? at(id) : null)), 9), new AbortController().signal);
  expect([new TextDecoder().decode(data), asked]).toEqual(['landstreets', ['units', 'streets']]);
});

test('a part that does not come is told of, and the others are drawn', async () => {
  const refused: [string, number][] = [];
  onRefused((layer, status) => refused.push([layer, status]));
  serve({ units: 'land', ducts: 401, trenches: 0 });
  const { data } = await putTogether(tile(drawnTogether((id) => (['units', 'ducts', 'trenches'].includes(id) ? at(id) : null)), 15), new AbortController().signal);
  expect(new TextDecoder().decode(data)).toBe('land');
  expect(refused.sort()).toEqual([['ducts', 401], ['trenches', 0]]);
});

test('nothing is asked for where nothing is shown', async () => {
  const asked = serve({});
  const { data } = await putTogether(tile(drawnTogether(() => null), 15), new AbortController().signal);
  expect([data.byteLength, asked]).toEqual([0, []]);
});
