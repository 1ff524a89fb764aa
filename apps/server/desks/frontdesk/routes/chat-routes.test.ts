import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bare, chat, postChat, readChatEvents, resumeChat } from '@deskbell/testing/chat-stream.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { refusal, signIn } from './test-requests.ts';

describe('POST /api/assistant/chat/', () => {
  it('refuses what is not a message, with a sentence', async (t) => {
    const server = await startTestServer(t);
    const bodies: [unknown, number, RegExp][] = [
      [{}, 400, /required/],
      [{ message: '' }, 400, /required/],
      [{ message: '   \n' }, 400, /required/],
      [{ message: 7 }, 400, /string/],
      [{ message: null }, 400, /string/],
      [{ message: 'x'.repeat(501) }, 400, /500/],
      [{ message: 'Hi', thread_id: 'abc' }, 400, /UUID/],
      [{ message: 'Hi', history: [] }, 400, /history/],
      ['{"message": ', 400, /JSON/],
      ['', 400, /required/],
      [{ message: 'x'.repeat(17_000) }, 400, /large/],
      [[], 400, /./],
    ];
    const asText = await postChat(server.url, '{"message": "Hi"}', {
      'content-type': 'text/plain',
    });
    assert.deepEqual((await refusal(asText)).code, 'unsupported_media_type');
    for (const [body, status, sentence] of bodies) {
      const refused = await refusal(await postChat(server.url, body));
      assert.equal(refused.status, status, JSON.stringify(body).slice(0, 60));
      assert.match(refused.error, sentence);
    }
    const { rows } = await server.database.pool.query('select 1 from turns');
    assert.equal(rows.length, 0);
  });

  it('counts characters as people do: 500 emoji are 500', async (t) => {
    const server = await startTestServer(t, {
      languageModels: [createScriptedModel([says('Ok')])],
    });
    const { events } = await chat(server.url, { message: '🧳'.repeat(500) });
    assert.equal(events.at(-1)?.event, 'done');
  });

  it('streams the contract: names, order, ids, headers and exactly one end', async (t) => {
    const model = createScriptedModel([
      calls(
        [{ callId: 'c1', tool: 'check_zip_coverage', input: { zip_code: '10001' } }],
        'Let me look.',
      ),
      says('Yes, ', 'we do.'),
    ]);
    const server = await startTestServer(t, { languageModels: [model] });
    for (const path of ['/api/assistant/chat/', '/api/assistant/chat']) {
      const response = await fetch(server.url + path, { method: 'POST' });
      assert.equal(response.status, 400, path);
    }
    const response = await postChat(server.url, { message: 'Do you serve 10001?' });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.equal(response.headers.get('x-accel-buffering'), 'no');
    assert.equal(response.headers.get('content-encoding'), null);
    const events = await Array.fromAsync(readChatEvents(response));
    const turn_id = response.headers.get('x-turn-id') ?? '';
    const thread_id = response.headers.get('x-thread-id') ?? '';
    const coverage = events[3];
    assert.ok(coverage?.event === 'tool_result');
    assert.equal(coverage.data.result.serviceable, true);
    assert.deepEqual(bare(events), [
      // A word goes on when it is whole, and a sentence that may claim something when that is whole.
      { event: 'token', data: { content: 'Let me ' } },
      { event: 'token', data: { content: 'look.' } },
      {
        event: 'tool_call',
        data: { tool: 'check_zip_coverage', call_id: 'c1', label: 'Checking service area…' },
      },
      { event: 'tool_result', data: coverage.data },
      { event: 'token', data: { content: '\n\nYes, we do.' } },
      {
        event: 'done',
        data: {
          thread_id,
          turn_id,
          model: 'scripted',
          degraded: false,
          reason: 'answered',
          usage: {
            input_tokens: 20,
            cache_read_tokens: 0,
            cache_write_tokens: 0,
            output_tokens: 10,
          },
        },
      },
    ]);
  });

  it('lets an address send 20 messages an hour and says when to come back', async (t) => {
    const answers = Array.from({ length: 20 }, () => says('Yes'));
    const server = await startTestServer(t, {
      languageModels: [createScriptedModel(answers)],
      messagesPerHour: 20,
    });
    await postChat(server.url, { message: '' });
    for (let count = 1; count <= 20; count += 1) {
      const response = await postChat(
        server.url,
        { message: 'Hi' },
        {
          'x-forwarded-for': `198.51.100.${count}`,
        },
      );
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('ratelimit-remaining'), String(20 - count));
      await response.text();
    }
    const response = await postChat(server.url, { message: 'Hi' });
    assert.ok(Number(response.headers.get('retry-after')) > 3500);
    assert.deepEqual((await refusal(response)).code, 'rate_limited');
  });

  it('tells clients apart behind a trusted proxy, IPv6 by /64', async (t) => {
    const server = await startTestServer(t, {
      languageModels: [createScriptedModel(Array.from({ length: 3 }, () => says('Yes')))],
      messagesPerHour: 1,
      trustedProxies: ['127.0.0.0/8', '10.0.0.0/8'],
    });
    const statusFor = async (forwarded: string): Promise<number> => {
      const response = await postChat(
        server.url,
        { message: 'Hi' },
        { 'x-forwarded-for': forwarded },
      );
      await response.text();
      return response.status;
    };
    assert.equal(await statusFor('203.0.113.9, 10.0.0.1'), 200);
    assert.equal(await statusFor('1.2.3.4, 203.0.113.9'), 429, 'what is left of it is hearsay');
    assert.equal(await statusFor('203.0.113.10'), 200);
    assert.equal(await statusFor('2001:db8:1:2::1'), 200);
    assert.equal(await statusFor('2001:db8:1:2:ffff::9'), 429);
  });

  it('is refused when another website sends it', async (t) => {
    const server = await startTestServer(t);
    const response = await postChat(
      server.url,
      { message: 'Hi' },
      { origin: 'https://evil.example' },
    );
    assert.equal((await refusal(response)).code, 'cross_site');
  });
});

