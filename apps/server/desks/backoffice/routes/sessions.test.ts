import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type History,
  historySchema,
  newSessionSchema,
  operationalContextSchema,
  sessionListSchema,
} from '@deskbell/protocol';
import { createHeldModel } from '@deskbell/testing/held-model.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { readStaffEvents } from '@deskbell/testing/staff-chat-stream.ts';
import { until } from '@deskbell/testing/until.ts';
import {
  type ChatApp,
  type Client,
  CONTEXT,
  startChatApp,
  TOOL,
  TOOL_DETAILS,
} from './test-chat-app.ts';

async function ask(client: Client, session_id: string, message: string): Promise<void> {
  await (await client.post('/api/chat', { message, session_id })).text();
}

async function historyOf(client: Client, id: string, query = ''): Promise<History> {
  const response = await client.get(`/api/chat/history/${id}${query}`);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return historySchema.parse(await response.json());
}

/** The view that reports read, in the order and shape of the API. */
async function viewOf({ database }: ChatApp, sessionId: string) {
  const { rows } = await database.pool.query(
    `select id, role, content, timestamp, metadata from chat_messages
     where session_id = $1 order by timestamp, role desc`,
    [sessionId],
  );
  return rows.map(({ metadata: { state: _, ...metadata }, timestamp, ...row }) => ({
    ...row,
    timestamp: timestamp.toISOString(),
    metadata,
  }));
}

const asInView = ({ messages }: History) =>
  messages.map((message) => {
    if (message.role === 'user') return message;
    const { usage, status: _, tool_calls: __, ...metadata } = message.metadata;
    return { ...message, metadata: { ...metadata, ...usage } };
  });

describe('sessions', () => {
  it('are made as the seed says', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    const response = await app.as().post('/api/chat/sessions');
    assert.equal(response.status, 201);
    const session = newSessionSchema.strict().parse(await response.json());
    assert.equal(session.user_id, 'default');
    assert.equal(session.message_count, 0);
    assert.ok(Math.abs(Date.parse(session.started_at) - Date.now()) < 60_000);
    assert.deepEqual(await historyOf(app.as(), session.id), {
      session_id: session.id,
      message_count: 0,
      running_turn_id: null,
      messages: [],
    });
  });

  it('are listed with the newest activity first, titled by their first question', async (t) => {
    const model = createScriptedModel([says('1'), says('2'), says('3')]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const [one, two] = [await client.session(), await client.session()];
    await ask(client, one, 'x'.repeat(200));
    await ask(client, one, 'And then?');
    await client.session('?user_id=ann');
    const list = async (query = '') =>
      sessionListSchema.parse(await (await client.get(`/api/chat/sessions${query}`)).json());
    const { sessions, ...rest } = await list();
    assert.deepEqual(rest, { user_id: 'default', session_count: 2 });
    assert.deepEqual(
      sessions.map(({ id, message_count, metadata }) => [id, message_count, metadata]),
      [
        [one, 4, { title: 'x'.repeat(80) }],
        [two, 0, {}],
      ],
    );
    await ask(client, two, 'Hi');
    const latest = await list('?limit=1');
    assert.equal(latest.session_count, 1);
    assert.deepEqual(
      latest.sessions.map(({ id }) => id),
      [two],
    );
    assert.ok(
      Date.parse(latest.sessions[0]?.last_activity ?? '') >=
        Date.parse(latest.sessions[0]?.started_at ?? ''),
    );
  });

  it('are deleted with everything said in them', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([says('1')])], isOpen: true });
    const client = app.as();
    const [id, other] = [await client.session(), await client.session()];
    await ask(client, id, 'Hi');
    const deleted = await client.delete(`/api/chat/sessions/${id}`);
    assert.deepEqual([deleted.status, await deleted.text()], [204, '']);
    assert.equal((await client.delete(`/api/chat/sessions/${id}`)).status, 404);
    for (const [table, left] of [
      ['threads', 1],
      ['turns', 0],
      ['messages', 0],
      ['turn_events', 0],
    ] as const) {
      const { rows } = await app.database.pool.query(`select from ${table}`);
      assert.equal(rows.length, left, table);
    }
    assert.equal((await historyOf(client, other)).message_count, 0);
  });

  it('end the turn that runs in them when they are deleted, in whatever process', async (t) => {
    const model = createHeldModel();
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const second = await startChatApp(t, {
      models: [model],
      isOpen: true,
      databaseUrl: app.databaseUrl,
    });
    for (const { as } of [app, second]) {
      const id = await app.as().session();
      const body = { message: 'Hi', session_id: id, stream: true };
      const events = readStaffEvents(await app.as().post('/api/chat', body));
      assert.equal((await events.next()).value?.data, 'Begun ');
      assert.equal((await as().delete(`/api/chat/sessions/${id}`)).status, 204);
      const rest = await Array.fromAsync(events);
      assert.deepEqual(
        rest.map(({ event, data }) => [event, (data as { stopped?: true }).stopped]),
        [['done', true]],
      );
    }
    assert.equal(model.abortedCalls, 2);
    assert.equal((await app.database.pool.query('select from turns')).rows.length, 0);
  });

  it('are paid for although they were deleted before their turn ended', async (t) => {
    const model = createHeldModel();
    const app = await startChatApp(t, { models: [model] });
    const ann = app.as('ann:staff');
    const id = await ann.session();
    const body = { message: 'Hi', session_id: id, stream: true };
    const events = readStaffEvents(await ann.post('/api/chat', body));
    assert.equal((await events.next()).value?.data, 'Begun ');
    await app.database.pool.query('delete from threads where id = $1', [id]);
    model.release();
    const rest = await Array.fromAsync(events);
    assert.equal(rest.at(-1)?.event, 'error');
    const usage = async () =>
      (await app.database.pool.query('select owner_id, tokens from token_usage')).rows;
    await until(async () => (await usage()).length > 0);
    assert.deepEqual(await usage(), [{ owner_id: 'ann', tokens: 15 }]);
  });
});

