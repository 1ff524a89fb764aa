import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { NOW, openTestTools, timezone } from './test-tools.ts';
import type { ListReviewsInput } from './tool-results.ts';

const asked: ListReviewsInput[] = [
  {},
  { status: 'pending', from: '2026-11-22', to: '2026-11-22' },
  { to: '2026-11-21' },
  { status: 'approved' },
  { status: 'approved', from: '2026-11-16', to: '2026-11-22' },
  { status: 'rejected', from: '2026-11-01', to: '2026-11-01' },
  { status: 'rejected' },
  { status: 'rejected', from: '2027-01-01' },
];

test('reviews that wait by when they were made, decided ones by when they were decided: counts equal SQL, each once, the newest first', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 40, seed: 6, now: NOW });
  // Not in the order in which they were made.
  await database.pool.query(
    `update reviews set decided_at = created_at + interval '1 hour' * ascii(right(id::text, 1))
     where status <> 'pending'`,
  );
  for (const input of asked) {
    const label = JSON.stringify(input);
    const status = input.status ?? 'pending';
    const time = status === 'pending' ? 'created_at' : 'decided_at';
    const expected = await rows<{ id: string }>(
      `select execution_id as id from reviews where status = $2
         and ($3::date is null or (${time} at time zone $1)::date >= $3)
         and ($4::date is null or (${time} at time zone $1)::date <= $4)
       order by ${time} desc, id desc`,
      [timezone, status, input.from ?? null, input.to ?? null],
    );
    const result = await run('list_reviews', { ...input, limit: 2 });
    assert.deepEqual([result.total, result.is_more_than_total], [expected.length, false], label);
    const listed = await all('list_reviews', { ...input, limit: 50 }, ({ reviews }) => reviews);
    assert.deepEqual(
      listed.map(({ execution_ref }) => execution_ref),
      expected.map(({ id }) => `[execution:${id.slice(-12)}]`),
      label,
    );
    for (const review of listed) {
      assert.equal(review.status, status);
      assert.equal(review.decided_at === null, status === 'pending');
    }
  }
});

test('who decided is told by the name of the account or the key, and never by an id', async (t) => {
  const { database, run } = await openTestTools(t);
  await generateOperations({ database, executions: 400, days: 10, seed: 6, now: NOW });
  const [account, key, gone] = [randomUUID(), randomUUID(), randomUUID()];
  const { pool } = database;
  await pool.query(
    `insert into users (id, name, email, role) values ($1, 'Maria Lopez', 'm@x.example', 'staff')`,
    [account],
  );
  await pool.query(
    `insert into api_keys (id, name, role, key_hash, hint, created_by, created_at)
     values ($1, 'night shift', 'staff', '\\x00', 'dbk_', $2, now())`,
    [key, account],
  );
  const { rows } = await pool.query<{ id: string }>(
    `select id from reviews where status = 'approved' order by decided_at desc, id desc limit 6`,
  );
  const actors = [account, key, gone, 'local', 'demonstration', 'not an id'];
  for (const [at, actor] of actors.entries()) {
    await pool.query('update reviews set decided_by = $2, note = $3 where id = $1', [
      rows[at]?.id,
      actor,
      'x'.repeat(500),
    ]);
  }
  const { reviews } = await run('list_reviews', { status: 'approved', limit: 6 });
  assert.deepEqual(
    reviews.map(({ decided_by }) => decided_by),
    ['Maria Lopez', 'night shift', null, 'This machine', 'the demonstration', null],
  );
  assert.ok(reviews.every(({ note }) => note !== null && note.length <= 200));
});

test('counting the decisions of some days stops at a thousand and says so', async (t) => {
  const { database, run } = await openTestTools(t);
  await generateOperations({ database, executions: 12_000, days: 20, seed: 6, now: NOW });
  const approved = await run('list_reviews', { status: 'approved', from: '2026-10-01' });
  assert.deepEqual([approved.total, approved.is_more_than_total], [1_000, true]);
});
