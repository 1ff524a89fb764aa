import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type TestContext, test } from 'node:test';
import { socketCloseCodes } from '@deskbell/protocol';
import {
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '@deskbell/testing/start-test-server.ts';
import type { FastifyInstance } from 'fastify';
import { WebSocket } from 'ws';
import { createApiKeys } from './platform/sign-in/api-keys.ts';
import type { Role } from './platform/sign-in/tables.ts';
import { createTestWebsiteFolder } from './website/test-website.ts';

/** What everybody may ask. A route that is not named here is staff's, and tested as such. */
const PUBLIC = [
  /^\/api\/auth\//,
  /^\/api\/assistant\//,
  /^\/api\/bookings(\/(availability|estimate))?$/,
  /^\/health$/,
  /^\/ready$/,
  /^\/openapi\.json$/,
  /^\/docs($|\/)/,
];
const ADMINISTRATORS_ONLY = /^\/api\/(keys|staff)($|\/)/;
const SOCKET = /^\/ws\//;
const PASSWORD = 'correct horse 7';

interface Route {
  method: string;
  url: string;
}

interface Asker {
  name: string;
  headers: Record<string, string>;
  /** What a route for staff answers, and one for administrators; undefined: whatever it likes. */
  staff: 401 | 403 | undefined;
  administrators: 401 | 403 | undefined;
}

/** The whole server, and every route that was ever registered on it. */
async function startServer(
  t: TestContext,
  options: TestServerOptions = {},
): Promise<{ server: TestServer; routes: Route[] }> {
  const routes: Route[] = [];
  const watch = (message: unknown): void => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  };
  subscribe('fastify.initialization', watch);
  try {
    const server = await startTestServer(t, {
      backOffice: {},
      isOpenToThisMachine: false,
      hasMetrics: true,
      ...options,
    });
    return { server, routes };
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
}

async function signIn(server: TestServer, role: Role): Promise<Record<string, string>> {
  const email = `${role}@example.com`;
  const account = { id: randomUUID(), name: role, email, password: PASSWORD, role };
  assert.ok(await server.signIn.createAccount(account));
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  assert.equal(response.status, 200);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { cookie: cookies.join('; ') };
}

async function createAskers(server: TestServer): Promise<Asker[]> {
  const apiKeys = createApiKeys({ database: server.database, clock: () => new Date() });
  const newKey = (role: 'staff' | 'admin') =>
    apiKeys.create({ name: role, role, createdBy: 'local' });
  const staffKey = await newKey('staff');
  const adminKey = await newKey('admin');
  const revokedKey = await newKey('admin');
  await apiKeys.revoke(revokedKey.record.id, 'local');
  const admin = await signIn(server, 'admin');
  const revoked = { authorization: `Bearer ${revokedKey.key}` };
  const out = { staff: 401, administrators: 401 } as const;
  const half = { staff: undefined, administrators: 403 } as const;
  const all = { staff: undefined, administrators: undefined };
  return [
    { name: 'nobody', headers: {}, ...out },
    {
      name: 'a customer',
      headers: await signIn(server, 'customer'),
      staff: 403,
      administrators: 403,
    },
    { name: 'a revoked key', headers: revoked, ...out },
    {
      name: 'a revoked key with an administrator’s cookie',
      headers: { ...admin, ...revoked },
      ...out,
    },
    { name: 'staff', headers: await signIn(server, 'staff'), ...half },
    { name: 'a key of staff', headers: { 'x-api-key': staffKey.key }, ...half },
    { name: 'an administrator', headers: admin, ...all },
    {
      name: 'a key of an administrator',
      headers: { authorization: `bearer ${adminKey.key}` },
      ...all,
    },
  ];
}

/** A request that whoever is let through is refused for its form, if the route has one. */
async function ask(server: TestServer, { method, url }: Route, asker: Asker): Promise<Response> {
  const path = url.replaceAll(/:\w+/g, randomUUID());
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // The calendar looks at its key first.
  const query = hasBody || url === '/calendar.ics' ? '' : '?unknown=field';
  return await fetch(server.url + path + query, {
    method,
    headers: { ...asker.headers, ...(hasBody && { 'content-type': 'application/json' }) },
    ...(hasBody && { body: '{"unknown": "field"}' }),
  });
}

/** Why the server closes a socket to a session that is not there. */
async function closeCode(server: TestServer, { url }: Route, asker: Asker): Promise<number> {
  const path = url.replaceAll(/:\w+/g, randomUUID());
  const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers: asker.headers });
  return await new Promise((resolve, reject) => {
    socket.on('close', resolve);
    socket.on('error', reject);
  });
}

