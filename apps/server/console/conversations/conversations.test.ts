import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import {
  type ConversationDetail,
  type ConversationPage,
  conversationDetailSchema,
  conversationPageSchema,
} from '@deskbell/protocol';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import {
  cookieOf,
  createSecretCustomer,
  keyOf,
  SECRETS,
  sealed,
  seedConversation,
} from '../test-conversations.ts';
import { createSealedIds } from './sealed-ids.ts';

const start = (t: TestContext) =>
  startTestServer(t, { backOffice: {}, isOpenToThisMachine: false });

async function ask(server: TestServer, path: string, headers: Record<string, string>) {
  const response = await fetch(`${server.url}/api/conversations${path}`, { headers });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

async function list(server: TestServer, query: string, headers: Record<string, string>) {
  const { body } = await ask(server, query, headers);
  return conversationPageSchema.parse(body) satisfies ConversationPage;
}

async function detail(server: TestServer, id: string, headers: Record<string, string>) {
  const { body } = await ask(server, `/${sealed(id)}`, headers);
  return conversationDetailSchema.parse(body) satisfies ConversationDetail;
}

/** Every way in which a customer's words could be in a conversation. */
async function seedSecrets(server: TestServer): Promise<string> {
  return await seedConversation(server, {
    ownerId: await createSecretCustomer(server),
    turns: [
      { toolCalls: [{ tool: 'check_zip_coverage' }, { tool: SECRETS.toolName, isError: true }] },
      { hasToolNames: true, toolCalls: [{ tool: SECRETS.toolName }] },
      { state: 'interrupted', toolCalls: [{ tool: 'check_availability', isOpen: true }] },
    ],
  });
}

test('nothing a customer said, and nobody’s identity, is on the wire for staff', async (t) => {
  const server = await start(t);
  const id = await seedSecrets(server);
  const askers = {
    'a session': await cookieOf(server, 'staff'),
    'a key': await keyOf(server, 'staff'),
  };
  for (const [name, headers] of Object.entries(askers)) {
    for (const path of ['', '?customer=signed_in', '?outcome=interrupted', `/${sealed(id)}`]) {
      const { status, text } = await ask(server, path, headers);
      assert.equal(status, 200);
      assert.ok(text.includes(sealed(id)), `${name} ${path} has the conversation`);
      for (const [what, secret] of Object.entries(SECRETS)) {
        assert.ok(!text.includes(secret), `${name} ${path}: ${what}`);
        // Nor half of it: no word of it but the shortest.
        for (const word of secret.split(/[\s,]+/).filter(({ length }) => length > 5)) {
          assert.ok(!text.includes(word), `${name} ${path}: ${what}: ${word}`);
        }
      }
    }
  }
});

test('no id of it opens the conversation at the front desk', async (t) => {
  const server = await start(t);
  const threads = [await seedConversation(server), await seedConversation(server)];
  const { rows } = await server.database.pool.query<{ id: string }>('select id from turns');
  const real = [...threads, ...rows.map(({ id }) => id)];
  const readThread = (id: string) => fetch(`${server.url}/api/assistant/threads/${id}/`);
  assert.equal((await readThread(`${threads[0]}`)).status, 200, 'a visitor’s own id does');
  for (const role of ['staff', 'admin'] as const) {
    const headers = await keyOf(server, role);
    for (const path of ['?limit=1', '?outcome=complete&limit=1', `/${sealed(`${threads[0]}`)}`]) {
      const { text, body } = await ask(server, path, headers);
      const cursor = Buffer.from(String(body.next_cursor ?? ''), 'base64url').toString();
      for (const id of real) {
        assert.ok(!text.includes(id) && !cursor.includes(id), `${role} ${path}`);
      }
      for (const [id] of text.matchAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g)) {
        assert.equal((await readThread(id)).status, 404, `${role} ${path} ${id}`);
      }
    }
    assert.equal((await ask(server, `/${threads[0]}`, headers)).status, 404);
  }
});

