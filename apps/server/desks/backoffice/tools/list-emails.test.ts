import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { insertTestMail } from '../../../operations/routing/test-rows.ts';
import type { OperationsTables } from '../../../operations/tables.ts';
import { countsOf, NOW, openTestTools, timezone, withoutZeros } from './test-tools.ts';
import type { ListEmailsInput } from './tool-results.ts';

const inDays = (column: string) => `
  ($2::date is null or (${column} at time zone $1)::date >= $2::date)
  and ($3::date is null or (${column} at time zone $1)::date <= $3::date)`;

const asked: ListEmailsInput[] = [
  {},
  { from: '2026-11-22', to: '2026-11-22' },
  { from: '2026-11-21', to: '2026-11-21', status: 'completed' },
  { from: '2026-11-01', to: '2026-11-01', category: 'vendor' },
  { from: '2026-11-16', to: '2026-11-22', status: 'failed' },
  { to: '2026-11-02', status: 'completed', category: 'staff' },
  { from: '2026-11-20', status: 'pending' },
  { status: 'failed', category: 'vendor' },
  { from: '2027-01-01' },
  { sender: 'office@vendor-3.example' },
  { sender: 'Business.example', from: '2026-11-15' },
  { sender: '@vendor-0.example', category: 'vendor' },
  { sender: 'nobody@nowhere.example' },
  { is_high_risk: true },
  { is_high_risk: false, from: '2026-11-20' },
  { is_high_risk: true, from: '2026-11-01', to: '2026-11-15', category: 'vendor' },
  { is_high_risk: true, has_attachments: true },
  { has_attachments: true },
  { has_attachments: true, status: 'failed', from: '2026-11-10' },
  { has_attachments: false, from: '2026-11-20', category: 'staff' },
  { sender: 'business.example', is_high_risk: true, has_attachments: false },
];

test('whatever days, status, category and sender: the counts equal SQL, and the pages give each mail once, newest first', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 40, seed: 5, now: NOW });
  for (const input of asked) {
    const label = JSON.stringify(input);
    const days = [timezone, input.from ?? null, input.to ?? null];
    const result = await run('list_emails', { ...input, limit: 3 });
    const sender = input.sender?.toLowerCase().replace(/^@/, '');
    const expected = await rows<{ subject: string }>(
      `select e.subject from emails e join executions x on x.email_id = e.id
       where ${inDays('e.accepted_at')} and ($4::text is null or x.status = $4)
         and ($5::text is null or x.category = $5)
         and ($6::text is null or e.sender = $6 or e.sender like '%@' || $6)
         and (not $7 or x.risk in ('high', 'critical'))
         and ($8::boolean is null or e.has_attachments = $8)
       order by e.accepted_at desc`,
      [
        ...days,
        input.status ?? null,
        input.category ?? null,
        sender ?? null,
        input.is_high_risk ?? false,
        input.has_attachments ?? null,
      ],
    );
    assert.equal(result.total, expected.length, label);
    assert.equal(result.is_more_than_total, false, label);
    const count = async (text: string) => countsOf(await rows(text, days));
    assert.deepEqual(
      withoutZeros(result.by_status),
      await count(
        `select status as key, count(*) from executions where ${inDays('accepted_at')} group by 1`,
      ),
      label,
    );
    assert.deepEqual(
      result.by_category,
      await count(
        `select category as key, count(*) from executions
         where category is not null and ${inDays('accepted_at')} group by 1`,
      ),
      label,
    );
    assert.deepEqual(
      {
        tasks: result.tasks_created,
        events: result.events_scheduled,
        reviews: withoutZeros(result.reviews),
      },
      {
        tasks: (await count(`select 'n' as key, count(*) from tasks where ${inDays('created_at')}`))
          .n,
        events: (
          await count(
            `select 'n' as key, count(*) from calendar_events where ${inDays('created_at')}`,
          )
        ).n,
        reviews: await count(
          `select status as key, count(*) from reviews where ${inDays('created_at')} group by 1`,
        ),
      },
      label,
    );
    const listed = await all('list_emails', { ...input, limit: 50 }, ({ emails }) => emails);
    assert.deepEqual(
      listed.map(({ subject }) => subject),
      expected.map(({ subject }) => subject),
      label,
    );
    assert.equal(result.emails.length, Math.min(3, expected.length));
  }
});