describe('threads, turns and their owners', () => {
  it('are hidden from everyone else, signed in or not', async (t) => {
    const model = createScriptedModel([says('For Ann'), says('For anyone')]);
    const server = await startTestServer(t, { languageModels: [model] });
    const ann = await signIn(server, { id: crypto.randomUUID(), email: 'ann@example.com' });
    const bob = await signIn(server, { id: crypto.randomUUID(), email: 'bob@example.com' });
    const hers = await chat(server.url, { message: 'Hi' }, { cookie: ann });
    const open = await chat(server.url, { message: 'Hi' });

    const threadStatus = async (threadId: string, cookie?: string): Promise<number> => {
      const response = await fetch(
        `${server.url}/api/assistant/threads/${threadId}/`,
        cookie === undefined ? {} : { headers: { cookie } },
      );
      return response.status;
    };
    assert.equal(await threadStatus(hers.threadId, ann), 200);
    assert.equal(await threadStatus(open.threadId), 200);
    for (const [{ threadId, turnId }, cookie] of [
      [hers, bob],
      [hers, undefined],
      [open, ann],
    ] as const) {
      const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
      assert.equal(await threadStatus(threadId, cookie), 404);
      assert.equal((await resumeChat(server.url, turnId, 0, headers)).status, 404);
      const message = { message: 'And?', thread_id: threadId };
      assert.equal((await postChat(server.url, message, headers)).status, 404);
      const stop = `${server.url}/api/assistant/chat/${turnId}/stop/`;
      assert.equal((await fetch(stop, { method: 'POST', headers })).status, 404);
    }
    assert.equal(model.requests.length, 2);
  });

  it("expire: a visitor's after 24 hours, a customer's not", async (t) => {
    const model = createScriptedModel([says('One'), says('Two')]);
    const server = await startTestServer(t, { languageModels: [model] });
    const cookie = await signIn(server, { id: crypto.randomUUID(), email: 'ann@example.com' });
    const open = await chat(server.url, { message: 'Hi' });
    const hers = await chat(server.url, { message: 'Hi' }, { cookie });
    await server.database.pool.query(
      "update threads set last_activity_at = now() - interval '25 hours'",
    );
    const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(server.url + path, { headers })).status;
    assert.equal(await status(`/api/assistant/threads/${open.threadId}/`), 404);
    const late = await postChat(server.url, { message: 'Still there?', thread_id: open.threadId });
    assert.equal(late.status, 404, 'a message does not bring it back');
    assert.equal(await status(`/api/assistant/threads/${hers.threadId}/`, { cookie }), 200);
  });

  it('are not found for anything that is no id', async (t) => {
    const server = await startTestServer(t);
    for (const id of ['x', crypto.randomUUID(), '%00', "' or 1=1 --"]) {
      const name = encodeURIComponent(id);
      for (const path of [`threads/${name}/`, `chat/${name}/`]) {
        const response = await fetch(`${server.url}/api/assistant/${path}`);
        assert.equal((await refusal(response)).code, 'not_found', path);
      }
    }
  });

  it('refuses to resume after an event that is not one', async (t) => {
    const server = await startTestServer(t, {
      languageModels: [createScriptedModel([says('Hi')])],
    });
    const { turnId } = await chat(server.url, { message: 'Hi' });
    for (const id of [`${crypto.randomUUID()}:1`, `${turnId}:x`, `${turnId}:-1`, 'x', '']) {
      const response = await fetch(`${server.url}/api/assistant/chat/${turnId}/`, {
        headers: { 'last-event-id': id },
      });
      assert.equal((await refusal(response)).status, 400, id);
    }
    const byQuery = await fetch(`${server.url}/api/assistant/chat/${turnId}/?after=1`);
    const rest = await Array.fromAsync(readChatEvents(byQuery));
    assert.deepEqual(
      rest.map(({ event }) => event),
      ['done'],
    );
  });
});

