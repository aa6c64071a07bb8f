import { readFileSync } from 'node:fs';
import { parseYaml } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import type { Text } from '../text';

interface Schema {
  title?: string;
  properties?: Record<string, Schema>;
}

interface Document {
  paths: Record<string, unknown>;
  components: { schemas: Record<string, Schema> };
}

const command = 'npm --prefix web run generate';

const header = `// @generated from api/openapi.yaml; do not edit.
//
//    ${command}

import type { Text } from '../text';

/** What each noun is called, by its path, and each of its fields that can be written. */
export const nouns: Readonly<Record<string, { readonly title: Text; readonly fields: Readonly<Record<string, Text>> }>> = `;

/** "Loại cột / Pole class" in both languages. */
function text(title: string): Text {
  const [vi = '', en = ''] = title.split(' / ');
  return { vi, en };
}

/** The nouns of a document: those whose records can be added. */
function nounsOf({ paths, components: { schemas } }: Document) {
  const nouns: Record<string, { title: Text; fields: Record<string, Text> }> = {};
  for (const [path, item] of Object.entries(paths)) {
    const noun = /^\/api\/v1\/([a-z-]+)$/.exec(path)?.[1];
    const create = noun && /"#\/components\/schemas\/(\w+)Create"/.exec(JSON.stringify(item))?.[1];
    const patch = create ? schemas[`${create}Patch`] : undefined;
    const title = create ? schemas[create]?.title : undefined;
    if (!noun || !patch?.properties || !title?.includes(' / ')) continue;
    const fields = Object.entries(patch.properties).filter(([, field]) => field.title?.includes(' / '));
    nouns[noun] = { title: text(title), fields: Object.fromEntries(fields.map(([name, field]) => [name, text(field.title!)])) };
  }
  return nouns;
}

test('fields.ts names what api/openapi.yaml names', async () => {
  const document = parseYaml(readFileSync(new URL('../../../api/openapi.yaml', import.meta.url), 'utf8')) as Document;
  const nouns = nounsOf(document);
  expect(Object.keys(nouns).length).toBeGreaterThan(10);
  const written = `${header}${JSON.stringify(nouns, null, 2)};\n`;
  await expect(written, `fields.ts is not of this api/openapi.yaml; mend it with: ${command}`).toMatchFileSnapshot('fields.ts');
});
