import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { type Database, openDatabase } from '../../platform/database.ts';
import { listConversationRows } from './conversation-rows.ts';

type Filter = Parameters<typeof listConversationRows>[1];

const filters: readonly Filter[] = [
  {},
  { outcome: 'complete' },
  { outcome: 'failed' },
  { outcome: 'running' },
  { customer: 'signed_in' },
  { customer: 'visitor' },
  { customer: 'signed_in', outcome: 'failed' },
];

async function open(t: TestContext): Promise<Database> {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, queryTimeoutMs: 120_000, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  return database;
}

/** A day's visitors among customers of the days before, with two turns each; one in 50 has failed. */
async function addConversations({ pool }: Database, count: number): Promise<void> {
  await pool.query(
    `with made as (
       insert into threads (id, desk, owner_id, turn_count, created_at, last_activity_at)
       select gen_random_uuid(), 'frontdesk',
         case when n > 50 and n % 2 = 0 then gen_random_uuid()::text when n > 100 then 'x' end,
         2, at, at
       from generate_series(1, $1::int) as n
       cross join lateral (select now() - n * interval '1 minute' as at) as moment
       returning id, last_activity_at
     ), numbered as (select *, row_number() over (order by last_activity_at desc) as n from made)
     insert into turns (id, thread_id, state, accepted_at, lease_expires_at, ended_at)
     select gen_random_uuid(), id, case when n % 50 = 0 and k = 0 then 'failed' else 'done' end,
       last_activity_at - k * interval '1 second', now(), now()
     from numbered cross join generate_series(0, 1) as k`,
    [count],
  );
}

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** The blocks that a page looks at. */
async function blocksRead({ pool }: Database, filter: Filter): Promise<number> {
  let plan: Plan | undefined;
  const explaining = {
    query: async (text: string, values: unknown[]) => {
      const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
      plan = rows[0]['QUERY PLAN'][0].Plan;
      return { rows: [] };
    },
  } as unknown as Database['pool'];
  await listConversationRows({ database: { pool: explaining }, limit: 20 }, filter);
  assert.ok(plan !== undefined);
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

test('a page of conversations costs the same however many there are, whatever is asked for', async (t) => {
  const few = await open(t);
  await addConversations(few, 1_500);
  const many = await open(t);
  await addConversations(many, 40_000);
  for (const state of ['without statistics', 'analyzed']) {
    if (state === 'analyzed') {
      await few.pool.query('vacuum analyze');
      await many.pool.query('vacuum analyze');
    }
    for (const filter of filters) {
      // Of a table that it knows nothing of the planner believes that few turns have failed, and
      // sorts them: as many blocks as there are failures.
      if (state === 'without statistics' && filter.outcome === 'failed') continue;
      const [before, after] = [await blocksRead(few, filter), await blocksRead(many, filter)];
      const what = `${state}, ${JSON.stringify(filter)}: ${before} blocks became ${after}`;
      assert.ok(after <= before * 2 + 150, what);
    }
  }
});
