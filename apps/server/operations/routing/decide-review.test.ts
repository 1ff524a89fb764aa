import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type DecisionOutcome, decideReview, type ReviewDecision } from './decide-review.ts';
import { routeFindings } from './route-findings.ts';
import { applyRouting } from './test-apply-routing.ts';
import { deadline, found, foundTask, testEmail, testSettings, triage } from './test-findings.ts';
import { insertTestMail, openTestDatabase, type TestDatabase } from './test-rows.ts';

const now = new Date('2026-11-20T15:00:01Z');
const decidedAt = new Date('2026-11-20T16:00:00Z');
let database: TestDatabase;

async function insertReview() {
  const { tables } = database;
  const mail = await insertTestMail(tables);
  const routing = routeFindings({
    email: testEmail(),
    results: {
      triage: triage({ type: 'complaint' }),
      task: found({ tasks: [foundTask()] }, 0.5),
      deadline: found({ deadlines: [deadline()], recurring_events: [] }),
    },
    failedAgents: [],
    settings: testSettings,
  });
  await tables
    .transaction()
    .execute((transaction) =>
      applyRouting({ transaction, ...mail, routing, settings: testSettings, now }),
    );
  const review = await tables
    .selectFrom('reviews')
    .select('id')
    .where('execution_id', '=', mail.executionId)
    .executeTakeFirstOrThrow();
  const actions = await tables
    .selectFrom('actions')
    .select(['id', 'action_key'])
    .where('execution_id', '=', mail.executionId)
    .execute();
  const actionId = (key: string) => actions.find(({ action_key }) => action_key === key)?.id ?? '';
  return { ...mail, reviewId: review.id, actionId };
}

const decide = (decision: Partial<ReviewDecision> & { reviewId: string }) =>
  decideReview(
    { database: database.tables, settings: testSettings, clock: () => decidedAt },
    { decision: 'approve', edits: [], note: null, actor: 'ann', ...decision },
  );

async function stateOf(executionId: string) {
  const { tables } = database;
  const [actions, tasks, events, notifications, audit, review] = await Promise.all([
    tables
      .selectFrom('actions')
      .selectAll()
      .where('execution_id', '=', executionId)
      .orderBy('id')
      .execute(),
    tables.selectFrom('tasks').selectAll().where('execution_id', '=', executionId).execute(),
    tables
      .selectFrom('calendar_events')
      .selectAll()
      .where('execution_id', '=', executionId)
      .execute(),
    tables
      .selectFrom('notifications')
      .selectAll()
      .where('execution_id', '=', executionId)
      .execute(),
    tables
      .selectFrom('audit_entries')
      .selectAll()
      .where('execution_id', '=', executionId)
      .orderBy('id')
      .execute(),
    tables
      .selectFrom('reviews')
      .selectAll()
      .where('execution_id', '=', executionId)
      .executeTakeFirstOrThrow(),
  ]);
  return { actions, tasks, events, notifications, audit, review };
}

