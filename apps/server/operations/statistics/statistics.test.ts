import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { generateOperations } from '../../../../testing/generate-operations.ts';
import { createTestDatabase } from '../../../../testing/postgres.ts';
import { type Database, openDatabase } from '../../platform/database.ts';
import { deleteOldStatistics } from './delete-old-statistics.ts';
import { readAgentStatistics, timeOfClass } from './read-agent-statistics.ts';
import { readOpenWork } from './read-open-work.ts';
import { readStatistics } from './read-statistics.ts';
import { readVendorMails } from './read-vendor-mails.ts';
import { type DayWindow, periodWindows } from './windows.ts';

const log = pino({ level: 'silent' });
const NOW = new Date('2026-11-22T15:00:00Z');

async function openTestDatabase(t: TestContext): Promise<Database> {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log, poolSize: 8, queryTimeoutMs: 60_000 });
  t.after(() => database.close());
  return database;
}

/** Of a linear congruential generator: the same numbers every time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** 'YYYY-MM-DD', so many days before. */
const dayBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);

/** Windows of all kinds, as far back as days are kept apart by quarters of an hour. */
const windowsAt = (now: Date, timezone: string): Record<string, DayWindow> => ({
  ...periodWindows({ now, timezone }),
  aDay: { from: dayBefore(now, 5), to: dayBefore(now, 5) },
  // Of NOW in New York it has 25 hours.
  aDayThreeWeeksAgo: { from: dayBefore(now, 21), to: dayBefore(now, 21) },
  aMonth: { from: dayBefore(now, 52), to: dayBefore(now, 22) },
  since: { from: dayBefore(now, 90) },
  upTo: { to: dayBefore(now, 12) },
  later: { from: dayBefore(now, -2) },
  backwards: { from: dayBefore(now, 12), to: dayBefore(now, 14) },
  endOfTime: { from: '0001-01-01', to: '9999-12-31' },
});

/** Counted the slow way: each row's own local day. */
const insideOf =
  ({ from, to }: DayWindow) =>
  (column: string) =>
    `(${column} at time zone $2)::date between '${from ?? '-infinity'}' and '${to ?? 'infinity'}'`;

