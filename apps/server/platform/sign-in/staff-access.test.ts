import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, type TestContext, test } from 'node:test';
import Fastify from 'fastify';
import { registerProblemHandling } from '../http/problem-handling.ts';
import type { SignedIn } from './sign-in.ts';
import { createStaffAccess } from './staff-access.ts';

const ID = '019ab000-0000-7000-8000-000000000001';

interface Doors {
  signedIn?: SignedIn | null;
  keys?: Record<string, { id: string; role: 'staff' | 'admin' }>;
  isOpen?: boolean;
}

async function startApp(
  t: TestContext,
  { signedIn = null, keys = {}, isOpen = false }: Doors,
): Promise<{ port: number }> {
  const app = Fastify();
  registerProblemHandling(app);
  const staff = createStaffAccess({
    signIn: { customerFor: () => Promise.resolve(signedIn) },
    apiKeys: { find: async (key) => keys[key] },
    isOpenToThisMachine: isOpen,
  });
  app.get('/who', (request, reply) => staff.staffFor(request, reply));
  await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(() => app.close());
  return { port: (app.server.address() as AddressInfo).port };
}

async function startServer(t: TestContext, doors: Doors) {
  const { port } = await startApp(t, doors);
  return (headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      const request = httpRequest(
        { port, host: '127.0.0.1', path: '/who', headers },
        (response) => {
          let json = '';
          response.setEncoding('utf8');
          response.on('data', (chunk) => (json += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(json) }),
          );
        },
      );
      request.on('error', reject);
      request.end();
    });
}

describe('who may use the back office', () => {
  test('hole: no authentication: nobody gets in without signing in', async (t) => {
    const ask = await startServer(t, {});
    const { status, body } = await ask();
    assert.equal(status, 401);
    assert.equal(body.code, 'not_signed_in');
  });

  test('a customer does not', async (t) => {
    const ask = await startServer(t, { signedIn: { customerId: ID, role: 'customer' } });
    const { status, body } = await ask();
    assert.equal(status, 403);
    assert.equal(body.code, 'forbidden');
  });

  for (const role of ['staff', 'admin'] as const) {
    test(`${role} does, from anywhere`, async (t) => {
      const ask = await startServer(t, { signedIn: { customerId: ID, role } });
      const { status, body } = await ask({
        host: 'desk.example.com',
        'x-forwarded-for': '8.8.8.8',
      });
      assert.equal(status, 200);
      assert.deepEqual(body, { userId: ID, role });
    });
  }

  test('a key decides alone, in either header', async (t) => {
    const keys = { 'the-key': { id: ID, role: 'staff' as const } };
    const cookieOwner: SignedIn = { customerId: 'another', role: 'admin' };
    const ask = await startServer(t, { signedIn: cookieOwner, keys, isOpen: true });
    const sent: Record<string, string>[] = [
      { authorization: 'Bearer the-key' },
      { authorization: 'bearer   the-key ' },
      { authorization: 'BEARER the-key' },
      { 'x-api-key': 'the-key' },
      { 'x-api-key': 'the-key', authorization: 'Bearer of-a-proxy' },
    ];
    for (const headers of sent) {
      assert.deepEqual((await ask(headers)).body, { userId: ID, role: 'staff' });
    }
  });

  test('a key that is wrong lets nobody in, not even who would get in without it', async (t) => {
    const signedIn: SignedIn = { customerId: ID, role: 'admin' };
    const ask = await startServer(t, { signedIn, isOpen: true });
    const sent: Record<string, string>[] = [
      { authorization: 'Bearer wrong' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer two words' },
      { 'x-api-key': 'wrong' },
      { 'x-api-key': '' },
      { 'x-api-key': 'wrong, wrong' },
    ];
    for (const headers of sent) {
      const { status, body } = await ask({ host: 'localhost', ...headers });
      assert.equal(status, 401, JSON.stringify(headers));
      assert.equal(body.detail, 'this API key is wrong or has been revoked');
    }
  });

  test('other kinds of authorization are not for us', async (t) => {
    const ask = await startServer(t, { signedIn: { customerId: ID, role: 'staff' } });
    for (const authorization of ['Basic dXNlcjpwYXNz', 'Bearerx the-key', 'Negotiate abc', '']) {
      assert.deepEqual((await ask({ authorization })).body, { userId: ID, role: 'staff' });
    }
  });

  test('the open mode lets in whoever asks from this machine by a local name', async (t) => {
    const ask = await startServer(t, { isOpen: true });
    for (const host of ['localhost:8000', '127.0.0.1', '[::1]:8000']) {
      assert.deepEqual((await ask({ host })).body, { userId: 'local', role: 'admin' });
    }
  });

  test('the open mode lets in neither a proxy nor a page whose name was made to point here', async (t) => {
    const ask = await startServer(t, { isOpen: true });
    const strangers: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: 'localhost.evil.example' },
      { host: '127.0.0.1.evil.example' },
      { host: 'localhost', 'x-forwarded-for': '127.0.0.1' },
      { host: 'localhost', forwarded: 'for=127.0.0.1' },
      { host: 'localhost', 'x-real-ip': '127.0.0.1' },
      { host: 'localhost', via: '1.1 proxy' },
      { host: 'localhost', 'x-forwarded-host': 'desk.example.com' },
      { host: 'localhost', 'x-forwarded-proto': 'https' },
      { host: 'localhost', 'cf-connecting-ip': '127.0.0.1' },
    ];
    for (const headers of strangers) assert.equal((await ask(headers)).status, 401);
  });

  test('the open mode lets no proxy in that speaks HTTP/1.0 and says nothing else', async (t) => {
    const app = await startApp(t, { isOpen: true });
    const answer = async (version: string) => {
      const socket = connect(app.port, '127.0.0.1');
      socket.write(`GET /who HTTP/${version}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
      return (await text(socket)).split('\r\n', 1)[0];
    };
    assert.equal(await answer('1.1'), 'HTTP/1.1 200 OK');
    assert.equal(await answer('1.0'), 'HTTP/1.1 401 Unauthorized');
  });
});
