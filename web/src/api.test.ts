import { afterEach, describe, expect, test, vi } from 'vitest';
import { API, Problem } from './api';
import type { Language } from './text';

afterEach(() => vi.unstubAllGlobals());

const apiIn = (language: Language) => new API(language, 'http://register.test');

/** Makes fetch answer; gives what it was asked for. */
function answer(response: () => Response): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
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
      const page = await apiIn('vi').features('poles', { as_of: '2025-07-01', bbox: '1,2,3,4' }, 10, never);
      expect(page.features.map((f) => f.properties.name)).toEqual(['Cột số 1', 'Cột số 2', 'Cột số 3']);
      expect(page.capped).toBe(false);
      expect(asked.map((r) => r.url)).toEqual(['http://register.test/api/v1/export/poles.ndjson?as_of=2025-07-01&bbox=1%2C2%2C3%2C4']);
    }
  });

  test('need no line end after the last', async () => {
    answer(() => pieces(`${feature(1)}\n${feature(2)}`, 7));
    expect((await apiIn('vi').features('poles', {}, 10, never)).features).toHaveLength(2);
  });

  test('stop at the limit, and stop the server', async () => {
    const cancelled = vi.fn();
    answer(() => pieces(Array.from({ length: 1000 }, (_, i) => `${feature(i)}\n`).join(''), 500, cancelled));
    const page = await apiIn('vi').features('poles', {}, 5, never);
    expect(page).toMatchObject({ capped: true });
    expect(page.features).toHaveLength(5);
    expect(cancelled).toHaveBeenCalledOnce();
  });

  test('that are just as many as the limit are all', async () => {
    answer(() => pieces(`${feature(1)}\n${feature(2)}\n`, 9));
    expect(await apiIn('vi').features('poles', {}, 2, never)).toMatchObject({ capped: false });
  });
});

describe('a question', () => {
  test('has its values in the path and after the question mark, and is in the language of the day', async () => {
    const asked = answer(() => Response.json({ id: 7, code: 'C7' }));
    const api = apiIn('vi');
    expect(await api.get('/api/v1/poles/{id}', { path: { id: 7 } })).toEqual({ id: 7, code: 'C7' });
    api.language = 'en';
    await api.get('/api/v1/poles', { query: { q: 'cột & dây', limit: 5 } });
    expect(asked.map((r) => [r.method, r.url, r.headers.get('Accept-Language')])).toEqual([
      ['GET', 'http://register.test/api/v1/poles/7', 'vi'],
      ['GET', 'http://register.test/api/v1/poles?q=c%E1%BB%99t%20%26%20d%C3%A2y&limit=5', 'en'],
    ]);
  });

  test('that is given up is no problem to tell of', async () => {
    const asked = vi.fn((request: Request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))));
    vi.stubGlobal('fetch', asked);
    const stop = new AbortController();
    const error = apiIn('vi').get('/api/v1/codes', {}, stop.signal).catch((e: unknown) => e);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    stop.abort();
    expect(await error).toMatchObject({ name: 'AbortError' });
    expect(await error).not.toBeInstanceOf(Problem);
  });
});

describe('a refusal', () => {
  test('is told in the words of the problem, with its request id', async () => {
    const body = JSON.stringify({ title: 'Dữ liệu chưa hợp lệ', detail: 'Không có đơn vị mã 00.', status: 422, request_id: 'r-1' });
    answer(() => new Response(body, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }));
    const error = await apiIn('vi').get('/api/v1/units', {}).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ message: 'Không có đơn vị mã 00.', requestID: 'r-1' });
  });

  test('says what is wrong with what was sent, and how to mend it', async () => {
    const faults = [{ message: { vi: 'Sai.', en: 'Wrong.' }, mend: { vi: 'Sửa.', en: 'Mend it.' } }, { message: { vi: 'Thiếu.', en: 'Missing.' }, mend: { vi: '', en: '' } }];
    answer(() => Response.json({ detail: 'Dữ liệu chưa hợp lệ.', faults }, { status: 422 }));
    await expect(apiIn('en').get('/api/v1/units', {})).rejects.toThrow('Wrong. Mend it. Missing.');
  });

  test('of a stranger is told to who listens, once each, and no other is', async () => {
    const strangers = vi.fn();
    const api = apiIn('vi');
    api.onStranger = strangers;
    for (const status of [401, 403, 503, 401]) {
      answer(() => Response.json({ detail: 'Không.' }, { status }));
      await expect(api.get('/api/v1/units', {})).rejects.toMatchObject({ status });
    }
    expect(strangers).toHaveBeenCalledTimes(2);
  });

  test('without a problem says the status', async () => {
    answer(() => new Response('<html>', { status: 502 }));
    await expect(apiIn('en').get('/api/v1/units', {})).rejects.toThrow('The server answered unexpectedly (HTTP 502).');
  });

  test('no answer at all is told too, in the language of the day', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(apiIn('vi').get('/api/v1/units', {})).rejects.toThrow('Không kết nối được máy chủ');
  });
});
