import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemSchema, threadSchema } from '@deskbell/protocol';
import {
  bare,
  chat,
  type NumberedEvent,
  postChat,
  readChatEvents,
  resumeChat,
  textOf,
} from '@deskbell/testing/chat-stream.ts';
import { createHeldModel } from '@deskbell/testing/held-model.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import pg from 'pg';

async function nextEvent(events: AsyncGenerator<NumberedEvent>): Promise<NumberedEvent> {
  const { value, done } = await events.next();
  assert.ok(!done, 'the stream ended early');
  return value;
}

describe('a durable turn', () => {
  it('is resumed after every single one of its 60 events with exactly the rest', async (t) => {
    const words = Array.from({ length: 57 }, (_, index) => `${'abcdefgh'.charAt(index % 8)}x é `);
    const model = createScriptedModel([
      calls([{ callId: 'a', tool: 'check_zip_coverage', input: { zip_code: '10001' } }]),
      says(...words),
    ]);
    const server = await startTestServer(t, { languageModels: [model] });
    const second = await startTestServer(t, { databaseUrl: server.databaseUrl });
    const { events, turnId } = await chat(server.url, { message: 'Hello' });
    assert.equal(events.length, 60);
    assert.deepEqual(
      events.map(({ id }) => id),
      events.map((_, index) => `${turnId}:${index + 1}`),
    );
    for (let seen = 0; seen < events.length; seen += 1) {
      for (const { url } of [server, second]) {
        const rest = await Array.fromAsync(readChatEvents(await resumeChat(url, turnId, seen)));
        assert.deepEqual(rest, events.slice(seen));
      }
    }
  });

  it('is followed by a second process while it runs', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model] });
    const second = await startTestServer(t, { databaseUrl: server.databaseUrl });
    const response = await postChat(server.url, { message: 'Hello' });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const here = readChatEvents(response);
    await nextEvent(here);
    const there = readChatEvents(await resumeChat(second.url, turnId, 0));
    assert.equal(textOf([await nextEvent(there)]), 'Begun ');
    model.release();
    const rest = await Array.fromAsync(here);
    assert.deepEqual(await Array.fromAsync(there), rest);
    assert.equal(rest.at(-1)?.event, 'done');
  });

  it('runs on when its reader leaves, and is stored', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model] });
    const leaving = new AbortController();
    const response = await postChat(server.url, { message: 'Hello' }, {}, leaving.signal);
    const turnId = response.headers.get('x-turn-id') ?? '';
    await nextEvent(readChatEvents(response));
    leaving.abort();
    const back = readChatEvents(await resumeChat(server.url, turnId, 1));
    model.release();
    assert.deepEqual(
      (await Array.fromAsync(back)).map(({ event, number }) => [event, number]),
      [
        ['token', 2],
        ['done', 3],
      ],
    );
    assert.equal(model.abortedCalls, 0);
  });

  it('is stopped from another process, keeps what it said and frees the thread', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model] });
    const second = await startTestServer(t, { databaseUrl: server.databaseUrl });
    const response = await postChat(server.url, { message: 'Hello' });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const threadId = response.headers.get('x-thread-id') ?? '';
    const events = readChatEvents(response);
    await nextEvent(events);
    const stop = () =>
      fetch(`${second.url}/api/assistant/chat/${turnId}/stop/`, {
        method: 'POST',
        // As many clients send it, without a body.
        headers: { 'content-type': 'application/json' },
      });
    assert.equal((await stop()).status, 202);
    const [last] = bare(await Array.fromAsync(events));
    assert.ok(last?.event === 'done' && last.data.stopped === true);
    assert.equal(model.abortedCalls, 1);
    const thread = threadSchema.parse(
      await (await fetch(`${second.url}/api/assistant/threads/${threadId}`)).json(),
    );
    assert.deepEqual(
      thread.messages.map((message) => [
        message.content,
        message.role === 'assistant' ? message.status : message.role,
      ]),
      [
        ['Hello', 'user'],
        ['Begun ', 'stopped'],
      ],
    );
    assert.equal((await stop()).status, 202, 'stopping an ended turn changes nothing');
    const again = await postChat(server.url, { message: 'Again', thread_id: threadId });
    assert.equal(again.status, 200);
    model.release();
    await Array.fromAsync(readChatEvents(again));
  });

  it('refuses a second message while one is being answered', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model] });
    const thread_id = crypto.randomUUID();
    const first = await postChat(server.url, { message: 'Hello', thread_id });
    const second = await postChat(server.url, { message: 'Hello again', thread_id });
    assert.equal(second.status, 409);
    assert.equal(problemSchema.parse(await second.json()).code, 'turn_running');
    model.release();
    await Array.fromAsync(readChatEvents(first));
  });

  it('is given again, not run again, for the same Idempotency-Key', async (t) => {
    const model = createScriptedModel([says('Once')]);
    const server = await startTestServer(t, { languageModels: [model], messagesPerHour: 1 });
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = { message: 'Hello', thread_id: crypto.randomUUID() };
    const first = await chat(server.url, body, headers);
    const again = await chat(server.url, body, headers);
    assert.deepEqual(again.events, first.events);
    assert.equal(model.requests.length, 1);

    const other = await postChat(server.url, { ...body, message: 'Other' }, headers);
    assert.equal(other.status, 409);
    assert.equal(problemSchema.parse(await other.json()).code, 'idempotency_mismatch');
    const short = await postChat(server.url, body, { 'idempotency-key': '1' });
    assert.equal(short.status, 400);

    await server.database.pool.query(
      "update turns set ended_at = now() - interval '10 minutes'; delete from turn_events",
    );
    const late = await chat(server.url, body, headers);
    assert.deepEqual(
      late.events.map(({ event }) => event),
      ['snapshot', 'done'],
    );
    assert.equal(late.text, 'Once');
    assert.equal((await resumeChat(server.url, first.turnId, 0)).status, 404);
  });

  it('counts once, however often it is asked for with its Idempotency-Key', async (t) => {
    const model = createScriptedModel([says('Once'), says('Twice')]);
    const server = await startTestServer(t, { languageModels: [model], messagesPerHour: 2 });
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const first = await chat(server.url, { message: 'Hello' }, headers);
    for (let time = 0; time < 3; time += 1) {
      const again = await chat(server.url, { message: 'Hello' }, headers);
      assert.deepEqual(again.events, first.events);
    }
    const another = await postChat(server.url, { message: 'Hello' });
    assert.equal(another.headers.get('ratelimit-remaining'), '0');
    assert.equal(textOf(await Array.fromAsync(readChatEvents(another))), 'Twice');
    const again = await chat(server.url, { message: 'Hello' }, headers);
    assert.deepEqual(again.events, first.events);
    assert.equal((await postChat(server.url, { message: 'Hello' })).status, 429);
  });

  it('runs once for two requests with the same key at the same time', async (t) => {
    const model = createScriptedModel([says('Once')]);
    const server = await startTestServer(t, { languageModels: [model] });
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = { message: 'Hello', thread_id: crypto.randomUUID() };
    const both = await Promise.all([
      chat(server.url, body, headers),
      chat(server.url, body, headers),
    ]);
    assert.deepEqual(both[0].events, both[1].events);
    assert.equal(model.requests.length, 1);
  });

  it('becomes interrupted when its process is gone, with what was stored', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model] });
    const second = await startTestServer(t, { databaseUrl: server.databaseUrl });
    const response = await postChat(server.url, { message: 'Hello' });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const thread_id = response.headers.get('x-thread-id') ?? '';
    const here = readChatEvents(response);
    await nextEvent(here);
    const there = readChatEvents(await resumeChat(second.url, turnId, 0));
    await nextEvent(there);
    // What a killed process leaves behind: a lease that nobody renews.
    await server.database.pool.query("update turns set lease_expires_at = now() - interval '1 s'");

    const found = await chat(second.url, { message: 'Still there?', thread_id });
    assert.equal(found.events.at(-1)?.event, 'done');
    const expected = ['snapshot', 'error'];
    const followed = await Array.fromAsync(there);
    assert.deepEqual(
      followed.map(({ event }) => event),
      expected,
    );
    assert.equal(textOf(followed), 'Begun ');
    const resumed = await Array.fromAsync(readChatEvents(await resumeChat(second.url, turnId, 7)));
    assert.deepEqual(
      resumed.map(({ event, number }) => [event, number]),
      [
        ['snapshot', 8],
        ['error', 9],
      ],
    );
    const [, failure] = bare(resumed);
    assert.ok(failure?.event === 'error' && failure.data.code === 'interrupted');
    assert.match(failure.data.message, /\(631\) 595-5100/);
    // The process that lost its lease notices and tells its own reader.
    const own = await Array.fromAsync(here);
    assert.equal(own.at(-1)?.event, 'error');
  });

  it('is interrupted, not lost, by a shutdown that cannot wait for it', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model], drainMs: 20 });
    const second = await startTestServer(t, { databaseUrl: server.databaseUrl });
    const response = await postChat(server.url, { message: 'Hello' });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const events = readChatEvents(response);
    await nextEvent(events);
    const closing = server.close();
    const [last] = bare(await Array.fromAsync(events));
    assert.ok(last?.event === 'error' && last.data.code === 'interrupted');
    await closing;
    const again = await Array.fromAsync(readChatEvents(await resumeChat(second.url, turnId, 1)));
    assert.deepEqual(bare(again), [last]);
  });

  it('has an end for every reader, also one that says it has it already', async (t) => {
    const server = await startTestServer(t, {
      languageModels: [createScriptedModel([says('Hi')])],
    });
    const { events, turnId } = await chat(server.url, { message: 'Hello' });
    for (const after of [1, 2, 3, 99_999]) {
      const rest = await Array.fromAsync(
        readChatEvents(await resumeChat(server.url, turnId, after)),
      );
      assert.deepEqual(rest, events.slice(-1));
    }
  });

  it('is not lost when the database drops its connections', async (t) => {
    const model = createHeldModel();
    const server = await startTestServer(t, { languageModels: [model] });
    const admin = new pg.Client({ connectionString: server.databaseUrl });
    await admin.connect();
    const dropAll = () =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    const thread_id = crypto.randomUUID();
    for (const message of ['One', 'Two']) {
      await dropAll();
      const response = await postChat(server.url, { message, thread_id });
      const events = readChatEvents(response);
      await nextEvent(events);
      await dropAll();
      model.release();
      const rest = await Array.fromAsync(events);
      assert.deepEqual(
        rest.map(({ event }) => event),
        ['token', 'done'],
      );
    }
    await admin.end();
  });

  it('is refused with 503 once a shutdown has begun, or runs to an end', async (t) => {
    const model = createScriptedModel(Array.from({ length: 20 }, () => says('Hi')));
    const server = await startTestServer(t, { languageModels: [model] });
    const responses = Array.from({ length: 20 }, () =>
      postChat(server.url, { message: 'Hello' }).catch(() => undefined),
    );
    await responses[0];
    const closing = server.close();
    for (const promise of responses) {
      const response = await promise;
      if (response === undefined || response.status === 503) continue;
      assert.equal(response.status, 200);
      const events = await Array.fromAsync(readChatEvents(response));
      assert.ok(['done', 'error'].includes(events.at(-1)?.event ?? ''));
    }
    await closing;
  });

  it('is stored before its end is told: the next message never meets a running turn', async (t) => {
    const model = createScriptedModel(Array.from({ length: 30 }, () => says('Yes')));
    const server = await startTestServer(t, { languageModels: [model] });
    const thread_id = crypto.randomUUID();
    for (let count = 0; count < 30; count += 1) {
      const { events } = await chat(server.url, { message: 'Hello', thread_id });
      assert.equal(events.at(-1)?.event, 'done');
    }
  });

  it('keeps characters that PostgreSQL cannot index, whole', async (t) => {
    const odd = 'NUL \u0000 and a lone \ud800 surrogate';
    const model = createScriptedModel([says(odd), says('Fine')]);
    const server = await startTestServer(t, { languageModels: [model] });
    const { text, turnId, threadId } = await chat(server.url, { message: `Say ${odd}` });
    assert.equal(text, odd);
    const again = await Array.fromAsync(readChatEvents(await resumeChat(server.url, turnId, 0)));
    assert.equal(textOf(again), text);
    await chat(server.url, { message: 'And now?', thread_id: threadId });
    const [question] = model.requests[1]?.messages ?? [];
    assert.deepEqual(question, { role: 'user', text: `Say ${odd}`.toWellFormed() });
  });

  it('gives the front desk’s model the last twelve turns of a thread, beginning with the customer', async (t) => {
    const model = createScriptedModel(
      Array.from({ length: 15 }, (_, index) => says(`Answer ${index}`)),
    );
    const server = await startTestServer(t, { languageModels: [model] });
    const thread_id = crypto.randomUUID();
    for (let index = 0; index < 15; index += 1) {
      await chat(server.url, { message: `Question ${index}`, thread_id });
    }
    const last = model.requests.at(-1)?.messages ?? [];
    assert.deepEqual(
      last.map((message) =>
        message.role === 'user' ? message.text : message.role === 'assistant' && textIn(message),
      ),
      Array.from({ length: 12 }, (_, index) => index + 2)
        .flatMap((index) => [`Question ${index}`, `Answer ${index}`])
        .concat('Question 14'),
    );
  });
});

function textIn({ content }: { content: readonly { type: string; text?: string }[] }): string {
  return content.map(({ text }) => text ?? '').join('');
}
