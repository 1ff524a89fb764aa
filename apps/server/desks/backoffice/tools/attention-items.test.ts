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
  category?: string | null;
  /** One of these or several; without them the mail failed. */
  task?: { title?: string; priority: string; due: string | null };
  deadline?: { title?: string; dueAt: string; time?: string; type?: string };
  review?: string;
  acceptedAt?: string;
}

async function insert({ database }: TestTools, thing: Thing): Promise<void> {
  const { title, sender = 'a@other.example', category = null, task, deadline, review } = thing;
  const acceptedAt = new Date(thing.acceptedAt ?? NOW.getTime() - 3_600_000);
  const { emailId, executionId } = await insertTestMail(database.for<OperationsTables>(), {
    subject: title,
    sender,
    category,
    status: (task ?? deadline ?? review) ? 'completed' : 'failed',
    acceptedAt,
  });
  const { pool } = database;
  const insertAction = async (kind: string): Promise<string> => {
    const id = randomUUID();
    await pool.query(
      `insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
       values ($1, $2, $3, $3, '{}', 'executed', now())`,
      [id, executionId, kind],
    );
    return id;
  };
  if (task !== undefined) {
    await pool.query(
      `insert into tasks (id, action_id, execution_id, email_id, title, description, priority,
         category, due_date, quote, created_at, updated_at)
       values ($1, $1, $2, $3, $4, '', $5, 'mail', $6, '', now(), now())`,
      [
        await insertAction('create_task'),
        executionId,
        emailId,
        task.title ?? title,
        task.priority,
        task.due,
      ],
    );
  }
  if (deadline !== undefined) {
    await pool.query(
      `insert into calendar_events (id, action_id, execution_id, email_id, title, description, type,
         date, time, timezone, due_at, urgency, is_ambiguous, quote, created_at, updated_at)
       values ($1, $1, $2, $3, $4, '', $7, ($5::timestamptz at time zone 'UTC')::date, $6,
         'UTC', $5, 'medium', false, '', now(), now())`,
      [
        await insertAction('schedule_event'),
        executionId,
        emailId,
        deadline.title ?? title,
        deadline.dueAt,
        deadline.time ?? null,
        deadline.type ?? 'other',
      ],
    );
  }
  if (review !== undefined) {
    await pool.query(
      `insert into reviews (id, execution_id, reasons, risk, created_at)
       values ($1, $2, '[{"code":"changed_bank_details","detail":"x"}]', $3, $4)`,
      [randomUUID(), executionId, review, acceptedAt],
    );
  }
}