/** Compares everything that is read from counters with the tables themselves. */
async function assertCountersAreRight(
  database: Database,
  { timezone, now }: { timezone: string; now: Date },
): Promise<void> {
  const query = async <Row extends object>(text: string): Promise<Row[]> =>
    (
      await database.pool.query<Row>(`with given as (select $1::timestamptz, $2::text) ${text}`, [
        now,
        timezone,
      ])
    ).rows;
  const windows = windowsAt(now, timezone);
  const statistics = await readStatistics({ database, timezone, windows });
  for (const [period, window] of Object.entries(windows)) {
    const inside = insideOf(window);
    const found = statistics[period];
    assert.ok(found !== undefined);
    const counts = async (text: string) =>
      Object.fromEntries(
        (await query<{ key: string; count: number }>(text)).map(({ key, count }) => [key, count]),
      );
    const nonZero = (record: Record<string, number>) =>
      Object.fromEntries(Object.entries(record).filter(([, count]) => count !== 0));

    const executions = await counts(
      `select status as key, count(*) from executions where ${inside('accepted_at')} group by 1`,
    );
    assert.deepEqual(nonZero(found.executions), executions, period);
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(found.categoriesByStatus).flatMap(([status, categories]) =>
          Object.entries(categories).map(([category, count]) => [`${status} ${category}`, count]),
        ),
      ),
      await counts(
        `select status || ' ' || coalesce(category, '') as key, count(*) from executions
         where ${inside('accepted_at')} group by 1`,
      ),
    );
    const [mails] = await query<{ count: number }>(
      `select count(*) from emails where ${inside('accepted_at')}`,
    );
    assert.equal(found.mails, mails?.count);
    assert.deepEqual(
      found.categories,
      await counts(
        `select category as key, count(*) from executions
         where category is not null and status in ('completed', 'failed', 'cancelled')
           and ${inside('accepted_at')} group by 1`,
      ),
    );
    assert.deepEqual(
      Object.fromEntries(found.failures.map(({ code, executions: count }) => [code, count])),
      await counts(
        `select coalesce(error_code, 'unknown') as key, count(*) from executions
         where status = 'failed' and ${inside('accepted_at')} group by 1`,
      ),
    );
    for (const [record, table, column] of [
      [found.tasksByStatus, 'tasks', 'status'],
      [found.tasksByPriority, 'tasks', 'priority'],
      [found.eventsByStatus, 'calendar_events', 'status'],
      [found.reviews, 'reviews', 'status'],
    ] as const) {
      assert.deepEqual(
        nonZero(record),
        await counts(
          `select ${column} as key, count(*) from ${table} where ${inside('created_at')} group by 1`,
        ),
        `${period} ${table} ${column}`,
      );
    }
    const sum = (record: Record<string, number>) =>
      Object.values(record).reduce((total, count) => total + count, 0);
    assert.equal(found.tasksCreated, sum(found.tasksByStatus));
    assert.equal(found.eventsScheduled, sum(found.eventsByStatus));

    for (const agent of await readAgentStatistics({ database, timezone, window })) {
      const [expected] = await query<Record<string, number | null>>(
        `select count(*)::int as runs, (count(*) filter (where status = 'failed'))::int as failures,
           avg(execution_time_ms)::float8 as average,
           percentile_disc(0.95) within group (order by execution_time_ms) as p95,
           avg(round(confidence::numeric, 6))::float8 as confidence,
           (count(*) filter (where status = 'completed' and error_code is not null))::float8
             / nullif(count(*) filter (where status = 'completed'
               and (error_code is not null or is_disputed is not null)), 0) as fallback,
           (count(*) filter (where is_disputed))::float8 / nullif(count(is_disputed), 0) as disputed,
           coalesce(sum(input_tokens), 0) as input_tokens,
           coalesce(sum(output_tokens), 0) as output_tokens,
           coalesce(sum(cost_nano_usd), 0)::bigint as cost,
           count(*) filter (where cost_nano_usd is null) as unpriced
         from agent_outputs where agent = '${agent.agent}' and ${inside('created_at')}`,
      );
      assert.ok(expected !== undefined);
      const label = `${period} ${agent.agent}`;
      assert.equal(agent.runs, expected.runs, label);
      assert.equal(agent.failures, expected.failures, label);
      assert.equal(agent.inputTokens, expected.input_tokens, label);
      assert.equal(agent.outputTokens, expected.output_tokens, label);
      assert.equal(agent.costNanoUsd, expected.cost, label);
      assert.equal(agent.unpricedRuns, expected.unpriced, label);
      for (const [actual, wanted] of [
        [agent.averageTimeMs, expected.average],
        [agent.averageConfidence, expected.confidence],
        [agent.fallbackShare, expected.fallback],
        [agent.disagreementShare, expected.disputed],
      ]) {
        if (actual == null || wanted == null) assert.equal(actual ?? null, wanted ?? null, label);
        else assert.ok(Math.abs(actual - wanted) < 1e-6, `${label}: ${actual} for ${wanted}`);
      }
      assertJustAbove(agent.p95TimeMs, expected.p95 ?? null, label);
      assert.deepEqual(
        Object.fromEntries(agent.errors.map(({ code, runs }) => [code, runs])),
        await counts(
          `select error_code as key, count(*) from agent_outputs
           where agent = '${agent.agent}' and error_code is not null and ${inside('created_at')}
           group by 1`,
        ),
      );
    }
    const vendors = await readVendorMails({ database, timezone, window, limit: 5 });
    const mailsOfVendors = (
      await query<{ count: number }>(
        `select count(*) from executions
         where vendor_id is not null and status in ('completed', 'failed', 'cancelled')
           and ${inside('accepted_at')}
         group by vendor_id order by 1 desc`,
      )
    ).map(({ count }) => count);
    assert.deepEqual(
      vendors.vendors.map(({ mails: count }) => count),
      mailsOfVendors.slice(0, 5),
    );
    assert.equal(
      vendors.total,
      mailsOfVendors.reduce((total, count) => total + count, 0),
    );
  }
  const [open] = await query<Record<string, number>>(`
    select
      (select count(*) from executions where status = 'pending') as "pendingExecutions",
      (select count(*) from executions where status = 'running') as "runningExecutions",
      (select count(*) from executions where status = 'failed') as "failedExecutions",
      (select count(*) from reviews where status = 'pending') as "pendingReviews",
      (select count(*) from tasks where status in ('open', 'in_progress')
        and due_date < ($1::timestamptz at time zone $2)::date) as "overdueTasks",
      (select count(*) from tasks where status in ('open', 'in_progress')
        and due_date = ($1::timestamptz at time zone $2)::date) as "tasksDueToday",
      (select count(*) from tasks where status in ('open', 'in_progress')
        and due_date between ($1::timestamptz at time zone $2)::date
          and ($1::timestamptz at time zone $2)::date + 6) as "tasksDueNext7Days",
      (select count(*) from calendar_events where status = 'scheduled' and due_at < $1)
        as "overdueDeadlines",
      (select count(*) from calendar_events where status = 'scheduled' and due_at >= $1)
        as "comingDeadlines",
      (select count(*) from calendar_events where status = 'scheduled' and due_at >= $1
        and (due_at at time zone $2)::date
          <= ($1::timestamptz at time zone $2)::date + 6) as "comingDeadlinesNext7Days",
      (select count(*) from executions where status = 'failed')
        + (select count(*) from reviews where status = 'pending')
        + (select count(*) from tasks where status in ('open', 'in_progress')
          and (priority in ('urgent', 'high')
            or due_date < ($1::timestamptz at time zone $2)::date)) as "attentionItems"`);
  const { openTasks, ...rest } = await readOpenWork({ database, timezone, now });
  assert.deepEqual(rest, open);
  const byPriority = await query<{ priority: keyof typeof openTasks; count: number }>(
    `select priority, count(*) from tasks where status in ('open', 'in_progress') group by 1`,
  );
  const zeros = { low: 0, medium: 0, high: 0, urgent: 0 };
  assert.deepEqual(openTasks, {
    ...zeros,
    ...Object.fromEntries(byPriority.map(({ priority, count }) => [priority, count])),
  });
}

