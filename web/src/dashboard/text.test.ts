import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Text } from '../text';
import { units, words } from './text';

const all = Object.entries<Text>({ ...words, ...Object.fromEntries(Object.entries(units).flatMap(([unit, of]) => Object.entries(of).map(([what, text]) => [`${unit} ${what}`, text]))) });
const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const modules = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && name !== 'text.ts' && !name.endsWith('.test.ts'));

describe('every text', () => {
  test.each(all)('%s is there in both languages, composed, and with the same values', (_, text) => {
    for (const said of [text.vi, text.en]) {
      expect(said.trim()).not.toBe('');
      expect(said).toBe(said.normalize('NFC'));
    }
    const values = (said: string) => (said.match(/\{\w+\}/g) ?? []).sort();
    expect(values(text.en)).toEqual(values(text.vi));
  });

  test('has a use', () => {
    const code = modules.map(source).join('\n');
    // layer_${…}, side_${…}, part_${…}, kind_${…} are put together
    const unused = Object.keys(words).filter((key) => !code.includes(`'${key}'`) && !/^(layer|side|part|kind)_/.test(key));
    expect(unused).toEqual([]);
  });
});

test('so many per 100 inhabitants is written without %', () => {
  for (const text of Object.values(units.per_100)) expect(`${text.vi}${text.en}`).not.toContain('%');
});

test.each(modules)('%s says nothing of its own', (name) => {
  const code = source(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(code.match(/[À-ÖØ-ỹ]+/g) ?? []).toEqual([]);
});
