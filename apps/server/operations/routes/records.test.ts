import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { routeFindings } from '../routing/route-findings.ts';
import { applyRouting } from '../routing/test-apply-routing.ts';
import { deadline, foundTask, testEmail, testSettings, triage } from '../routing/test-findings.ts';
import { insertTestMail } from '../routing/test-rows.ts';
import { STAFF_ID, startTestApp } from './test-app.ts';
import { accepted, type Item, insertRouted, readAll } from './test-records.ts';

describe('lists', () => {
  it('go from the newest to the oldest, each record once, whatever arrives in between', async (t) => {
    const app = await startTestApp(t);
    const mails: { emailId: string; executionId: string }[] = [];
    for (let n = 0; n < 7; n += 1) {
      // Three at the same moment: the id decides.
      const at = new Date(accepted.getTime() + Math.floor(n / 3) * 1000);
      mails.push(await insertRouted(app, { acceptedAt: at, confidence: 0.5 }));
    }
    const expected = mails.toReversed();
    const executions = await readAll(app, '/executions', 'executions', 3);
    assert.deepEqual(
      executions.map((page) => page.length),
      [3, 3, 1],
    );
    assert.deepEqual(
      executions.flat().map(({ id }) => id),
      expected.map(({ executionId }) => executionId),
    );
    const emails = await readAll(app, '/api/emails', 'emails', 7);
    assert.deepEqual(
      emails.flat().map(({ id }) => id),
      expected.map(({ emailId }) => emailId),
    );
    const reviews = await readAll(app, '/api/reviews', 'reviews', 2);
    assert.deepEqual(
      reviews.flat().map(({ execution_id }) => execution_id),
      expected.map(({ executionId }) => executionId),
    );
    const { body } = await app.ask('/executions?limit=3');
    const { next_cursor } = body as unknown as { next_cursor: string };
    await insertRouted(app, { acceptedAt: new Date(accepted.getTime() + 60_000) });
    const { body: second } = await app.ask(`/executions?limit=3&cursor=${next_cursor}`);
    assert.deepEqual(
      (second as unknown as { executions: Item[] }).executions.map(({ id }) => id),
      expected.slice(3, 6).map(({ executionId }) => executionId),
    );
  });

  it('are filtered by status, category and words', async (t) => {
    const app = await startTestApp(t);
    const { tables, ask } = app;
    const failed = await insertTestMail(tables, { status: 'failed' });
    const staff = await insertTestMail(tables, { category: 'staff' });
    const fire = await insertTestMail(tables, { subject: 'Fire inspection' });
    await tables
      .insertInto('email_contents')
      .values({
        email_id: fire.emailId,
        segments: JSON.stringify([{ kind: 'new', text: 'The county inspects the warehouse.' }]),
        hidden_text: JSON.stringify({ characters: 0, examples: [] }),
        body_text: 'The county inspects the warehouse.',
        search: "'inspect':1 'fire':2 'counti':3",
      })
      .execute();
    const ids = async (query: string) => {
      const { body } = await ask(`/executions?${query}`);
      return (body as unknown as { executions: Item[] }).executions.map(({ id }) => id);
    };
    assert.deepEqual(await ids('status=failed'), [failed.executionId]);
    assert.deepEqual(await ids('category=staff'), [staff.executionId]);
    assert.deepEqual(await ids('q=fire%20inspection'), [fire.executionId]);
    assert.deepEqual(await ids('q=fire&status=failed'), []);
    assert.deepEqual(await ids("q='%20%26%20!(%20%22"), []);
    assert.equal((await ask('/executions?status=odd')).status, 400);
    assert.equal((await ask('/executions?q=%00')).status, 400);
    assert.equal((await ask('/api/emails?sender=%00')).status, 400);
    assert.equal((await ask('/api/emails?domain=a%00b')).status, 400);
    const { body } = await ask('/api/emails?domain=VANS.example&q=county');
    const { emails } = body as unknown as { emails: Item[] };
    assert.deepEqual(
      emails.map(({ id }) => id),
      [fire.emailId],
    );
    assert.deepEqual(emails[0]?.execution, {
      id: fire.executionId,
      status: 'completed',
      category: 'vendor',
      urgency: 40,
      confidence: 0.95,
      risk: 'low',
      error_message: null,
    });
  });
});

