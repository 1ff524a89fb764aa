import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { deadline, foundTask } from '../routing/test-findings.ts';
import { insertTestMail } from '../routing/test-rows.ts';
import { STAFF_ID, startTestApp, type TestApp } from './test-app.ts';
import { type Item, insertRouted, readAll } from './test-records.ts';

const change = (app: TestApp, path: string, payload: object) =>
  app.ask({ method: 'PATCH', url: path, payload });

describe('one task, deadline or review', () => {
  it('is as its list gives it; another kind’s id is none', async (t) => {
    const app = await startTestApp(t);
    await insertRouted(app);
    await insertRouted(app, { confidence: 0.5 });
    const lists = [
      ['/api/tasks', 'tasks'],
      ['/api/deadlines', 'deadlines'],
      ['/api/reviews', 'reviews'],
    ] as const;
    const items = await Promise.all(
      lists.map(async ([path, list]) => (await readAll(app, path, list, 10)).flat()),
    );
    for (const [index, [path]] of lists.entries()) {
      const [item] = items[index] ?? [];
      const other = items[(index + 1) % lists.length]?.[0];
      assert.equal((await app.ask(`${path}/${other?.id}`)).status, 404, path);
      assert.deepEqual((await app.ask(`${path}/${item?.id.toUpperCase()}`)).body, item, path);
    }
    const [task] = items[0] ?? [];
    assert.deepEqual((await app.ask(`/api/tasks/${task?.id.slice(-12)}`)).body, task);
  });
});

describe('tasks', () => {
  it('open ones are asked for by themselves, the newest or the earliest due first', async (t) => {
    const app = await startTestApp(t);
    const days = ['2026-12-03', null, '2026-12-01', '2026-12-02', '2026-11-30'];
    await insertRouted(app, {
      tasks: days.map((due_date) => foundTask({ title: `Due ${due_date}`, due_date })),
      deadlines: [],
    });
    for (const query of [
      'open=1',
      'open=true&status=open',
      'order=oldest',
      'order=due',
      'order=due&status=done',
      'order=newest&open=true&due_from=2026-12-01',
    ]) {
      assert.equal((await app.ask(`/api/tasks?${query}`)).status, 400, query);
    }
    const all = (await readAll(app, '/api/tasks', 'tasks', 10)).flat();
    const at = (day: string) => all.find(({ due_date }) => due_date === day)?.id;
    await change(app, `/api/tasks/${at('2026-11-30')}`, { status: 'done' });
    await change(app, `/api/tasks/${at('2026-12-02')}`, { status: 'in_progress' });
    const dues = async (query: string) =>
      (await readAll(app, `/api/tasks?${query}`, 'tasks', 2)).flat().map((task) => task.due_date);
    assert.deepEqual(await dues('open=true'), ['2026-12-02', '2026-12-01', null, '2026-12-03']);
    const byDue = ['2026-12-01', '2026-12-02', '2026-12-03', null];
    assert.deepEqual(await dues('open=true&order=due'), byDue);
    assert.deepEqual(await dues('status=in_progress&order=due'), ['2026-12-02']);
    assert.deepEqual(await dues('open=true&due_from=2026-12-02'), ['2026-12-02', '2026-12-03']);
  });

  it('names whom tasks are given to, each once, and at most 200', async (t) => {
    const app = await startTestApp(t);
    assert.deepEqual((await app.ask('/api/tasks/assignees')).body, { assignees: [] });
    const names = ['Maria', 'Tom', 'Maria', undefined];
    await insertRouted(app, {
      tasks: names.map((assignee, n) =>
        foundTask({ title: `Task ${n}`, assignee: assignee ?? null }),
      ),
      deadlines: [],
    });
    assert.deepEqual((await app.ask('/api/tasks/assignees')).body, { assignees: ['Maria', 'Tom'] });
    await insertRouted(app, {
      tasks: Array.from({ length: 250 }, (_, n) =>
        foundTask({ title: `Job ${n}`, assignee: `Name ${n}` }),
      ),
      deadlines: [],
    });
    const { body } = await app.ask('/api/tasks/assignees');
    assert.equal((body as unknown as { assignees: string[] }).assignees.length, 200);
  });
});

