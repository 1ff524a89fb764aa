import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { startRedis, whyNoRedis } from '@deskbell/testing/redis.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { connectRedis } from '../../platform/connect-redis.ts';
import { openDatabase } from '../../platform/database.ts';
import { createQuotas } from './create-quotas.ts';

const log = pino({ level: 'silent' });

async function start(t: TestContext, limits: { messages?: number; tokens?: number } = {}) {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  const time = { now: new Date('2026-11-22T15:00:00Z') };
  const options = {
    database,
    redis: undefined,
    messagesPerMinute: limits.messages ?? 20,
    dailyTokens: limits.tokens ?? 1_000,
    timezone: 'America/New_York',
    clock: () => time.now,
  };
  return { database, time, options, quotas: createQuotas(options) };
}

type Started = Awaited<ReturnType<typeof start>>;

/** A turn as the store leaves it; resolves to its session. */
async function endTurn(
  { database }: Started,
  turn: { owner: string | null; endedAt: string; tokens: number[]; desk?: string; state?: string },
): Promise<string> {
  const threadId = uuidV7();
  const { owner, endedAt, tokens, desk = 'backoffice', state = 'done' } = turn;
  await database.pool.query('insert into threads (id, desk, owner_id) values ($1, $2, $3)', [
    threadId,
    desk,
    owner,
  ]);
  await database.pool.query(
    'insert into turns (id, thread_id, lease_expires_at) values ($1, $2, now())',
    [uuidV7(), threadId],
  );
  await database.pool.query(
    `update turns set state = $2, ended_at = $3, input_tokens = $4, cache_read_tokens = $5,
       cache_write_tokens = $6, output_tokens = $7 where thread_id = $1`,
    [threadId, state, endedAt, ...tokens],
  );
  return threadId;
}

const refusalOf = async (started: Started, userId = 'maya') => {
  const { isAllowed, headers, problem } = await started.quotas.take(userId);
  return isAllowed ? undefined : { status: problem.status, detail: problem.detail, headers };
};

test('a limit of one is said as one', async (t) => {
  const started = await start(t, { messages: 1 });
  await started.quotas.take('maya');
  const { detail } = (await refusalOf(started)) ?? {};
  assert.match(detail ?? '', /^that was more than 1 message in a minute;/);
});

test('a message more than a minute has is refused with when it goes on', async (t) => {
  const started = await start(t, { messages: 2 });
  t.mock.timers.enable({ apis: ['Date'] });
  assert.deepEqual(await started.quotas.take('maya'), {
    isAllowed: true,
    headers: { 'ratelimit-limit': '2', 'ratelimit-remaining': '1', 'ratelimit-reset': '60' },
  });
  assert.equal(await refusalOf(started), undefined);
  t.mock.timers.tick(18_500);
  assert.deepEqual(await refusalOf(started), {
    status: 429,
    detail: 'that was more than 2 messages in a minute; it goes on in 42 seconds',
    headers: {
      'ratelimit-limit': '2',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '42',
      'retry-after': '42',
    },
  });
  assert.equal(await refusalOf(started, 'omar'), undefined);
  t.mock.timers.tick(41_500);
  assert.equal(await refusalOf(started), undefined);
});

test('a message given back can be sent again', async (t) => {
  const started = await start(t, { messages: 1 });
  assert.equal(await refusalOf(started), undefined);
  await started.quotas.giveBack('maya');
  assert.equal(await refusalOf(started), undefined);
  assert.equal((await refusalOf(started))?.status, 429);
});

test('tokens of every kind count, until midnight where the business is', async (t) => {
  const started = await start(t, { tokens: 2_000_000 });
  await endTurn(started, {
    owner: 'maya',
    endedAt: '2026-11-22T05:00:00Z',
    tokens: [1_000_000, 500_000, 250_000, 249_999],
  });
  assert.equal(await refusalOf(started), undefined);
  await endTurn(started, {
    owner: 'maya',
    endedAt: '2026-11-22T14:59:00Z',
    tokens: [0, 0, 0, 1],
    state: 'failed',
  });
  assert.deepEqual(await refusalOf(started), {
    status: 429,
    detail: "you have used today's 2,000,000 tokens; it goes on at midnight (New York time)",
    headers: {
      'ratelimit-limit': '2000000',
      'ratelimit-remaining': '0',
      'ratelimit-reset': String(14 * 3600),
      'retry-after': String(14 * 3600),
    },
  });
  started.time.now = new Date('2026-11-23T04:59:59.200Z');
  assert.equal((await refusalOf(started))?.headers['retry-after'], '1');
  started.time.now = new Date('2026-11-23T05:00:00Z');
  assert.equal(await refusalOf(started), undefined);
});

