import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { localDay } from '../../platform/business-day.ts';
import { addDays } from '../../platform/calendar-date.ts';
import { openDatabase } from '../../platform/database.ts';
import { readAgentDays } from './read-agent-days.ts';
import { readDays } from './read-days.ts';
import { readDeadlinesDue, readTasksDue } from './read-due-days.ts';
import { readOpenWork } from './read-open-work.ts';

const NOW = new Date('2026-11-22T15:00:00Z');

test('hole: "today" mixed UTC and local: each day’s figures equal counting its rows, in zones west, east and across a changed clock', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  await generateOperations({ database, executions: 3_000, days: 30, seed: 5, now: NOW });
  // One that waits since before midnight in New York.
  await database.pool.query(
    `update executions set accepted_at = '2026-11-20T04:30:00Z' where status = 'pending'
       and id = (select id from executions where status = 'pending' limit 1)`,
  );
  for (const timezone of [
    'America/New_York',
    'Pacific/Auckland',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Pacific/Kiritimati',
    'UTC',
  ]) {
    const today = localDay(NOW, timezone);
    const span = { from: addDays(today, -24), to: today };
    const query = async <Row extends object>(text: string): Promise<Row[]> =>
      (await database.pool.query<Row>(text, [timezone, span.from, span.to])).rows;
    const dayOf = (column: string) => `(${column} at time zone $1)::date`;

    assert.deepEqual(
      await readDays({ database, timezone, span }),
      await query(`
        select day::date::text as day,
          (select count(*) from executions where ${dayOf('accepted_at')} = day) as mails,
          (select count(*) from executions
            where ${dayOf('accepted_at')} = day and status = 'completed') as completed,
          (select count(*) from executions
            where ${dayOf('accepted_at')} = day and status = 'failed') as failed,
          (select count(*) from tasks where ${dayOf('created_at')} = day) as "tasksCreated",
          (select count(*) from reviews where ${dayOf('created_at')} = day) as "reviewsOpened"
        from generate_series($2::date, $3::date, interval '1 day') as day order by 1`),
      timezone,
    );

    const agents = await readAgentDays({ database, timezone, span });
    assert.deepEqual(
      agents
        .map(({ day, agent, runs, failures, timeMs }) => ({ day, agent, runs, failures, timeMs }))
        .sort((a, b) => (a.day + a.agent < b.day + b.agent ? -1 : 1)),
      await query(`
        select ${dayOf('created_at')}::text as day, agent, count(*) as runs,
          count(*) filter (where status = 'failed') as failures,
          sum(execution_time_ms)::bigint as "timeMs"
        from agent_outputs where ${dayOf('created_at')} between $2::date and $3::date
        group by 1, 2 order by 1, agent collate "C"`),
      timezone,
    );
    const shares = await query<Record<string, number | null>>(`
      select avg(execution_time_ms)::float8 as time,
        avg(round(confidence::numeric, 6))::float8 as confidence,
        (count(*) filter (where is_disputed))::float8 / nullif(count(is_disputed), 0) as disputed,
        (count(*) filter (where status = 'completed' and error_code is not null))::float8
          / nullif(count(*) filter (where status = 'completed'
            and (error_code is not null or is_disputed is not null)), 0) as fallback
      from agent_outputs where agent = 'task' and ${dayOf('created_at')} = $3::date
        and $2::date is not null`);
    const last = agents.find(({ day, agent }) => day === today && agent === 'task');
    for (const [found, wanted] of [
      [last?.averageTimeMs, shares[0]?.time],
      [last?.averageConfidence, shares[0]?.confidence],
      [last?.disagreementShare, shares[0]?.disputed],
      [last?.fallbackShare, shares[0]?.fallback],
    ]) {
      assert.ok(Math.abs((found ?? 0) - (wanted ?? 0)) < 1e-6, `${timezone}: ${found} ${wanted}`);
    }

    const coming = { from: today, to: addDays(today, 13) };
    const tasks = await database.pool.query(
      `select day::date::text as day, (select count(*) from tasks
         where status in ('open', 'in_progress') and due_date = day::date) as count
       from generate_series($1::date, $2::date, interval '1 day') as day order by 1`,
      [coming.from, coming.to],
    );
    assert.deepEqual(await readTasksDue(database, coming), tasks.rows);
    const deadlines = await database.pool.query(
      `select day::date::text as day, (select count(*) from calendar_events
         where status = 'scheduled' and due_at >= $4 and (due_at at time zone $3)::date = day) as count
       from generate_series($1::date, $2::date, interval '1 day') as day order by 1`,
      [coming.from, coming.to, timezone, NOW],
    );
    const found = await readDeadlinesDue({ database, timezone, now: NOW, span: coming });
    assert.deepEqual(found, deadlines.rows);
    const open = await readOpenWork({ database, timezone, now: NOW });
    const inSevenDays = found.slice(0, 7).reduce((sum, { count }) => sum + count, 0);
    assert.ok(inSevenDays > 0);
    assert.equal(inSevenDays, open.comingDeadlinesNext7Days);
  }
});

test('what is due in the next days costs the same after years', async (t) => {
  const { url } = await createTestDatabase(t);
  const { pool, close } = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(close);
  const fill = async (fromDay: number, toDay: number): Promise<void> => {
    await pool.query(
      `insert into statistic_counts (name, grain, bucket, key, subkey, slot, count)
       select 'open_event', 'day', $1::timestamptz - n * interval '1 day', urgency, '', slot, 0
       from generate_series($2::int, $3::int) as n, unnest(array['low', 'high']) as urgency,
         generate_series(0, 3) as slot`,
      ['2026-11-22T00:00:00Z', fromDay, toDay],
    );
    await pool.query('vacuum analyze statistic_counts');
  };
  const blocksRead = async (): Promise<number> => {
    let blocks = 0;
    const query = async ({ text, values }: { text: string; values: unknown[] }) => {
      const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
      const plan = rows[0]['QUERY PLAN'][0].Plan;
      blocks = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      return { rows: [] };
    };
    const database = { pool: { query } } as unknown as Parameters<
      typeof readDeadlinesDue
    >[0]['database'];
    const span = { from: '2026-11-22', to: '2026-12-05' };
    await readDeadlinesDue({ database, timezone: 'America/New_York', now: NOW, span });
    return blocks;
  };
  await fill(-14, 60);
  const young = await blocksRead();
  await fill(61, 1_500);
  const old = await blocksRead();
  assert.ok(old < 2 * young, `${young} blocks, then ${old}`);
});