describe('deadlines of some days', () => {
  it('are refused half, backwards, for longer than 62 days or with another choice', async (t) => {
    const app = await startTestApp(t);
    for (const query of [
      'from=2026-12-01',
      'to=2026-12-01',
      'from=2026-12-02&to=2026-12-01',
      'from=2026-12-01&to=2027-02-01',
      'from=2026-02-30&to=2026-03-01',
      'from=2026-12-01&to=2026-12-02&overdue=true',
      'from=2026-12-01&to=2026-12-02&include_past=true',
      'from=2026-12-01&to=2026-12-02&limit=1001',
      'limit=101',
      'status=any',
    ]) {
      assert.equal((await app.ask(`/api/deadlines?${query}`)).status, 400, query);
    }
    for (const query of [
      'from=2026-12-01&to=2027-01-31&limit=1000',
      'from=1900-01-01&to=1900-01-01',
    ]) {
      assert.equal((await app.ask(`/api/deadlines?${query}`)).status, 200, query);
    }
  });

  it('a whole day is its own day in every zone, a time the day that it is here', async (t) => {
    const app = await startTestApp(t);
    const day = (fields: Parameters<typeof deadline>[0] & { description: string }) =>
      deadline({ type: 'other', quote: `by ${fields.description}`, ...fields });
    await insertRouted(app, {
      deadlines: [
        day({ date: '2026-12-01', description: 'alpha', timezone: 'Pacific/Kiritimati' }),
        day({ date: '2026-12-01', description: 'bravo', timezone: 'Pacific/Pago_Pago' }),
        day({ date: '2026-11-30', time: '23:59', description: 'charlie' }),
        day({ date: '2026-12-01', time: '00:00', description: 'delta' }),
        day({ date: '2026-12-01', time: '23:59', description: 'echo' }),
        day({ date: '2026-12-02', time: '00:00', description: 'foxtrot' }),
        // 19:00 of the day before in New York.
        day({ date: '2026-12-02', time: '00:00', description: 'golf', timezone: 'Etc/UTC' }),
      ],
    });
    const titles = async (query: string) =>
      (await readAll(app, `/api/deadlines?${query}`, 'deadlines', 3))
        .flat()
        .map(({ title }) => String(title).split(' ').at(-1)?.toLowerCase());
    const first = await titles('from=2026-12-01&to=2026-12-01');
    assert.deepEqual(first, ['delta', 'alpha', 'golf', 'echo', 'bravo']);
    assert.deepEqual(await titles('from=2026-12-02&to=2026-12-03'), ['foxtrot']);
    assert.deepEqual(await titles('from=2026-11-01&to=2026-11-30'), ['charlie']);
  });

  it('are past and coming, of one status or of all', async (t) => {
    const app = await startTestApp(t);
    await insertRouted(app, {
      deadlines: [
        deadline({ date: '2026-11-20', description: 'past' }),
        deadline({ date: '2026-12-01', description: 'next month' }),
      ],
    });
    const read = async (query: string) =>
      (await readAll(app, `/api/deadlines?from=2026-11-01&to=2026-12-31${query}`, 'deadlines', 1))
        .flat()
        .map(({ date, status, is_overdue }) => [date, status, is_overdue]);
    const past = ['2026-11-20', 'scheduled', true];
    const coming = ['2026-12-01', 'scheduled', false];
    assert.deepEqual(await read(''), [past, coming]);
    const [event] = (await readAll(app, '/api/deadlines', 'deadlines', 10)).flat();
    await change(app, `/api/deadlines/${event?.id}`, { status: 'done' });
    assert.deepEqual(await read(''), [past]);
    assert.deepEqual(await read('&status=done'), [['2026-12-01', 'done', false]]);
    assert.deepEqual(await read('&status=all'), [past, ['2026-12-01', 'done', false]]);
  });
});