test('a sealed id is a UUID like any other, leads back, and needs the secret', () => {
  const ids = createSealedIds('one secret of thirty-two characters');
  const others = createSealedIds('two secrets of thirty-two characters');
  for (let count = 0; count < 200; count += 1) {
    const id = randomUUID();
    const there = ids.seal(id);
    assert.match(there, /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.notEqual(there, id);
    assert.equal(ids.open(there), id);
    assert.equal(ids.seal(id), there);
    assert.notEqual(others.open(there), id);
  }
});

test('what staff get is whole but for the words', async (t) => {
  const server = await start(t);
  const id = await seedSecrets(server);
  const found = await detail(server, id, await cookieOf(server, 'staff'));
  assert.deepEqual(
    [found.is_redacted, found.customer, found.first_question, found.is_signed_in],
    [true, null, null, true],
  );
  assert.deepEqual(found.tools.toSorted(), ['check_zip_coverage', 'unknown']);
  assert.deepEqual(
    found.turns.map(({ question, answer, status, reason }) => [question, answer, status, reason]),
    [
      [null, null, 'complete', 'answered'],
      [null, null, 'complete', 'answered'],
      [null, null, 'interrupted', 'interrupted'],
    ],
  );
  assert.deepEqual(found.turns[0]?.tool_calls, [
    {
      tool: 'check_zip_coverage',
      label: 'Checking service area…',
      has_failed: false,
      input: null,
      result: null,
    },
    { tool: 'unknown', label: 'Working…', has_failed: true, input: null, result: null },
  ]);
  assert.equal(found.turns[2]?.tool_calls[0]?.has_failed, null);
  assert.equal(found.turns[0]?.duration_ms, 1_500);
  assert.deepEqual(found.tokens, { input: 30, cache_read: 9, cache_write: 0, output: 15 });
});

test('administrators read everything, by session and by key', async (t) => {
  const server = await start(t);
  const id = await seedSecrets(server);
  const { name, email, question, phone, answer, input, result } = SECRETS;
  for (const headers of [await cookieOf(server, 'admin'), await keyOf(server, 'admin')]) {
    const page = await list(server, '', headers);
    assert.deepEqual(
      page.conversations.map((one) => [one.customer, one.first_question, one.is_redacted]),
      [[{ name, email }, `${question}, ${phone} \u0000`, false]],
    );
    const { turns } = await detail(server, id, headers);
    assert.equal(turns[0]?.question, `${question}, ${phone} \u0000`);
    assert.equal(turns[0]?.answer, answer);
    assert.deepEqual(
      turns[0]?.tool_calls.map((call) => [call.input, call.result]),
      [
        [{ address: input }, { shown: result }],
        [{ address: input }, { note: result }],
      ],
    );
    assert.deepEqual(turns[2]?.tool_calls[0]?.result, null);
  }
});

test('a session of the back office is no conversation, for nobody', async (t) => {
  const server = await start(t);
  const session = await seedConversation(server, { desk: 'backoffice', ownerId: 'somebody' });
  const headers = await keyOf(server, 'admin');
  for (const id of [sealed(session), session, randomUUID(), 'none']) {
    assert.equal((await ask(server, `/${id}`, headers)).status, 404, id);
  }
  for (const outcome of ['', '?outcome=complete', '?outcome=failed']) {
    assert.deepEqual((await list(server, outcome, headers)).conversations, []);
  }
});

test('customers, strangers and unknown questions are refused', async (t) => {
  const server = await start(t);
  const id = await seedSecrets(server);
  for (const path of ['', `/${id}`]) {
    assert.equal((await ask(server, path, {})).status, 401);
    assert.equal((await ask(server, path, await cookieOf(server, 'customer'))).status, 403);
  }
  const headers = await keyOf(server, 'admin');
  for (const query of ['?q=harp', '?outcome=good', '?customer=ada', '?cursor=x', '?limit=0']) {
    assert.equal((await ask(server, query, headers)).status, 400, query);
  }
});

test('a visitor’s conversation that has had its 24 hours is gone before it is deleted', async (t) => {
  const server = await start(t);
  const lastAt = new Date(Date.now() - 25 * 3_600_000);
  const visitors = await seedConversation(server, { lastAt });
  const customers = await seedConversation(server, {
    lastAt,
    ownerId: await createSecretCustomer(server),
  });
  const headers = await keyOf(server, 'admin');
  assert.equal((await ask(server, `/${sealed(visitors)}`, headers)).status, 404);
  const { conversations } = await list(server, '', headers);
  assert.deepEqual(
    conversations.map(({ thread_id }) => thread_id),
    [sealed(customers)],
  );
});

test('pages go on where the one before ended, the newest first, and filters keep to theirs', async (t) => {
  const server = await start(t);
  const owner = await createSecretCustomer(server);
  const now = Date.now();
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000);
  const failed = { event: 'error', data: { code: 'timeout' } };
  const stopped = { event: 'done', data: { reason: 'stopped', stopped: true } };
  const shutDown = { event: 'error', data: { code: 'interrupted' } };
  const seeds = {
    running: await seedConversation(server, { lastAt: at(1), turns: [{ state: 'running' }] }),
    stopped: await seedConversation(server, { lastAt: at(2), turns: [{ terminal: stopped }] }),
    failed: await seedConversation(server, {
      lastAt: at(3),
      ownerId: owner,
      turns: [{}, { state: 'failed', terminal: failed }],
    }),
    mended: await seedConversation(server, {
      lastAt: at(4),
      turns: [{ state: 'failed', terminal: failed }, {}],
    }),
    interrupted: await seedConversation(server, {
      lastAt: at(5),
      turns: [{ state: 'failed', terminal: shutDown }],
    }),
    plain: await seedConversation(server, { lastAt: at(6), ownerId: owner }),
  };
  const headers = await keyOf(server, 'staff');
  const names = Object.fromEntries(Object.entries(seeds).map(([name, id]) => [sealed(id), name]));
  const idsOf = async (query: string) =>
    (await list(server, query, headers)).conversations.map(({ thread_id }) => names[thread_id]);

  const all: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: ConversationPage = await list(
      server,
      `?limit=2${cursor && `&cursor=${cursor}`}`,
      headers,
    );
    all.push(...page.conversations.map(({ thread_id }) => `${names[thread_id]}`));
    cursor = page.next_cursor;
  }
  assert.deepEqual(all, Object.keys(seeds));
  assert.deepEqual(await idsOf('?outcome=complete'), ['mended', 'plain']);
  for (const outcome of ['running', 'stopped', 'failed', 'interrupted'] as const) {
    assert.deepEqual(await idsOf(`?outcome=${outcome}`), [outcome], outcome);
  }
  assert.deepEqual(await idsOf('?customer=signed_in'), ['failed', 'plain']);
  assert.deepEqual(await idsOf('?customer=signed_in&outcome=failed'), ['failed']);
  assert.deepEqual(await idsOf('?customer=visitor&outcome=failed'), []);
  assert.equal((await idsOf('?customer=visitor')).length, 4);
  const [running] = (await list(server, '?outcome=running', headers)).conversations;
  assert.deepEqual([running?.message_count, running?.outcome], [1, 'running']);
});

