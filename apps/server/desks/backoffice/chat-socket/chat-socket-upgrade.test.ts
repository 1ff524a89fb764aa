import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { describe, it } from 'node:test';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestChatApp } from './test-chat-app.ts';
import { openChat, refusedUpgrade } from './test-chat-client.ts';

const UNKNOWN = '019ae000-0000-7000-8000-000000000001';
const NO_SUCH_SESSION = { code: 4404, reason: 'there is no such session' };
const NOT_SIGNED_IN = { code: 4401, reason: 'please sign in as staff first' };

describe('the upgrade to a chat socket', () => {
  it('is refused with 403 for a page of another site, and for nobody else', async (t) => {
    const app = await startTestChatApp(t, { models: [createScriptedModel([])] });
    const session = await app.newSession();
    const user = { 'x-user': 'ann' };
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: app.url, 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, body } = await refusedUpgrade(session, { ...user, ...headers });
      assert.equal(status, 403);
      assert.equal((body as { code: string }).code, 'cross_site');
    }
    assert.equal(app.access.count, 0, 'nobody was asked for');
    for (const origin of [undefined, 'https://desk.example', app.url]) {
      const client = await openChat(session, {
        headers: { ...user, ...(origin === undefined ? {} : { origin }) },
      });
      client.socket.close();
      await client.closed;
    }
  });

  it('is accepted and closed with 4401 for nobody and for a customer', async (t) => {
    const app = await startTestChatApp(t, { models: [createScriptedModel([])] });
    const session = await app.newSession();
    const nobody = await openChat(session, {});
    assert.deepEqual(await nobody.closed, NOT_SIGNED_IN);
    const customer = await openChat(session, { headers: { 'x-user': 'customer' } });
    assert.deepEqual(await customer.closed, { code: 4401, reason: 'this is for staff only' });
  });

  it("is accepted and closed with 4404 for a session that is unknown, no UUID or somebody's else", async (t) => {
    const app = await startTestChatApp(t, { models: [createScriptedModel([])] });
    const bobs = await app.newSession('bob');
    for (const address of [
      `${app.url}/ws/chat/${UNKNOWN}`,
      `${app.url}/ws/chat/your-session-id`,
      bobs,
      `${bobs}?user_id=bob`,
    ]) {
      const client = await openChat(address);
      assert.deepEqual(await client.closed, NO_SUCH_SESSION);
    }
    const admin = await openChat(`${bobs}?user_id=bob`, { headers: { 'x-user': 'admin' } });
    admin.send('?');
    assert.equal((await admin.next()).type, 'error');
    const upperCase = await openChat(
      bobs.replace(/[^/]+$/, (id) => id.toUpperCase()),
      {
        headers: { 'x-user': 'bob' },
      },
    );
    upperCase.send('?');
    assert.equal((await upperCase.next()).type, 'error');
    const strange = await refusedUpgrade(`${bobs}?user_id=%20`, { 'x-user': 'ann' });
    assert.equal(strange.status, 400);
  });

  it('is closed with 4429 when the user has too many sockets, until one is closed', async (t) => {
    const models = [createScriptedModel([])] as const;
    const app = await startTestChatApp(t, { models, mostSocketsPerUser: 2 });
    const session = await app.newSession();
    const first = await openChat(session);
    await openChat(session);
    const third = await openChat(session);
    assert.deepEqual(await third.closed, {
      code: 4429,
      reason: 'at most 2 connections may be open at a time',
    });
    const bob = await openChat(await app.newSession('bob'), { headers: { 'x-user': 'bob' } });
    bob.send('?');
    assert.equal((await bob.next()).type, 'error');
    first.socket.terminate();
    for (;;) {
      const again = await openChat(session);
      again.send('?');
      const answer = await again.next().catch(() => undefined);
      if (answer !== undefined) break;
    }
  });

  it('leaves other requests alone, whatever upgrade they offer', async (t) => {
    const app = await startTestChatApp(t, { models: [createScriptedModel([])] });
    const session = await app.newSession();
    const plain = await fetch(session);
    assert.equal(plain.status, 400);
    for (const [address, upgrade, status] of [
      [session, 'h2c', 400],
      [`${app.url}/nowhere`, 'websocket', 404],
      [`${app.url}/ws/chat/%zz`, 'websocket', 400],
      [`${app.url}/ws/chat/${'x'.repeat(101)}`, 'websocket', 404],
    ] as const) {
      const response = await new Promise<number | undefined>((resolve, reject) => {
        const headers = { connection: 'upgrade', upgrade };
        const sent = httpRequest(address, { headers }, (answer) => {
          answer.resume();
          answer.once('end', () => resolve(answer.statusCode));
        });
        sent.once('error', reject);
        sent.end();
      });
      assert.equal(response, status);
    }
  });

  it('is asked again for each message: who was signed out or lost the session is told so', async (t) => {
    const model = createScriptedModel([says('Hi'), says('Hi')]);
    const app = await startTestChatApp(t, { models: [model] });
    const session = await app.newSession();
    const client = await openChat(session);
    client.send({ message: 'Hello' });
    assert.equal((await client.turn()).at(-1)?.type, 'complete');
    app.revoked.add('ann');
    client.send({ message: 'Hello again' });
    assert.deepEqual(await client.closed, NOT_SIGNED_IN);

    app.revoked.clear();
    const second = await openChat(session);
    await app.database.pool.query('delete from threads');
    second.send({ message: 'Hello' });
    assert.deepEqual(await second.closed, NO_SUCH_SESSION);
    assert.equal(model.requests.length, 1);
  });
});
