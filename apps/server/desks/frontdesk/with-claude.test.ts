import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createClaudeModel, withCircuitBreaker } from '@deskbell/engine';
import { bare, chat, postChat, readChatEvents, textOf } from '@deskbell/testing/chat-stream.ts';
import {
  cutAfter,
  errorAfter,
  garbage,
  stallAfter,
} from '@deskbell/testing/fake-claude/delivery.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import {
  httpError,
  maxTokens,
  refusal,
  text,
  toolCalls,
} from '@deskbell/testing/fake-claude/replies.ts';
import type { Step } from '@deskbell/testing/fake-claude/step.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import fc from 'fast-check';
import { pino } from 'pino';
import { readConfig } from '../../config.ts';
import { createLanguageModels } from '../../language-models.ts';

const PHONE = /\(631\) 595-5100/;

async function startWithClaude(
  t: TestContext,
  options: { apiKey?: string; baseUrl?: string } = {},
): Promise<{ server: TestServer; fake: FakeClaude }> {
  const fake = await startFakeClaude();
  t.after(() => fake.close());
  const claude = createClaudeModel({
    apiKey: options.apiKey ?? 'test-key',
    baseUrl: options.baseUrl ?? fake.url,
    model: 'claude-sonnet-5-5',
    maxRetries: 0,
    timeouts: { connectMs: 300, firstByteMs: 300, startMs: 400, stallMs: 300 },
  });
  const languageModels = [withCircuitBreaker(claude, { openMs: 60_000 })];
  return { server: await startTestServer(t, { languageModels }), fake };
}

