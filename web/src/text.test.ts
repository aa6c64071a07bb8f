import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { layers } from './layers';
import { labels, roles, texts, type Text } from './text';
import { feedback } from './words/feedback';
import { field } from './words/field';
import { look } from './words/look';
import { permit } from './words/permit';
import { plan } from './words/plan';

const all = Object.entries<Text>({ ...texts, ...labels, ...roles });
const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The modules of the map's pages; those of the filings and the numbers have tests of their own. */
const modules = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.ts$|^(filing|dashboard|client|words)\/|^text\.ts$/.test(name),
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

test('no part of the texts has a key of another, which would take its place unseen', () => {
  const parts: Readonly<Record<string, unknown>>[] = [look, field, feedback, permit, plan];
  const own = /\.\.\.plan,\n([^]*?)\n}/.exec(source('text.ts'))![1]!;
  const keys = [...parts.flatMap(Object.keys), ...[...own.matchAll(/^  (\w+): \{/gm)].map(([, key]) => key!)];
  expect(keys.length).toBe(Object.keys(texts).length);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('every field of a card has a name', () => {
  const nameless = layers.flatMap((layer) => layer.fields.map((field) => field.label ?? field.name)).filter((name) => !(name in labels));
  expect(nameless).toEqual([]);
});

/** The attributes whose values people read or hear. */
const spoken = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']);

/** The texts that an expression may come to: through choices, templates and lists. */
function literals(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.flatMap((span) => [...literals(span.expression), span.literal.text])];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...(node.operatorToken.kind === ts.SyntaxKind.PlusToken ? literals(node.left) : []), ...literals(node.right)].filter((text) => !compares(node, text));
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literals);
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  // [a, b].filter(Boolean).join(', ')
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return literals(node.expression.expression);
  return [];
}

/** Says whether a text is only compared with. */
function compares(node: ts.BinaryExpression, text: string): boolean {
  const equality = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken];
  return equality.includes(node.operatorToken.kind) && ts.isStringLiteralLike(node.right) && node.right.text === text;
}

/** Every text a module shows that is written in it: what stands between tags, and in attributes people read. */
function shown(name: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) found.push(...literals(node.expression));
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      found.push(...literals(ts.isJsxExpression(initializer) ? initializer.expression : initializer));
    }
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
