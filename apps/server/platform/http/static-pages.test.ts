import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fastify from 'fastify';
import { registerProblemHandling } from './problem-handling.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { registerStaticPages } from './static-pages.ts';

const SCRIPT = 'console.log("hello");';

const buildApp = async (t: TestContext, publicUrl = 'http://localhost:8000') => {
  const directory = await mkdtemp(join(tmpdir(), 'deskbell-pages-'));
  t.after(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<h1>Desk</h1>');
  await writeFile(join(directory, '.env'), 'SECRET=1');
  await writeFile(join(directory, 'assets', 'app-3f2a.js'), SCRIPT);
  await writeFile(join(directory, 'assets', 'app-3f2a.js.br'), brotliCompressSync(SCRIPT));
  const app = fastify();
  t.after(() => app.close());
  registerProblemHandling(app);
  await registerSecurityHeaders(app, { publicUrl });
  await registerStaticPages(app, { directory });
  app.get('/api/health', async () => ({ status: 'ok' }));
  return app;
};

test('files outside the website, hidden files and wrong methods are not found', async (t) => {
  const app = await buildApp(t);
  for (const url of [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/.env',
    '/assets/..%2f.env',
  ]) {
    const response = await app.inject(url);
    assert.equal(response.statusCode, 404, url);
    assert.equal(response.headers['content-type'], 'application/problem+json', url);
  }
  assert.equal((await app.inject({ method: 'POST', url: '/' })).statusCode, 404);
});

test('pages are revalidated, hashed assets are kept', async (t) => {
  const app = await buildApp(t);
  const page = await app.inject('/');
  assert.equal(page.body, '<h1>Desk</h1>');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.ok(page.headers.etag);
  const revisit = await app.inject({ url: '/', headers: { 'if-none-match': page.headers.etag } });
  assert.equal(revisit.statusCode, 304);
  const asset = await app.inject('/assets/app-3f2a.js');
  assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
});

test('a compressed file is sent to a browser that takes it, as what it is', async (t) => {
  const app = await buildApp(t);
  const url = '/assets/app-3f2a.js';
  const response = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
  assert.equal(response.headers['content-encoding'], 'br');
  assert.match(String(response.headers['content-type']), /javascript/);
  assert.equal(response.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await app.inject(url)).body, SCRIPT);
});

test('an unknown API address is a problem document, an unknown page a page', async (t) => {
  const app = await buildApp(t);
  const headers = { accept: 'text/html' };
  const api = await app.inject({ url: '/api/unknown', headers });
  assert.equal(api.statusCode, 404);
  assert.equal(api.headers['content-type'], 'application/problem+json');
  const page = await app.inject({ url: '/unknown', headers });
  assert.equal(page.statusCode, 404);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
});

test('every answer carries the security headers, refusals too', async (t) => {
  const app = await buildApp(t);
  for (const url of ['/', '/api/health', '/api/unknown']) {
    const { headers } = await app.inject(url);
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
    assert.equal(headers['x-powered-by'], undefined);
    assert.equal(headers['strict-transport-security'], undefined);
  }
});

test('https is made binding only where it is used', async (t) => {
  const app = await buildApp(t, 'https://chat.example.com');
  const { headers } = await app.inject('/api/health');
  assert.equal(headers['strict-transport-security'], 'max-age=31536000');
});

test('without a built website the API still answers', async (t) => {
  const app = fastify();
  t.after(() => app.close());
  registerProblemHandling(app);
  await registerStaticPages(app, { directory: join(tmpdir(), 'deskbell-no-such-folder') });
  app.get('/api/health', async () => ({ status: 'ok' }));
  assert.equal((await app.inject('/api/health')).statusCode, 200);
  assert.equal((await app.inject('/')).statusCode, 404);
});
