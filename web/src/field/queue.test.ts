import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem, type API } from '../api';
import { newJob, type Job } from './job';
import { Queue } from './queue';
import type { JobStore } from './store';

/** A device's storage: what is kept there outlives a queue. */
class Memory {
  readonly kept = new Map<string, Job>();
  all = async () => [...this.kept.values()].map((job) => structuredClone(job)).sort((a, b) => a.at.localeCompare(b.at));
  put = async (job: Job) => void this.kept.set(job.key, structuredClone(job));
  delete = async (key: string) => void this.kept.delete(key);
}

interface Written {
  method: string;
  path: string;
  body: unknown;
  headers: Readonly<Record<string, string>>;
}

let online: boolean;

beforeEach(() => {
  online = true;
  vi.stubGlobal('navigator', { get onLine() { return online; }, locks: { request: (_: string, __: unknown, run: (lock: object) => Promise<void>) => run({}) } });
});

afterEach(() => vi.unstubAllGlobals());

/** A register that answers as the test says, and a queue before it. */
function setUp(store: Memory, answer: (w: Written) => unknown, current: object | null = null) {
  const written: Written[] = [];
  const api = {
    write: async (method: string, path: string, body: unknown, headers = {}) => {
      const w = { method, path, body, headers };
      written.push(w);
      const said = answer(w);
      if (said instanceof Problem) throw said;
      return said;
    },
    read: async () => ({ items: current ? [current] : [] }),
  };
  const queue = new Queue(api as unknown as API, () => {}, () => 'user:minh', () => {}, store as unknown as JobStore);
  return { queue, written };
}

const inspection = () => newJob({ actor: 'user:minh', noun: 'inspections', title: 'Cột An Định', body: { asset: 7, outcome: 'passed' } }, [new File(['x'], 'a.jpg', { type: 'image/jpeg' })]);
const unreachable = () => new Problem('', null, 0);
const states = (store: Memory) => [...store.kept.values()].map(({ state }) => state);

test('what is done without a network waits through a restart, and is sent once there is one', async () => {
  const store = new Memory();
  online = false;
  const before = setUp(store, unreachable);
  await before.queue.add(inspection());
  await before.queue.send();
  expect(before.written).toEqual([]);
  online = true;
  const after = setUp(store, ({ path }) => ({ id: path.endsWith('photos') ? 9 : 4 }));
  await after.queue.send();
  expect(after.written.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/inspections', 'POST /api/v1/photos', 'PUT /api/v1/photos/9/file']);
  expect(after.written[1]!.body).toMatchObject({ inspection: 4 });
  expect(states(store)).toEqual(['sent']);
});

test('one whose answer was lost is sent again as the same request, from where it stopped', async () => {
  const store = new Memory();
  let answers = 0;
  const { queue, written } = setUp(store, ({ path }) => (path.endsWith('/file') && answers++ === 0 ? unreachable() : { id: 4 }));
  await store.put(inspection());
  await queue.send();
  expect(states(store)).toEqual(['waiting']);
  await queue.send();
  expect(states(store)).toEqual(['sent']);
  expect(written.map(({ path }) => path)).toEqual(['/api/v1/inspections', '/api/v1/photos', '/api/v1/photos/4/file', '/api/v1/photos/4/file']);
  expect(new Set(written.slice(0, 2).map(({ headers }) => headers['Idempotency-Key'])).size).toBe(2);
});

test('a conflict shows both versions, and either can be kept', async () => {
  for (const mine of [true, false]) {
    const store = new Memory();
    const job = newJob({ actor: 'user:minh', noun: 'violations', title: '', body: { state: 'remedied' }, change: { id: 3, version: 1 } });
    const current = { id: 3, version: 2, state: 'notified' };
    const { queue, written } = setUp(store, ({ headers }) => (headers['If-Match'] === '"violation-3-1"' ? new Problem('', null, 412, { current }) : { id: 3 }));
    await store.put(job);
    await queue.send();
    expect(states(store)).toEqual(['conflict']);
    expect(queue.jobs[0]!.theirs).toEqual(current);
    await queue.settle(queue.jobs[0]!, mine);
    expect(states(store)).toEqual(['sent']);
    expect(written.map(({ headers }) => headers['If-Match'])).toEqual(mine ? ['"violation-3-1"', '"violation-3-2"'] : ['"violation-3-1"']);
  }
});

test('what the register has already is no conflict', async () => {
  const store = new Memory();
  const job = { ...inspection(), photos: [] };
  await store.put(job);
  const { queue } = setUp(store, () => new Problem('', null, 409), { ...job.body, id: 12, version: 1 });
  await queue.send();
  expect(states(store)).toEqual(['sent']);
  expect(queue.jobs[0]!.record).toBe(12);
});

test('what is of somebody else is not sent, nor what is of something not sent yet', async () => {
  const store = new Memory();
  await store.put({ ...inspection(), actor: 'user:lan' });
  const first = inspection();
  await store.put(first);
  await store.put(newJob({ actor: 'user:minh', noun: 'violations', title: '', body: {}, after: { key: first.key, field: 'inspection' } }));
  const { queue, written } = setUp(store, ({ path }) => (path.endsWith('inspections') ? new Problem('', null, 422) : { id: 1 }));
  await queue.send();
  expect(written.map(({ path }) => path)).toEqual(['/api/v1/inspections']);
  expect(states(store).sort()).toEqual(['refused', 'waiting', 'waiting']);
});