describe('one record', () => {
  it('an execution has its metadata, outputs, actions, review and audit trail', async (t) => {
    const app = await startTestApp(t);
    const { tables, ask } = app;
    const { emailId, executionId } = await insertRouted(app, { confidence: 0.5 });
    await tables
      .insertInto('agent_outputs')
      .values({
        execution_id: executionId,
        agent: 'triage',
        status: 'completed',
        findings: JSON.stringify(triage().findings),
        evidence: '[]',
        confidence: 0.5,
        next_actions: ['create_task'],
        execution_time_ms: 3,
        model_used: 'rules@1',
        is_disputed: null,
        error_code: null,
        created_at: accepted,
      })
      .execute();
    const { status, body } = await ask(`/executions/${executionId.toUpperCase()}`);
    assert.equal(status, 200);
    const execution = body as unknown as {
      metadata: object;
      agent_outputs: Item[];
      actions: Item[];
      review: Item;
      audit: Item[];
      email_id: string;
    };
    assert.equal(execution.email_id, emailId);
    assert.deepEqual(execution.metadata, {
      subject: 'Van lease',
      sender: 'ann@vans.example',
      recipient: 'office@desk.example',
      has_attachments: false,
      attachment_count: 0,
    });
    assert.deepEqual(
      execution.agent_outputs.map(({ agent_type, findings, model_used }) => [
        agent_type,
        findings,
        model_used,
      ]),
      [['triage', triage().findings, 'rules@1']],
    );
    assert.deepEqual(
      execution.actions.map(({ kind, status: state }) => [kind, state]),
      [
        ['create_task', 'pending_review'],
        ['schedule_event', 'pending_review'],
        ['human_review', 'pending_review'],
      ],
    );
    assert.equal(execution.review.status, 'pending');
    assert.deepEqual(execution.audit, []);
  });

  it('an e-mail has its segments; its source is a file to save', async (t) => {
    const { tables, ask, app } = await startTestApp(t);
    const { emailId } = await insertTestMail(tables);
    const raw = Buffer.from('Subject: x\r\n\r\n<script>alert(1)</script>\xff', 'latin1');
    await tables.insertInto('email_sources').values({ email_id: emailId, raw }).execute();
    const { body } = await ask(`/api/emails/${emailId}`);
    const email = body as unknown as Record<string, unknown>;
    assert.deepEqual([email.segments, email.hidden_text, email.attachments], [null, null, []]);
    const source = await app.inject({
      url: `/api/emails/${emailId}/source`,
      headers: { 'x-role': 'staff' },
    });
    assert.deepEqual(source.rawPayload, raw);
    assert.equal(
      source.headers['content-disposition'],
      `attachment; filename="email-${emailId}.eml"`,
    );
    assert.equal(source.headers['content-security-policy'], "default-src 'none'; sandbox");
    assert.equal(source.headers['x-content-type-options'], 'nosniff');
  });

  it('retry and cancel are the pipeline’s: its outcomes are answers', async (t) => {
    const app = await startTestApp(t);
    const id = uuidv7();
    const post = (verb: string) => app.ask({ method: 'POST', url: `/executions/${id}/${verb}` });
    assert.deepEqual(await post('retry'), {
      status: 202,
      body: { execution_id: id, status: 'pending' },
    });
    app.outcome = { kind: 'not_possible', status: 'completed' };
    assert.equal((await post('cancel')).status, 409);
    app.outcome = { kind: 'not_found' };
    assert.equal((await post('cancel')).status, 404);
    assert.deepEqual(app.asked, [
      `retry ${id} ${STAFF_ID}`,
      `cancel ${id} ${STAFF_ID}`,
      `cancel ${id} ${STAFF_ID}`,
    ]);
  });
});