describe('deciding a review', () => {
  const cleanUps: (() => Promise<void>)[] = [];
  before(async () => {
    database = await openTestDatabase({ after: (cleanUp) => cleanUps.push(cleanUp) });
  });
  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  it('an unknown review changes nothing', async () => {
    const outcome = await decide({ reviewId: '019ae000-0000-7000-8000-00000000ffff' });
    assert.deepEqual(outcome, { kind: 'not_found' });
  });

  it('an edit that is not allowed changes nothing', async () => {
    const { reviewId, executionId, actionId } = await insertReview();
    const before = await stateOf(executionId);
    const task = actionId('task:0');
    const event = actionId('event:0');
    const cases: [ReviewDecision['edits'], RegExp][] = [
      [[{ actionId: task, changes: { quote: 'other words' } }], /quote/],
      [[{ actionId: task, changes: { title: '' } }], /^title: /],
      [[{ actionId: task, changes: { title: 'a\u0000b' } }], /^title has characters/],
      [[{ actionId: task, changes: { title: 'a\nb' } }], /one line/],
      [[{ actionId: task, changes: { priority: 'whatever' } }], /^priority: /],
      [[{ actionId: task, changes: { recipient: 'x@y.z' } }], /^recipient: /],
      [[{ actionId: task, changes: { due_date: '0000-01-01' } }], /1900 to 2199/],
      [[{ actionId: event, changes: { date: '2026-02-30' } }], /^date: /],
      [[{ actionId: event, changes: { timezone: 'Mars/Base' } }], /time zone/],
      [
        [{ actionId: actionId('notification'), changes: { subject: 'Told already' } }],
        /not part of this review/,
      ],
      [[{ actionId: actionId('review'), changes: {} }], /cannot be edited/],
      [[{ actionId: reviewId, isDropped: true }], /not part of this review/],
      [
        [
          { actionId: task, isDropped: true },
          { actionId: task, changes: {} },
        ],
        /twice/,
      ],
    ];
    for (const [edits, detail] of cases) {
      const outcome = await decide({ reviewId, edits });
      assert.ok(outcome.kind === 'invalid_edit', JSON.stringify(edits));
      assert.match(outcome.detail, detail);
    }
    const refused = await decide({ reviewId, decision: 'reject', edits: [{ actionId: task }] });
    assert.equal(refused.kind, 'invalid_edit');
    assert.deepEqual(await stateOf(executionId), before);
  });

  it('approving does what was proposed, edits and all, and the audit trail has before and after', async () => {
    const { reviewId, executionId, actionId } = await insertReview();
    const outcome = await decide({
      reviewId,
      note: 'checked by phone',
      edits: [
        { actionId: actionId('task:0'), changes: { title: 'Sign and return', priority: 'urgent' } },
        { actionId: actionId('event:0'), isDropped: true },
      ],
    });
    assert.deepEqual(outcome, { kind: 'decided', status: 'approved', executionId });
    const { actions, tasks, events, notifications, audit, review } = await stateOf(executionId);
    assert.deepEqual(
      actions.map(({ action_key, status, decided_at }) => [action_key, status, decided_at]),
      [
        ['task:0', 'executed', decidedAt],
        ['event:0', 'rejected', decidedAt],
        ['notification', 'executed', null],
        ['review', 'executed', decidedAt],
      ],
    );
    assert.deepEqual(
      tasks.map(({ title, priority }) => [title, priority]),
      [['Sign and return', 'urgent']],
    );
    assert.deepEqual(events, []);
    assert.deepEqual(
      notifications.map(({ status }) => status),
      ['shown'],
    );
    assert.deepEqual(
      [review.status, review.decided_by, review.decided_at, review.note],
      ['approved', 'ann', decidedAt, 'checked by phone'],
    );
    const executed = ['task:0', 'review'].map(actionId);
    assert.deepEqual(
      audit.map(({ actor, what, before, after, at }) => ({ actor, what, before, after, at })),
      [
        {
          actor: 'ann',
          what: 'review_approved',
          before: { review_id: reviewId, status: 'pending' },
          after: {
            review_id: reviewId,
            status: 'approved',
            note: 'checked by phone',
            executed,
            rejected: [actionId('event:0')],
          },
          at: decidedAt,
        },
        {
          actor: 'ann',
          what: 'action_edited',
          before: { action_id: actionId('task:0'), payload: foundTask() },
          after: {
            action_id: actionId('task:0'),
            payload: foundTask({ title: 'Sign and return', priority: 'urgent' }),
          },
          at: decidedAt,
        },
      ],
    );
  });

  it('rejecting does nothing but say so', async () => {
    const { reviewId, executionId } = await insertReview();
    await decide({ reviewId, decision: 'reject', note: 'spam' });
    const { actions, tasks, events, notifications, audit, review } = await stateOf(executionId);
    assert.deepEqual(
      actions.filter(({ status }) => status !== 'rejected').map(({ action_key }) => action_key),
      ['notification'],
    );
    assert.deepEqual([tasks, events, notifications.length], [[], [], 1]);
    assert.equal(review.status, 'rejected');
    assert.deepEqual(
      audit.map(({ what }) => what),
      ['review_rejected'],
    );
  });

  it('a second decision is told who was first and when', async () => {
    const { reviewId, executionId } = await insertReview();
    await decide({ reviewId, decision: 'reject' });
    const before = await stateOf(executionId);
    assert.deepEqual(await decide({ reviewId, actor: 'bob' }), {
      kind: 'already_decided',
      status: 'rejected',
      decidedBy: 'ann',
      decidedAt,
    });
    assert.deepEqual(await stateOf(executionId), before);
  });

  it('of two people who decide at the same moment one wins, and everything is done once', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { reviewId, executionId } = await insertReview();
      const outcomes: DecisionOutcome[] = await Promise.all([
        decide({ reviewId, actor: 'ann' }),
        decide({ reviewId, actor: 'bob' }),
        decide({ reviewId, actor: 'cy', decision: 'reject' }),
      ]);
      const winners = outcomes.flatMap((outcome, index) =>
        outcome.kind === 'decided' ? [['ann', 'bob', 'cy'][index]] : [],
      );
      assert.equal(winners.length, 1);
      const { tasks, audit, review } = await stateOf(executionId);
      assert.equal(review.decided_by, winners[0]);
      assert.equal(tasks.length, winners[0] === 'cy' ? 0 : 1);
      assert.deepEqual(
        audit.map(({ actor }) => actor),
        winners,
      );
      for (const outcome of outcomes) {
        if (outcome.kind === 'decided') continue;
        assert.ok(outcome.kind === 'already_decided');
        assert.equal(outcome.decidedBy, winners[0]);
      }
    }
  });
});
