import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import Fastify from 'fastify';
import { registerProblemHandling } from '../http/problem-handling.ts';
import type { SignedIn } from './sign-in.ts';
import { createStaffAccess } from './staff-access.ts';

const ID = '019ab000-0000-7000-8000-000000000001';

async function startServer(
  t: TestContext,
  { signedIn = null, isOpen = false }: { signedIn?: SignedIn | null; isOpen?: boolean },
) {
  const app = Fastify();
  registerProblemHandling(app);
  const staff = createStaffAccess({
    signIn: { customerFor: () => Promise.resolve(signedIn) },
    isOpenToThisMachine: isOpen,
  });
  app.get('/who', (request, reply) => staff.staffFor(request, reply));
  await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  return (headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      const request = httpRequest(
        { port, host: '127.0.0.1', path: '/who', headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk) => (text += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }),
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
    ];
    for (const headers of strangers) assert.equal((await ask(headers)).status, 401);
  });
});
