import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { it } from 'node:test';
import { startTestServer } from '../../../testing/start-test-server.ts';
import { describeApi } from './describe-api.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { renderMarkdown } from './render-markdown.ts';

const PATH = new URL('../../../docs/api.md', import.meta.url);

/** `npm run docs` is this file with WRITE_DOCS set: only a whole server knows all its routes. */
it('docs/api.md says what the server says; otherwise run "npm run docs"', async (t) => {
  const { url } = await startTestServer(t, { backOffice: {}, hasMetrics: true });
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApiDocument;
  const text = renderMarkdown(describeApi(document));
  if (process.env.WRITE_DOCS === undefined) assert.equal(await readFile(PATH, 'utf8'), text);
  else await writeFile(PATH, text);
});
