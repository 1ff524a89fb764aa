import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { createBusiness } from '../bookings/business.ts';
import { readShippedCatalogue } from '../bookings/shipped-catalogue.ts';
import { registerProblemHandling } from '../platform/http/problem-handling.ts';
import { registerSecurityHeaders } from '../platform/http/security-headers.ts';
import { sendPage } from './send-page.ts';
import { createTestWebsiteFolder } from './test-website.ts';
import { createWebsite } from './website.ts';
import { websiteRoutes } from './website-routes.ts';

const SCRIPT = 'console.log("hello");';
const publicUrl = 'http://localhost:8000';

async function createApp(t: TestContext): Promise<FastifyInstance> {
  const directory = await createTestWebsiteFolder(t);
  const publicFile = (name: string) => join(directory, 'public', name);
  await writeFile(publicFile('.env'), 'SECRET=1');
  await mkdir(publicFile('assets/deeper'));
  await writeFile(publicFile('favicon.svg'), '<svg/>');
  await writeFile(publicFile('assets/app-3f2a_b-c.js'), SCRIPT);
  await writeFile(publicFile('assets/app-3f2a_b-c.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(publicFile('widget/v1.js'), SCRIPT);
  await writeFile(publicFile('widget/panel-12345678.js'), SCRIPT);
  const website = await createWebsite({
    directory,
    business: createBusiness(readShippedCatalogue()),
    publicUrl,
    log: { info: () => {} },
  });
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  t.after(() => app.close());
  registerProblemHandling(app, {
    sendNotFoundPage: (request, reply) =>
      sendPage(request, reply, { page: website.notFound, statusCode: 404 }),
  });
  await registerSecurityHeaders(app, { publicUrl });
  await app.register(websiteRoutes, { website });
  return app;
}

test('files outside the website, hidden files and wrong methods are not found', async (t) => {
  const app = await createApp(t);
  for (const url of [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/.env',
    '/assets/..%2f.env',
    '/..%2fassets.json',
    '/assets',
    '/assets/',
    '/assets/deeper',
    '/assets/deeper/',
    '/assets//app-3f2a_b-c.js',
    '/widget/',
    '/templates/home.liquid',
    '/home',
    '/not-found',
    '/layouts/page',
  ]) {
    const response = await app.inject(url);
    assert.equal(response.statusCode, 404, url);
    assert.equal(response.headers['content-type'], 'application/problem+json', url);
  }
  for (const url of ['/', '/services', '/favicon.svg']) {
    assert.equal((await app.inject({ method: 'POST', url })).statusCode, 404, url);
  }
});

test('what a file cannot answer is the asker’s mistake, and is not logged as ours', async (t) => {
  const app = await createApp(t);
  const cases: [string, Record<string, string>, number][] = [
    ['/widget/v1.js', { range: 'bytes=9999-' }, 416],
    ['/widget/v1.js', { range: 'bytes=none' }, 416],
    ['/widget/v1.js', { 'if-match': '"another"' }, 412],
    ['/widget/v1.js%00', {}, 400],
  ];
  for (const [url, headers, expected] of cases) {
    const response = await app.inject({ url, headers });
    assert.equal(response.statusCode, expected, `${url} ${JSON.stringify(headers)}`);
    assert.equal(response.body, '');
    assert.equal(response.headers['cache-control'], 'no-store');
  }
});

test('an unknown page is the website’s own for browsers, a problem document for programs', async (t) => {
  const app = await createApp(t);
  const headers = { accept: 'text/html,*/*;q=0.8', 'if-none-match': '*' };
  const page = await app.inject({ url: '/unknown', headers });
  assert.equal(page.statusCode, 404);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.match(page.body, /There is nothing at this address[\s\S]*ToteTaxi/);
  const api = await app.inject({ url: '/api/unknown', headers });
  assert.equal(api.statusCode, 404);
  assert.equal(api.headers['content-type'], 'application/problem+json');
});

test('a page is revalidated, and not sent again while it is the same', async (t) => {
  const app = await createApp(t);
  const page = await app.inject('/services');
  assert.equal(page.statusCode, 200);
  assert.equal(page.headers['cache-control'], 'no-cache');
  const etag = String(page.headers.etag);
  for (const known of [etag, etag.replace(/^W\//, ''), `"other", ${etag}`, '*']) {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'if-none-match': known, 'accept-encoding': encoding };
      const revisit = await app.inject({ url: '/services', headers });
      assert.equal(revisit.statusCode, 304, known);
      assert.equal(revisit.body, '');
      assert.equal(revisit.headers.etag, etag);
      assert.equal(revisit.headers.vary, 'accept-encoding');
    }
  }
  const other = await app.inject({ url: '/services', headers: { 'if-none-match': '"other"' } });
  assert.equal(other.statusCode, 200);
  assert.notEqual((await app.inject('/faq')).headers.etag, etag);
});

test('a page comes in the encoding that the browser takes, and says so to caches', async (t) => {
  const app = await createApp(t);
  const plain = (await app.inject('/')).body;
  const cases = {
    'gzip, deflate, br, zstd': 'br',
    gzip: 'gzip',
    'br;q=0, gzip': 'gzip',
    'zstd, deflate': undefined,
    identity: undefined,
    '': undefined,
    'gzip;q=0, br;q=0': undefined,
  };
  for (const [accepted, expected] of Object.entries(cases)) {
    const response = await app.inject({ url: '/', headers: { 'accept-encoding': accepted } });
    assert.equal(response.headers['content-encoding'], expected, accepted);
    assert.equal(response.headers.vary, 'accept-encoding', accepted);
    const body =
      expected === 'br'
        ? brotliDecompressSync(response.rawPayload)
        : expected === 'gzip'
          ? gunzipSync(response.rawPayload)
          : response.rawPayload;
    assert.equal(body.toString(), plain, accepted);
    assert.equal(Number(response.headers['content-length']), response.rawPayload.length);
  }
});

test('HEAD, a query and a slash at the end all mean the page', async (t) => {
  const app = await createApp(t);
  const page = await app.inject('/services');
  const head = await app.inject({ method: 'HEAD', url: '/services' });
  assert.equal(head.statusCode, 200);
  assert.equal(head.body, '');
  assert.equal(head.headers['content-length'], page.headers['content-length']);
  for (const url of ['/services/', '/services?zip=10001', '/book?handoff=x', '/?a=1']) {
    assert.equal((await app.inject(url)).statusCode, 200, url);
  }
  assert.equal((await app.inject('/services/')).body, page.body);
});

test('robots.txt and the site map are what their names say', async (t) => {
  const app = await createApp(t);
  const types = { '/robots.txt': 'text/plain', '/sitemap.xml': 'application/xml' };
  for (const [url, type] of Object.entries(types)) {
    assert.equal((await app.inject(url)).headers['content-type'], `${type}; charset=utf-8`);
  }
});

test('files with a hash in their names are kept for a year, others are asked for again', async (t) => {
  const app = await createApp(t);
  const forYear = 'public, max-age=31536000, immutable';
  const caches = {
    '/assets/app-3f2a_b-c.js': forYear,
    '/widget/panel-12345678.js': forYear,
    '/widget/v1.js': 'public, max-age=300',
    '/favicon.svg': 'no-cache',
  };
  for (const [url, expected] of Object.entries(caches)) {
    const response = await app.inject(url);
    assert.equal(response.statusCode, 200, url);
    assert.equal(response.headers['cache-control'], expected, url);
    const { etag } = response.headers;
    const revisit = await app.inject({ url, headers: { 'if-none-match': etag } });
    assert.equal(revisit.statusCode, 304, url);
  }
});

test('other websites may load the widget and nothing else', async (t) => {
  const app = await createApp(t);
  for (const url of ['/widget/v1.js', '/widget/panel-12345678.js']) {
    const { headers } = await app.inject({ url, headers: { origin: 'https://other.example' } });
    assert.equal(headers['access-control-allow-origin'], '*', url);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', url);
    assert.equal(headers['access-control-allow-credentials'], undefined, url);
  }
  for (const url of ['/', '/assets/app-3f2a_b-c.js', '/favicon.svg']) {
    const { headers } = await app.inject({ url, headers: { origin: 'https://other.example' } });
    assert.equal(headers['access-control-allow-origin'], undefined, url);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', url);
  }
});

test('a compressed file is sent to a browser that takes it, as what it is', async (t) => {
  const app = await createApp(t);
  const url = '/assets/app-3f2a_b-c.js';
  const response = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
  assert.equal(response.headers['content-encoding'], 'br');
  assert.match(String(response.headers['content-type']), /javascript/);
  assert.match(String(response.headers.vary), /accept-encoding/i);
  assert.equal((await app.inject(url)).body, SCRIPT);
});

test('every answer carries the security headers, refusals too', async (t) => {
  const app = await createApp(t);
  for (const url of ['/', '/unknown', '/api/unknown', '/widget/v1.js']) {
    const { headers } = await app.inject({ url, headers: { accept: 'text/html' } });
    const policy = String(headers['content-security-policy']).split(';');
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
    ]) {
      assert.ok(policy.includes(directive), `${url}: ${directive}`);
    }
    assert.ok(!policy.some((directive) => directive.includes('unsafe')));
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
});
