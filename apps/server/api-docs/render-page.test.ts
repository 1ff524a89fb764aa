import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeApi } from './describe-api.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderPage } from './render-page.ts';

const HOSTILE = `"><script>alert('x')</script>&amp;`;

/** A document whose every text would run if it were not escaped. */
const hostile: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: HOSTILE, version: HOSTILE, description: HOSTILE },
  tags: [{ name: HOSTILE, description: HOSTILE }],
  paths: {
    [`/${HOSTILE}`]: {
      get: {
        tags: [HOSTILE],
        summary: HOSTILE,
        description: `${HOSTILE} \`${HOSTILE}\``,
        parameters: [
          { name: HOSTILE, in: 'query', description: HOSTILE, schema: { enum: [HOSTILE] } },
        ],
        requestBody: { content: { [HOSTILE]: { schema: { description: HOSTILE } } } },
        responses: {
          200: {
            description: HOSTILE,
            headers: { [HOSTILE]: { description: HOSTILE } },
            content: { [HOSTILE]: { schema: { $ref: `#/components/schemas/${HOSTILE}` } } },
          },
          400: { description: HOSTILE, content: { 'application/problem+json': { schema: {} } } },
        },
        'x-events': { $ref: `#/components/schemas/${HOSTILE}` },
        'x-socket': { client: {}, server: {}, closeCodes: { [HOSTILE]: HOSTILE } },
      },
    },
  },
  components: {
    schemas: {
      [HOSTILE]: {
        description: HOSTILE,
        properties: { [HOSTILE]: { type: 'string', default: HOSTILE, format: HOSTILE } },
      },
      Union: {
        anyOf: [{ description: HOSTILE, properties: { kind: { const: HOSTILE } } }],
      },
    },
    securitySchemes: { [HOSTILE]: { description: HOSTILE } },
  },
};

it('a page with hostile texts has no element and no attribute of theirs', () => {
  const page = renderPage(describeApi(hostile));
  assert.ok(page.includes('&lt;script&gt;alert(&#39;x&#39;)&lt;'));
  assert.equal(page.match(/<script|alert\('x'\)|"">/i), null);
  for (const [, name] of page.matchAll(/<\/?([a-z0-9]+)/g)) assert.ok(ours.has(name ?? ''), name);
  assert.equal(page.match(/ (style|on\w+)=/), null);
});

const ours = new Set(
  'html head meta title link body a header p nav h1 h2 h3 h4 ul li span code wbr main dl dt dd section article table caption thead tbody tr th td'.split(
    ' ',
  ),
);

it('a cell of a table in Markdown cannot end its row', () => {
  const api = describeApi({
    ...hostile,
    paths: {},
    components: {
      schemas: { Task: { properties: { title: { type: 'string', description: 'a | b\nc' } } } },
      securitySchemes: {},
    },
  });
  assert.ok(renderMarkdown(api).includes('| `title` optional | string | a \\| b c |'));
});
