import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { NOW, openTestTools } from './test-tools.ts';
import type { ListTasksInput } from './tool-results.ts';

const TODAY = '2026-11-22';
const asked: ListTasksInput[] = [
  {},
  { status: 'open', due_from: '2026-11-16', due_to: '2026-11-22' },
  { due_from: TODAY, due_to: TODAY, priority: ['urgent', 'high'] },
  { is_overdue: true },
  { is_overdue: true, due_from: '2026-11-01', due_to: '2026-12-24', priority: ['high'] },
  { is_overdue: true, due_to: '2026-11-10' },
  { priority: ['urgent'] },
  { priority: ['medium', 'low'], due_from: '2026-11-25' },
  { status: 'done' },
  { status: 'done', due_from: '2026-11-01', due_to: '2026-11-07' },
  { status: 'cancelled', priority: ['low'] },
  { status: 'all' },
  { status: 'all', assignee: 'maria' },
  { assignee: ' SAM ', priority: ['low'], due_to: '2026-12-01' },
  { assignee: 'Nobody' },
  { due_from: '2030-01-01' },
];

test('whatever status, priority, due days and person: counts equal SQL, and the pages give each task once by due date', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 1_200, days: 30, seed: 8, now: NOW });
  for (const input of asked) {
    const label = JSON.stringify(input);
    const states = {
      open: ['open', 'in_progress'],
      done: ['done'],
      cancelled: ['cancelled'],
      all: ['open', 'in_progress', 'done', 'cancelled'],
    }[input.status ?? 'open'];
    const expected = await rows<{ title: string; priority: string; due_date: string | null }>(
      `select title, priority, due_date from tasks
       where status = any ($1) and ($2::date is null or due_date >= $2)
         and ($3::date is null or due_date <= $3) and ($4::text[] is null or priority = any ($4))
         and ($5::text is null or lower(assignee) = $5) and (not $6 or due_date < '${TODAY}')
       order by due_date nulls last, id`,
      [
        states,
        input.due_from ?? null,
        input.due_to ?? null,
        input.priority ?? null,
        input.assignee?.trim().toLowerCase() ?? null,
        input.is_overdue ?? false,
      ],
    );
    const result = await run('list_tasks', { ...input, limit: 1 });
    assert.equal(result.total, expected.length, label);
    assert.equal(result.is_more_than_total, false, label);
    for (const priority of ['low', 'medium', 'high', 'urgent'] as const) {
      const count = expected.filter((task) => task.priority === priority).length;
      assert.equal(result.by_priority[priority], count, `${label} ${priority}`);
    }
    const listed = await all('list_tasks', { ...input, limit: 50 }, ({ tasks }) => tasks);
    assert.deepEqual(
      listed.map(({ title, due_date }) => [title, due_date]),
      expected.map(({ title, due_date }) => [title, due_date]),
      label,
    );
    for (const { status, due_date, is_overdue } of listed) {
      const isOpen = status === 'open' || status === 'in_progress';
      assert.equal(is_overdue, isOpen && due_date !== null && due_date < TODAY, label);
    }
  }
});

test('a task is overdue when its day is over in New York, not before', async (t) => {
  const { database, run } = await openTestTools(t);
  await generateOperations({ database, executions: 20, days: 1, seed: 1, now: NOW });
  await database.pool.query(`update tasks set status = 'open', due_date = '2026-11-22'`);
  const overdue = async (now: string) =>
    (await run('list_tasks', { is_overdue: true }, new Date(now))).total;
  assert.equal(await overdue('2026-11-23T04:59:59Z'), 0);
  assert.ok((await overdue('2026-11-23T05:00:00Z')) > 0);
});

test('counting closed tasks of some due days stops at a thousand and says so', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 4_000, days: 30, seed: 2, now: NOW });
  const [counted] = await rows<{ count: number }>(
    `select count(*) as count from tasks where due_date >= '2026-10-01'`,
  );
  assert.ok((counted?.count ?? 0) > 1_000);
  const result = await run('list_tasks', { status: 'all', due_from: '2026-10-01' });
  assert.deepEqual([result.total, result.is_more_than_total], [1_000, true]);
});

test('a person is found by the first name and by the whole one, and is no other who begins alike', async (t) => {
  const { database, run } = await openTestTools(t);
  await generateOperations({ database, executions: 40, days: 2, seed: 1, now: NOW });
  await database.pool.query(`
    update tasks set status = 'open', assignee = (array['Maria Lopez', 'Maria', 'Marian', null])[
      1 + (('x' || right(id::text, 1))::bit(4)::int % 4)]`);
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from tasks where assignee in ('Maria', 'Maria Lopez')`,
  );
  assert.ok((rows[0]?.count ?? 0) > 1);
  for (const assignee of ['Maria', 'maria lopez', ' MARIA ']) {
    assert.equal((await run('list_tasks', { assignee })).total, rows[0]?.count, assignee);
  }
  assert.equal((await run('list_tasks', { assignee: 'Mari' })).total, 0);
});
