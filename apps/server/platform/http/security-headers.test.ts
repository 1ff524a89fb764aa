import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { registerSecurityHeaders } from './security-headers.ts';

async function headersOf(publicUrl: string) {
  const app = fastify();
  await registerSecurityHeaders(app, { publicUrl });
  app.get('/', async () => 'Hello');
  return (await app.inject('/')).headers;
}

test('pages load, run, frame and send to nothing but this origin', async () => {
  const headers = await headersOf('http://localhost:8000');
  const policy = String(headers['content-security-policy']).split(';');
  assert.deepEqual(policy.sort(), [
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "script-src 'self'",
    "style-src 'self'",
  ]);
  assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['access-control-allow-origin'], undefined);
});

test('https is insisted on only where there is https', async () => {
  const plain = await headersOf('http://localhost:8000');
  assert.equal(plain['strict-transport-security'], undefined);
  assert.doesNotMatch(String(plain['content-security-policy']), /upgrade/);
  const secure = await headersOf('https://desk.example');
  assert.equal(secure['strict-transport-security'], 'max-age=31536000');
  assert.match(String(secure['content-security-policy']), /upgrade-insecure-requests/);
});
