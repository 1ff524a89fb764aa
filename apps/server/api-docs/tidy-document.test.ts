import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { JsonSchema, OpenApiDocument } from './openapi-document.ts';
import { tidyDocument } from './tidy-document.ts';

const to = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const closed = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

/** One route that takes the first schema and answers with the second. */
const documentOf = (
  taken: JsonSchema,
  answered: JsonSchema,
  schemas: Record<string, JsonSchema>,
): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: '', version: '', description: '' },
  tags: [],
  paths: {
    '/': {
      post: {
        requestBody: { content: { 'application/json': { schema: taken } } },
        responses: {
          200: {
            description: 'Default Response',
            content: { 'application/json': { schema: answered } },
          },
        },
      },
    },
  },
  components: { schemas, securitySchemes: {} },
});

it('what nothing refers to goes, also when it refers to itself', () => {
  const { components } = tidyDocument(
    documentOf({}, to('A'), {
      A: closed({ b: to('B') }),
      B: closed({}),
      C: closed({ c: to('C') }),
    }),
  );
  assert.deepEqual(Object.keys(components.schemas), ['A', 'B']);
});

it('what only requests use has its own name; what both use has two', () => {
  const schemas = { A: closed({}), AInput: closed({}), B: closed({}), BInput: closed({}) };
  const both = tidyDocument(documentOf(to('AInput'), to('A'), { ...schemas }));
  assert.deepEqual(Object.keys(both.components.schemas), ['A', 'AInput']);
  const one = tidyDocument(documentOf(to('BInput'), {}, { ...schemas }));
  assert.deepEqual(Object.keys(one.components.schemas), ['B']);
  const body = one.paths['/']?.post?.requestBody?.content['application/json']?.schema;
  assert.deepEqual(body, to('B'));
});

it('answers may get new fields, requests may not have any', () => {
  const { paths, components } = tidyDocument(
    documentOf(to('AInput'), closed({ inner: closed({}) }), { AInput: closed({}) }),
  );
  const { responses } = paths['/']?.post ?? { responses: {} };
  assert.ok(!JSON.stringify(responses).includes('additionalProperties'));
  assert.equal(components.schemas.A?.additionalProperties, false);
});

it('an answer without a word has the phrase of its status', () => {
  const { paths } = tidyDocument(documentOf({}, {}, {}));
  assert.equal(paths['/']?.post?.responses['200']?.description, 'OK');
});

it('formats say what their patterns say; the bounds of exact numbers are nobody’s', () => {
  const { paths } = tidyDocument(
    documentOf(
      {},
      closed({
        id: { type: 'string', format: 'uuid', pattern: '^x$' },
        code: { type: 'string', pattern: '^x$' },
        n: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      }),
      {},
    ),
  );
  const schema = paths['/']?.post?.responses['200']?.content?.['application/json']?.schema;
  assert.deepEqual(schema?.properties, {
    id: { type: 'string', format: 'uuid' },
    code: { type: 'string', pattern: '^x$' },
    n: { type: 'integer', minimum: 0 },
  });
});