test('where no counter is kept, counting and listing stop at a thousand, and it is said', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 3_000, days: 40, seed: 5, now: NOW });
  await database.pool.query('update emails set has_attachments = true');
  const many = await run('list_emails', { has_attachments: true });
  assert.deepEqual([many.total, many.is_more_than_total], [1_000, true]);
  const input = { has_attachments: true, category: 'staff' } as const;
  const some = await run('list_emails', input);
  const [newest] = await rows<{ count: number }>(
    `select count(*) filter (where category = 'staff') from (
       select category from executions order by accepted_at desc limit 1000) as newest`,
  );
  assert.deepEqual([some.total, some.is_more_than_total], [newest?.count, true]);
  const listed = await all('list_emails', { ...input, limit: 50 }, ({ emails }) => emails);
  assert.equal(listed.length, newest?.count);
  const none = await run('list_emails', { has_attachments: false });
  assert.deepEqual([none.total, none.is_more_than_total, none.next_cursor], [0, true, null]);
});

test('a mail one second before midnight in New York belongs to that day, on days of 23 and 25 hours too', async (t) => {
  const { database, run } = await openTestTools(t);
  const tables = database.for<OperationsTables>();
  for (const [subject, acceptedAt] of [
    ['last of October 31', '2026-11-01T03:59:59Z'],
    ['first of November 1', '2026-11-01T04:00:00Z'],
    ['last of November 1', '2026-11-02T04:59:59Z'],
    ['first of November 2', '2026-11-02T05:00:00Z'],
    // The clock goes forward at 2:00 on March 8.
    ['first of March 8', '2026-03-08T05:00:00Z'],
    ['last of March 8', '2026-03-09T03:59:59Z'],
    ['first of March 9', '2026-03-09T04:00:00Z'],
  ] as const) {
    await insertTestMail(tables, { subject, acceptedAt: new Date(acceptedAt) });
  }
  const day = async (day: string) => {
    const { total, emails } = await run('list_emails', { from: day, to: day });
    return [total, ...emails.map(({ subject }) => subject)];
  };
  assert.deepEqual(await day('2026-10-31'), [1, 'last of October 31']);
  assert.deepEqual(await day('2026-11-01'), [2, 'last of November 1', 'first of November 1']);
  assert.deepEqual(await day('2026-11-02'), [1, 'first of November 2']);
  const { emails } = await run('list_emails', { from: '2026-03-08', to: '2026-03-08' });
  assert.deepEqual(
    emails.map(({ subject, received_local }) => [subject, received_local]),
    [
      ['last of March 8', '2026-03-08 23:59'],
      ['first of March 8', '2026-03-08 00:00'],
    ],
  );
});

test('fifty mails with the longest texts fit into one result, and reading on gives the rest', async (t) => {
  const { database, run, all } = await openTestTools(t);
  const tables = database.for<OperationsTables>();
  for (let at = 0; at < 60; at += 1) {
    await insertTestMail(tables, {
      subject: `${at} ${'"\\'.repeat(300)}`,
      sender: `${'x'.repeat(240)}@long.example`,
      acceptedAt: new Date(NOW.getTime() - at * 60_000),
    });
  }
  const first = await run('list_emails', { limit: 50 });
  assert.ok(first.emails.length >= 10 && first.emails.length < 50, `${first.emails.length}`);
  assert.notEqual(first.next_cursor, null);
  const listed = await all('list_emails', { limit: 50 }, ({ emails }) => emails);
  assert.deepEqual(
    listed.map(({ subject }) => Number(subject.split(' ')[0])),
    Array.from({ length: 60 }, (_, at) => at),
  );
});
