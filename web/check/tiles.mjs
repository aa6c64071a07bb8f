// Basemaps made for a check: tiles whose colour says which tile they are, an archive
// of them as PMTiles 3 has it, and a server of both on the loopback interface.
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { encode } from './png.mjs';

const side = 256;

/** The colour of a tile: of a basemap's own four, so that no neighbour has the same, nor a tile with row and column exchanged or counted from the south. */
export function colourOf(hue, x, y) {
  return hue[(x & 1) + 2 * (y & 1)];
}

/** A picture of one colour with a darker edge on its first row and column. */
function picture(colour) {
  const dark = (colour >> 1) & 0x7f7f7f;
  return encode(side, side, (x, y) => (x === 0 || y === 0 ? dark : colour));
}

/** Gives pictures by colour; each is made once. */
function album() {
  const made = new Map();
  return (colour) => {
    if (!made.has(colour)) made.set(colour, picture(colour));
    return made.get(colour);
  };
}

/** The number of a tile along the Hilbert curve, after all tiles of lower zooms (PMTiles 3, 4.1). */
function tileID(z, x, y) {
  let id = 0;
  for (let t = 0; t < z; t++) id += 4 ** t;
  for (let half = 2 ** (z - 1); half >= 1; half /= 2) {
    const [rx, ry] = [(x & half) > 0 ? 1 : 0, (y & half) > 0 ? 1 : 0];
    id += half * half * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) [x, y] = [half - 1 - (x & (half - 1)), half - 1 - (y & (half - 1))];
      [x, y] = [y, x];
    }
  }
  return id;
}

function varint(n) {
  const bytes = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) + 128);
  bytes.push(n);
  return bytes;
}

/** A directory: how many entries, then their columns one after the other (PMTiles 3, 4.2). */
function directory(entries) {
  const bytes = varint(entries.length);
  entries.forEach(({ id }, i) => bytes.push(...varint(id - (entries[i - 1]?.id ?? 0))));
  entries.forEach(() => bytes.push(...varint(1)));
  entries.forEach(({ length }) => bytes.push(...varint(length)));
  entries.forEach(({ offset }) => bytes.push(...varint(offset + 1)));
  return Buffer.from(bytes);
}

/** An archive of the tiles between two zooms that lie in a box. Half a megabyte of it is nothing: who reads it whole is seen. */
export function archive(hue, [west, south, east, north], minZoom, maxZoom) {
  const show = album();
  const where = new Map(hue.map((colour) => [colour, { offset: 0, length: show(colour).length }]));
  const nothing = randomBytes(500_000);
  const data = [nothing];
  let offset = nothing.length;
  for (const [colour, place] of where) {
    place.offset = offset;
    data.push(show(colour));
    offset += place.length;
  }
  const entries = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    const [x0, y0] = tileAt(west, north, z);
    const [x1, y1] = tileAt(east, south, z);
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) entries.push({ id: tileID(z, x, y), ...where.get(colourOf(hue, x, y)) });
  }
  entries.sort((a, b) => a.id - b.id);
  const root = directory(entries);
  if (127 + root.length > 16_384) throw new Error('the root directory is longer than a reader asks for at first');
  const metadata = Buffer.from('{}');
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  const parts = [[127, root.length], [127 + root.length, metadata.length], [0, 0], [127 + root.length + metadata.length, offset], [entries.length, entries.length], [hue.length]];
  parts.flat().forEach((n, i) => header.writeBigUInt64LE(BigInt(n), 8 + 8 * i));
  // clustered, nothing compressed, PNG, zooms
  Buffer.from([0, 1, 1, 2, minZoom, maxZoom]).copy(header, 96);
  [west, south, east, north].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
  header[118] = minZoom;
  [(west + east) / 2, (south + north) / 2].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 119 + 4 * i));
  return Buffer.concat([header, root, metadata, ...data]);
}

/** The column and row of the tile a place lies in. */
export function tileAt(lon, lat, z) {
  const world = 2 ** z;
  return [Math.floor((world * (lon + 180)) / 360), Math.floor((world * (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI)) / 2)];
}

/**
 * Serves /z/x/y.png in one hue, /wmts/z/y/x.png in another, /broken/z/x/y.png as
 * refusals, and a file by ranges alone: who asks for all of it is refused. Other
 * origins may read, as of a public server of maps. It keeps what it was asked for.
 */
export async function serveTiles({ xyz, wmts, file }) {
  const show = album();
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.push(pathname);
    const free = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Range', 'Cache-Control': 'no-store' };
    const answer = (status, type, body, more = {}) => response.writeHead(status, { ...free, 'Content-Type': type, ...more }).end(body);
    const [, kind, ...numbers] = /^\/(wmts\/|broken\/)?(\d+)\/(\d+)\/(\d+)\.png$/.exec(pathname) ?? [];
    const [z, a, b] = numbers.map(Number);
    if (pathname === '/file.pmtiles') {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      if (request.method === 'OPTIONS') answer(204, 'text/plain', '');
      else if (!from) answer(400, 'text/plain', 'this file is read by ranges');
      else answer(206, 'application/vnd.pmtiles', file.subarray(Number(from), Number(to) + 1), { 'Content-Range': `bytes ${from}-${Math.min(Number(to), file.length - 1)}/${file.length}` });
    } else if (kind === 'broken/' || z === undefined || a >= 2 ** z || b >= 2 ** z) answer(503, 'text/plain', 'nothing here');
    else answer(200, 'image/png', kind === 'wmts/' ? show(colourOf(wmts, b, a)) : show(colourOf(xyz, a, b)));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, close: () => server.close() };
}