test('every route that is not public asks who it is: nobody, customers and revoked keys stay out', async (t) => {
  const { server, routes } = await startServer(t);
  const guarded = routes.filter(({ url }) => !PUBLIC.some((pattern) => pattern.test(url)));
  for (const known of ['GET /executions', 'POST /process-email', 'POST /api/keys']) {
    assert.ok(
      guarded.some(({ method, url }) => `${method} ${url}` === known),
      known,
    );
  }
  const askers = await createAskers(server);
  for (const route of guarded) {
    const isForAdministrators = ADMINISTRATORS_ONLY.test(route.url);
    for (const asker of askers) {
      const what = `${asker.name}: ${route.method} ${route.url}`;
      const refusal = isForAdministrators ? asker.administrators : asker.staff;
      if (SOCKET.test(route.url)) {
        const wanted = refusal === undefined ? 'unknownSession' : 'notSignedIn';
        assert.equal(await closeCode(server, route, asker), socketCloseCodes[wanted], what);
        continue;
      }
      const response = await ask(server, route, asker);
      const text = await response.text();
      if (refusal === undefined) {
        assert.ok(![401, 403].includes(response.status), `${what}: ${response.status}`);
        assert.ok(response.status < 500, `${what}: ${response.status} ${text}`);
        continue;
      }
      assert.equal(response.status, refusal, what);
      assert.equal(response.headers.get('content-type'), 'application/problem+json', what);
      assert.equal(response.headers.get('access-control-allow-origin'), null, what);
    }
  }
});

test('every page under /staff but the sign-in is for staff: others get another page or none', async (t) => {
  const pagesDirectory = await createTestWebsiteFolder(t);
  const { server, routes } = await startServer(t, { pagesDirectory });
  const pages = routes.filter(({ url }) => /^\/staff(\/|$)/.test(url));
  assert.deepEqual(pages.map(({ method, url }) => `${method} ${url}`).toSorted(), [
    'GET /staff',
    'GET /staff/*',
    'GET /staff/sign-in',
    'HEAD /staff',
    'HEAD /staff/*',
    'HEAD /staff/sign-in',
  ]);
  // Templates in folders are no pages of the website.
  const others = routes.filter(({ url }) =>
    /^\/(staff|layouts|parts)?\/?(console|not-staff|sign-in)$/.test(url),
  );
  assert.deepEqual([...new Set(others.map(({ url }) => url))], ['/staff/sign-in']);
  for (const asker of await createAskers(server)) {
    for (const { method, url } of pages.filter((page) => !page.url.endsWith('sign-in'))) {
      const response = await fetch(server.url + url.replace('*', 'tasks'), {
        method,
        headers: asker.headers,
        redirect: 'manual',
      });
      const what = `${asker.name}: ${method} ${url}`;
      const isKey = 'authorization' in asker.headers || 'x-api-key' in asker.headers;
      const wanted = asker.staff === 401 && !isKey ? 302 : (asker.staff ?? 200);
      assert.equal(response.status, wanted, what);
      const isConsole = (await response.text()).includes('id="root"');
      assert.equal(isConsole, method === 'GET' && asker.staff === undefined, what);
    }
  }
});

test('what is public takes no notice of keys', async (t) => {
  const { server, routes } = await startServer(t);
  const open = routes.filter(({ url }) => PUBLIC.some((pattern) => pattern.test(url)));
  assert.ok(open.some(({ url }) => url.startsWith('/api/assistant/chat')));
  const headers = { 'x-api-key': 'wrong' };
  const visitor: Asker = { name: '', headers, staff: undefined, administrators: undefined };
  for (const route of open) {
    const { status } = await ask(server, route, visitor);
    const what = `${route.method} ${route.url}: ${status}`;
    assert.ok(status !== 403 && status < 500, what);
    assert.ok(status !== 401 || route.url.startsWith('/api/auth/'), what);
  }
});
