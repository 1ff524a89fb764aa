import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { connect } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import type { SendMessage } from '../send-message.ts';
import { startTestChatApp, type TestChatApp } from './test-chat-app.ts';
import { type ChatClient, openChat } from './test-chat-client.ts';
import { createHeldModel } from './test-held-model.ts';

const RESTART = { code: 1012, reason: 'the server is restarting' };

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
}

const connectionsOf = (app: TestChatApp): Promise<number> =>
  new Promise((resolve, reject) => {
    app.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

/** Counts who listens to the logs of the turns that are sent. */
function countListeners(): {
  count: number;
  most: number;
  wrap: (send: SendMessage) => SendMessage;
} {
  const listeners = {
    count: 0,
    most: 0,
    wrap:
      (send: SendMessage): SendMessage =>
      async (message) => {
        const sent = await send(message);
        const { log } = sent;
        const counted = Object.create(log, {
          isEnded: { get: () => log.isEnded },
          conclusion: { get: () => log.conclusion },
          onChange: {
            value: (listener: () => void) => {
              const unsubscribe = log.onChange(listener);
              listeners.count += 1;
              listeners.most = Math.max(listeners.most, listeners.count);
              let isSubscribed = true;
              return () => {
                unsubscribe();
                if (isSubscribed) listeners.count -= 1;
                isSubscribed = false;
              };
            },
          },
        });
        return { ...sent, log: counted };
      },
  };
  return listeners;
}

/** Counts the timers of this process, also those that do not keep it alive. */
function countTimers(t: TestContext): () => number {
  const timers = new Set<number>();
  const hook = createHook({
    init: (id, type) => void (type === 'Timeout' && timers.add(id)),
    destroy: (id) => void timers.delete(id),
  }).enable();
  t.after(() => void hook.disable());
  return () => timers.size;
}

const turnStates = async (app: TestChatApp): Promise<unknown[]> => {
  const { rows } = await app.database.pool.query(
    'select state, count(*)::int as turns from turns group by state order by state',
  );
  return rows;
};

async function startTurn(client: ChatClient): Promise<string> {
  client.send({ message: 'Hello' });
  const [ack] = await client.take(2);
  assert.ok(ack?.type === 'ack');
  return ack.turn_id;
}

describe('a chat socket that ends', () => {
  it('leaves no timer, listener or connection when 30 clients vanish; their turns run on', async (t) => {
    const timerCount = countTimers(t);
    const model = createHeldModel();
    const listeners = countListeners();
    const app = await startTestChatApp(t, { models: [model], wrapSendMessage: listeners.wrap });
    const vanish = async (): Promise<void> => {
      const clients: ChatClient[] = [];
      for (let count = 0; count < 30; count += 1) {
        const client = await openChat(await app.newSession());
        await startTurn(client);
        clients.push(client);
      }
      for (const { socket } of clients) socket.terminate();
      await until(async () => (await connectionsOf(app)) === 0);
      await until(() => listeners.count === 0);
      assert.equal(model.running, 30, 'leaving cancels nothing');
    };
    const allDone = async (): Promise<void> => {
      model.release();
      await until(async () => {
        const { rows } = await app.database.pool.query("select 1 from turns where state <> 'done'");
        return rows.length === 0;
      });
    };
    // The first ones fill pools that stay.
    await vanish();
    assert.equal(listeners.most, 30);
    await allDone();
    const timersBefore = timerCount();
    const resourcesBefore = process.getActiveResourcesInfo().length;

    model.hold();
    await vanish();
    await allDone();
    // Not at once: a connection of the pool may still be busy.
    await until(() => timerCount() <= timersBefore);
    await until(() => process.getActiveResourcesInfo().length <= resourcesBefore);
  });

  it('is cut when the peer does not answer pings, and only then', async (t) => {
    const times = { pingEveryMs: 20, answerWithinMs: 400 };
    const app = await startTestChatApp(t, { models: [createScriptedModel([says('Hi')])], times });
    const session = await app.newSession();
    const headers = { 'x-user': 'ann' };
    const silent = await openChat(session, { headers, autoPong: false });
    const alive = await openChat(session);
    const seen = Promise.withResolvers<void>();
    let pings = 0;
    alive.socket.on('ping', () => {
      pings += 1;
      if (pings === 40) seen.resolve();
    });
    assert.equal((await silent.closed).code, 1006);
    await seen.promise;
    alive.send({ message: 'Hello' });
    assert.equal((await alive.turn()).at(-1)?.type, 'complete');
  });

  it('has sent the end of its turn when the server closes, and says that it restarts', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    await startTurn(client);
    const idle = await openChat(await app.newSession());
    const bob = await openChat(await app.newSession('bob'), { headers: { 'x-user': 'bob' } });
    const closing = app.close();
    bob.send({ message: 'Hello' });
    assert.deepEqual(await bob.next(), {
      type: 'error',
      message: 'the server is restarting, please try again in a moment',
      code: 'unavailable',
      retry_after: 2,
    });
    model.release();
    assert.deepEqual(
      (await client.turn()).map(({ type }) => type),
      ['chunk', 'complete'],
    );
    for (const { closed } of [client, idle, bob]) assert.deepEqual(await closed, RESTART);
    await closing;
  });

  it('tells that a turn was interrupted when the server cannot wait for it', async (t) => {
    const app = await startTestChatApp(t, { models: [createHeldModel()], drainMs: 20 });
    const second = await startTestChatApp(t, {
      models: [createHeldModel()],
      databaseUrl: app.databaseUrl,
    });
    const session = await app.newSession();
    const client = await openChat(session);
    const turn_id = await startTurn(client);
    const closing = app.close();
    const [last] = await client.turn();
    assert.ok(last?.type === 'error' && last.code === 'interrupted' && last.seq === 2);
    assert.deepEqual(await client.closed, RESTART);
    await closing;
    const again = await openChat(session.replace(app.url, second.url));
    again.send({ type: 'resume', turn_id, after: 1 });
    assert.deepEqual(await again.next(), last);
  });

  it('does not keep the server from closing: not a peer that is deaf, not one that comes late', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const session = await app.newSession();
    const client = await openChat(session);
    await startTurn(client);
    const deaf = await openChat(session);
    deaf.socket.pause();
    const closing = app.close();
    // It is told 503, and does not hang up.
    const late = connect(Number(new URL(session).port), '127.0.0.1');
    const told = Promise.withResolvers<string>();
    late.once('data', (data) => told.resolve(data.toString()));
    late.write(
      [
        `GET ${new URL(session).pathname} HTTP/1.1`,
        'Host: localhost',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    );
    assert.match(await told.promise, /^HTTP\/1\.1 503/);
    const hungUp = new Promise((resolve) => late.once('close', resolve));
    model.release();
    assert.equal((await client.turn()).at(-1)?.type, 'complete');
    await closing;
    await hungUp;
    deaf.socket.terminate();
  });

  it('cuts a client that asks and never listens, and does not read on meanwhile', async (t) => {
    const times = { stalledAfterMs: 200 };
    const app = await startTestChatApp(t, { models: [createScriptedModel([])], times });
    const client = await openChat(await app.newSession());
    client.socket.pause();
    const question = JSON.stringify({ ['x'.repeat(64)]: true });
    for (let count = 0; count < 100_000; count += 1) client.send(question);
    let most = 0;
    await until(() => {
      for (const { bufferedAmount } of app.sockets()) most = Math.max(most, bufferedAmount);
      return app.sockets().length === 0;
    });
    assert.ok(most > 0 && most < 100_000, `${most} bytes were buffered`);
    client.socket.resume();
    assert.equal((await client.closed).code, 1006);
  });

  it('takes 1,000 messages at once: one turn, and an answer for each of the others', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    const asked = app.access.count;
    for (let count = 0; count < 1_000; count += 1) client.send({ message: `Hello ${count}` });
    const frames = await client.take(1_001);
    const counts = Map.groupBy(frames, (frame) =>
      frame.type === 'error' ? frame.code : frame.type,
    );
    assert.deepEqual(
      [...counts].map(([type, { length }]) => [type, length]),
      [
        ['ack', 1],
        ['chunk', 1],
        ['turn_running', 999],
      ],
    );
    assert.ok(app.access.count - asked < 100, 'a burst asks who is there a few times only');
    client.send({ type: 'stop' });
    assert.equal((await client.turn()).at(-1)?.type, 'complete');
    assert.equal(model.mostRunning, 1);
    assert.deepEqual(await turnStates(app), [{ state: 'done', turns: 1 }]);
  });

  it('takes 1,000 messages at once whose answers are short: never two turns at a time', async (t) => {
    const model = createScriptedModel(Array.from({ length: 1_000 }, () => says('Hi')));
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    for (let count = 0; count < 1_000; count += 1) client.send({ message: `Hello ${count}` });
    client.send({ type: 'shout' });
    let running = 0;
    let answered = 0;
    for (;;) {
      const frame = await client.next();
      if (frame.type === 'ack') running += 1;
      if (frame.type === 'complete') running -= 1;
      assert.ok(running === 0 || running === 1);
      if (frame.type === 'ack' || frame.type === 'error') answered += 1;
      if (frame.type === 'error' && frame.code === 'invalid_request') break;
    }
    assert.equal(answered, 1_001);
    while (running > 0) if ((await client.next()).type === 'complete') running -= 1;
    assert.deepEqual(await turnStates(app), [{ state: 'done', turns: model.requests.length }]);
  });
});
