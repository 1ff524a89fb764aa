import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '@deskbell/testing/start-test-server.ts';
import { createTestWebsiteFolder } from '../website/test-website.ts';
import { cookieOf, keyOf } from './test-conversations.ts';

const start = async (t: TestContext, options: TestServerOptions = {}): Promise<TestServer> =>
  startTestServer(t, {
    backOffice: {},
    isOpenToThisMachine: false,
    pagesDirectory: await createTestWebsiteFolder(t),
    ...options,
  });

const PATHS = ['/staff', '/staff/', '/staff/emails/1?q=a', '/staff/no/such/page', '/staff?peek=a'];
const IS_CONSOLE = /<div id="root"><\/div>/;

async function ask(server: TestServer, path: string, init: RequestInit = {}) {
  const response = await fetch(server.url + path, { redirect: 'manual', ...init });
  return { response, text: await response.text(), location: response.headers.get('location') };
}

test('nobody who is not signed in gets the page: they are sent to sign in and come back', async (t) => {
  const server = await start(t);
  for (const path of PATHS) {
    for (const method of ['GET', 'HEAD']) {
      const { response, text, location } = await ask(server, path, { method });
      assert.equal(response.status, 302, path);
      assert.doesNotMatch(text, IS_CONSOLE);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const wanted = path === '/staff' ? '' : `?next=${encodeURIComponent(path)}`;
      assert.equal(location, `/staff/sign-in${wanted}`);
    }
  }
  const long = await ask(server, `/staff?q=${'a'.repeat(3_000)}`);
  assert.equal(long.location, '/staff/sign-in');
});

test('no path leads to another site or around the gate', async (t) => {
  const server = await start(t);
  for (const path of ['/staff//evil.example', '/staff/..%2fx', '/staff/%0d%0aSet-Cookie:a=b']) {
    const { response, location } = await ask(server, path);
    assert.equal(response.status, 302, path);
    assert.match(location ?? '', /^\/staff\/sign-in\?next=%2Fstaff%2F[\w%.-]+$/);
    assert.equal(response.headers.get('set-cookie'), null);
  }
  for (const path of ['//staff', '/staff/console.liquid', '/STAFF', '/staffing']) {
    const { text } = await ask(server, path);
    assert.doesNotMatch(text, IS_CONSOLE, path);
  }
  for (const path of ['/console', '/staff/console', '/sign-in', '/not-staff', '/templates/staff']) {
    const { response, text } = await ask(server, path, { headers: { accept: 'text/html' } });
    assert.ok([302, 404].includes(response.status), path);
    assert.doesNotMatch(text, IS_CONSOLE, path);
  }
});

test('a customer is told that it is for staff, and a wrong key opens nothing', async (t) => {
  const server = await start(t);
  const headers = await cookieOf(server, 'customer');
  for (const path of PATHS) {
    const { response, text } = await ask(server, path, { headers });
    assert.equal(response.status, 403, path);
    assert.match(text, /This is for staff only/);
    assert.match(text, /href="\/staff\/sign-in"/);
    assert.doesNotMatch(text, IS_CONSOLE);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('etag'), null);
  }
  const wrong = await ask(server, '/staff', { headers: { 'x-api-key': 'dbk_wrong' } });
  assert.equal(wrong.response.status, 401);
  assert.doesNotMatch(wrong.text, IS_CONSOLE);
});

test('staff and administrators get the same page at every address, kept by no cache', async (t) => {
  const server = await start(t);
  const askers = [
    await cookieOf(server, 'staff'),
    await cookieOf(server, 'admin'),
    await keyOf(server, 'staff'),
  ];
  for (const headers of askers) {
    for (const path of PATHS) {
      const { response, text } = await ask(server, path, {
        headers: { ...headers, 'if-none-match': '*' },
      });
      assert.equal(response.status, 200, path);
      assert.match(text, IS_CONSOLE);
      assert.match(text, /<script type="module" src="\/assets\/console-12345678.js"><\/script>/);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const policy = response.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none';script-src 'self';style-src 'self'/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(text, /<style|style="|<script(?! type="module" src)| on\w+="/);
    }
  }
});

test('a role that is taken away closes the page at the next request', async (t) => {
  const server = await start(t);
  const headers = await cookieOf(server, 'staff');
  assert.equal((await ask(server, '/staff', { headers })).response.status, 200);
  await server.database.pool.query("update users set role = 'customer'");
  assert.equal((await ask(server, '/staff', { headers })).response.status, 403);
});

test('in the open mode this machine goes straight in', async (t) => {
  const server = await start(t, { isOpenToThisMachine: true });
  const { response, text } = await ask(server, '/staff/tasks');
  assert.equal(response.status, 200);
  assert.match(text, IS_CONSOLE);
});

test('the sign-in is public, has no customers’ navigation and no chat', async (t) => {
  const server = await start(t);
  for (const path of ['/staff/sign-in', '/staff/sign-in/', '/staff/sign-in?next=/staff/tasks']) {
    const { response, text } = await ask(server, path);
    assert.equal(response.status, 200, path);
    assert.match(text, /data-account="staff"/);
    assert.doesNotMatch(text, /widget\/v1|href="\/register"|<nav/);
    assert.match(text, /<meta name="robots" content="noindex">/);
  }
});

test('a server without a back office has no such pages', async (t) => {
  const server = await startTestServer(t, { pagesDirectory: await createTestWebsiteFolder(t) });
  for (const path of ['/staff', '/staff/tasks', '/staff/sign-in']) {
    assert.equal((await ask(server, path)).response.status, 404, path);
  }
});