const boss = 'boss@business.example';
/** In the order in which they are to be told. */
const things: (Thing & { why: string })[] = [
  {
    title: 'boss tonight',
    sender: boss,
    category: 'vendor',
    deadline: { dueAt: '2026-11-22T23:00:00Z', time: '23:00' },
    why: 'due today at 6:00 PM',
  },
  {
    title: 'boss passed',
    sender: boss,
    category: 'staff',
    deadline: { dueAt: '2026-11-20T04:59:59Z' },
    why: 'passed on Thu, Nov 19, not marked as done',
  },
  {
    title: 'fraud',
    review: 'critical',
    category: 'vendor',
    acceptedAt: '2026-11-10T15:00:00Z',
    why: 'waits for a decision: it asks to pay into another bank account; risk critical',
  },
  {
    title: 'team inspection',
    category: 'staff',
    deadline: { dueAt: '2026-11-23T13:00:00Z', time: '13:00', type: 'event' },
    why: 'takes place tomorrow at 8:00 AM',
  },
  {
    title: 'guest today',
    category: 'customer',
    task: { priority: 'urgent', due: '2026-11-22' },
    why: 'urgent, due today',
  },
  {
    title: 'guest urgent, late',
    category: 'customer',
    task: { priority: 'urgent', due: '2026-11-18' },
    why: 'overdue since Wed, Nov 18',
  },
  { title: 'failed now', why: 'could not be worked on: it is nested too deep' },
  {
    title: 'team soon',
    category: 'staff',
    task: { priority: 'high', due: '2026-11-23' },
    why: 'high priority, due tomorrow',
  },
  {
    title: 'failed at home',
    sender: 'ann@team.example',
    acceptedAt: '2026-11-19T15:00:00Z',
    why: 'could not be worked on: it is nested too deep',
  },
  {
    title: 'team late',
    category: 'staff',
    task: { priority: 'low', due: '2026-11-14' },
    why: 'overdue since Sat, Nov 14',
  },
  {
    title: 'team without a day',
    category: 'staff',
    task: { priority: 'urgent', due: null },
    why: 'urgent, no due date',
  },
  {
    title: 'failed before',
    acceptedAt: '2026-11-20T15:00:00Z',
    why: 'could not be worked on: it is nested too deep',
  },
  {
    title: 'risky',
    review: 'high',
    category: 'vendor',
    acceptedAt: '2026-11-21T15:00:00Z',
    why: 'waits for a decision: it asks to pay into another bank account; risk high',
  },
  {
    title: 'boss in five days',
    sender: boss,
    category: 'staff',
    deadline: { dueAt: '2026-11-27T15:00:00Z', time: '15:00' },
    why: 'due Fri, Nov 27 at 10:00 AM',
  },
  {
    title: 'unsure',
    review: 'medium',
    category: 'vendor',
    why: 'waits for a decision: it asks to pay into another bank account; risk medium',
  },
  {
    title: 'in three days',
    deadline: { dueAt: '2026-11-26T04:59:59Z' },
    why: 'due Wed, Nov 25',
  },
  {
    title: 'in six days',
    deadline: { dueAt: '2026-11-29T04:59:59Z' },
    why: 'due Sat, Nov 28',
  },
  {
    title: 'passed before last week',
    deadline: { dueAt: '2026-11-03T15:00:00Z', time: '15:00' },
    why: 'passed on Tue, Nov 3 at 10:00 AM, not marked as done',
  },
];

const untold: Thing[] = [
  { title: 'after next week', sender: boss, deadline: { dueAt: '2026-11-29T05:00:00Z' } },
  { title: 'forgotten', sender: boss, deadline: { dueAt: '2026-10-23T14:59:59Z' } },
  { title: 'low, not due', task: { priority: 'low', due: '2026-11-22' } },
];

async function openWithThings(
  owner: Parameters<typeof openTestTools>[0],
  options: Parameters<typeof openTestTools>[1],
): Promise<TestTools> {
  const tools = await openTestTools(owner, options);
  for (const thing of [...things, ...untold].reverse()) await insert(tools, thing);
  return tools;
}

test('what presses most comes first; of what presses alike leadership’s dates, then critical risks, the team’s, guests’, the system’s, the rest', async (t) => {
  for (const leadership of [[boss], ['business.example']]) {
    const { run } = await openWithThings(t, { leadership, ownDomains: ['team.example'] });
    const { items } = await run('attention_items', { limit: 50 });
    assert.deepEqual(
      items.map(({ title, why }) => [title, why]),
      things.map(({ title, why }) => [title, why]),
    );
  }
});

test('nobody is leadership unless it is said who: who writes from the own domain is of the team', async (t) => {
  const { run } = await openWithThings(t, { ownDomains: ['business.example'] });
  const { items } = await run('attention_items', { limit: 50 });
  const titles = items.map(({ title }) => title);
  const pressing = ['team inspection', 'boss passed', 'guest today', 'guest urgent, late'];
  assert.deepEqual(titles.slice(0, 5), ['fraud', ...pressing]);
});

test('one kind alone can be asked for', async (t) => {
  const { run } = await openWithThings(t, { leadership: [boss], ownDomains: ['team.example'] });
  for (const kind of ['failed_execution', 'review', 'task', 'deadline'] as const) {
    const { items } = await run('attention_items', { kind, limit: 50 });
    const wanted = things.filter((thing) => kindOf(thing) === kind);
    assert.deepEqual(
      items.map(({ title }) => title),
      wanted.map(({ title }) => title),
    );
  }
});

