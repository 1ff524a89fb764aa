import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEmptyDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { openDatabase } from '../platform/database.ts';
import { listMigrations, MIGRATIONS_FOLDER, migrate } from '../platform/migrate.ts';
import { createTurnStore } from './turn-store.ts';

const log = pino({ level: 'silent' });
const VISITORS = '00000000-0000-7000-8000-000000000001';
const CUSTOMERS = '00000000-0000-7000-8000-000000000002';
const CUSTOMER = '00000000-0000-7000-8000-000000000003';

test('threads from before sessions keep their owner, their turns and what was said', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'earlier-migrations-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const file of await listMigrations()) {
    if (file < '0006') await copyFile(join(MIGRATIONS_FOLDER, file), join(folder, file));
  }
  const { url } = await createEmptyDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  const { pool } = database;
  await migrate({ database, folder, log });
  await pool.query(
    `insert into threads (id, desk, customer_id) values ($1, 'frontdesk', null), ($2, 'frontdesk', $3)`,
    [VISITORS, CUSTOMERS, CUSTOMER],
  );
  await pool.query(
    `insert into turns (id, thread_id, state, ended_at, lease_expires_at, input_tokens)
     select gen_random_uuid(), $1::uuid, 'done', now(), now(), 7 from generate_series(1, 3)
     union all select gen_random_uuid(), $2::uuid, 'running', null, now() + interval '1 hour', 0`,
    [VISITORS, CUSTOMERS],
  );
  await pool.query(
    `insert into messages (id, turn_id, role, content)
     select gen_random_uuid(), id, 'user', '{"text": "Hello \\u0000"}' from turns`,
  );

  assert.equal((await migrate({ database, log }))[0], '0006-sessions');
  const { rows } = await pool.query('select id, owner_id, turn_count from threads order by id');
  assert.deepEqual(rows, [
    { id: VISITORS, owner_id: null, turn_count: 3 },
    { id: CUSTOMERS, owner_id: CUSTOMER, turn_count: 1 },
  ]);
  const store = createTurnStore(database);
  const running = (await pool.query("select id from turns where state = 'running'")).rows[0]?.id;
  const usage = { inputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 5 };
  const ended = await store.finish({
    turnId: running,
    state: 'done',
    terminal: { event: 'done', data: {} },
    messages: [],
    events: [],
    model: null,
    degraded: null,
    usage: { ...usage, costNanoUsd: null },
    tools: [],
    workedTools: [],
  });
  assert.equal(ended, true);
  // Customers' tokens are nobody's of the back office.
  assert.equal((await pool.query('select from token_usage')).rows.length, 0);
  assert.equal((await pool.query('select from chat_sessions')).rows.length, 0);
  assert.equal((await pool.query('select from messages')).rows.length, 4);
});