describe('a deadline', () => {
  it('gets another date and time in its own zone; the calendar and the audit trail follow', async (t) => {
    const app = await startTestApp(t);
    const { executionId } = await insertRouted(app, {
      deadlines: [deadline({ date: '2026-12-01', time: '10:00' })],
    });
    await app.tables.updateTable('calendar_events').set({ is_ambiguous: true }).execute();
    const feed = async () =>
      await app.app.inject({ url: '/calendar.ics', headers: { 'x-role': 'staff' } });
    const [event] = (await readAll(app, '/api/deadlines', 'deadlines', 10)).flat();
    const path = `/api/deadlines/${event?.id}`;
    for (const payload of [
      { updated_at: event?.updated_at },
      { date: '2026-02-30' },
      { date: '1899-12-31' },
      { date: null },
      { time: '24:00' },
      { time: '9:00' },
      { time: '09:00:00' },
      { timezone: 'Etc/UTC' },
    ]) {
      assert.equal((await change(app, path, payload)).status, 400, JSON.stringify(payload));
    }
    const before = await feed();
    const moved = await change(app, path, { date: '2026-12-04', updated_at: event?.updated_at });
    assert.deepEqual(
      [moved.status, moved.body.due_at, moved.body.time, moved.body.is_ambiguous],
      [200, '2026-12-04T15:00:00.000Z', '10:00', false],
    );
    const late = await change(app, path, { time: null, updated_at: event?.updated_at });
    assert.equal(late.status, 409);
    const wholeDay = await change(app, path, { time: null });
    assert.deepEqual(
      [wholeDay.body.due_at, wholeDay.body.time],
      ['2026-12-05T04:59:59.000Z', null],
    );
    const after = await feed();
    assert.notEqual(after.headers.etag, before.headers.etag);
    assert.match(after.body, /DTSTART;VALUE=DATE:20261204\r\n/);
    // Nothing is new: nothing changes.
    const same = await change(app, path, { date: '2026-12-04', time: null, status: 'scheduled' });
    assert.equal(same.body.updated_at, wholeDay.body.updated_at);
    const { body } = await app.ask(`/executions/${executionId}`);
    const { audit } = body as unknown as { audit: Item[] };
    assert.deepEqual(
      audit.map((entry) => [entry.actor, entry.what, entry.before, entry.after]),
      [
        [
          STAFF_ID,
          'deadline_changed',
          { id: event?.id, date: '2026-12-01', is_ambiguous: true },
          { id: event?.id, date: '2026-12-04', is_ambiguous: false },
        ],
        [
          STAFF_ID,
          'deadline_changed',
          { id: event?.id, time: '10:00' },
          { id: event?.id, time: null },
        ],
      ],
    );
    const counted = await app.tables
      .selectFrom('calendar_events')
      .select(['due_at', 'status'])
      .execute();
    assert.deepEqual(counted, [
      { due_at: new Date('2026-12-05T04:59:59.000Z'), status: 'scheduled' },
    ]);
  });

  it('that is done keeps its date, unless it is scheduled again by the same request', async (t) => {
    const app = await startTestApp(t);
    await insertRouted(app, { deadlines: [deadline({ date: '2026-12-01' })] });
    const [event] = (await readAll(app, '/api/deadlines', 'deadlines', 10)).flat();
    const path = `/api/deadlines/${event?.id}`;
    await change(app, path, { status: 'done' });
    for (const payload of [{ date: '2026-12-04' }, { status: 'cancelled', time: '10:00' }]) {
      const { status, body } = await change(app, path, payload);
      assert.deepEqual([status, String(body.code)], [409, 'conflict']);
      assert.match(String(body.detail), /schedule it again/);
    }
    const again = await change(app, path, { status: 'scheduled', date: '2026-12-04' });
    assert.deepEqual(
      [again.status, again.body.status, again.body.date],
      [200, 'scheduled', '2026-12-04'],
    );
  });
});

