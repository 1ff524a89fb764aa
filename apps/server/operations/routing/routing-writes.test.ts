import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OperationsSettings } from '../settings.ts';
import type { Routing } from './action.ts';
import { routeFindings } from './route-findings.ts';
import { applyRouting } from './test-apply-routing.ts';
import { deadline, found, foundTask, testEmail, testSettings, triage } from './test-findings.ts';
import { insertTestMail, openTestDatabase, type TestDatabase, type TestMail } from './test-rows.ts';

const now = new Date('2026-11-20T15:00:01Z');
let database: TestDatabase;

const routingOf = (confidence = 0.95): Routing =>
  routeFindings({
    email: testEmail(),
    results: {
      triage: triage({ type: 'inspection' }),
      task: found({ tasks: [foundTask({ due_date: '2026-12-01' }), foundTask({ title: 'Call' })] }),
      deadline: found(
        {
          deadlines: [deadline({ time: '17:00' }), deadline({ date: '2026-12-05' })],
          recurring_events: [],
        },
        confidence,
      ),
    },
    failedAgents: [],
    settings: testSettings,
  });

const apply = (mail: TestMail, routing: Routing, settings: OperationsSettings = testSettings) =>
  database.tables
    .transaction()
    .execute((transaction) => applyRouting({ transaction, ...mail, routing, settings, now }));

async function rowsOf({ executionId }: TestMail) {
  const { tables } = database;
  const [actions, tasks, events, notifications, reviews] = await Promise.all([
    tables
      .selectFrom('actions')
      .select(['action_key', 'kind', 'status'])
      .where('execution_id', '=', executionId)
      .orderBy('id')
      .execute(),
    tables
      .selectFrom('tasks')
      .selectAll()
      .where('execution_id', '=', executionId)
      .orderBy('id')
      .execute(),
    tables
      .selectFrom('calendar_events')
      .selectAll()
      .where('execution_id', '=', executionId)
      .orderBy('id')
      .execute(),
    tables
      .selectFrom('notifications')
      .selectAll()
      .where('execution_id', '=', executionId)
      .orderBy('id')
      .execute(),
    tables.selectFrom('reviews').selectAll().where('execution_id', '=', executionId).execute(),
  ]);
  return { actions, tasks, events, notifications, reviews };
}

describe('applying a routing', () => {
  const cleanUps: (() => Promise<void>)[] = [];
  before(async () => {
    database = await openTestDatabase({ after: (cleanUp) => cleanUps.push(cleanUp) });
  });
  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  it('hole: actions were never created: sure findings become tasks, events and a notification', async () => {
    const mail = await insertTestMail(database.tables);
    await apply(mail, routingOf());
    const { actions, tasks, events, notifications, reviews } = await rowsOf(mail);
    assert.deepEqual(
      actions.map(({ action_key, status }) => [action_key, status]),
      [
        ['task:0', 'executed'],
        ['task:1', 'executed'],
        ['event:0', 'executed'],
        ['event:1', 'executed'],
        ['notification', 'executed'],
      ],
    );
    assert.deepEqual(
      tasks.map(({ title, due_date, status, email_id }) => [title, due_date, status, email_id]),
      [
        ['Sign the lease', '2026-12-01', 'open', mail.emailId],
        ['Call', null, 'open', mail.emailId],
      ],
    );
    assert.deepEqual(
      events.map(({ date, time, due_at, status }) => [date, time, due_at.toISOString(), status]),
      [
        ['2026-12-01', '17:00:00', '2026-12-01T22:00:00.000Z', 'scheduled'],
        ['2026-12-05', null, '2026-12-06T04:59:59.000Z', 'scheduled'],
      ],
    );
    assert.deepEqual(
      notifications.map(({ channel, status, recipient }) => [channel, status, recipient]),
      [['console', 'shown', null]],
    );
    assert.deepEqual(reviews, []);
  });

  it('unsure findings wait under one review, and nothing is done but telling staff', async () => {
    const mail = await insertTestMail(database.tables);
    await apply(mail, routingOf(0.5));
    const { actions, tasks, events, notifications, reviews } = await rowsOf(mail);
    assert.deepEqual(
      actions.map(({ action_key, status }) => [action_key, status]),
      [
        ['task:0', 'pending_review'],
        ['task:1', 'pending_review'],
        ['event:0', 'pending_review'],
        ['event:1', 'pending_review'],
        ['notification', 'executed'],
        ['review', 'pending_review'],
      ],
    );
    assert.deepEqual([tasks, events], [[], []]);
    assert.deepEqual(
      notifications.map(({ status }) => status),
      ['shown'],
    );
    assert.deepEqual(
      reviews.map(({ status, risk, reasons }) => [status, risk, reasons.map(({ code }) => code)]),
      [['pending', 'medium', ['low_confidence']]],
    );
  });

  it('a second run adds nothing, whatever it found and whatever was decided', async () => {
    for (const first of [0.95, 0.5]) {
      const mail = await insertTestMail(database.tables);
      await apply(mail, routingOf(first));
      const before = await rowsOf(mail);
      for (const second of [0.95, 0.5]) {
        const routing = routingOf(second);
        routing.actions.push({
          kind: 'create_task',
          actionKey: 'task:9',
          payload: foundTask({ title: 'New' }),
        });
        await apply(mail, routing);
        assert.deepEqual(await rowsOf(mail), before);
      }
    }
  });

  it('each configured channel gets a notification of its own', async () => {
    const mail = await insertTestMail(database.tables);
    await apply(mail, routingOf(), {
      ...testSettings,
      notifications: {
        email: {
          smtpUrl: 'smtp://localhost',
          from: 'desk@desk.example',
          recipients: ['a@desk.example', 'b@desk.example'],
        },
        webhook: { url: 'https://hooks.example/secret', secret: undefined },
      },
    });
    const { notifications } = await rowsOf(mail);
    assert.deepEqual(
      notifications.map(({ channel, status, recipient, next_attempt_at }) => [
        channel,
        status,
        recipient,
        next_attempt_at,
      ]),
      [
        ['email', 'pending', 'a@desk.example, b@desk.example', now],
        ['webhook', 'pending', null, now],
      ],
    );
  });

  it('nothing to do leaves no rows', async () => {
    const mail = await insertTestMail(database.tables);
    const routing = routeFindings({
      email: testEmail(),
      results: { triage: triage() },
      failedAgents: [],
      settings: testSettings,
    });
    await apply(mail, routing);
    assert.deepEqual((await rowsOf(mail)).actions, []);
  });

  it('what is rolled back was never there', async () => {
    const mail = await insertTestMail(database.tables);
    const failing = database.tables.transaction().execute(async (transaction) => {
      await applyRouting({
        transaction,
        ...mail,
        routing: routingOf(),
        settings: testSettings,
        now,
      });
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    assert.deepEqual((await rowsOf(mail)).actions, []);
    await apply(mail, routingOf());
    assert.equal((await rowsOf(mail)).tasks.length, 2);
  });
});
