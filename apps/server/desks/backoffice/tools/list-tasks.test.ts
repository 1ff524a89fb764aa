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

const askedByTime: ListTasksInput[] = [
  { created_from: '2026-11-16', created_to: TODAY, status: 'all' },
  { created_from: '2026-11-01', created_to: '2026-11-01', status: 'all' },
  { created_from: '2026-11-20' },
  { created_from: '2026-11-20', priority: ['low', 'urgent'] },
  { created_to: '2026-11-05', status: 'done', assignee: 'Maria' },
  { created_from: '2026-11-10', is_overdue: true },
  { created_from: '2026-11-10', due_to: TODAY, status: 'cancelled' },
  { completed_from: '2026-11-16', completed_to: TODAY },
  { completed_from: '2026-11-01', completed_to: '2026-11-02', status: 'done' },
  { completed_from: '2026-11-16', priority: ['urgent', 'high'], assignee: 'sam' },
  { completed_to: TODAY, created_from: '2026-11-15', created_to: '2026-11-18' },
  { completed_from: '2026-12-01' },
];

test('tasks made or done in some days of New York: counts equal SQL, and the pages give each once, the newest first', async (t) => {
  const { database, run, all, rows, refusal } = await openTestTools(t);
  await generateOperations({ database, executions: 1_200, days: 30, seed: 8, now: NOW });
  // Not on the day they were made.
  await database.pool.query(
    `update tasks set completed_at = completed_at + interval '1 day' where status = 'done'`,
  );
  for (const input of askedByTime) {
    const label = JSON.stringify(input);
    const time = (input.completed_from ?? input.completed_to) ? 'completed_at' : 'created_at';
    const status = input.status ?? (time === 'completed_at' ? 'done' : 'open');
    const inDays = (column: string, first: number) =>
      `($${first}::date is null or (${column} at time zone 'America/New_York')::date >= $${first})
       and ($${first + 1}::date is null
         or (${column} at time zone 'America/New_York')::date <= $${first + 1})`;
    const expected = await rows<{ title: string; priority: string }>(
      `select title, priority from tasks
       where ($1 = 'all' or status = $1 or ($1 = 'open' and status = 'in_progress'))
         and ${inDays('created_at', 2)} and ${inDays('completed_at', 4)}
         and ($6::date is null or due_date <= $6) and ($7::text[] is null or priority = any ($7))
         and ($8::text is null or lower(assignee) = $8) and (not $9 or due_date < '${TODAY}')
       order by ${time} desc, id desc`,
      [
        status,
        input.created_from ?? null,
        input.created_to ?? null,
        input.completed_from ?? null,
        input.completed_to ?? null,
        input.due_to ?? null,
        input.priority ?? null,
        input.assignee?.toLowerCase() ?? null,
        input.is_overdue ?? false,
      ],
    );
    const result = await run('list_tasks', { ...input, limit: 1 });
    assert.deepEqual([result.total, result.is_more_than_total], [expected.length, false], label);
    for (const priority of ['low', 'medium', 'high', 'urgent'] as const) {
      const count = expected.filter((task) => task.priority === priority).length;
      assert.equal(result.by_priority[priority], count, `${label} ${priority}`);
    }
    const listed = await all('list_tasks', { ...input, limit: 50 }, ({ tasks }) => tasks);
    assert.deepEqual(
      listed.map(({ title }) => title),
      expected.map(({ title }) => title),
      label,
    );
  }
  for (const status of ['open', 'cancelled', 'all'] as const) {
    assert.match(
      await refusal('list_tasks', { status, completed_from: TODAY }),
      /^Only tasks that are done/,
    );
  }
});

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

test('of more than three thousand tasks of some days the newest are looked through, and that is said', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 9_000, days: 30, seed: 2, now: NOW });
  const input = { status: 'all', created_from: '2026-10-01', assignee: 'Maria' } as const;
  const [counted] = await rows<{ count: number }>(
    `select count(*) filter (where assignee = 'Maria') as count
     from (select assignee from tasks order by created_at desc, id desc limit 3000) as newest`,
  );
  const result = await run('list_tasks', input);
  assert.deepEqual([result.total, result.is_more_than_total], [counted?.count, true]);
  const listed = await all('list_tasks', { ...input, limit: 50 }, ({ tasks }) => tasks);
  assert.equal(listed.length, counted?.count);
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
