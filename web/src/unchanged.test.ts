import type { Source } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { onUnchanged } from './unchanged';

test('a map draws once more when a tile comes back as it was, and only then', async () => {
  let drawn = 0;
  const answers = [{ unmodified: true }, {}, undefined];
  const source = { loadTile: () => Promise.resolve(answers.shift()) } as unknown as Source;
  onUnchanged(source, () => drawn++);
  const ask = () => source.loadTile({} as never);
  expect(await ask()).toEqual({ unmodified: true });
  expect(drawn).toBe(1);
  expect(await ask()).toEqual({});
  expect(await ask()).toBeUndefined();
  expect(drawn).toBe(1);
});
