import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { NOW, openTestTools, timezone } from './test-tools.ts';

test('deadlines to come, of some days and overdue: counts equal SQL, the pages give each once in order', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 40, seed: 9, now: NOW });
  for (const [input, condition] of [
    [{}, 'due_at >= $1'],
    [{ to: '2026-11-25' }, `due_at >= $1 and (due_at at time zone $2)::date <= '2026-11-25'`],
    [{ from: '2026-11-22' }, `(due_at at time zone $2)::date >= '2026-11-22'`],
    [
      { from: '2026-10-01', to: '2026-11-24' },
      `(due_at at time zone $2)::date between '2026-10-01' and '2026-11-24'`,
    ],
    [{ is_overdue: true }, 'due_at < $1'],
    [
      { is_overdue: true, from: '2026-11-01', to: '2026-11-30' },
      `due_at < $1 and (due_at at time zone $2)::date >= '2026-11-01'`,
    ],
    [{ is_overdue: true, from: '2026-12-01' }, 'false'],
  ] as const) {
    const label = JSON.stringify(input);
    const order = 'is_overdue' in input ? 'desc' : 'asc';
    const expected = await rows<{ title: string; due_at: Date }>(
      `with given as (select $1::timestamptz, $2::text)
       select title, due_at from calendar_events where status = 'scheduled' and ${condition}
       order by due_at ${order}, id ${order}`,
      [NOW, timezone],
    );
    const result = await run('list_deadlines', { ...input, limit: 4 });
    assert.deepEqual([result.total, result.is_more_than_total], [expected.length, false], label);
    assert.equal(result.passed, expected.filter(({ due_at }) => due_at < NOW).length, label);
    const listed = await all(
      'list_deadlines',
      { ...input, limit: 50 },
      ({ deadlines }) => deadlines,
    );
    assert.deepEqual(
      listed.map(({ title, due_at }) => [title, due_at]),
      expected.map(({ title, due_at }) => [title, due_at.toISOString()]),
      label,
    );
    assert.ok(listed.every(({ due_at, is_over }) => is_over === new Date(due_at) < NOW));
  }
});

test('the next 7 days are today and six more for the list, the attention and SQL alike', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 40, seed: 9, now: NOW });
  await database.pool.query(
    `update calendar_events set due_at = '2026-11-22T13:00:00Z'
     where id in (select id from calendar_events where status = 'scheduled' limit 3)`,
  );
  const [expected] = await rows<{ count: number }>(
    `select count(*) from calendar_events where status = 'scheduled' and due_at >= $1
       and (due_at at time zone $2)::date <= '2026-11-28'`,
    [NOW, timezone],
  );
  const { counts } = await run('attention_items');
  assert.equal(counts.deadlines_next_7_days, expected?.count);
  const toCome = await run('list_deadlines', { to: '2026-11-28' });
  assert.deepEqual([toCome.total, toCome.passed], [expected?.count, 0]);
  const days = await run('list_deadlines', { from: '2026-11-22', to: '2026-11-28' });
  assert.equal(days.total - (days.passed ?? 0), expected?.count);
  assert.ok((days.passed ?? 0) >= 3);
});
