import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** What is left of a pixel of each PNG filter once its prediction is added. */
const predict = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const p = left + up - corner;
    const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
  },
];

/**
 * Reads the screenshots of Chromium: PNG, eight bits, RGB or RGBA, not
 * interlaced. at(x, y) gives a pixel as 0xrrggbb.
 */
export function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, type, , , interlaced] = png.subarray(24, 29);
  const channels = { 2: 3, 6: 4 }[type];
  if (depth !== 8 || !channels || interlaced) throw new Error(`a PNG of depth ${depth}, type ${type}`);
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = predict[raw[y * (stride + 1)]];
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : pixels[y * stride + x - channels];
      const up = y === 0 ? 0 : pixels[(y - 1) * stride + x];
      const corner = x < channels || y === 0 ? 0 : pixels[(y - 1) * stride + x - channels];
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x] + filter(left, up, corner);
    }
  }
  const at = (x, y) => {
    const i = Math.round(y) * stride + Math.round(x) * channels;
    return (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
  };
  return { width, height, at };
}

/** Writes a PNG of eight bits, RGB, whose pixels are what at(x, y) gives, as 0xrrggbb. */
export function encode(width, height, at) {
  const raw = Buffer.alloc((3 * width + 1) * height); // the first byte of each row says that it is as it is
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raw.writeUIntBE(at(x, y), (3 * width + 1) * y + 1 + 3 * x, 3);
  const part = (type, bytes) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(bytes.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), part('IHDR', header), part('IDAT', deflateSync(raw)), part('IEND', Buffer.alloc(0))]);
}

/** How far two colours are apart: the largest difference of a channel. */
export function apart(a, b) {
  return Math.max(Math.abs((a >> 16) - (b >> 16)), Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)), Math.abs((a & 255) - (b & 255)));
}

/** How many pixels have a colour, or nearly. */
export function count(image, colour, within = 6) {
  let n = 0;
  for (let y = 0; y < image.height; y++) for (let x = 0; x < image.width; x++) if (apart(image.at(x, y), colour) <= within) n++;
  return n;
}

/** How many colours there are. */
export function colours(image) {
  const seen = new Set();
  for (let y = 0; y < image.height; y += 2) for (let x = 0; x < image.width; x += 2) seen.add(image.at(x, y));
  return seen.size;
}

/** Which part of the pixels, 0 to 1, is another colour in another picture. */
export function changed(before, after) {
  let n = 0;
  for (let y = 0; y < before.height; y++) for (let x = 0; x < before.width; x++) if (apart(before.at(x, y), after.at(x, y)) > 12) n++;
  return n / (before.width * before.height);
}
