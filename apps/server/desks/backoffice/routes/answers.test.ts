import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { problemSchema, staffChatAnswerSchema } from '@deskbell/protocol';
import { createHeldModel } from '@deskbell/testing/held-model.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import {
  type NumberedStaffEvent,
  readStaffEvents,
  shownTextOf,
} from '@deskbell/testing/staff-chat-stream.ts';
import { type ChatApp, startChatApp, TOOL, TOOL_DETAILS } from './test-chat-app.ts';

const usage = { input_tokens: 10, cache_read_tokens: 0, cache_write_tokens: 0, output_tokens: 5 };

async function problemOf(response: Response) {
  return problemSchema.parse(await response.json());
}

async function eventsOf(response: Response): Promise<NumberedStaffEvent[]> {
  assert.equal(response.status, 200, response.headers.get('content-type') ?? '');
  return await Array.fromAsync(readStaffEvents(response));
}

async function answerOf(response: Response) {
  assert.equal(response.status, 200, await response.clone().text());
  return staffChatAnswerSchema.parse(await response.json());
}

/** Resolves once there are as many turns of these states. */
async function untilTurns(app: ChatApp, states: Record<string, number>): Promise<void> {
  for (;;) {
    const { rows } = await app.database.pool.query<{ state: string; count: number }>(
      'select state, count(*) from turns group by state',
    );
    const found = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    if (JSON.stringify(found) === JSON.stringify(states)) return;
  }
}

const runningTurn = async (app: ChatApp): Promise<string> => {
  await untilTurns(app, { running: 1 });
  const { rows } = await app.database.pool.query('select id from turns');
  return rows[0].id;
};

async function startHeld(t: TestContext) {
  const model = createHeldModel();
  const app = await startChatApp(t, { models: [model], isOpen: true });
  return { model, app, client: app.as() };
}

