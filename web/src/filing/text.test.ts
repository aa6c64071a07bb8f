import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Text } from '../text';
import { nouns } from './fields';
import { classes, confirmations, dutyStates, noticeKinds, positions, says, states, tiers } from './text';

const all = Object.entries<Text>({
  ...says,
  ...classes,
  ...tiers,
  ...positions,
  ...confirmations,
  ...dutyStates,
  ...noticeKinds,
  ...Object.fromEntries(Object.entries(states).flatMap(([state, { name, sentence }]) => [[`${state} name`, name], [`${state} sentence`, sentence]])),
  ...Object.fromEntries(Object.entries(nouns).flatMap(([noun, { title, fields }]) => [[noun, title], ...Object.entries(fields).map(([field, text]) => [`${noun}.${field}`, text])])),
});
const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const own = /^(text|fields)\.ts$/;
const modules = readdirSync(new URL('.', import.meta.url)).filter((name) => /\.tsx?$/.test(name) && !own.test(name) && !name.endsWith('.test.ts'));

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
    const unused = Object.keys(says).filter((key) => !code.includes(`'${key}'`) && !code.includes(`says.${key}`));
    expect(unused).toEqual([]);
  });
});

test('every state is one the register knows, said as it says it', () => {
  const go = readFileSync(new URL('../../../internal/registry/filing.go', import.meta.url), 'utf8');
  for (const [state, { sentence }] of Object.entries(states)) {
    expect(go, state).toContain(`"${state}"`);
    expect(go, state).toContain(`"${sentence.vi}"`);
    expect(go, state).toContain(`"${sentence.en.replaceAll('’', "'")}"`);
  }
});

test('every state of a duty is called as the register calls it', () => {
  const go = readFileSync(new URL('../../../internal/registry/duty.go', import.meta.url), 'utf8');
  for (const [state, { vi, en }] of Object.entries(dutyStates)) {
    expect(go, state).toMatch(new RegExp(`"${state}"`));
    expect(go, state).toContain(`T("${vi}", "${en}")`);
  }
});

test.each(modules)('%s says nothing of its own', (name) => {
  const code = source(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(code.match(/[À-ÖØ-ỹ]+/g) ?? []).toEqual([]);
});
