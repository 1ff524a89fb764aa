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
