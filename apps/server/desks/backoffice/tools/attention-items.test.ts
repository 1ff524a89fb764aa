import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { insertTestMail } from '../../../operations/routing/test-rows.ts';
import type { OperationsTables } from '../../../operations/tables.ts';
import { NOW, openTestTools, type TestTools, timezone } from './test-tools.ts';

interface Thing {
  title: string;
  sender?: string;
  category?: string;
  /** One of these; without them the mail failed. */
  task?: { priority: string; due: string | null };
  deadline?: { urgency: string; dueAt: string };
  review?: string;
}

async function insert({ database }: TestTools, thing: Thing): Promise<void> {
  const { title, sender = 'a@other.example', category = null, task, deadline, review } = thing;
  const { emailId, executionId } = await insertTestMail(database.for<OperationsTables>(), {
    subject: title,
    sender,
    category,
    status: (task ?? deadline ?? review) ? 'completed' : 'failed',
    acceptedAt: new Date(NOW.getTime() - 3_600_000),
  });
  const id = randomUUID();
  const { pool } = database;
  await pool.query(
    `insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
     values ($1, $2, 'create_task', 'task:0', '{}', 'executed', now())`,
    [id, executionId],
  );
  if (task !== undefined) {
    await pool.query(
      `insert into tasks (id, action_id, execution_id, email_id, title, description, priority,
         category, due_date, quote, created_at, updated_at)
       values ($1, $1, $2, $3, $4, '', $5, 'mail', $6, '', now(), now())`,
      [id, executionId, emailId, title, task.priority, task.due],
    );
  }
  if (deadline !== undefined) {
    await pool.query(
      `insert into calendar_events (id, action_id, execution_id, email_id, title, description, type,
         date, time, timezone, due_at, urgency, is_ambiguous, quote, created_at, updated_at)
       values ($1, $1, $2, $3, $4, '', 'other', ($5::timestamptz at time zone 'UTC')::date, null,
         'UTC', $5, $6, false, '', now(), now())`,
      [id, executionId, emailId, title, deadline.dueAt, deadline.urgency],
    );
  }
  if (review !== undefined) {
    await pool.query(
      `insert into reviews (id, execution_id, reasons, risk, created_at)
       values ($1, $2, '[{"code":"changed_bank_details","detail":"x"}]', $3, $4)`,
      [id, executionId, review, NOW],
    );
  }
}

const things: Thing[] = [
  { title: 'routine review', review: 'critical', category: 'vendor' },
  { title: 'failed' },
  { title: 'guest task', category: 'customer', task: { priority: 'urgent', due: '2026-11-21' } },
  { title: 'team soon', category: 'staff', task: { priority: 'high', due: '2026-11-23' } },
  { title: 'team later', category: 'staff', task: { priority: 'high', due: '2026-11-29' } },
  { title: 'team urgent', category: 'staff', task: { priority: 'urgent', due: null } },
  {
    title: 'boss low',
    sender: 'boss@business.example',
    category: 'vendor',
    deadline: { urgency: 'low', dueAt: '2026-11-23T20:00:00Z' },
  },
  {
    title: 'boss critical',
    sender: 'boss@business.example',
    category: 'staff',
    deadline: { urgency: 'critical', dueAt: '2026-11-20T20:00:00Z' },
  },
  {
    title: 'after next week',
    sender: 'boss@business.example',
    deadline: { urgency: 'critical', dueAt: '2026-12-20T20:00:00Z' },
  },
  { title: 'low, not due', task: { priority: 'low', due: '2026-11-22' } },
];

const inOrder = [
  'boss critical',
  'boss low',
  'team urgent',
  'team soon',
  'team later',
  'guest task',
  'failed',
  'routine review',
];

test('leadership’s dates come first, then the team’s, guests’, the system’s, the rest; inside the most urgent', async (t) => {
  for (const options of [
    { leadership: ['boss@business.example'], ownDomains: ['other.example'] },
    { leadership: ['business.example'] },
    { ownDomains: ['business.example'] },
  ]) {
    const tools = await openTestTools(t, options);
    for (const thing of things) await insert(tools, thing);
    const { items, total } = await tools.run('attention_items');
    assert.deepEqual(
      items.map(({ title }) => title),
      inOrder,
    );
    assert.equal(total, 6);
  }
});

test('each item says why it is there, and one kind alone can be asked for', async (t) => {
  const tools = await openTestTools(t, { leadership: ['business.example'] });
  for (const thing of things) await insert(tools, thing);
  const { items } = await tools.run('attention_items', { limit: 50 });
  assert.deepEqual(Object.fromEntries(items.map(({ title, why }) => [title, why])), {
    'boss critical': 'This deadline passed 2 days ago without being marked as done.',
    'boss low': 'This deadline is in one day.',
    'team urgent': 'This task of urgent priority has no due date.',
    'team soon': 'This task of high priority is due in one day.',
    'team later': 'This task of high priority is due in 7 days.',
    'guest task': 'This task of urgent priority has been overdue for one day.',
    failed: 'This mail could not be processed. The message is nested too deeply.',
    'routine review':
      'It waits for somebody’s decision; the risk is critical (changed bank details).',
  });
  const kinds = async (kind: 'failed_execution' | 'review' | 'task' | 'deadline') =>
    (await tools.run('attention_items', { kind })).items.map(({ title }) => title);
  assert.deepEqual(await kinds('deadline'), ['boss critical', 'boss low']);
  assert.deepEqual(await kinds('task'), ['team urgent', 'team soon', 'team later', 'guest task']);
  assert.deepEqual(await kinds('review'), ['routine review']);
  assert.deepEqual(await kinds('failed_execution'), ['failed']);
});

test('the counts equal SQL, and no record is listed twice', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 30, seed: 2, now: NOW });
  const { counts, total, items } = await run('attention_items', { limit: 50 });
  const open = `from tasks where status in ('open', 'in_progress')`;
  const scheduled = `from calendar_events where status = 'scheduled'`;
  const late = 'due_date < ($1::timestamptz at time zone $2)::date';
  const [expected] = await rows<typeof counts & { total: number }>(
    `with given as (select $1::timestamptz, $2::text)
     select (select count(*) from executions where status = 'failed') as failed_executions,
       (select count(*) from reviews where status = 'pending') as pending_reviews,
       (select count(*) ${open} and ${late}) as overdue_tasks,
       (select count(*) ${open} and priority = 'urgent') as urgent_tasks,
       (select count(*) ${open} and priority = 'high') as high_tasks,
       (select count(*) ${open} and (${late} or priority in ('urgent', 'high'))) as pressing_tasks,
       (select count(*) ${scheduled} and due_at < $1) as overdue_deadlines,
       (select count(*) ${scheduled} and due_at >= $1
         and due_at < $1::timestamptz + interval '168 hours') as deadlines_next_7_days,
       (select count(*) from executions where status = 'failed')
         + (select count(*) from reviews where status = 'pending')
         + (select count(*) ${open} and (${late} or priority in ('urgent', 'high'))) as total`,
    [NOW, timezone],
  );
  assert.deepEqual({ ...counts, total }, expected);
  assert.ok(items.length >= 40, `${items.length} items`);
  assert.equal(new Set(items.map(({ kind, ref, title }) => kind + ref + title)).size, items.length);
});
