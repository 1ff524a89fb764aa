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
  if (process.env.WRITE_DOCS !== undefined) return await writeFile(PATH, text);
  // Not both texts: a difference would print all of them.
  const written = (await readFile(PATH, 'utf8')).split('\n');
  const line = text.split('\n').findIndex((expected, at) => written[at] !== expected);
  assert.equal(line, -1, `docs/api.md differs from line ${line + 1} on`);
  assert.equal(written.length, text.split('\n').length);
});