function assertJustAbove(actual: number | null, exact: number | null, label: string): void {
  if (actual === null || exact === null) assert.equal(actual, exact, label);
  else if (exact <= 7) assert.equal(actual, exact, label);
  else assert.ok(actual >= exact && actual <= 1.19 * exact, `${label}: ${actual} for ${exact}`);
}

/** One random change, as a transaction of several statements; some are rolled back. */
async function changeSomething(database: Database, random: (below: number) => number) {
  const client = await database.pool.connect();
  const pick = (...texts: string[]) => texts[random(texts.length)] ?? '';
  const any = (table: string) =>
    `(select id from ${table} order by id offset ${random(400)} limit 1 for update skip locked)`;
  const at = `timestamptz '${new Date(NOW.getTime() - random(45 * 24 * 60) * 60_000).toISOString()}'`;
  try {
    await client.query('begin');
    for (let left = 1 + random(4); left > 0; left -= 1) {
      switch (random(12)) {
        case 0:
        case 1: {
          const id = randomUUID();
          await client.query(
            `with email as (
               insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
                 sender_domain, recipient, subject, headers, size_bytes)
               values ('${id}', 'api', '${id}', 'json', ${at}, '', '', '', '', '', '{}', 1)
               returning id, accepted_at
             )
             insert into executions (id, email_id, accepted_at) select id, id, accepted_at from email`,
          );
          await client.query(
            `insert into agent_outputs (execution_id, agent, status, findings, evidence, confidence,
               next_actions, execution_time_ms, model_used, is_disputed, error_code, input_tokens,
               output_tokens, cost_nano_usd, created_at)
             select '${id}', agent, 'completed', '{}', '[]', ${random(1000) / 1000}, '{}',
               ${random(3)} * ${random(20_000)}, 'm', ${pick('null', 'true', 'false')},
               ${pick('null', "'model_unavailable'")}, ${random(5_000)}, ${random(500)},
               ${pick('null', String(random(90_000_000)))}, ${at}
             from unnest(array['triage', 'task', 'context']) as agent`,
          );
          break;
        }
        case 2:
        case 3:
          await client.query(
            `update executions set status = 'completed', completed_at = ${at}, error_code = null,
               category = '${pick('vendor', 'staff')}',
               vendor_id = (select id from vendors order by id offset ${random(50)} limit 1
                 for key share skip locked)
             where id = ${any('executions')}`,
          );
          break;
        case 4:
          await client.query(
            `update executions set status = 'failed', completed_at = ${at},
               error_code = ${pick('null', "'crashed'", "'too_deep'")}
             where id = ${any('executions')}`,
          );
          break;
        case 5:
          await client.query(
            `update executions set status = 'pending', completed_at = null where id = ${any('executions')}`,
          );
          break;
        case 6:
          await client.query(`delete from emails where id = ${any('emails')}`);
          break;
        case 7:
          await client.query(
            `update tasks set status = '${pick('open', 'in_progress', 'done', 'cancelled')}',
               priority = '${pick('low', 'medium', 'high', 'urgent')}',
               due_date = ${pick('null', 'due_date', `(${at})::date + 20`)}
             where id = ${any('tasks')}`,
          );
          break;
        case 8:
          await client.query(
            `update calendar_events set status = '${pick('scheduled', 'done', 'cancelled')}',
               due_at = ${at} + interval '20 days' where id = ${any('calendar_events')}`,
          );
          break;
        case 9:
          await client.query(
            `update reviews set status = 'approved', decided_at = ${at} where id = ${any('reviews')}`,
          );
          break;
        case 10:
          await client.query(
            `update agent_outputs set execution_time_ms = ${random(500)}, status = 'failed',
               findings = null, confidence = null, error_code = 'time_limit',
               input_tokens = ${random(5_000)}, cost_nano_usd = ${pick('null', '7')}
             where agent = 'triage' and execution_id = ${any('executions')}`,
          );
          break;
        case 11:
          await client.query(`delete from vendors where id = ${any('vendors')}`);
          break;
      }
    }
    await client.query(random(5) === 0 ? 'rollback' : 'commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

test('hole: completed outputs were thrown away, so agent statistics were empty: every number equals counting the tables, whatever happens to 5,000 executions at the same time', async (t) => {
  const database = await openTestDatabase(t);
  await generateOperations({ database, executions: 5_000, days: 45, seed: 7, now: NOW });
  const zones = ['America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'UTC'];
  await assertCountersAreRight(database, { timezone: 'America/New_York', now: NOW });

  // Rows are locked in any order here, so these transactions may deadlock over the tables'
  // own rows, and a deadlock names which; over counters they must not.
  const seeds = [1, 2, 3, 4, 5, 6];
  const deadlocks: string[] = [];
  await Promise.all(
    seeds.map(async (seed) => {
      const random = createRandom(seed);
      for (let step = 0; step < 60; step += 1) {
        try {
          await changeSomething(database, random);
        } catch (error) {
          const { code, detail, where } = error as {
            code?: string;
            detail?: string;
            where?: string;
          };
          if (code !== '40P01') throw error;
          deadlocks.push(`${detail} ${where}`);
        }
      }
    }),
  );
  assert.deepEqual(
    deadlocks.filter((text) => /statistic_/.test(text)),
    [],
  );
  for (const timezone of zones) await assertCountersAreRight(database, { timezone, now: NOW });

  await database.pool.query('select rebuild_statistics()');
  await assertCountersAreRight(database, { timezone: 'America/New_York', now: NOW });
});

test('hole: "today" mixed UTC and local: today begins and ends at midnight in the business time zone', async (t) => {
  const database = await openTestDatabase(t);
  const insert = async (at: string) => {
    const id = randomUUID();
    await database.pool.query(
      `insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
         sender_domain, recipient, subject, headers, size_bytes)
       values ($1::uuid, 'api', $1::uuid::text, 'json', $2, '', '', '', '', '', '{}', 1)`,
      [id, at],
    );
    await database.pool.query(
      `insert into executions (id, email_id, status, accepted_at, completed_at)
       values ($1, $1, 'completed', $2, $2)`,
      [id, at],
    );
  };
  // The clock goes back on November 1, 2026 in New York: that day has 25 hours.
  for (const at of [
    '2026-11-01T03:59:59.999Z',
    '2026-11-01T04:00:00Z',
    '2026-11-02T04:59:59.999Z',
    '2026-11-02T05:00:00Z',
  ]) {
    await insert(at);
  }
  const mails = async (timezone: string, now: string) =>
    (
      await readStatistics({
        database,
        timezone,
        windows: periodWindows({ timezone, now: new Date(now) }),
      })
    ).today.mails;
  assert.equal(await mails('America/New_York', '2026-11-01T04:00:00Z'), 2);
  assert.equal(await mails('America/New_York', '2026-11-02T04:59:00Z'), 2);
  assert.equal(await mails('America/New_York', '2026-11-02T05:00:00Z'), 1);
  assert.equal(await mails('America/New_York', '2026-11-01T03:00:00Z'), 1);
  assert.equal(await mails('UTC', '2026-11-02T12:00:00Z'), 2);
  // 05:45 ahead.
  await insert('2026-11-04T18:14:59Z');
  await insert('2026-11-04T18:15:00Z');
  assert.equal(await mails('Asia/Kathmandu', '2026-11-04T20:00:00Z'), 1);
});

test('transactions that count the same thing do not wait for each other', async (t) => {
  const database = await openTestDatabase(t);
  const clients = await Promise.all([1, 2, 3].map(() => database.pool.connect()));
  try {
    for (const client of clients) {
      const id = randomUUID();
      await client.query('begin');
      await client.query(`set local lock_timeout = '2s'`);
      await client.query(
        `insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
           sender_domain, recipient, subject, headers, size_bytes)
         values ($1::uuid, 'api', $1::uuid::text, 'json', $2, '', '', '', '', '', '{}', 1)`,
        [id, NOW],
      );
      await client.query(
        `insert into executions (id, email_id, status, accepted_at, completed_at)
         values ($1, $1, 'completed', $2, $2)`,
        [id, NOW],
      );
    }
    const today = async () =>
      (
        await readStatistics({
          database,
          timezone: 'UTC',
          windows: periodWindows({ timezone: 'UTC', now: NOW }),
        })
      ).today.executions.completed;
    assert.equal(await today(), 0);
    await clients[0]?.query('commit');
    await clients[1]?.query('rollback');
    await clients[2]?.query('commit');
    assert.equal(await today(), 2);
  } finally {
    for (const client of clients) client.release();
  }
});

test('quarters older than any window are deleted, and every number stays', async (t) => {
  const database = await openTestDatabase(t);
  const now = new Date();
  await generateOperations({ database, executions: 400, days: 250, seed: 3, now });
  const quarters = async () =>
    (
      await database.pool.query<{ count: number }>(
        `select (select count(*) from statistic_counts where grain = 'quarter')
           + (select count(*) from statistic_agents where grain = 'quarter') as count`,
      )
    ).rows[0]?.count ?? 0;
  const before = await quarters();
  await Promise.all([deleteOldStatistics(database), deleteOldStatistics(database)]);
  await deleteOldStatistics(database);
  const after = await quarters();
  assert.ok(after > 0 && after < 0.6 * before, `${after} of ${before}`);
  await assertCountersAreRight(database, { timezone: 'America/New_York', now });
  // Long ago a day is one of UTC.
  const window = { from: dayBefore(now, 220), to: dayBefore(now, 200) };
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*) from executions
     where (accepted_at at time zone 'UTC')::date between $1 and $2`,
    [window.from, window.to],
  );
  const statistics = await readStatistics({
    database,
    timezone: 'America/New_York',
    windows: { window },
  });
  assert.ok(statistics.window.mails > 0);
  assert.equal(statistics.window.mails, rows[0]?.count);
  await database.pool.query(`delete from emails where accepted_at < now() - interval '60 days'`);
  await assertCountersAreRight(database, { timezone: 'America/New_York', now });
});

test('a truncated table is counted as empty', async (t) => {
  const database = await openTestDatabase(t);
  await generateOperations({ database, executions: 100, days: 3, seed: 3, now: NOW });
  await database.pool.query('truncate emails cascade');
  await assertCountersAreRight(database, { timezone: 'UTC', now: NOW });
});

test('a time read from the histogram is exact up to 7 ms, and up to 55 s never too short and at most 19 % too long', async (t) => {
  const database = await openTestDatabase(t);
  const { rows } = await database.pool.query<{ ms: number; class: number }>(
    `select ms, statistic_time_class(ms) as class from generate_series(0, 55000) as ms`,
  );
  for (const { ms, class: timeClass } of rows)
    assertJustAbove(timeOfClass(timeClass), ms, `${ms} ms`);
  const { rows: longest } = await database.pool.query<{ class: number }>(
    'select statistic_time_class(2147483647) as class',
  );
  assert.equal(longest[0]?.class, 64);
});
