import { expect, test } from 'vitest';
import { Problem, type API, type Page } from './api';
import type { ExportQuery, FeatureOf } from './client/types';
import { nearest } from './inview';
import { Register } from './register';

type Feature = FeatureOf<'sites'>;

/** What the register reads of a feature; the rest of the record is left out. */
const point = (id: number, x: number, y: number, more: Partial<Feature['properties']> = {}): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [x, y] },
  properties: { code: `C${id}`, name: null, owner: 'A', ...more } as Feature['properties'],
});

interface Question {
  noun: string;
  query: ExportQuery;
  signal: AbortSignal;
  answer: (page: Page | Problem) => Promise<void>;
}

/** A register whose server answers when the test says so. */
function setUp() {
  const questions: Question[] = [];
  const api = {
    features: (noun: string, query: ExportQuery, _: number, signal: AbortSignal) =>
      new Promise<Page>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        const answer = async (page: Page | Problem) => {
          if (page instanceof Problem) reject(page);
          else resolve(page);
          await new Promise((settled) => setTimeout(settled));
        };
        questions.push({ noun, query, signal, answer });
      }),
  };
  const register = new Register(api as unknown as API, () => {});
  const asked = (noun: string) => questions.filter((q) => q.noun === noun);
  return { register, questions, asked };
}

const page = (...features: Feature[]): Page => ({ features, capped: false });
const none: ReadonlySet<string> = new Set();
const near = { box: [108, 12, 108.1, 12.1] as [number, number, number, number], zoom: 15 };

test('what is always whole is asked for as of the day, the rest where the reader looks', async () => {
  const { register, questions, asked } = setUp();
  void register.open('2025-07-01');
  expect(questions.map((q) => q.noun).sort()).toEqual(['service-points', 'sites', 'units', 'villages']);
  expect(questions[0]!.query).toEqual({ as_of: '2025-07-01' });
  register.look({ ...near, zoom: 12.9 }, none);
  expect(asked('poles')).toHaveLength(0);
  register.look(near, new Set(['ducts']));
  expect(asked('ducts').length).toBe(1); // from the first look
  expect(asked('poles')[0]!.query).toEqual({ as_of: '2025-07-01', bbox: '107.97000,11.97000,108.13000,12.13000' });
});

test('a small move asks nothing, a large one does and drops the question under way', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  register.look(near, none);
  await asked('poles')[0]!.answer(page(point(1, 108.05, 12.05)));
  register.look({ box: [108.02, 12, 108.12, 12.1], zoom: 15 }, none);
  expect(asked('poles')).toHaveLength(1);
  register.look({ box: [109, 12, 109.1, 12.1], zoom: 15 }, none);
  register.look({ box: [110, 12, 110.1, 12.1], zoom: 15 }, none);
  expect(asked('poles')).toHaveLength(3);
  expect(asked('poles')[1]!.signal.aborted).toBe(true);
  await asked('poles')[2]!.answer(page(point(2, 110.05, 12.05)));
  expect(register.of('poles').items.map((i) => i.id)).toEqual([2]);
});

test('when there are too many the margin is given up, once', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  register.look(near, none);
  await asked('poles')[0]!.answer({ features: [point(1, 108.05, 12.05)], capped: true });
  register.look(near, none);
  expect(asked('poles')[1]!.query).toMatchObject({ bbox: '108.00000,12.00000,108.10000,12.10000' });
  await asked('poles')[1]!.answer({ features: [point(1, 108.05, 12.05)], capped: true });
  register.look(near, none);
  expect(asked('poles')).toHaveLength(2);
});

test('another day forgets what was in view and drops late answers', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  register.look(near, none);
  const late = asked('sites')[0]!;
  void register.open('2024-07-01');
  expect(asked('poles')[0]!.signal.aborted).toBe(true);
  expect(register.of('poles')).toMatchObject({ status: 'none', items: [] });
  await late.answer(page(point(1, 108, 12)));
  expect(register.of('sites').status).toBe('loading');
});

