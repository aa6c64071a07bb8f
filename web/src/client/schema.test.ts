import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

const command = 'npm --prefix web run generate';

const header = `// @generated from api/openapi.yaml; do not edit.
//
//    ${command}
//
// Change the API in Go, let its test write the document, then run this.

`;

/**
 * The TypeScript of a document. Objects of any fields are of unknown fields, not of none; lists of
 * a length stay lists, since as tuples the rings of polygons would be a list too deep.
 */
async function typesOf(document: URL): Promise<string> {
  return header + astToString(await openapiTS(document, { emptyObjectsUnknown: true, silent: true }));
}

// With --update, which generate gives, it writes the file instead.
test('schema.ts says what api/openapi.yaml says', async () => {
  const types = await typesOf(new URL('../../../api/openapi.yaml', import.meta.url));
  await expect(types, `schema.ts is not of this api/openapi.yaml; mend it with: ${command}`).toMatchFileSnapshot('schema.ts');
}, 60_000);
