import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layers } from './layers';
import { labels, roles, texts, type Text } from './text';

const all = Object.entries<Text>({ ...texts, ...labels, ...roles });
const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const modules = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.ts') && !/^text(\.test)?\.ts$/.test(name) && !name.endsWith('.test.ts'));

describe('every text', () => {
  test.each(all)('%s is there in both languages, composed, and with the same values', (_, text) => {
    for (const words of [text.vi, text.en]) {
      expect(words.trim()).not.toBe('');
      expect(words).toBe(words.normalize('NFC'));
    }
    const values = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort();
    expect(values(text.en)).toEqual(values(text.vi));
  });

  test('has a use', () => {
    const code = modules.map(source).join('\n');
    const unused = Object.keys(texts).filter((key) => !code.includes(`'${key}'`) && !code.includes(`texts.${key}`));
    expect(unused).toEqual([]);
  });
});

test('every field of a popup has a name', () => {
  const nameless = layers.flatMap((layer) => layer.fields.map((field) => field.label ?? field.name)).filter((name) => !(name in labels));
  expect(nameless).toEqual([]);
});

test.each(modules)('%s says nothing of its own', (name) => {
  const code = source(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(code.match(/[À-ỹ]+/g) ?? []).toEqual([]);
});
