import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { createListener } from '../../platform/listener.ts';
import type { Operations } from '../operations.ts';
import type { OperationsTables } from '../tables.ts';
import { ageDemo } from './age-demo.ts';
import { demoStaffNames } from './demo-mail.ts';
import { demoMails } from './demo-mails.ts';
import { failingMails } from './failing-mails.ts';
import { seedDemoMail } from './seed-demo-mail.ts';

const timezone = 'America/New_York';
const signal = new AbortController().signal;

const seed = ({ database, operations }: TestServer, now: Date) =>
  seedDemoMail({
    database,
    accept: (operations as Operations).accept,
    clock: () => now,
    timezone,
    signal,
  });

const startWith = (t: Parameters<typeof startTestServer>[0], clock: () => Date) =>
  startTestServer(t, {
    backOffice: {
      staffNames: demoStaffNames,
      notifications: {
        // Nobody listens there.
        email: {
          smtpUrl: 'smtp://127.0.0.1:9',
          from: 'a@example.com',
          recipients: ['b@example.com'],
        },
        webhook: undefined,
      },
    },
    clock,
  });

const tablesOf = ({ database }: TestServer) => database.for<OperationsTables>();

const countOf = async (server: TestServer) =>
  (
    await tablesOf(server)
      .selectFrom('emails')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

test('every demonstration mail has a key of its own and answers one that is there', () => {
  const keys = new Set([...demoMails, ...failingMails].map(({ key }) => key));
  assert.equal(keys.size, demoMails.length + failingMails.length);
  for (const { key, answers } of demoMails) {
    assert.ok(answers === undefined || keys.has(answers), key);
  }
});

test('once real mail has arrived the demonstration is left alone', async (t) => {
  const now = new Date('2026-11-20T18:00:00Z');
  const server = await startWith(t, () => now);
  const office = openBackOffice(t, server);
  await office.sendRaw('From: a@example.com\r\nTo: b@totetaxi.example\r\n\r\nHello\r\n');
  assert.equal(await seed(server, now), 'real mail');
  assert.equal(await countOf(server), 1);
});

test('the demonstration goes through the real pipeline once a day, and what is old is done', async (t) => {
  let now = new Date('2026-11-20T18:00:00Z');
  const server = await startWith(t, () => now);
  const listener = createListener({ url: server.databaseUrl, log: pino({ level: 'silent' }) });
  t.after(() => listener.close());
  const { database } = server;
  const age = () => ageDemo({ database, listener, clock: () => now, timezone, signal });
  const mails = demoMails.length + failingMails.length;

  assert.equal(await seed(server, now), 'seeded');
  assert.equal(await seed(server, now), 'unchanged');
  await age();
  assert.equal(await countOf(server), mails);

  const tables = tablesOf(server);
  const read = (key: string) =>
    tables
      .selectFrom('executions')
      .innerJoin('emails', 'emails.id', 'executions.email_id')
      .leftJoin('reviews', 'reviews.execution_id', 'executions.id')
      .select(['executions.id', 'executions.status', 'executions.category', 'reviews.reasons'])
      .where('emails.message_key', 'like', `${key}.%`)
      .executeTakeFirstOrThrow();
  const states = await tables
    .selectFrom('executions')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('status')
    .orderBy('status')
    .execute();
  assert.deepEqual(states, [
    { status: 'completed', count: demoMails.length },
    { status: 'failed', count: failingMails.length },
  ]);

  const phishing = await read('phishing-bank');
  const reasons = (phishing.reasons ?? []).map(({ code }) => code);
  for (const code of ['changed_bank_details', 'reply_to_mismatch', 'lookalike_domain']) {
    assert.ok(reasons.includes(code as (typeof reasons)[number]), `${code}: ${reasons}`);
  }
  const injected = (await read('injected-instruction')).reasons ?? [];
  assert.ok(injected.some(({ code }) => code === 'instructions_to_software'));
  const hidden = (await read('hidden-words')).reasons ?? [];
  assert.ok(hidden.some(({ code }) => code === 'hidden_text'));

  const invoices = await tables
    .selectFrom('invoices')
    .select(['number', 'total_cents', 'currency', 'arithmetic_ok'])
    .where('number', 'like', 'HV-%')
    .orderBy('number')
    .execute();
  const lease = { total_cents: 338_910, currency: 'USD', arithmetic_ok: true };
  assert.deepEqual(invoices, [
    { number: 'HV-20418', ...lease },
    { number: 'HV-20655', ...lease },
  ]);
  const inspection = await tables
    .selectFrom('calendar_events')
    .select('date')
    .where('title', 'ilike', '%inspect%')
    .distinct()
    .execute();
  assert.ok(
    inspection.some(({ date }) => date === '2026-11-23'),
    JSON.stringify(inspection),
  );

  const told = await tables.selectFrom('notifications').select('status').distinct().execute();
  assert.deepEqual(told, [{ status: 'shown' }], 'nobody outside is told of the demonstration');

  const oldWork = await tables
    .selectFrom('tasks')
    .innerJoin('emails', 'emails.id', 'tasks.email_id')
    .select('tasks.id')
    .where('tasks.status', '=', 'open')
    .where('emails.accepted_at', '<', DateTime.fromJSDate(now).minus({ days: 6 }).toJSDate())
    .execute();
  assert.deepEqual(oldWork, []);

  const contradictions = await tables
    .selectFrom('tasks')
    .innerJoin('calendar_events', 'calendar_events.email_id', 'tasks.email_id')
    .whereRef('calendar_events.date', '=', 'tasks.due_date')
    .select(['tasks.title', 'tasks.status', 'calendar_events.status as event_status'])
    .execute();
  assert.ok(contradictions.some(({ status }) => status === 'done'));
  assert.deepEqual(
    contradictions.filter(
      ({ status, event_status }) => (status === 'done') !== (event_status === 'done'),
    ),
    [],
  );

  // Nothing is from the future, whatever time of day it is.
  const newest = await tables
    .selectFrom('emails')
    .select(({ fn }) => fn.max('accepted_at').as('at'))
    .executeTakeFirstOrThrow();
  assert.ok((newest.at as Date) < now);

  now = new Date('2026-11-21T06:00:00Z');
  assert.equal(await seed(server, now), 'seeded');
  assert.equal(await countOf(server), mails);
  await age();
  const { count } = await tables
    .selectFrom('executions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  assert.equal(count, mails);
});
