import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts';
import type { JsonSchema, OpenApiDocument, Operation } from './openapi-document.ts';

describe('the document of the whole server', () => {
  /** All routes of the server, and those that the document leaves out. */
  const served: string[] = [];
  const hidden: string[] = [];
  const cleanUps: (() => Promise<void>)[] = [];
  const operations: { name: string; operation: Operation }[] = [];
  let server: TestServer;
  let document: OpenApiDocument;

  before(async () => {
    const watch = (message: unknown) => {
      const { fastify } = message as { fastify: FastifyInstance };
      fastify.addHook('onRoute', ({ method, url, schema }) => {
        const list = schema?.hide === true ? hidden : served;
        for (const one of [method].flat()) {
          if (one !== 'HEAD') list.push(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
        }
      });
    };
    subscribe('fastify.initialization', watch);
    const owner = { after: (cleanUp: () => Promise<void>) => void cleanUps.push(cleanUp) };
    server = await startTestServer(owner, { backOffice: {}, hasMetrics: true });
    unsubscribe('fastify.initialization', watch);
    document = (await (await fetch(`${server.url}/openapi.json`)).json()) as OpenApiDocument;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        operations.push({ name: `${method.toUpperCase()} ${path}`, operation });
      }
    }
  });
  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(
      structuredClone(document) as unknown as Record<string, unknown>,
    );
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(document.openapi, '3.1.0');
    assert.equal(validator.version, '3.1');
  });

  it('has every route the server answers, apart from pages and preflights', () => {
    const described = operations.map(({ name }) => name).sort();
    assert.ok(served.length > 30);
    assert.deepEqual(described, served.sort());
    assert.deepEqual(hidden, ['GET /docs', 'GET /docs/style.css', 'OPTIONS /api/assistant/*']);
  });

  it('says of every route what it is, what it answers and where it belongs', () => {
    const tags = document.tags.map(({ name }) => name);
    for (const { name, operation } of operations) {
      assert.match(operation.summary ?? '', /^[A-Z].{5,}[^.]$/, `${name} has no good summary`);
      assert.ok(tags.includes(operation.tags?.[0] ?? ''), `${name} has no tag of the document`);
      const answers = Object.entries(operation.responses);
      const good = answers.filter(([status]) => Number(status) < 400);
      assert.ok(good.length > 0, `${name} has no answer`);
      for (const [status, { content, description }] of answers) {
        const what = `${name} ${status}`;
        assert.notEqual(description, '', what);
        if (Number(status) >= 400 && status !== '503') {
          assert.deepEqual(Object.keys(content ?? {}), ['application/problem+json'], what);
        }
      }
    }
  });

  it('says what staff routes refuse, and that the rest is open', () => {
    const open = operations.filter(({ operation }) => operation.security !== undefined);
    for (const { name, operation } of operations) {
      if (open.some((one) => one.name === name)) continue;
      assert.ok('401' in operation.responses && '403' in operation.responses, name);
    }
    const needless = open.map(({ name }) => name).filter((name) => !isPublic.test(name));
    assert.deepEqual(needless, []);
  });

  it('describes every parameter that stands in a path', () => {
    for (const { name, operation } of operations) {
      const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path');
      assert.equal(inPath.length, name.split('{').length - 1, name);
      for (const { description } of inPath) assert.notEqual(description, undefined, name);
    }
  });

  it('has no schema that nothing refers to, and no reference to nothing', () => {
    const references = new Set<string>();
    JSON.stringify(document, (key, value) => {
      if (key === '$ref') references.add(String(value).replace('#/components/schemas/', ''));
      return value;
    });
    assert.deepEqual([...references].sort(), Object.keys(document.components.schemas).sort());
  });

  it('leaves answers room for new fields, and says that requests have none', () => {
    const { Task = {}, TaskChange = {} } = document.components.schemas as Record<
      string,
      JsonSchema
    >;
    assert.equal(Task.additionalProperties, undefined);
    assert.equal(TaskChange.additionalProperties, false);
    assert.deepEqual(Task.properties?.id, { type: 'string', format: 'uuid' });
  });

  it('is kept by caches until it changes', async () => {
    for (const path of ['/openapi.json', '/docs', '/docs/style.css']) {
      const first = await fetch(server.url + path);
      const etag = first.headers.get('etag') ?? '';
      assert.match(etag, /^"[\w-]{22}"$/);
      assert.equal(first.headers.get('cache-control'), 'public, max-age=300');
      const again = await fetch(server.url + path, {
        headers: { 'if-none-match': `"x", W/${etag}` },
      });
      assert.deepEqual([again.status, await again.text()], [304, '']);
    }
  });

  it('as a page: every link leads somewhere, no anchor occurs twice', async () => {
    const page = await (await fetch(`${server.url}/docs`)).text();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    assert.ok(targets.length > 100);
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target)),
      [],
    );
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });
});

/** Whoever adds a route that needs no staff says so here. */
const isPublic =
  /^(\w+ \/api\/(assistant|auth)\/|\w+ \/api\/bookings(\/(availability|estimate))?$|GET \/(openapi\.json|health|ready)$)/;
