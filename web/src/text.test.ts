import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { layers } from './layers';
import { labels, roles, texts, type Text } from './text';

const all = Object.entries<Text>({ ...texts, ...labels, ...roles });
const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The modules of the map's pages; those of the filings have a test of their own. */
const modules = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.ts$|^(filing|client|words)\/|^text\.ts$/.test(name),
);

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

test('every field of a card has a name', () => {
  const nameless = layers.flatMap((layer) => layer.fields.map((field) => field.label ?? field.name)).filter((name) => !(name in labels));
  expect(nameless).toEqual([]);
});

/** The attributes whose values people read or hear. */
const spoken = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']);

/** Every text a module shows that is written in it: what stands between tags, and in attributes people read. */
function shown(name: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && !ts.isJsxAttribute(node.parent)) found.push(node.expression.text);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source(name), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

describe.each(modules)('%s', (name) => {
  test('says nothing of its own', () => {
    const code = source(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code.match(/[À-ỹ]+/g) ?? []).toEqual([]);
    expect(shown(name)).toEqual([]);
  });
});
