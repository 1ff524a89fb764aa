import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { openDatabase } from '../platform/database.ts';
import { createHandoffStore, deleteExpiredHandoffs } from './handoff-store.ts';

test('what has expired is deleted, however much it is, and nothing else', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  const now = new Date('2026-06-01T15:00:00Z');
  const handoffs = createHandoffStore({ database, clock: () => now });
  const source = { ownerId: null, turnId: randomUUID(), callId: 'c1' };
  const kept = await handoffs.open({ ...source, prefill: {} });
  await database.pool.query(
    `insert into handoffs (turn_id, call_id, prefill, expires_at)
     select gen_random_uuid(), 'c1', '{}', $1 from generate_series(1, 2500)`,
    [now],
  );
  await Promise.all([
    deleteExpiredHandoffs({ database, now }),
    deleteExpiredHandoffs({ database, now }),
  ]);
  await deleteExpiredHandoffs({ database, now });
  const { rows } = await database.pool.query('select id from handoffs');
  assert.deepEqual(rows, [{ id: kept.handoffId }]);
});