describe('the front desk with Claude', () => {
  it('calls tools against the live catalogue and streams the answer', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.script(
      toolCalls(
        [
          { name: 'check_zip_coverage', input: { zip_code: '07101' } },
          {
            name: 'get_pricing_estimate',
            input: {
              service_type: 'blade_transfer',
              bag_count: 2,
              pickup_zip: '07101',
              delivery_zip: '07101',
            },
          },
        ],
        { thinking: 'Two things to look up.' },
      ),
      text('That is $500.'),
    );
    const { events, text: answer } = await chat(server.url, { message: 'From Newark, 2 bags?' });
    assert.equal(answer, 'That is $500.');
    const results = events.flatMap((event) =>
      event.event === 'tool_result' ? [event.data.result] : [],
    );
    assert.deepEqual(
      results.map((result) => result.zone ?? result.estimated_total),
      ['surcharge', 500],
    );
    const done = events.at(-1);
    assert.ok(done?.event === 'done');
    assert.equal(done.data.model, 'claude-sonnet-5-5');
    assert.equal(done.data.degraded, false);
    assert.ok(
      done.data.usage.cache_read_tokens > 1000,
      'the prompt is cached after the first call',
    );
    const { rows } = await server.database.pool.query('select cost_nano_usd, model from turns');
    assert.equal(rows[0].model, 'claude-sonnet-5-5');
    assert.ok(rows[0].cost_nano_usd > 0);
    fake.assertDone();
  });

  it('keeps the cached prefix byte for byte from turn to turn and from person to person', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.always(text('Hello.'));
    const { threadId } = await chat(server.url, { message: 'Hi' });
    await chat(server.url, { message: 'Hi again', thread_id: threadId });
    await chat(server.url, { message: 'Somebody else' });
    const prefixes = fake.requests.map(({ body }) => {
      const { tools, system } = body as { tools: unknown; system: unknown[] };
      return JSON.stringify([tools, system[0]]);
    });
    assert.equal(new Set(prefixes).size, 1);
    assert.doesNotMatch(prefixes[0] ?? '', /2026-11-2/);
  });

  it('runs tools only with complete arguments, wherever they are split', async (t) => {
    const { server, fake } = await startWithClaude(t);
    const inputs = fc.sample(
      fc.record({ zip_code: fc.string({ unit: 'binary', maxLength: 12 }) }),
      { numRuns: 200, seed: 7 },
    );
    const seen: unknown[] = [];
    for (let start = 0; start < inputs.length; start += 8) {
      const part = inputs.slice(start, start + 8);
      fake.script(
        toolCalls(
          part.map((input) => ({ name: 'check_zip_coverage', input })),
          {
            splitArgumentsAt: 'every',
          },
        ),
        (request) => {
          const assistant = request.messages.at(-2);
          assert.ok(assistant !== undefined && typeof assistant.content !== 'string');
          for (const block of assistant.content)
            if (block.type === 'tool_use') seen.push(block.input);
          return text('Fine.');
        },
      );
      const { events } = await chat(server.url, { message: 'Check these' });
      const results = events.filter(({ event }) => event === 'tool_result');
      assert.equal(results.length, part.length);
      assert.doesNotMatch(JSON.stringify(results), /not valid/);
    }
    assert.equal(JSON.stringify(seen), JSON.stringify(inputs));
  });

  it('stops Claude within 250 ms when another connection asks', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.script(stallAfter(text('A long answer, word by word.'), { events: 4 }));
    const response = await postChat(server.url, { message: 'Tell me everything' });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const request = await fake.request(0);
    const askedAtMs = performance.now();
    await fetch(`${server.url}/api/assistant/chat/${turnId}/stop/`, { method: 'POST' });
    await request.closed;
    assert.equal(request.aborted, true);
    assert.ok(performance.now() - askedAtMs < 250);
    const last = bare(await Array.fromAsync(readChatEvents(response))).at(-1);
    assert.ok(last?.event === 'done' && last.data.stopped);
  });

  it('can go on after an interrupted turn: Claude gets a result for every call', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.script(
      toolCalls([{ name: 'check_zip_coverage', input: { zip_code: '10001' } }]),
      stallAfter(text('We do serve'), { events: 4 }),
    );
    const thread_id = crypto.randomUUID();
    const response = await postChat(server.url, { message: 'Do you serve 10001?', thread_id });
    await fake.request(1);
    await server.database.pool.query("update turns set lease_expires_at = now() - interval '1 s'");
    fake.script(text('Yes.'));
    // The process that lost its lease closes its call to Claude; this one takes the thread over.
    const second = await startTestServer(t, {
      databaseUrl: server.databaseUrl,
      languageModels: [
        createClaudeModel({ apiKey: 'test-key', baseUrl: fake.url, model: 'claude-sonnet-5-5' }),
      ],
    });
    assert.equal((await chat(second.url, { message: 'Well?', thread_id })).text, 'Yes.');
    assert.equal(
      fake.requests.every(({ accepted }) => accepted),
      true,
    );
    await response.text();
  });

  it('can go on after a stop between a tool and the answer, with thinking on', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.script(
      toolCalls([{ name: 'check_zip_coverage', input: { zip_code: '10001' } }], {
        thinking: 'The area has to be checked.',
      }),
      stallAfter(text('We do serve it.'), { events: 1 }),
      text('Yes.'),
    );
    const thread_id = crypto.randomUUID();
    const response = await postChat(server.url, { message: 'Do you serve 10001?', thread_id });
    await fake.request(1);
    const turnId = response.headers.get('x-turn-id') ?? '';
    await fetch(`${server.url}/api/assistant/chat/${turnId}/stop/`, { method: 'POST' });
    await response.text();
    const next = await chat(server.url, { message: 'Well?', thread_id });
    assert.equal(next.text, 'Yes.');
    assert.equal(next.events.at(-1)?.event, 'done');
    fake.assertDone();
  });

  it('stores what a stopped call had read, at an unknown cost', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.script(stallAfter(text('We do serve it.'), { events: 4 }));
    const response = await postChat(server.url, { message: 'Do you serve 10001?' });
    const turnId = response.headers.get('x-turn-id') ?? '';
    const events = readChatEvents(response);
    await events.next();
    await fetch(`${server.url}/api/assistant/chat/${turnId}/stop/`, { method: 'POST' });
    await Array.fromAsync(events);
    const { rows } = await server.database.pool.query(
      'select input_tokens + cache_write_tokens as read_tokens, cost_nano_usd, model from turns',
    );
    assert.ok(rows[0].read_tokens > 1000);
    assert.deepEqual([rows[0].cost_nano_usd, rows[0].model], [null, 'claude-sonnet-5-5']);
  });

  for (const [name, step, expected] of [
    ['a refusal', refusal(), PHONE],
    ['an answer that was cut off', maxTokens('The first half'), /The first half\n\nThat was more/],
    ['an answer that is empty', text(''), PHONE],
  ] as const) {
    it(`reads well after ${name}`, async (t) => {
      const { server, fake } = await startWithClaude(t);
      fake.script(step);
      const { text: answer, events } = await chat(server.url, { message: 'Hi' });
      assert.match(answer, expected);
      assert.equal(events.at(-1)?.event, 'done');
    });
  }
});