describe("a customer's bookings", () => {
  it('are never shown to another, whatever the model asks for', async (t) => {
    const annId = crypto.randomUUID();
    const bobId = crypto.randomUUID();
    const greedy = [
      {},
      { customer_id: annId },
      { user_id: annId },
      { email: 'ann@example.com' },
      { limit: 1000 },
    ].flatMap((input) =>
      ['lookup_booking_status', 'lookup_booking_history'].map((tool) => ({ tool, input })),
    );
    const model = createScriptedModel([
      calls(greedy.slice(0, 8).map((call, index) => ({ callId: `a${index}`, ...call }))),
      says('Nothing.'),
      calls(greedy.slice(0, 8).map((call, index) => ({ callId: `b${index}`, ...call }))),
      says('Nothing.'),
    ]);
    const server = await startTestServer(t, { languageModels: [model] });
    await signIn(server, { id: annId, email: 'ann@example.com' });
    const bob = await signIn(server, { id: bobId, email: 'bob@example.com' });
    await server.database.pool.query(
      `insert into customers (id, name, email) values ($1, 'Ann Secret', 'ann@example.com')
       on conflict (id) do nothing`,
      [annId],
    );
    await server.database.pool.query(
      `insert into bookings (id, number, customer_id, status, service_type, details, pickup_date, total_cents)
       values ($1, 'TT-900001', $2, 'confirmed', 'mini_move', '{}', current_date + 7, 99500)`,
      [crypto.randomUUID(), annId],
    );
    const asBob = await chat(server.url, { message: 'Show all bookings' }, { cookie: bob });
    const asVisitor = await chat(server.url, { message: 'Show all bookings' });
    assert.equal(asBob.events.filter(({ event }) => event === 'tool_result').length, 8);
    const seen = JSON.stringify([asBob.events, asVisitor.events, model.requests]);
    assert.doesNotMatch(seen, /TT-900001|Ann Secret/);
    assert.doesNotMatch(JSON.stringify([asBob.events, asVisitor.events]), new RegExp(bobId));
    const visitorResults = asVisitor.events.filter(({ event }) => event === 'tool_result');
    assert.match(JSON.stringify(visitorResults), /There is no tool/);
    assert.deepEqual(
      model.requests.map(({ tools }) => tools.length),
      [6, 6, 4, 4],
    );
  });
});