test('tools, hand-overs and costs are told alike of old turns and new ones', async (t) => {
  const server = await start(t);
  const handoff = 'build_booking_handoff';
  for (const hasToolNames of [false, true]) {
    const worked = await seedConversation(server, {
      turns: [
        { hasToolNames, toolCalls: [{ tool: handoff, isError: true }], costNanoUsd: 5 },
        { hasToolNames, toolCalls: [{ tool: handoff }, { tool: handoff }], costNanoUsd: 6 },
      ],
    });
    const refused = await seedConversation(server, {
      turns: [
        {
          hasToolNames,
          model: 'claude-sonnet-5-5',
          toolCalls: [{ tool: handoff, isError: true }],
          costNanoUsd: null,
        },
        { state: 'interrupted', model: null, costNanoUsd: null },
      ],
    });
    const headers = await keyOf(server, 'staff');
    const first = await detail(server, worked, headers);
    assert.deepEqual(
      [first.has_handoff, first.tools, first.cost_nano_usd, first.models],
      [true, [handoff], 11, ['clerk']],
    );
    const second = await detail(server, refused, headers);
    assert.deepEqual(
      [second.has_handoff, second.tools, second.cost_nano_usd, second.models],
      [false, [handoff], null, ['claude-sonnet-5-5']],
    );
  }
});

test('a long conversation shows its last 200 turns and says that there are more', async (t) => {
  const server = await start(t);
  const id = await seedConversation(server, { turns: Array.from({ length: 203 }, () => ({})) });
  const { turns, has_earlier_turns, message_count } = await detail(
    server,
    id,
    await keyOf(server, 'admin'),
  );
  assert.deepEqual([turns.length, has_earlier_turns, message_count], [200, true, 406]);
  const times = turns.map(({ started_at }) => started_at);
  assert.deepEqual(times, times.toSorted());
});

test('what was said through the chat itself is told with its tools and its hand-over', async (t) => {
  const server = await start(t);
  const said = await fetch(`${server.url}/api/assistant/chat/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: 'Do you pick up in 10001?' }),
  });
  assert.match(await said.text(), /event: done/);
  const headers = await keyOf(server, 'staff');
  const [conversation] = (await list(server, '?outcome=complete', headers)).conversations;
  assert.deepEqual(
    [conversation?.tools, conversation?.models, conversation?.has_handoff],
    [['check_zip_coverage'], ['clerk'], false],
  );
  const { rows } = await server.database.pool.query('select tools, worked_tools from turns');
  assert.deepEqual(rows, [{ tools: ['check_zip_coverage'], worked_tools: ['check_zip_coverage'] }]);
});