describe('a streamed answer', () => {
  it('is the contract: names, order, ids, headers and exactly one end', async (t) => {
    const model = createScriptedModel([
      calls([{ callId: 'c1', tool: TOOL, input: {} }], 'Let me look.'),
      says('Two:\n- one', '\n- {"two"}'),
    ]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const response = await app.as().post('/api/chat', { message: 'Tasks?', stream: true });
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.equal(response.headers.get('x-accel-buffering'), 'no');
    assert.equal(response.headers.get('ratelimit-limit'), '30');
    assert.equal(response.headers.get('x-thread-id'), null);
    const session_id = response.headers.get('x-session-id') ?? '';
    const turn_id = response.headers.get('x-turn-id') ?? '';
    const raw = await response.text();
    const data = {
      session_id,
      turn_id,
      message_id: turn_id,
      model: 'scripted',
      degraded: false,
      reason: 'answered',
      usage: { ...usage, input_tokens: 20, output_tokens: 10 },
    };
    const details = JSON.stringify(TOOL_DETAILS).replace('\u2028', '\\u2028');
    assert.equal(
      raw,
      [
        `id: ${turn_id}:1\ndata: Let me look.\n\n`,
        `id: ${turn_id}:2\nevent: tool_call\ndata:{"tool":"list_tasks","call_id":"c1","label":"Looking at tasks…"}\n\n`,
        `id: ${turn_id}:3\nevent: tool_result\ndata:{"tool":"list_tasks","call_id":"c1","result":${details}}\n\n`,
        `id: ${turn_id}:4\ndata: \ndata: \ndata: Two:\ndata: - one\n\n`,
        `id: ${turn_id}:5\ndata: \ndata: - {"two"}\n\n`,
        `id: ${turn_id}:6\nevent: done\ndata:${JSON.stringify(data)}\n\n`,
      ].join(''),
    );
    const events = await eventsOf(new Response(raw));
    assert.equal(shownTextOf(events), 'Let me look.\n\nTwo:\n- one\n- {"two"}');
    assert.deepEqual(events[2]?.data, { tool: TOOL, call_id: 'c1', result: TOOL_DETAILS });
  });

  it('that fails ends with an error', async (t) => {
    const broken = createScriptedModel([{ events: [], throws: new Error('secret') }]);
    const app = await startChatApp(t, { models: [broken], isOpen: true });
    const response = await app.as().post('/api/chat', { message: 'Hi', stream: true });
    assert.deepEqual(
      (await eventsOf(response)).map(({ event, data }) => ({ event, data })),
      [
        {
          event: 'error',
          data: {
            message: 'This did not work (model_unavailable).',
            code: 'model_unavailable',
            retryable: true,
          },
        },
      ],
    );
  });

  it('is resumed after every event with exactly the rest, by header or query', async (t) => {
    const model = createScriptedModel([
      calls([{ callId: 'c1', tool: TOOL, input: {} }]),
      says('a', '\n', 'b\rc'),
    ]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const response = await client.post('/api/chat', { message: 'Hi', stream: true });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const events = await eventsOf(response);
    assert.deepEqual(
      events.map(({ event, id }) => [event, id?.split(':')[1]]),
      [
        ['tool_call', '1'],
        ['tool_result', '2'],
        ['message', '3'],
        ['message', '4'],
        ['message', '5'],
        // The exact text, because of the carriage return.
        ['snapshot', undefined],
        ['done', '6'],
      ],
    );
    assert.equal(shownTextOf(events), 'a\nb\rc');
    for (let seen = 0; seen < 6; seen += 1) {
      const rest = events.slice(seen);
      const path = `/api/chat/turns/${turnId}`;
      const byHeader = await client.get(path, { 'last-event-id': `${turnId}:${seen}` });
      assert.equal(byHeader.headers.get('x-turn-id'), turnId);
      assert.equal(byHeader.headers.get('x-session-id'), response.headers.get('x-session-id'));
      assert.deepEqual(await eventsOf(byHeader), rest);
      assert.deepEqual(await eventsOf(await client.get(`${path}?after=${seen}`)), rest);
    }
    for (const id of [`${crypto.randomUUID()}:1`, `${turnId}:x`, 'x', '']) {
      const refused = await client.get(`/api/chat/turns/${turnId}`, { 'last-event-id': id });
      assert.equal((await problemOf(refused)).status, 400, id);
    }
    await app.database.pool.query("update turns set ended_at = now() - interval '6 minutes'");
    const late = await client.get(`/api/chat/turns/${turnId}`);
    assert.equal((await problemOf(late)).code, 'not_found');
  });

  it('is followed by a second process while it runs, and stopped from there', async (t) => {
    const { model, app, client } = await startHeld(t);
    const second = await startChatApp(t, {
      models: [createScriptedModel([])],
      isOpen: true,
      databaseUrl: app.databaseUrl,
    });
    const first = await client.post('/api/chat', { message: 'Hi', stream: true });
    const turnId = first.headers.get('x-turn-id') ?? '';
    const there = readStaffEvents(await second.as().get(`/api/chat/turns/${turnId}`));
    const { value: half } = await there.next();
    assert.equal(half?.data, 'Begun ');
    assert.equal((await second.as().post(`/api/chat/turns/${turnId}/stop`)).status, 202);
    const [rest, seen] = [await Array.fromAsync(there), await eventsOf(first)];
    assert.deepEqual([half, ...rest], seen);
    const done = rest.at(-1);
    assert.ok(done?.event === 'done' && done.data.stopped === true);
    assert.equal(model.abortedCalls, 1);
  });
});

describe('a whole answer', () => {
  it('is what the history has', async (t) => {
    const model = createScriptedModel([
      calls([{ callId: 'c1', tool: TOOL, input: {} }], 'Let me look.'),
      says('Two\u2028tasks\r\n'),
    ]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const response = await client.post('/api/chat', { message: 'Tasks?' });
    assert.equal(response.headers.get('ratelimit-limit'), '30');
    const answer = await answerOf(response);
    assert.equal(response.headers.get('x-session-id'), answer.session_id);
    assert.equal(response.headers.get('x-turn-id'), answer.turn_id);
    const history = await client.get(`/api/chat/history/${answer.session_id}`);
    const [, said] = ((await history.json()) as { messages: { timestamp: string }[] }).messages;
    assert.deepEqual(answer, {
      session_id: answer.session_id,
      message: 'Let me look.\n\nTwo\u2028tasks\r\n',
      timestamp: said?.timestamp,
      turn_id: answer.turn_id,
      message_id: answer.turn_id,
      model: 'scripted',
      degraded: false,
      reason: 'answered',
    });
  });

  it('that fails is a problem that may be tried again, and the session goes on', async (t) => {
    const broken = createScriptedModel([{ events: [], throws: new Error('secret') }, says('Yes')]);
    const app = await startChatApp(t, { models: [broken], isOpen: true });
    const response = await app.as().post('/api/chat', { message: 'Hi' });
    const problem = await problemOf(response);
    assert.deepEqual(
      [problem.status, problem.code, problem.detail, problem.retryable],
      [503, 'model_unavailable', 'This did not work (model_unavailable).', true],
    );
    const session_id = response.headers.get('x-session-id');
    await answerOf(await app.as().post('/api/chat', { message: 'Hi', session_id }));
  });

  it('that is stopped is what was said so far', async (t) => {
    const { app, client } = await startHeld(t);
    const asked = client.post('/api/chat', { message: 'Hi' });
    const turnId = await runningTurn(app);
    assert.equal((await client.post(`/api/chat/turns/${turnId}/stop`)).status, 202);
    const answer = await answerOf(await asked);
    assert.deepEqual([answer.turn_id, answer.reason], [turnId, 'stopped']);
    assert.ok('Begun '.startsWith(answer.message));
    assert.equal((await client.post(`/api/chat/turns/${turnId}/stop`)).status, 202, 'again');
  });
});

describe('the same message sent twice', () => {
  const headers = { 'idempotency-key': crypto.randomUUID() };

  it('with one key is one turn, in every form of answer, and counts once', async (t) => {
    const model = createScriptedModel([says('Once')]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const session_id = await client.session();
    const body = { message: 'Hi', session_id };
    const first = await answerOf(await client.post('/api/chat', body, { headers }));
    assert.deepEqual(await answerOf(await client.post('/api/chat', body, { headers })), first);
    const streamed = await client.post('/api/chat', { ...body, stream: true }, { headers });
    assert.deepEqual(
      (await eventsOf(streamed)).map(({ event }) => event),
      ['message', 'done'],
    );
    await app.database.pool.query("update turns set ended_at = now() - interval '6 minutes'");
    await app.database.pool.query('delete from turn_events');
    const late = await answerOf(await client.post('/api/chat', body, { headers }));
    assert.deepEqual({ ...late, timestamp: first.timestamp }, first, 'from what is stored');
    const lateStream = await client.post('/api/chat', { ...body, stream: true }, { headers });
    const lateEvents = await eventsOf(lateStream);
    assert.deepEqual(
      lateEvents.map(({ event }) => event),
      ['snapshot', 'done'],
    );
    assert.equal(shownTextOf(lateEvents), 'Once');
    assert.equal(app.messagesTaken, 1);
    assert.equal(model.requests.length, 1);
    const other = await client.post('/api/chat', { ...body, message: 'Other' }, { headers });
    assert.equal((await problemOf(other)).code, 'idempotency_mismatch');
  });

  it('without a session makes one session', async (t) => {
    const model = createScriptedModel([says('Once')]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const [one, two] = await Promise.all(
      [1, 2].map(async () =>
        answerOf(await app.as().post('/api/chat', { message: 'Hi' }, { headers })),
      ),
    );
    assert.deepEqual(one, two);
    assert.equal((await app.database.pool.query('select from threads')).rows.length, 1);
  });

  it("reaches nobody else's turn with the same key", async (t) => {
    const model = createScriptedModel([says('For Ann'), says('For Bob')]);
    const app = await startChatApp(t, { models: [model] });
    for (const [member, answer] of [
      ['ann:staff', 'For Ann'],
      ['bob:staff', 'For Bob'],
    ] as const) {
      const response = await app.as(member).post('/api/chat', { message: 'Hi' }, { headers });
      assert.equal((await answerOf(response)).message, answer);
    }
  });

  it('while the first is answered is refused without a key', async (t) => {
    const { model, app, client } = await startHeld(t);
    const session_id = await client.session();
    const asked = client.post('/api/chat', { message: 'Hi', session_id });
    await untilTurns(app, { running: 1 });
    for (const stream of [false, true]) {
      const second = await client.post('/api/chat', { message: 'Hello?', session_id, stream });
      const problem = await problemOf(second);
      assert.deepEqual([problem.status, problem.code], [409, 'turn_running']);
    }
    assert.equal(app.messagesTaken, 1);
    model.release();
    assert.equal((await answerOf(await asked)).message, 'Begun and ended ');
  });
});

describe('a server that shuts down', () => {
  it('takes no more messages, and ends those under way', async (t) => {
    const { app, client } = await startHeld(t);
    const asked = client.post('/api/chat', { message: 'Hi' });
    await untilTurns(app, { running: 1 });
    const drained = app.runner.drain(50);
    const refused = await client.post('/api/chat', { message: 'Hi' });
    assert.equal(refused.headers.get('retry-after'), '2');
    const problem = await problemOf(refused);
    assert.deepEqual([problem.status, problem.code], [503, 'unavailable']);
    const interrupted = await problemOf(await asked);
    assert.deepEqual(
      [interrupted.status, interrupted.code, interrupted.retryable],
      [503, 'interrupted', true],
    );
    await drained;
  });
});

/** Sends a message on a socket of its own. */
async function open(app: ChatApp, body: object): Promise<Socket> {
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  const json = JSON.stringify(body);
  socket.write(
    `POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n${json}`,
  );
  await once(socket, 'connect');
  socket.on('error', () => {});
  return socket;
}

describe('a client that vanishes', () => {
  it('leaves nothing behind, and its turn runs on', async (t) => {
    const { model, app } = await startHeld(t);
    for (const stream of [false, true]) {
      await app.database.pool.query('delete from threads');
      const socket = await open(app, { message: 'Hi', stream });
      await untilTurns(app, { running: 1 });
      if (stream) await once(socket, 'data');
      socket.destroy();
      while ((await app.connectionCount()) > 0) await new Promise(setImmediate);
      model.release();
      await untilTurns(app, { done: 1 });
      const { rows } = await app.database.pool.query(
        "select content from chat_messages where role = 'assistant'",
      );
      assert.deepEqual(rows, [{ content: 'Begun and ended ' }]);
    }
    assert.equal(model.abortedCalls, 0);
  });
});