describe('short ids', () => {
  it('as answers cite them mean the record, of their own kind only', async (t) => {
    const app = await startTestApp(t);
    const mail = await insertRouted(app);
    const [task] = await app.tables.selectFrom('tasks').select('id').execute();
    const email = mail.emailId.slice(-12);
    const execution = mail.executionId.slice(-12);
    assert.equal((await app.ask(`/api/emails/${email}`)).body.id, mail.emailId);
    assert.equal((await app.ask(`/executions/${execution}`)).body.id, mail.executionId);
    await app.ask({ method: 'POST', url: `/executions/${execution}/retry` });
    assert.deepEqual(app.asked, [`retry ${mail.executionId} ${STAFF_ID}`]);
    const { body } = await app.ask({
      method: 'PATCH',
      url: `/api/tasks/${task?.id.slice(-12)}`,
      payload: { status: 'done' },
    });
    assert.equal(body.id, task?.id);
    for (const path of [`/api/emails/${execution}`, `/executions/${email}`, '/executions/abc']) {
      assert.equal((await app.ask(path)).status, 404, path);
    }
  });
});

describe('tasks', () => {
  it('are changed with an audit entry, and not over somebody else’s change', async (t) => {
    const app = await startTestApp(t);
    const { executionId } = await insertRouted(app);
    const { body } = await app.ask('/api/tasks');
    const [task] = (body as unknown as { tasks: Item[] }).tasks;
    assert.ok(task);
    const patch = (payload: object) =>
      app.ask({ method: 'PATCH', url: `/api/tasks/${task.id}`, payload });
    for (const payload of [
      {},
      { updated_at: task.updated_at },
      { status: 'odd' },
      { due_date: '2026-02-30' },
      { due_date: '0001-01-01' },
      { assignee: 'a\nb' },
      { title: 'x' },
    ]) {
      assert.equal((await patch(payload)).status, 400, JSON.stringify(payload));
    }
    const first = await patch({ status: 'done', assignee: 'Maria', updated_at: task.updated_at });
    assert.equal(first.status, 200);
    const changed = first.body as unknown as Item;
    assert.deepEqual(
      [changed.status, changed.assignee, changed.completed_at, changed.updated_at],
      ['done', 'Maria', '2026-11-22T15:00:00.000Z', '2026-11-22T15:00:00.000Z'],
    );
    const late = await patch({ priority: 'low', updated_at: task.updated_at });
    assert.deepEqual([late.status, String(late.body.code)], [409, 'conflict']);
    const reopened = await patch({ status: 'open', due_date: '2026-12-24' });
    assert.deepEqual(
      [reopened.body.status, reopened.body.completed_at, reopened.body.updated_at],
      ['open', null, '2026-11-22T15:00:00.001Z'],
    );
    const same = await patch({ status: 'open' });
    assert.equal(same.body.updated_at, '2026-11-22T15:00:00.001Z');
    const { body: execution } = await app.ask(`/executions/${executionId}`);
    const { audit } = execution as unknown as { audit: Item[] };
    const before = {
      id: task.id,
      status: 'open',
      priority: 'medium',
      assignee: null,
      due_date: null,
    };
    const done = { ...before, status: 'done', assignee: 'Maria' };
    assert.deepEqual(
      audit.map((entry) => [entry.actor, entry.what, entry.before, entry.after]),
      [
        [STAFF_ID, 'task_changed', before, done],
        [STAFF_ID, 'task_changed', done, { ...done, status: 'open', due_date: '2026-12-24' }],
      ],
    );
  });

  it('of two changes of the same state one is refused', async (t) => {
    const app = await startTestApp(t);
    await insertRouted(app);
    const { body } = await app.ask('/api/tasks');
    const [task] = (body as unknown as { tasks: Item[] }).tasks;
    const answers = await Promise.all(
      ['low', 'high', 'urgent'].map((priority) =>
        app.ask({
          method: 'PATCH',
          url: `/api/tasks/${task?.id}`,
          payload: { priority, updated_at: task?.updated_at },
        }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
  });

  it('are filtered; a range of due dates comes in its order, page by page', async (t) => {
    const app = await startTestApp(t);
    const days = ['2026-12-03', '2026-12-01', '2026-12-02', '2026-12-09'];
    const tasks = days.map((due_date) => foundTask({ title: `Due ${due_date}`, due_date }));
    await insertRouted(app, {
      tasks: [...tasks, foundTask({ priority: 'urgent', assignee: 'Maria' })],
      deadlines: [],
    });
    const titles = async (query: string) =>
      (await readAll(app, `/api/tasks?${query}`, 'tasks', 2))
        .flat()
        .map(({ due_date }) => due_date);
    assert.deepEqual(await titles('due_from=2026-12-01&due_to=2026-12-03'), [
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
    ]);
    assert.deepEqual(await titles('priority=urgent&assignee=Maria&status=open'), [null]);
    assert.deepEqual(await titles('status=done'), []);
    assert.equal((await app.ask('/api/tasks?due_from=2026-02-30')).status, 400);
  });
});

describe('deadlines', () => {
  it('hole: past deadlines called upcoming', async (t) => {
    const app = await startTestApp(t);
    // It is Sunday, November 22, 10:00 in New York.
    await insertRouted(app, {
      deadlines: [
        deadline({ date: '2026-11-20', description: 'past' }),
        deadline({ date: '2026-11-22', time: '09:59', description: 'an hour ago', type: 'event' }),
        deadline({ date: '2026-11-22', description: 'today', type: 'other' }),
        deadline({ date: '2026-11-22', time: '10:01', description: 'soon', type: 'response' }),
        deadline({ date: '2026-12-01', description: 'next month' }),
      ],
    });
    const titles = async (query: string) =>
      (await readAll(app, `/api/deadlines?${query}`, 'deadlines', 2)).flat();
    const titlesOf = async (query: string) =>
      (await titles(query)).map(({ title }) => String(title).replace('Van lease: ', ''));
    assert.deepEqual(await titlesOf(''), ['soon', 'today', 'next month']);
    assert.deepEqual(await titlesOf('overdue=true'), ['an hour ago', 'past']);
    assert.deepEqual(await titlesOf('include_past=true'), [
      'next month',
      'today',
      'soon',
      'an hour ago',
      'past',
    ]);
    assert.deepEqual(
      (await titles('include_past=true')).map(({ is_overdue }) => is_overdue),
      [false, false, false, true, true],
    );
    // The business's day has ended, whatever day it is in UTC.
    app.clock.now = new Date('2026-11-23T04:59:58Z');
    assert.deepEqual(await titlesOf(''), ['today', 'next month']);
    app.clock.now = new Date('2026-11-23T05:00:00Z');
    assert.deepEqual(await titlesOf(''), ['next month']);
    for (const query of [
      'overdue=yes',
      'overdue=true&include_past=true',
      'overdue=true&status=done',
    ]) {
      const { status, body } = await app.ask(`/api/deadlines?${query}`);
      assert.equal(status, 400);
      assert.match(String(body.detail), /overdue/);
    }
  });

  it('are done or cancelled with an audit entry, and change the calendar', async (t) => {
    const app = await startTestApp(t);
    const { executionId } = await insertRouted(app);
    const feed = async () =>
      await app.app.inject({ url: '/calendar.ics', headers: { 'x-role': 'staff' } });
    const before = await feed();
    assert.match(before.body, /SUMMARY:Pay the lease\r\n/);
    const { body } = await app.ask('/api/deadlines');
    const [event] = (body as unknown as { deadlines: Item[] }).deadlines;
    const patch = (payload: object) =>
      app.ask({ method: 'PATCH', url: `/api/deadlines/${event?.id}`, payload });
    assert.equal((await patch({})).status, 400);
    assert.equal((await patch({ status: 'odd' })).status, 400);
    const cancelled = await patch({ status: 'cancelled', updated_at: event?.updated_at });
    assert.equal(cancelled.status, 200);
    assert.equal((await patch({ status: 'done', updated_at: event?.updated_at })).status, 409);
    const after = await feed();
    assert.notEqual(after.headers.etag, before.headers.etag);
    assert.match(after.body, /STATUS:CANCELLED\r\n/);
    assert.match(after.body, /SEQUENCE:[1-9]/);
    const { body: execution } = await app.ask(`/executions/${executionId}`);
    const { audit } = execution as unknown as { audit: Item[] };
    assert.deepEqual(
      audit.map((entry) => [entry.what, entry.before, entry.after]),
      [
        [
          'deadline_changed',
          { id: event?.id, status: 'scheduled' },
          { id: event?.id, status: 'cancelled' },
        ],
      ],
    );
  });
});

describe('reviews', () => {
  it('are approved with edits, once, and the second person is told who was first', async (t) => {
    const app = await startTestApp(t);
    await insertRouted(app, { confidence: 0.5 });
    const { body } = await app.ask('/api/reviews');
    const [review] = (body as unknown as { reviews: (Item & { actions: Item[] })[] }).reviews;
    assert.ok(review);
    assert.deepEqual(review.email, {
      id: (review.email as Item).id,
      subject: 'Van lease',
      sender: 'ann@vans.example',
    });
    const post = (payload: object) =>
      app.ask({ method: 'POST', url: `/api/reviews/${review.id}`, payload });
    const task = review.actions.find(({ kind }) => kind === 'create_task');
    for (const payload of [
      { decision: 'maybe' },
      { decision: 'approve', edits: [{ action_id: 'x' }] },
      { decision: 'approve', edits: [{ action_id: task?.id, payload: { recipient: 'a@b.c' } }] },
      { decision: 'approve', note: 'a\u0000' },
    ]) {
      assert.equal((await post(payload)).status, 400, JSON.stringify(payload));
    }
    assert.equal(app.outboxWakes, 0);
    const approved = await post({
      decision: 'approve',
      note: ' ok ',
      edits: [{ action_id: task?.id, payload: { title: 'Sign it' } }],
    });
    assert.equal(approved.status, 200);
    const execution = approved.body as unknown as { review: Item; actions: Item[]; audit: Item[] };
    assert.deepEqual(
      [execution.review.status, execution.review.decided_by, execution.review.note],
      ['approved', STAFF_ID, 'ok'],
    );
    assert.deepEqual(
      execution.audit.map(({ what }) => what),
      ['review_approved', 'action_edited'],
    );
    assert.equal(app.outboxWakes, 1);
    const second = await post({ decision: 'reject' });
    assert.equal(second.status, 409);
    assert.equal(
      second.body.detail,
      'this review was approved before, by somebody else at 2026-11-22T15:00:00.000Z',
    );
    const { body: tasks } = await app.ask('/api/tasks');
    const made = (tasks as unknown as { tasks: Item[] }).tasks;
    assert.deepEqual(
      made.map(({ title }) => title),
      ['Sign it'],
    );
    assert.equal(task?.record_id, null, 'it was nothing before it was approved');
    assert.equal(execution.actions.find(({ id }) => id === task?.id)?.record_id, made[0]?.id);
    const { body: none } = await app.ask('/api/reviews');
    assert.deepEqual(none, { reviews: [], next_cursor: null });
    const { body: approvedOnes } = await app.ask('/api/reviews?status=approved');
    assert.equal((approvedOnes as unknown as { reviews: Item[] }).reviews.length, 1);
  });
});

describe('notifications', () => {
  it('show what was said and what became of it', async (t) => {
    const app = await startTestApp(t);
    const mail = await insertTestMail(app.tables);
    const routing = routeFindings({
      email: testEmail(),
      results: { triage: triage({ type: 'call_out' }) },
      failedAgents: [],
      settings: testSettings,
    });
    await app.tables
      .transaction()
      .execute((transaction) =>
        applyRouting({ transaction, ...mail, routing, settings: testSettings, now: accepted }),
      );
    const { body } = await app.ask('/api/notifications');
    const [notification] = (body as unknown as { notifications: Item[] }).notifications;
    assert.deepEqual(
      [notification?.channel, notification?.status, notification?.subject],
      ['console', 'shown', 'High: Van lease'],
    );
  });
});
