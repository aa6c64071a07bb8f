import { layerOf, type LayerID } from './layers';

/*
 * Areas and lines are cut off at the edges of their tiles, for which MapLibre paints
 * a mask over the whole map, twice in each frame for every source that has some.
 * Without a graphics card that took most of a frame. So all of them are one source:
 * its tiles are those of its layers, one after the other, as the format allows.
 */

/** The source of all areas and lines. */
export const together = 'ground';

const lines: ReadonlySet<LayerID> = new Set<LayerID>(['units', 'zones', 'streets', 'trenches', 'ducts', 'cables', 'planned-works']);

/** The source a layer is drawn from: a layer of points is one of its own. */
export function sourceOf(id: LayerID): string {
  return lines.has(id) ? together : id;
}

/** What the address of a tile that is put together begins with, in place of https. */
export const scheme = 'together';

/** Between the addresses of a tile's parts: in none of them. */
const between = '|';

/** The address of the tiles of areas and lines, of those layers that have one. */
export function drawnTogether(tiles: (layer: LayerID) => string | null): string {
  const parts = [...lines].map(tiles).filter((part) => part !== null);
  return parts.length === 1 ? parts[0]! : `${scheme}://${parts.join(between)}`;
}

/** Why a part did not come: the status, 0 where there is no network, and what was said. */
type Refused = (layer: LayerID, status: number, body: Blob | null) => void;

let refused: Refused = () => {};

/** Hears of parts that do not come; the others are drawn. */
export function onRefused(hear: Refused): void {
  refused = hear;
}

/** Fetches one part of a tile; null where there is none. */
async function fetchPart(url: string, signal: AbortSignal): Promise<{ bytes: Uint8Array; etag: string } | null> {
  const [, layer, zoom] = /\/tiles\/([^/]+)\/(\d+)\//.exec(url) as unknown as [string, LayerID, string];
  if (Number(zoom) < Math.floor(layerOf(layer).fromZoom)) return null;
  let answer: Response;
  try {
    answer = await fetch(url, { signal });
    if (answer.ok) return { bytes: new Uint8Array(await answer.arrayBuffer()), etag: answer.headers.get('ETag') ?? '' };
  } catch (error) {
    if (signal.aborted) throw error;
    refused(layer, 0, null);
    return null;
  }
  refused(layer, answer.status, await answer.blob().catch(() => null));
  return null;
}

/** Puts the parts of a tile together. */
export async function putTogether(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer; etag: string }> {
  const urls = url.slice(`${scheme}://`.length).split(between).filter(Boolean);
  const parts = (await Promise.all(urls.map((part) => fetchPart(part, signal)))).filter((part) => part !== null);
  const whole = new Uint8Array(parts.reduce((length, { bytes }) => length + bytes.length, 0));
  let at = 0;
  for (const { bytes } of parts) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return { data: whole.buffer, etag: parts.map(({ etag }) => etag).join() };
}
