import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerFrame } from '@deskbell/protocol';
import { readChatEvents } from '@deskbell/testing/chat-stream.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestChatApp } from './test-chat-app.ts';
import { type ChatClient, openChat } from './test-chat-client.ts';
import { createHeldModel } from './test-held-model.ts';

const timestamp = '2026-11-22T15:00:00.000Z';
const usage = {
  input_tokens: 10,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 5,
};

async function startTurn(client: ChatClient, frame: object): Promise<string> {
  client.send(frame);
  const ack = await client.next();
  assert.ok(ack.type === 'ack', JSON.stringify(ack));
  return ack.turn_id;
}
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
const types = (frames: readonly ServerFrame[]): string[] => frames.map(({ type }) => type);
const numbers = (frames: readonly ServerFrame[]) =>
  frames.map((frame) => ('seq' in frame ? frame.seq : undefined));

describe('a chat socket', () => {
  it('answers several messages one after another, frame by frame', async (t) => {
    const model = createScriptedModel([
      calls([{ callId: 'a', tool: 'echo', input: { word: 'line\n"two"' } }], 'Let me see.'),
      says('All ', 'well.\n'),
      says('Yes'),
    ]);
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    const turn_id = await startTurn(client, { message: 'How is it?' });
    assert.deepEqual(await client.turn(), [
      { type: 'chunk', turn_id, seq: 1, content: 'Let me see.' },
      {
        type: 'tool_call',
        turn_id,
        seq: 2,
        tool: 'echo',
        call_id: 'a',
        label: 'Listening…',
      },
      {
        type: 'tool_result',
        turn_id,
        seq: 3,
        tool: 'echo',
        call_id: 'a',
        result: { word: 'line\n"two"' },
      },
      { type: 'chunk', turn_id, seq: 4, content: '\n\nAll ' },
      { type: 'chunk', turn_id, seq: 5, content: 'well.\n' },
      {
        type: 'complete',
        turn_id,
        seq: 6,
        timestamp,
        message_id: turn_id,
        model: 'scripted',
        degraded: false,
        reason: 'answered',
        usage: { ...usage, input_tokens: 20, output_tokens: 10 },
      },
    ]);
    client.send({ type: 'message', message: 'Sure?' });
    const second = await client.turn();
    assert.deepEqual(types(second), ['ack', 'chunk', 'complete']);
    assert.deepEqual(numbers(second), [0, 1, 2]);
    const [ack] = second;
    assert.ok(ack?.type === 'ack' && ack.turn_id !== turn_id);
    assert.deepEqual(ack, { type: 'ack', turn_id: ack.turn_id, seq: 0, timestamp });
  });

  it('tells of a turn that failed, and goes on', async (t) => {
    const model = createScriptedModel([{ events: [], throws: new Error('secret') }, says('Hi')]);
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    const turn_id = await startTurn(client, { message: 'Hello' });
    assert.deepEqual(await client.next(), {
      type: 'error',
      turn_id,
      seq: 1,
      message: 'It failed: model_unavailable.',
      code: 'model_unavailable',
      retryable: true,
    });
    client.send({ message: 'Hello' });
    assert.equal((await client.turn()).at(-1)?.type, 'complete');
  });

  it('stops the turn that runs, also from another socket or process, and keeps what was said', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const second = await startTestChatApp(t, {
      models: [createHeldModel()],
      databaseUrl: app.databaseUrl,
    });
    const session = await app.newSession();
    const own = await openChat(session);
    const beside = await openChat(session);
    const elsewhere = await openChat(session.replace(app.url, second.url));
    for (const [stopper, isNamed] of [
      [own, false],
      [own, true],
      [beside, false],
      [beside, true],
      [elsewhere, false],
      [elsewhere, true],
    ] as const) {
      const turn_id = await startTurn(own, { message: 'Hello' });
      await own.next();
      stopper.send({ type: 'stop', ...(isNamed ? { turn_id: turn_id.toUpperCase() } : {}) });
      const [last] = await own.turn();
      assert.ok(last?.type === 'complete' && last.reason === 'stopped' && last.stopped === true);
      assert.equal(last.seq, 2);
      // Stopping what has ended changes nothing and is answered with nothing.
      stopper.send({ type: 'stop', turn_id });
      stopper.send({ type: 'stop' });
      stopper.send('?');
      assert.deepEqual(types([await stopper.next()]), ['error']);
    }
    assert.equal(model.running, 0);
  });

  it('stops a turn at once for a client that has yet to read what was said', async (t) => {
    const piece = 'x'.repeat(20_000);
    const events = Array.from({ length: 500 }, () => ({ type: 'text' as const, text: piece }));
    const model = createScriptedModel([{ events, hangs: true }]);
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    await startTurn(client, { message: 'Hello' });
    client.socket.pause();
    await until(() => app.sockets().every(({ bufferedAmount }) => bufferedAmount >= 64 * 1024));
    assert.equal(model.closedStreams, 0);
    client.send({ type: 'stop' });
    await until(() => model.closedStreams === 1);
    client.socket.resume();
    const frames = await client.turn();
    const said = frames.flatMap((frame) => (frame.type === 'chunk' ? frame.content : []));
    assert.equal(said.join(''), piece.repeat(said.join('').length / piece.length));
    const last = frames.at(-1);
    assert.ok(last?.type === 'complete' && last.stopped === true);
  });

  it('is resumed after every event with exactly the rest', async (t) => {
    const words = Array.from({ length: 12 }, (_, index) => `${index} é `);
    const app = await startTestChatApp(t, { models: [createScriptedModel([says(...words)])] });
    const session = await app.newSession();
    const first = await openChat(session);
    const turn_id = await startTurn(first, { message: 'Hello' });
    const frames = await first.turn();
    assert.equal(frames.length, 13);
    const again = await openChat(session);
    for (let after = 0; after < frames.length; after += 1) {
      again.send({ type: 'resume', turn_id, after });
      assert.deepEqual(await again.take(frames.length - after), frames.slice(after));
    }
    for (const after of [13, 99_999]) {
      again.send({ type: 'resume', turn_id, after });
      assert.deepEqual(await again.next(), frames.at(-1), 'the end is told all the same');
    }
    again.send({ type: 'resume', turn_id: turn_id.toUpperCase() });
    assert.deepEqual(await again.take(13), frames);
  });

  it('gives every event once across a reconnect, here and in another process', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const second = await startTestChatApp(t, {
      models: [createHeldModel()],
      databaseUrl: app.databaseUrl,
    });
    const session = await app.newSession();
    const first = await openChat(session);
    const turn_id = await startTurn(first, { message: 'Hello' });
    const seen = [await first.next()];
    first.socket.terminate();
    const here = await openChat(session);
    const there = await openChat(session.replace(app.url, second.url));
    for (const client of [here, there]) client.send({ type: 'resume', turn_id, after: 1 });
    // The answer to this frame comes after the resume was done: the events after it are live.
    for (const client of [here, there]) {
      client.send('?');
      assert.equal((await client.next()).type, 'error');
    }
    model.release();
    for (const client of [here, there]) {
      const rest = await client.turn();
      assert.deepEqual(numbers([...seen, ...rest]), [1, 2, 3]);
      assert.equal(rest.at(-1)?.type, 'complete');
    }
  });

  it('sends no event twice when a turn that is being sent is resumed or sent again', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    const message = { message: 'Hello', idempotency_key: crypto.randomUUID() };
    const turn_id = await startTurn(client, message);
    const seen = [await client.next()];
    for (const after of [0, 1, 5]) client.send({ type: 'resume', turn_id, after });
    assert.equal(await startTurn(client, message), turn_id, 'the same turn for the same key');
    model.release();
    seen.push(...(await client.turn()));
    assert.deepEqual(numbers(seen), [1, 2, 3]);
    assert.equal(await startTurn(client, message), turn_id);
    assert.deepEqual(await client.turn(), seen, 'given again once it has ended');
    assert.equal(model.mostRunning, 1);
  });

  it('starts a turn that another process resumes over server-sent events', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const second = await startTestChatApp(t, {
      models: [createHeldModel()],
      databaseUrl: app.databaseUrl,
    });
    const client = await openChat(await app.newSession());
    const turnId = await startTurn(client, { message: 'Hello' });
    const events = readChatEvents(await fetch(`${second.url}/turns/${turnId}`));
    const first = await events.next();
    assert.deepEqual(first.value?.data, { content: 'Half' });
    model.release();
    const rest = await Array.fromAsync(events);
    assert.deepEqual(
      rest.map(({ event, number }) => [event, number]),
      [
        ['token', 2],
        ['done', 3],
      ],
    );
    assert.deepEqual(types(await client.turn()), ['chunk', 'chunk', 'complete']);
  });
});
