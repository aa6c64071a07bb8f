import { Refusal } from './desk';

/** How much of a file one request carries, in bytes. */
export const partBytes = 4 << 20;

/** The largest file that is filed, in bytes. */
export const maxFileBytes = 512 << 20;

/** The largest file that is hashed here, in bytes: a browser hashes only what it holds in memory. */
const maxHashedBytes = 64 << 20;

/** How often one place of a file is tried before the upload gives up. */
const attempts = 8;

/** Where a file goes: both give how many bytes are there. */
export interface Door {
  put(start: number, part: Blob): Promise<number>;
  received(): Promise<number>;
}

/** What an upload tells of itself. */
export interface Told {
  /** How many bytes are there. */
  sent: number;
  /** The connection broke, and it is tried again. */
  broken: boolean;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A break that may pass: no answer, too many requests, or a server that is ill. */
const passing = (error: unknown) => error instanceof Refusal && (error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500);

/**
 * Sends a file in parts from the byte from on. After a break it asks how much has
 * arrived and goes on from there; what cannot pass by itself is thrown.
 */
export async function send(file: Blob, door: Door, from: number, tell: (told: Told) => void, wait = pause): Promise<void> {
  let at = from;
  let failed = 0;
  tell({ sent: at, broken: false });
  while (at < file.size) {
    try {
      const there = await door.put(at, file.slice(at, at + partBytes));
      if (there > at) failed = 0;
      at = there;
      tell({ sent: at, broken: false });
    } catch (error) {
      const elsewhere = error instanceof Refusal && error.status === 409;
      if ((!passing(error) && !elsewhere) || ++failed >= attempts) throw error;
      tell({ sent: at, broken: !elsewhere });
      await wait(Math.min(10_000, 250 * 2 ** failed));
      const there = await door.received().catch(() => at);
      if (there > at) failed = 0;
      at = there;
    }
  }
}

/** The SHA-256 of a file in hexadecimal; nothing where the file is large or the page is not served securely. */
export async function hashOf(file: Blob): Promise<string | undefined> {
  if (file.size > maxHashedBytes || !globalThis.crypto?.subtle) return undefined;
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((b) => b.toString(16).padStart(2, '0')).join('');
}