describe('the history of a session', () => {
  it('is the view chat_messages, whatever was said', async (t) => {
    const model = createScriptedModel([
      calls([{ callId: 'c1', tool: TOOL, input: {} }], '  Let me look.\n'),
      says('\u3000\n Two "tasks"\\u0000\u2028\n'),
      { events: [], throws: new Error('down') },
      says(),
      calls([{ callId: 'c2', tool: TOOL, input: {} }]),
      says('🧳 é'),
    ]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const id = await client.session();
    for (const message of ['First\r\n🧳', 'Second', '{"third": "\\u0000"}', 'Fourth']) {
      await ask(client, id, message);
    }
    await app.database.pool.query(
      'update turns set cost_nano_usd = 1234567 where model is not null',
    );
    const history = await historyOf(client, id);
    assert.deepEqual(asInView(history), await viewOf(app, id));
    assert.deepEqual(
      history.messages.map(({ role, content }) => [role, content]),
      [
        ['user', 'First\r\n🧳'],
        ['assistant', '  Let me look.\n\n\nTwo "tasks"\\u0000\u2028\n'],
        ['user', 'Second'],
        ['assistant', ''],
        ['user', '{"third": "\\u0000"}'],
        ['assistant', 'No answer.'],
        ['user', 'Fourth'],
        ['assistant', '🧳 é'],
      ],
    );
    const [, first, , failed] = history.messages;
    assert.ok(first?.role === 'assistant' && failed?.role === 'assistant');
    assert.equal(first.id, first.metadata.turn_id);
    assert.deepEqual(first.metadata, {
      turn_id: first.id,
      status: 'complete',
      model: 'scripted',
      degraded: false,
      tool_calls: [{ tool: TOOL, call_id: 'c1', label: 'Looking at tasks…', result: TOOL_DETAILS }],
      usage: { input_tokens: 20, cache_read_tokens: 0, cache_write_tokens: 0, output_tokens: 10 },
      cost_usd: 0.001234567,
    });
    assert.deepEqual([failed.metadata.status, failed.metadata.model], ['failed', null]);
  });

  it('is the view also for what PostgreSQL cannot hold, but for the characters it replaces', async (t) => {
    const odd = 'NUL \u0000, half \ud83e';
    const model = createScriptedModel([says(odd)]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const id = await client.session();
    await ask(client, id, odd);
    const messages = asInView(await historyOf(client, id));
    assert.deepEqual(
      messages.map(({ content }) => content),
      [odd, odd],
    );
    const replaced = odd.replace('\u0000', '\ufffd').toWellFormed();
    assert.deepEqual(
      messages.map((message) => ({ ...message, content: replaced })),
      await viewOf(app, id),
    );
  });

  it('gives the latest messages up to its limit, oldest first', async (t) => {
    const model = createScriptedModel([says('A1'), says('A2'), says('A3')]);
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const id = await client.session();
    for (const message of ['Q1', 'Q2', 'Q3']) await ask(client, id, message);
    const all = ['Q1', 'A1', 'Q2', 'A2', 'Q3', 'A3'];
    for (let limit = 1; limit <= 7; limit += 1) {
      const { messages, message_count } = await historyOf(client, id, `?limit=${limit}`);
      assert.deepEqual(
        messages.map(({ content }) => content),
        all.slice(-limit),
      );
      assert.equal(message_count, messages.length);
    }
  });

  it('names a turn that runs instead of listing its answer', async (t) => {
    const model = createHeldModel();
    const app = await startChatApp(t, { models: [model], isOpen: true });
    const client = app.as();
    const id = await client.session();
    const asked = async () => {
      const body = { message: 'Hi', session_id: id, stream: true };
      const response = await client.post('/api/chat', body);
      const events = readStaffEvents(response);
      await events.next();
      return { turnId: response.headers.get('x-turn-id'), events };
    };
    const first = await asked();
    model.release();
    await Array.fromAsync(first.events);
    const second = await asked();
    for (const [limit, roles] of [
      [1, ['user']],
      [2, ['assistant', 'user']],
      [3, ['user', 'assistant', 'user']],
      [4, ['user', 'assistant', 'user']],
    ] as const) {
      const history = await historyOf(client, id, `?limit=${limit}`);
      assert.equal(history.running_turn_id, second.turnId);
      assert.deepEqual(
        history.messages.map(({ role }) => role),
        roles,
      );
    }
    assert.deepEqual(asInView(await historyOf(client, id)), await viewOf(app, id));
    const { sessions } = sessionListSchema.parse(
      await (await client.get('/api/chat/sessions')).json(),
    );
    assert.equal(sessions[0]?.message_count, 3);
    model.release();
    await Array.fromAsync(second.events);
  });
});

describe('GET /api/chat/context', () => {
  it('tells the numbers behind the answers', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    const response = await app.as().get('/api/chat/context');
    assert.deepEqual(operationalContextSchema.parse(await response.json()), CONTEXT);
  });
});
