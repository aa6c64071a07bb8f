import { afterEach, describe, expect, test, vi } from 'vitest';
import { API, Problem } from './api';

afterEach(() => vi.unstubAllGlobals());

/** Makes fetch answer; gives what it was asked for. */
function answer(response: () => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return response();
  });
  return asked;
}

/** Sends bytes in pieces of a size, so that lines and letters are cut anywhere. */
function pieces(text: string, size: number, cancelled: () => void = () => {}): Response {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (sent >= bytes.length) controller.close();
        else controller.enqueue(bytes.slice(sent, (sent += size)));
      },
      cancel: cancelled,
    }),
  );
}

const feature = (id: number) => JSON.stringify({ type: 'Feature', id, geometry: null, properties: { name: `Cột số ${id}` } });
const never = new AbortController().signal;

describe('features', () => {
  test('come a line each, wherever the pieces are cut', async () => {
    const text = `${[1, 2, 3].map(feature).join('\n')}\n`;
    for (let size = 1; size < 40; size++) {
      const asked = answer(() => pieces(text, size));
      const page = await new API('vi').features('poles', { as_of: '2025-07-01', bbox: '1,2,3,4' }, 10, never);
      expect(page.features.map((f) => f.properties?.['name'])).toEqual(['Cột số 1', 'Cột số 2', 'Cột số 3']);
      expect(page.capped).toBe(false);
      expect(asked).toEqual(['/api/v1/export/poles.ndjson?as_of=2025-07-01&bbox=1%2C2%2C3%2C4']);
    }
  });

  test('need no line end after the last', async () => {
    answer(() => pieces(`${feature(1)}\n${feature(2)}`, 7));
    expect((await new API('vi').features('poles', {}, 10, never)).features).toHaveLength(2);
  });

  test('stop at the limit, and stop the server', async () => {
    const cancelled = vi.fn();
    answer(() => pieces(Array.from({ length: 1000 }, (_, i) => `${feature(i)}\n`).join(''), 500, cancelled));
    const page = await new API('vi').features('poles', {}, 5, never);
    expect(page).toMatchObject({ capped: true });
    expect(page.features).toHaveLength(5);
    expect(cancelled).toHaveBeenCalledOnce();
  });

  test('that are just as many as the limit are all', async () => {
    answer(() => pieces(`${feature(1)}\n${feature(2)}\n`, 9));
    expect(await new API('vi').features('poles', {}, 2, never)).toMatchObject({ capped: false });
  });
});

describe('a refusal', () => {
  test('is told in the words of the problem, with its request id', async () => {
    const body = JSON.stringify({ title: 'Dữ liệu chưa hợp lệ', detail: 'Không có đơn vị mã 00.', status: 422, request_id: 'r-1' });
    answer(() => new Response(body, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }));
    const error = await new API('vi').get('units').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ message: 'Không có đơn vị mã 00.', requestID: 'r-1' });
  });

  test('without a problem says the status', async () => {
    answer(() => new Response('<html>', { status: 502 }));
    await expect(new API('en').get('units')).rejects.toThrow('The server answered unexpectedly (HTTP 502).');
  });

  test('no answer at all is told too, in the language of the day', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(new API('vi').get('units')).rejects.toThrow('Không kết nối được máy chủ');
  });
});
