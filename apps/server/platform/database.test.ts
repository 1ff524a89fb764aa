import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { createTestDatabase } from '../../../testing/postgres.ts';
import { openDatabase } from './database.ts';

const log = pino({ level: 'silent' });

test('a bigint beyond 2^53 fails its query instead of being rounded', async (t) => {
  const database = openDatabase({ ...(await createTestDatabase(t)), log });
  try {
    await assert.rejects(database.pool.query('select 9007199254740993::bigint'), RangeError);
    const { rows } = await database.pool.query('select 9007199254740991::bigint as n');
    assert.equal(rows[0].n, Number.MAX_SAFE_INTEGER);
  } finally {
    await database.close();
  }
});

test('a calendar day stays text, a moment becomes a Date, in arrays too', async (t) => {
  const database = openDatabase({ ...(await createTestDatabase(t)), log });
  try {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2026-11-22' as day, array[date '2026-11-22'] as days, array[1::bigint] as counts,
        timestamptz '2026-11-22 00:30:00-05' as moment, count(*) as count from (select 1) as one
    `.execute(database.for<unknown>());
    assert.deepEqual(rows[0], {
      day: '2026-11-22',
      days: ['2026-11-22'],
      counts: [1],
      moment: new Date('2026-11-22T05:30:00Z'),
      count: 1,
    });
  } finally {
    await database.close();
  }
});

test('a connection lost inside a transaction fails that transaction, not the process', async (t) => {
  const database = openDatabase({ ...(await createTestDatabase(t)), log });
  try {
    const work = database
      .for<unknown>()
      .transaction()
      .execute(async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await database.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
        await sql`select 1`.execute(trx);
      });
    await assert.rejects(work);
    const { rows } = await database.pool.query('select 1 as one');
    assert.deepEqual(rows, [{ one: 1 }]);
  } finally {
    await database.close();
  }
});

test('every domain sees one pool, and closing it twice is harmless', async (t) => {
  const database = openDatabase({ ...(await createTestDatabase(t)), log });
  assert.equal(database.for<{ a: object }>(), database.for<{ b: object }>());
  await Promise.all([database.close(), database.close()]);
  await assert.rejects(database.pool.query('select 1'), /after calling end/);
});
