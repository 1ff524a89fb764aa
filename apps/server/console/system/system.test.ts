import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type SystemReport, systemReportSchema } from '@deskbell/protocol';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { createScriptedModel } from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { pino } from 'pino';
import { createDailyBudget } from '../../budget/create-daily-budget.ts';
import { createModelFailures } from '../../budget/model-failures.ts';
import { createReadHealth } from '../../health/create-read-health.ts';
import { openDatabase } from '../../platform/database.ts';
import { cookieOf, keyOf } from '../test-conversations.ts';
import { createReadSystemReport } from './create-read-system-report.ts';

const log = pino({ level: 'silent' });
const NOW = new Date('2026-11-22T15:00:00Z');
const clock = () => NOW;
const timezone = 'America/New_York';
const usage = { inputTokens: 100, cacheReadTokens: 20, cacheWriteTokens: 3, outputTokens: 40 };

async function ask(server: TestServer, headers: Record<string, string>): Promise<SystemReport> {
  const response = await fetch(`${server.url}/api/system`, { headers });
  assert.equal(response.status, 200);
  return systemReportSchema.parse(await response.json());
}

/** The report by itself, of parts that the test holds in its hand. */
async function open(t: TestContext, { limitUsd }: { limitUsd?: number } = {}) {
  const database = openDatabase({ url: (await createTestDatabase(t)).url, log });
  t.after(() => database.close());
  const budget = createDailyBudget({ database, limitUsd, timezone, clock, log });
  t.after(() => budget.close());
  await budget.ready();
  const modelFailures = createModelFailures(clock);
  const languageModels = {
    models: [
      createScriptedModel([], { name: 'claude-sonnet-5-5', isAvailable: () => false }),
      createScriptedModel([], { name: 'claude-haiku-5' }),
    ],
    warnings: ['It retires soon.'],
  };
  const operations = {
    pipeline: { check: async () => {} },
    settings: { notifications: { email: undefined, webhook: undefined } },
    doors: () => ({ smtp: 'up', imap: 'down' }) as const,
  };
  const readReport = createReadSystemReport({
    database,
    readHealth: createReadHealth({
      database,
      languageModels,
      operations,
      redis: undefined,
      budget,
    }),
    languageModels,
    operations,
    budget,
    modelFailures,
    eventLoop: { read: () => null },
    timezone,
    version: '1.2.3',
    clock,
  });
  return { database, budget, modelFailures, readReport };
}

test('only staff read it', async (t) => {
  const server = await startTestServer(t, { backOffice: {}, isOpenToThisMachine: false });
  const customer = await cookieOf(server, 'customer');
  for (const [headers, status] of [
    [{}, 401],
    [customer, 403],
  ] as const) {
    const response = await fetch(`${server.url}/api/system`, { headers });
    assert.equal(response.status, status);
    assert.doesNotMatch(await response.text(), /postgres|memory/);
  }
});

test('without the database it says so, and tells everything else', async (t) => {
  const { database, readReport } = await open(t);
  await database.close();
  const report = systemReportSchema.parse(await readReport());
  assert.deepEqual(report.database, {
    status: 'down',
    latency_ms: null,
    size_bytes: null,
    connections_used: null,
    connections_max: null,
    migrations_applied: null,
  });
  assert.deepEqual(
    [report.outbox, report.usage_today, report.versions.postgres, report.queue.pending],
    [null, null, null, null],
  );
  assert.equal(report.versions.deskbell, '1.2.3');
  assert.ok(report.process.memory_rss_bytes > 1_000_000);
  assert.equal(report.models.length, 2);
  assert.deepEqual(report.mail_doors, { smtp: 'up', imap: 'down' });
});

test('a part that fails takes no other with it', async (t) => {
  const { database, readReport } = await open(t);
  await database.pool.query('drop table notifications cascade; drop table model_usage');
  const report = systemReportSchema.parse(await readReport());
  assert.deepEqual([report.outbox, report.usage_today], [null, null]);
  // Nothing has made the queue's tables here.
  assert.equal(report.queue.dead_lettered, null);
  assert.deepEqual([report.queue.pending, report.queue.failed_today], [0, 0]);
  assert.equal(report.database.status, 'up');
});

test('no secret, no address and no host is in it', async (t) => {
  const server = await startTestServer(t, {
    isOpenToThisMachine: false,
    backOffice: {
      notifications: {
        email: {
          smtpUrl: 'smtp://user:geheim@mail.secret.example',
          from: 'a@b.example',
          recipients: ['boss@b.example'],
        },
        webhook: { url: 'https://hook.secret.example/x', secret: 'geheim' },
      },
    },
  });
  const report = await ask(server, await keyOf(server, 'admin'));
  assert.ok(report.outbox?.every(({ is_set_up }) => is_set_up));
  const text = JSON.stringify(report);
  assert.doesNotMatch(text, /geheim|secret|example|127\.0\.0\.1|localhost|postgresql?:|@/);
});

