import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { openDatabase } from '../platform/database.ts';
import { deleteOldUsage } from './delete-old-usage.ts';

test('usage is kept for 400 days, however much older usage there is', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  const { pool } = database;
  const now = new Date('2026-11-22T15:00:00Z');
  await pool.query(
    `insert into token_usage (owner_id, bucket, tokens)
     select 'ann', $1::timestamptz - make_interval(days => 400, mins => 15 * place), 1
     from generate_series(0, 2500) as place`,
    [now],
  );
  await pool.query(
    `insert into model_usage select $1::timestamptz - make_interval(days => 400, mins => 15 * place),
       'claude', gen_random_uuid(), 1, 0, 1, 0, 0, 1, 1
     from generate_series(0, 1) as place`,
    [now],
  );
  const kept = async () => {
    const { rows } = await pool.query<{ kept: number }>(
      `select (select count(*) from token_usage)::int as kept
       union all select (select count(*) from model_usage)::int`,
    );
    return rows.map((row) => row.kept);
  };
  assert.deepEqual(await kept(), [2501, 2]);
  await Promise.all([deleteOldUsage({ database, now }), deleteOldUsage({ database, now })]);
  assert.deepEqual(await kept(), [1, 1]);
  await deleteOldUsage({ database, now });
  assert.deepEqual(await kept(), [1, 1]);
});