test('a day of 25 hours is 25 hours long', async (t) => {
  const started = await start(t);
  await endTurn(started, {
    owner: 'maya',
    endedAt: '2026-11-01T04:00:00Z',
    tokens: [1_000, 0, 0, 0],
  });
  started.time.now = new Date('2026-11-01T04:00:01Z');
  assert.equal((await refusalOf(started))?.headers['retry-after'], String(25 * 3600 - 1));
  started.time.now = new Date('2026-11-02T04:59:59Z');
  assert.equal((await refusalOf(started))?.headers['retry-after'], '1');
});

test('messages refused for tokens do not use up the minute', async (t) => {
  const started = await start(t, { messages: 1 });
  await endTurn(started, {
    owner: 'maya',
    endedAt: '2026-11-22T14:00:00Z',
    tokens: [1_000, 0, 0, 0],
  });
  assert.match((await refusalOf(started))?.detail ?? '', /tokens/);
  assert.match((await refusalOf(started))?.detail ?? '', /tokens/);
});

test('yesterday, other owners, customers and the clerk cost nobody tokens', async (t) => {
  const started = await start(t);
  const many = [9_000, 0, 0, 0];
  const today = '2026-11-22T14:00:00Z';
  await endTurn(started, { owner: 'maya', endedAt: '2026-11-22T04:59:59Z', tokens: many });
  await endTurn(started, { owner: 'omar', endedAt: today, tokens: many });
  await endTurn(started, { owner: 'maya', endedAt: today, tokens: many, desk: 'frontdesk' });
  await endTurn(started, { owner: null, endedAt: today, tokens: many, desk: 'frontdesk' });
  await endTurn(started, { owner: 'maya', endedAt: today, tokens: [0, 0, 0, 0] });
  assert.equal(await refusalOf(started), undefined);
  const { rows } = await started.database.pool.query('select owner_id from token_usage order by 1');
  assert.deepEqual(rows, [{ owner_id: 'maya' }, { owner_id: 'omar' }]);
});

test('deleting a session gives no tokens back', async (t) => {
  const started = await start(t);
  const sessionId = await endTurn(started, {
    owner: 'maya',
    endedAt: '2026-11-22T14:00:00Z',
    tokens: [1_000, 0, 0, 0],
  });
  await started.database.pool.query('delete from threads where id = $1', [sessionId]);
  assert.equal((await refusalOf(started))?.status, 429);
});

test('the tokens of a day are read from a few rows, however many sessions there are', async (t) => {
  const { database } = await start(t);
  await database.pool.query(
    `insert into token_usage select 'user ' || n % 1000, timestamptz '2026-11-22 00:00+00'
       - interval '15 minutes' * (n / 1000), 10 from generate_series(0, 99999) as n`,
  );
  await database.pool.query('analyze token_usage');
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off, summary off, buffers off)
     select sum(tokens) from token_usage
     where owner_id = 'user 7' and bucket >= '2026-11-21 05:00+00'`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  assert.match(plan, /token_usage_pkey/);
  assert.doesNotMatch(plan, /Seq Scan|Rows Removed/);
});

test('two processes share the minute and the day', { skip: whyNoRedis() ?? false }, async (t) => {
  const started = await start(t, { messages: 2 });
  const server = await startRedis(t);
  const quotas = await Promise.all(
    ['one', 'other'].map(async () => {
      const redis = await connectRedis({ url: server.url, log });
      t.after(() => redis.close());
      await until(() => redis.isUp());
      return createQuotas({ ...started.options, redis });
    }),
  );
  const [one, other] = quotas;
  assert.equal((await one?.take('maya'))?.isAllowed, true);
  assert.equal((await other?.take('maya'))?.isAllowed, true);
  assert.equal((await one?.take('maya'))?.isAllowed, false);
});