test('the running server tells of itself in whole numbers', async (t) => {
  const server = await startTestServer(t, { backOffice: {}, isOpenToThisMachine: false });
  const report = await ask(server, await cookieOf(server, 'staff'));
  const { versions, database, queue } = report;
  assert.equal(versions.node, process.versions.node);
  assert.match(versions.postgres ?? '', /^\d+/);
  assert.equal(database.status, 'up');
  assert.ok((database.size_bytes ?? 0) > 1_000_000);
  assert.ok((database.connections_used ?? 0) >= 1);
  assert.ok((database.connections_max ?? 0) > (database.connections_used ?? 0));
  assert.ok((database.migrations_applied ?? 0) >= 9);
  assert.ok((database.latency_ms ?? -1) >= 0);
  assert.deepEqual(queue, {
    status: 'up',
    pending: 0,
    running: 0,
    failed_today: 0,
    oldest_pending_seconds: 0,
    dead_lettered: 0,
  });
  assert.deepEqual(
    report.outbox?.map(({ channel, is_set_up, pending }) => [channel, is_set_up, pending]),
    [
      ['email', false, 0],
      ['webhook', false, 0],
      ['customer_email', false, 0],
    ],
  );
  assert.deepEqual(report.mail_doors, { smtp: 'off', imap: 'off' });
  assert.deepEqual(report.budget, {
    limit_usd: null,
    spent_today_usd: 0,
    is_spent: false,
    currency: 'USD',
  });
});

test('usage is told by desk and model, today only, and an unknown price is no price', async (t) => {
  const { database, budget, readReport } = await open(t, { limitUsd: 5 });
  await database.pool.query(
    `insert into model_usage (bucket, model, process_id, calls, unpriced_calls, input_tokens,
       cache_read_tokens, cache_write_tokens, output_tokens, cost_nano_usd)
     values ('2026-11-22T04:45:00Z', 'yesterday', gen_random_uuid(), 1, 0, 1, 1, 1, 1, 1),
       ('2026-11-22T05:00:00Z', 'old', gen_random_uuid(), 2, 0, 1, 1, 1, 1, 7)`,
  );
  const call = { model: 'claude-haiku-5', usage, costNanoUsd: 1_000 };
  budget.record({ ...call, desk: 'frontdesk' });
  budget.record({ ...call, desk: 'frontdesk' });
  budget.record({ ...call, desk: 'mail', model: 'unpriced', costNanoUsd: null });
  await budget.close();
  const report = await readReport();
  const tokens = (times: number) => ({
    input_tokens: 100 * times,
    cache_read_tokens: 20 * times,
    cache_write_tokens: 3 * times,
    output_tokens: 40 * times,
  });
  assert.deepEqual(report.usage_today, [
    { desk: 'frontdesk', model: 'claude-haiku-5', calls: 2, ...tokens(2), cost_nano_usd: 2_000 },
    { desk: 'mail', model: 'unpriced', calls: 1, ...tokens(1), cost_nano_usd: null },
    {
      desk: 'other',
      model: 'old',
      calls: 2,
      input_tokens: 1,
      cache_read_tokens: 1,
      cache_write_tokens: 1,
      output_tokens: 1,
      cost_nano_usd: 7,
    },
  ]);
  assert.deepEqual([report.budget.limit_usd, report.budget.is_spent], [5, false]);
});

test('models are in their order, with their circuits and how they failed last', async (t) => {
  const { modelFailures, readReport } = await open(t);
  modelFailures.onModelFailure({ model: 'claude-sonnet-5-5', code: 'overloaded' });
  modelFailures.onModelFailure({ model: 'claude-sonnet-5-5', code: 'circuit_open' });
  const { models, warnings } = await readReport();
  assert.deepEqual(models, [
    {
      provider: 'anthropic',
      name: 'claude-sonnet-5-5',
      circuit: 'open',
      last_failure: { code: 'overloaded', at: NOW.toISOString() },
    },
    { provider: 'anthropic', name: 'claude-haiku-5', circuit: 'closed', last_failure: null },
  ]);
  assert.deepEqual(warnings, [
    'claude-sonnet-5-5 does not answer just now; the next model in line does.',
    'It retires soon.',
  ]);
});

test('the outbox is counted by channel, and failures of today only', async (t) => {
  const { database, readReport } = await open(t);
  // What a notification is about is of no matter here.
  const constraints = await database.pool.query<{ conname: string }>(
    "select conname from pg_constraint where conrelid = 'notifications'::regclass and contype in ('c', 'f')",
  );
  for (const { conname } of constraints.rows) {
    await database.pool.query(`alter table notifications drop constraint "${conname}"`);
  }
  const add = (channel: string, status: string, at: string) =>
    database.pool.query(
      `insert into notifications (id, channel, subject, body, urgency, status, created_at)
       values (gen_random_uuid(), $1, '', '', 'low', $2, $3)`,
      [channel, status, at],
    );
  const today = '2026-11-22T06:00:00Z';
  const yesterday = '2026-11-22T04:59:00Z';
  await add('email', 'pending', yesterday);
  await add('email', 'sending', today);
  await add('email', 'sent', today);
  await add('email', 'failed', today);
  await add('email', 'failed', yesterday);
  await add('webhook', 'uncertain', today);
  await add('console', 'shown', today);
  assert.deepEqual((await readReport()).outbox, [
    { channel: 'email', is_set_up: false, pending: 2, failed_today: 1, uncertain_today: 0 },
    { channel: 'webhook', is_set_up: false, pending: 0, failed_today: 0, uncertain_today: 1 },
    {
      channel: 'customer_email',
      is_set_up: false,
      pending: 0,
      failed_today: 0,
      uncertain_today: 0,
    },
  ]);
});

test('however many ask within two seconds, everything is asked once', async (t) => {
  const { readReport } = await open(t);
  const [first, second] = await Promise.all([readReport(), readReport()]);
  assert.equal(first, second);
  assert.equal(await readReport(), first);
});