describe('the front desk when Claude fails', () => {
  const failures: [string, Step][] = [
    ['401', httpError(401, { message: 'invalid x-api-key sk-ant-secret' })],
    ['403', httpError(403)],
    ['404', httpError(404)],
    ['400', httpError(400)],
    ['413', httpError(413)],
    ['429', httpError(429)],
    ['429 with retry-after', httpError(429, { retryAfterSeconds: 60 })],
    ['500', httpError(500)],
    ['504', httpError(504)],
    ['529', httpError(529)],
    ['529 in the stream, before content', errorAfter(text('Hello'), 1)],
    ['a cut socket before content', cutAfter(text('Hello'), { events: 1 })],
    ['a stall before content', stallAfter(text('Hello'), { events: 1 })],
    ['garbage', garbage('<html>Bad gateway</html>')],
    ['garbage with a 502', garbage('<html>', { status: 502, contentType: 'text/html' })],
  ];
  for (const [name, step] of failures) {
    it(`lets the clerk answer after ${name}`, async (t) => {
      const { server, fake } = await startWithClaude(t);
      fake.script(step);
      const { events, text: answer } = await chat(server.url, {
        message: 'How much is a petite mini move?',
      });
      assert.match(answer, /\$995/);
      const done = events.at(-1);
      assert.ok(done?.event === 'done');
      assert.equal(done.data.model, 'clerk');
      assert.equal(done.data.degraded, true);
      assert.doesNotMatch(JSON.stringify(events), /sk-ant|Scripted|stack|at \w+ \(/);
    });
  }

  for (const [name, step] of [
    ['529', errorAfter(text('The price is about'), 5)],
    ['a cut socket', cutAfter(text('The price is about'), { events: 5 })],
    ['a stall', stallAfter(text('The price is about'), { events: 5 })],
  ] as const) {
    it(`ends with one error that names the phone number after ${name} in mid-answer`, async (t) => {
      const { server, fake } = await startWithClaude(t);
      fake.script(step);
      const { events } = await chat(server.url, { message: 'How much is a petite mini move?' });
      assert.match(textOf(events), /^The/);
      const ends = events.filter(({ event }) => event === 'error' || event === 'done');
      assert.equal(ends.length, 1);
      const end = events.at(-1);
      assert.ok(end?.event === 'error' && end.data.code === 'model_unavailable');
      assert.match(end.data.message, PHONE);
      assert.equal(end.data.retryable, true);
    });
  }

  it('answers every customer while Claude is overloaded, and stops asking it', async (t) => {
    const { server, fake } = await startWithClaude(t);
    fake.always(httpError(529));
    for (let count = 0; count < 10; count += 1) {
      const { events } = await chat(server.url, { message: 'Do you serve 10001?' });
      assert.equal(events.at(-1)?.event, 'done');
    }
    assert.equal(fake.requests.length, 4, 'the circuit opens after four failures in a row');
    const health = await fetch(`${server.url}/api/assistant/health/`);
    assert.deepEqual(await health.json(), { status: 'degraded' });
    const full = (await (await fetch(`${server.url}/health`)).json()) as {
      model: { circuit: string };
    };
    assert.equal(full.model.circuit, 'open');
  });

  it('answers with the retries and time limits it ships with', async (t) => {
    const fake = await startFakeClaude();
    t.after(() => fake.close());
    fake.always(httpError(529));
    const { models } = createLanguageModels({
      config: readConfig({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: fake.url }),
      now: new Date(),
      log: pino({ level: 'silent' }),
    });
    const server = await startTestServer(t, { languageModels: models });
    const { events } = await chat(server.url, { message: 'Do you serve 10001?' });
    assert.equal(events.at(-1)?.event, 'done');
    assert.equal(fake.requests.length, 3);
  });

  it('answers with a wrong key and without a network', async (t) => {
    for (const options of [{ apiKey: 'wrong-key' }, { baseUrl: 'http://127.0.0.1:9' }]) {
      const { server } = await startWithClaude(t, options);
      const { text: answer, events } = await chat(server.url, { message: 'Do you serve 10001?' });
      assert.match(answer, /10001/);
      assert.equal(events.at(-1)?.event, 'done');
      assert.doesNotMatch(server.logLines.join('\n'), /wrong-key/);
    }
  });
});