describe('mail and executions', () => {
  it('are found by what became of them, files and risk', async (t) => {
    const app = await startTestApp(t);
    const { tables, ask } = app;
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 15, minute));
    const failed = await insertTestMail(tables, { status: 'failed', acceptedAt: at(0) });
    const staff = await insertTestMail(tables, { category: 'staff', acceptedAt: at(1) });
    const file = await insertTestMail(tables, { acceptedAt: at(2) });
    const other = await insertTestMail(tables, { acceptedAt: at(2) });
    await tables
      .updateTable('emails')
      .set({ has_attachments: true })
      .where('id', 'in', [file.emailId, failed.emailId])
      .execute();
    await tables
      .updateTable('executions')
      .set({ risk: 'critical' })
      .where('id', '=', staff.executionId)
      .execute();
    for (const query of ['status=odd', 'category=odd', 'has_attachments=yes']) {
      assert.equal((await ask(`/api/emails?${query}`)).status, 400, query);
    }
    const emails = async (query: string) =>
      (await readAll(app, `/api/emails?${query}`, 'emails', 1)).flat().map(({ id }) => id);
    assert.deepEqual(await emails('status=failed'), [failed.emailId]);
    assert.deepEqual(await emails('category=staff'), [staff.emailId]);
    assert.deepEqual(await emails('has_attachments=true'), [file.emailId, failed.emailId]);
    assert.deepEqual(await emails('has_attachments=true&status=failed'), [failed.emailId]);
    assert.deepEqual(
      new Set(await emails('status=completed&category=vendor')),
      new Set([file.emailId, other.emailId]),
    );
    assert.equal((await emails('has_attachments=false')).length, 4);
    for (const risk of ['low', 'odd']) {
      assert.equal((await ask(`/executions?risk=${risk}`)).status, 400);
    }
    const executions = async (query: string) =>
      (await readAll(app, `/executions?${query}`, 'executions', 1)).flat().map(({ id }) => id);
    assert.deepEqual(await executions('risk=critical'), [staff.executionId]);
    assert.deepEqual(await executions('risk=high'), []);
  });
});

describe('who did something', () => {
  it('has the name of the account or key as it is now; nobody’s id has none', async (t) => {
    const app = await startTestApp(t);
    const { executionId } = await insertRouted(app, { confidence: 0.5 });
    const key = uuidv7();
    await app.database.pool.query(
      `insert into users (id, name, email, role) values ($1, 'Sam Reed', 'sam@desk.example', 'staff')`,
      [STAFF_ID],
    );
    await app.database.pool.query(
      `insert into api_keys (id, name, role, key_hash, hint, created_by, created_at)
       values ($1, 'Importer', 'staff', '\\x00', 'dbk_abcd', 'local', now())`,
      [key],
    );
    const [review] = (await readAll(app, '/api/reviews', 'reviews', 10)).flat();
    assert.equal(review?.decided_by_name, null);
    await app.ask({
      method: 'POST',
      url: `/api/reviews/${review?.id}`,
      payload: { decision: 'reject' },
    });
    for (const actor of [key, 'local', 'demonstration', uuidv7(), "'; drop"]) {
      await app.tables
        .insertInto('audit_entries')
        .values({
          id: uuidv7(),
          execution_id: executionId,
          actor,
          what: 'execution_retried',
          before: null,
          at: app.clock.now,
        })
        .execute();
    }
    const { body } = await app.ask(`/executions/${executionId}`);
    const execution = body as unknown as { review: Item; audit: Item[] };
    assert.equal(execution.review.decided_by_name, 'Sam Reed');
    assert.deepEqual(
      execution.audit.map(({ actor_name }) => actor_name),
      ['Sam Reed', 'Importer', 'This machine', 'the demonstration', null, null],
    );
    assert.equal((await app.ask(`/api/reviews/${review?.id}`)).body.decided_by_name, 'Sam Reed');
    const [listed] = (await readAll(app, '/api/reviews?status=rejected', 'reviews', 5)).flat();
    assert.equal(listed?.decided_by_name, 'Sam Reed');
    const second = await app.ask({
      method: 'POST',
      url: `/api/reviews/${review?.id}`,
      payload: { decision: 'approve' },
    });
    assert.match(String(second.body.detail), /rejected before, by Sam Reed at/);
  });
});
