import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import {
  findFreePort,
  type ServerProcess,
  startServerProcess,
  startWorkerProcess,
} from '@deskbell/testing/server-process.ts';

const admin = { ADMIN_EMAIL: 'dana@example.com', ADMIN_PASSWORD: 'correct horse 7' };

async function setUp(t: TestContext) {
  const { url: databaseUrl } = await createTestDatabase(t);
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: 'x'.repeat(32), HOST: '0.0.0.0' };
  const start = async (more: Record<string, string> = {}): Promise<ServerProcess> =>
    startServerProcess(t, { ...env, ...more, PORT: await findFreePort() });
  return { env, start };
}

async function signIn({ url }: ServerProcess, password: string): Promise<Response> {
  return await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: admin.ADMIN_EMAIL, password }),
  });
}

async function end(server: Omit<ServerProcess, 'url'>): Promise<void> {
  server.signal('SIGTERM');
  assert.deepEqual(await server.exited, { code: 0, signal: null });
}

test('a server that others could reach, and staff could not sign in to, does not start', async (t) => {
  const { start } = await setUp(t);
  const server = await start();
  assert.deepEqual(await server.exited, { code: 1, signal: null });
  assert.equal(
    server.stderr(),
    'HOST is 0.0.0.0, which others can reach, and nobody can sign in to the back office yet; set ADMIN_EMAIL and ADMIN_PASSWORD to make an administrator, or HOST=127.0.0.1.\n',
  );
  assert.doesNotMatch(server.stdout(), /Deskbell is running/);
});

test('with an administrator it starts and is closed, also without ADMIN_EMAIL the next time', async (t) => {
  const { start } = await setUp(t);
  const server = await start(admin);
  await server.serving();
  assert.match(server.stdout(), /^The administrator dana@example\.com was made /m);
  assert.ok(!(server.stdout() + server.stderr()).includes(admin.ADMIN_PASSWORD));
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers });
  assert.equal((await ask('/api/staff')).status, 401);
  assert.equal((await ask('/executions')).status, 401);
  assert.equal((await signIn(server, 'wrong horse')).status, 401);
  const signedIn = await signIn(server, admin.ADMIN_PASSWORD);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  assert.equal((await ask('/api/staff', { cookie })).status, 200);
  assert.equal((await ask('/executions', { cookie })).status, 200);
  const made = await fetch(`${server.url}/api/keys`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Reports' }),
  });
  const { key } = (await made.json()) as { key: string };
  assert.equal((await ask('/executions', { 'x-api-key': key })).status, 200);
  assert.equal((await ask('/api/staff', { authorization: `Bearer ${key}` })).status, 403);
  await end(server);

  const next = await start();
  await next.serving();
  assert.doesNotMatch(next.stdout(), /administrator/);
  assert.equal((await signIn(next, admin.ADMIN_PASSWORD)).status, 200);
  const withKey = await fetch(`${next.url}/executions`, { headers: { 'x-api-key': key } });
  assert.equal(withKey.status, 200);
  await end(next);
});

test('a worker serves nobody and starts whatever HOST is', async (t) => {
  const { env } = await setUp(t);
  const worker = startWorkerProcess(t, env);
  await worker.serving();
  await end(worker);
});