test('a failure leaves nothing of another day and says why; the next look asks again', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  register.look(near, none);
  await asked('poles')[0]!.answer(page(point(1, 108.05, 12.05)));
  register.look({ box: [109, 12, 109.1, 12.1], zoom: 15 }, none);
  await asked('poles')[1]!.answer(new Problem('Quá tải.'));
  expect(register.of('poles')).toMatchObject({ status: 'failed', items: [], total: 0 });
  expect(register.problem?.message).toBe('Quá tải.');
  register.look({ box: [109, 12, 109.1, 12.1], zoom: 15 }, none);
  expect(asked('poles')).toHaveLength(3);
});

test('a register is empty when all that is whole has come and is nothing', async () => {
  const { register, questions } = setUp();
  void register.open('2025-07-01');
  for (const q of questions) {
    expect(register.empty).toBe(false);
    await q.answer(page());
  }
  expect(register.empty).toBe(true);
});

test('made-up records are known by their source', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  await asked('sites')[0]!.answer(page(point(1, 108, 12), point(2, 108, 12, { source: 'Dữ liệu mẫu' })));
  await asked('villages')[0]!.answer(page(point(1, 108, 12, { source: 'Sở' })));
  expect(register.of('sites').sample).toBe(true);
  expect(register.of('villages').sample).toBe(false);
});

test('the list has the nearest of each layer, and only of what is shown', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  const view = { box: [107, 11, 109, 13] as [number, number, number, number], zoom: 8 };
  await asked('sites')[0]!.answer(page(point(1, 108.5, 12), point(2, 108.1, 12), point(3, 120, 12), point(4, 108, 12.2)));
  await asked('villages')[0]!.answer(page(point(9, 108, 12)));
  const ids = (hidden: ReadonlySet<string>) => nearest(register, view, hidden, 2).map((i) => `${i.layer} ${i.id}`);
  expect(ids(none)).toEqual(['sites 2', 'sites 4', 'villages 9']);
  expect(ids(new Set(['sites']))).toEqual(['villages 9']);
});

/** A site as the public is told of it: on a grid, without code, name and owner. */
const onGrid = (id: number, x: number, y: number, commune: string) => point(id, x, y, { code: null, owner: null, disclosure: null, commune });

test('what lies on a grid is one item at each of its points, which counts as many', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  expect(register.coarse).toBeNull();
  await asked('sites')[0]!.answer(
    page(onGrid(1, 108, 12, 'Xã A'), onGrid(2, 108, 12, 'Xã B'), onGrid(3, 108.01, 12, 'Xã A'), onGrid(4, 108, 12, 'Xã A')),
  );
  expect(register.of('sites').items.map(({ id, many, communes, coarse }) => ({ id, many, communes, coarse }))).toEqual([
    { id: 1, many: 3, communes: ['Xã A', 'Xã B'], coarse: true },
    { id: 3, many: 1, communes: ['Xã A'], coarse: true },
  ]);
  expect(register.of('sites').total).toBe(4);
  expect(register.countInView('sites', [107, 11, 109, 13])).toBe(4);
  expect(register.coarse).toBe(true);
});

test('exact records at one point stay apart, named or not', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  const exact = { disclosure: 'ordinary', code: null } as const;
  await asked('sites')[0]!.answer(page(point(1, 108, 12, exact), point(2, 108, 12, exact), onGrid(3, 108, 12, 'Xã A')));
  expect(register.of('sites').items.map(({ id, many }) => [id, many])).toEqual([[1, 1], [2, 1], [3, 1]]);
});

test('whether records are coarse is known from any that could be, and stays known on a day without', async () => {
  const { register, asked } = setUp();
  void register.open('2025-07-01');
  await asked('villages')[0]!.answer(page(point(9, 108, 12)));
  expect(register.coarse).toBeNull();
  await asked('sites')[0]!.answer(page(point(1, 108, 12, { disclosure: 'ordinary' })));
  expect(register.coarse).toBe(false);
  register.look(near, none);
  await asked('poles')[0]!.answer(page(onGrid(2, 108.05, 12.05, 'Xã A')));
  expect(register.coarse).toBe(true);
  void register.open('1991-01-01');
  await asked('sites')[1]!.answer(page());
  expect(register.coarse).toBe(true);
});