function kindOf({ task, deadline, review }: Thing): string {
  if (task !== undefined) return 'task';
  if (deadline !== undefined) return 'deadline';
  return review === undefined ? 'failed_execution' : 'review';
}

test('a task and a deadline of one mail that are one matter are one item, with the time', async (t) => {
  const tools = await openTestTools(t);
  const sameDay = { title: 'one day', category: 'staff' };
  await insert(tools, {
    ...sameDay,
    task: { title: 'Call Evelyn', priority: 'high', due: '2026-11-22' },
    deadline: { title: 'Before 6 pm', dueAt: '2026-11-22T23:00:00Z', time: '23:00' },
  });
  await insert(tools, {
    title: 'one text',
    category: 'customer',
    task: { title: 'Prepare: fire  INSPECTION, unit 4', priority: 'high', due: '2026-11-24' },
    deadline: { title: 'Fire inspection', dueAt: '2026-11-25T15:30:00Z', time: '15:30' },
  });
  await insert(tools, {
    title: 'no day of its own',
    category: 'system',
    task: { title: 'Renew the licence', priority: 'urgent', due: null },
    deadline: { title: 'renew the licence', dueAt: '2026-11-25T04:59:59Z' },
  });
  await insert(tools, {
    title: 'another matter',
    category: 'vendor',
    task: { title: 'Pay the rent', priority: 'high', due: '2026-11-24' },
    deadline: { title: 'Pickup', dueAt: '2026-11-25T15:30:00Z', time: '15:30' },
  });
  const { items } = await tools.run('attention_items');
  assert.deepEqual(
    items.map(({ kind, title, why, due }) => [kind, title, why, due]),
    [
      ['task', 'Call Evelyn', 'high priority, due today at 6:00 PM', '2026-11-22'],
      [
        'task',
        'Prepare: fire  INSPECTION, unit 4',
        'high priority, due Tue, Nov 24; deadline Wed, Nov 25 at 10:30 AM',
        '2026-11-24',
      ],
      ['task', 'Renew the licence', 'urgent, due Tue, Nov 24', '2026-11-24'],
      ['task', 'Pay the rent', 'high priority, due Tue, Nov 24', '2026-11-24'],
      ['deadline', 'Pickup', 'due Wed, Nov 25 at 10:30 AM', '2026-11-25'],
    ],
  );
  const { items: deadlines } = await tools.run('attention_items', { kind: 'deadline' });
  assert.equal(deadlines.length, 4);
});

test('what presses is told however much newer of its kind there is', async (t) => {
  const tools = await openTestTools(t);
  await generateOperations({
    database: tools.database,
    executions: 1_000,
    days: 1,
    seed: 2,
    now: NOW,
  });
  const { pool } = tools.database;
  await pool.query(`update reviews set status = 'pending', decided_at = null, risk = 'low'`);
  await pool.query(
    `update tasks set status = 'open', completed_at = null, priority = 'urgent',
       due_date = '2026-01-01'`,
  );
  await insert(tools, { title: 'fraud', review: 'critical', acceptedAt: '2026-11-10T15:00:00Z' });
  await insert(tools, { title: 'today', task: { priority: 'urgent', due: '2026-11-22' } });
  const { items: reviews } = await tools.run('attention_items', { kind: 'review', limit: 1 });
  assert.equal(reviews[0]?.title, 'fraud');
  const { items: tasks } = await tools.run('attention_items', { kind: 'task', limit: 50 });
  assert.ok(tasks.some(({ title }) => title === 'today'));
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
         and (due_at at time zone $2)::date
           <= ($1::timestamptz at time zone $2)::date + 6) as deadlines_next_7_days,
       (select count(*) from executions where status = 'failed')
         + (select count(*) from reviews where status = 'pending')
         + (select count(*) ${open} and (${late} or priority in ('urgent', 'high'))) as total`,
    [NOW, timezone],
  );
  assert.deepEqual({ ...counts, total }, expected);
  assert.ok(items.length >= 40, `${items.length} items`);
  assert.equal(new Set(items.map(({ kind, ref, title }) => kind + ref + title)).size, items.length);
});
