import { describe, expect, test } from 'vitest';
import { Refusal } from './desk';
import { hashOf, partBytes, send, type Door, type Told } from './upload';

const now = () => Promise.resolve();

/** A server that keeps what it is sent, and fails as it is told to before or after keeping a part. */
class Server implements Door {
  bytes: Uint8Array = Buffer.alloc(0);
  starts: number[] = [];

  constructor(private readonly trouble: ((n: number) => Error | null)[] = [], private readonly keeps = false) {}

  async put(start: number, part: Blob): Promise<number> {
    this.starts.push(start);
    const wrong = this.trouble.shift()?.(this.bytes.length) ?? null;
    if (wrong && !this.keeps) throw wrong;
    if (start !== this.bytes.length) throw new Refusal('go on from there', 409);
    this.bytes = Buffer.concat([this.bytes, Buffer.from(await part.arrayBuffer())]);
    if (wrong) throw wrong;
    return this.bytes.length;
  }

  received(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }
}

const size = 2 * partBytes + 17;
const content = Uint8Array.from({ length: size }, (_, i) => i % 251);
const file = new Blob([content]);
const same = (server: Server) => Buffer.from(server.bytes).equals(Buffer.from(content));
const gone = () => new Refusal('no answer');

describe('a file', () => {
  test('is sent in parts, and told of', async () => {
    const server = new Server();
    const told: Told[] = [];
    await send(file, server, 0, (t) => told.push(t), now);
    expect(server.starts).toEqual([0, partBytes, 2 * partBytes]);
    expect(told.map((t) => t.sent)).toEqual([0, partBytes, 2 * partBytes, size]);
    expect(same(server)).toBe(true);
  });

  test('goes on from what is there', async () => {
    const server = new Server();
    server.bytes = content.slice(0, 1000);
    await send(file, server, 1000, () => {}, now);
    expect(server.starts[0]).toBe(1000);
    expect(same(server)).toBe(true);
  });

  test('is whole after breaks, whether a part had arrived or not', async () => {
    for (const keeps of [false, true]) {
      const server = new Server([() => null, gone, gone], keeps);
      const told: Told[] = [];
      await send(file, server, 0, (t) => told.push(t), now);
      expect(told.some((t) => t.broken)).toBe(true);
      expect(same(server)).toBe(true);
    }
  });

  test('goes on where the server says it is', async () => {
    const server = new Server();
    server.bytes = content.slice(0, partBytes);
    await send(file, server, 0, () => {}, now);
    expect(server.starts.slice(0, 2)).toEqual([0, partBytes]);
    expect(same(server)).toBe(true);
  });

  test('is given up when nothing arrives, and at once when it is refused', async () => {
    const dead = new Server(Array.from({ length: 100 }, () => gone));
    await expect(send(file, dead, 0, () => {}, now)).rejects.toThrow('no answer');
    expect(dead.starts.length).toBe(8);
    const shut = new Server([() => new Refusal('not yours', 403)]);
    await expect(send(file, shut, 0, () => {}, now)).rejects.toThrow('not yours');
    expect(shut.starts.length).toBe(1);
  });

  test('that the server has whole is not sent', async () => {
    const server = new Server();
    await send(file, server, size, () => {}, now);
    expect(server.starts).toEqual([]);
  });
});

test('the hash is that of SHA-256', async () => {
  expect(await hashOf(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
