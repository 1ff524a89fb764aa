import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { type TestContext, test } from 'node:test';
import { until } from '@deskbell/testing/until.ts';
import { RECORD_CHANGES_CHANNEL } from '../platform/record-changes.ts';
import type { SignInTables } from '../platform/sign-in/tables.ts';
import { startLiveApp, type TestLiveApp } from './test-live-app.ts';
import { type LiveClient, openLive } from './test-live-client.ts';

const limit = { timeout: 60_000 };
const checkEveryMs = 40;

const openMany = (t: TestContext, app: TestLiveApp, count: number): Promise<LiveClient[]> =>
  Promise.all(Array.from({ length: count }, () => openLive(t, app)));

async function refusal(app: TestLiveApp, headers: Record<string, string>, path = '/api/live') {
  const response = await fetch(app.url + path, { headers });
  const body = (await response.json()) as { code: string };
  return { status: response.status, code: body.code };
}

test(
  'nobody, a customer and a revoked key get no stream, and staff none with a question',
  limit,
  async (t) => {
    const app = await startLiveApp(t, { isOpenToThisMachine: false });
    const customer = await app.newAccount('customer');
    const staff = await app.newAccount('staff');
    const key = await app.newKey();
    await app.apiKeys.revoke(key.id, 'local');
    assert.deepEqual(await refusal(app, {}), { status: 401, code: 'not_signed_in' });
    assert.deepEqual(await refusal(app, customer.headers), { status: 403, code: 'forbidden' });
    assert.deepEqual(await refusal(app, key.headers), { status: 401, code: 'wrong_credentials' });
    assert.deepEqual(await refusal(app, { ...staff.headers, ...key.headers }), {
      status: 401,
      code: 'wrong_credentials',
    });
    const question = await refusal(app, staff.headers, '/api/live?since=yesterday');
    assert.deepEqual(question, { status: 400, code: 'invalid_request' });
    assert.equal(app.live.streams.count, 0);
    const admin = await app.newAccount('admin');
    for (const headers of [staff.headers, admin.headers, (await app.newKey()).headers]) {
      const tab = await openLive(t, app, headers);
      assert.equal(tab.response.headers['content-type'], 'text/event-stream; charset=utf-8');
      assert.equal(tab.response.headers['cache-control'], 'no-store');
      assert.equal(tab.response.headers['x-accel-buffering'], 'no');
    }
  },
);

test(
  'a member has so many streams and no more, and gets one back for each that ends',
  limit,
  async (t) => {
    const app = await startLiveApp(t, { isOpenToThisMachine: false, mostPerMember: 2 });
    const [ann, ben] = [await app.newAccount('staff'), await app.newAccount('staff')];
    const [first] = [await openLive(t, app, ann.headers), await openLive(t, app, ann.headers)];
    assert.deepEqual(await refusal(app, ann.headers), { status: 429, code: 'rate_limited' });
    await openLive(t, app, ben.headers);
    first.request.destroy();
    await until(() => app.live.streams.count === 2);
    await openLive(t, app, ann.headers);
  },
);

test('a change costs one read of each kind, however many tabs are open', limit, async (t) => {
  const app = await startLiveApp(t);
  const ids = await app.insertMails(20);
  await app.announce(ids);
  const tabs = await openMany(t, app, 100);
  assert.deepEqual(app.statements, [], 'nothing is read for nobody, and nothing at the start');
  await app.announce([...ids, ...ids]);
  await until(() => tabs.every((tab) => tab.count('changes') > 0));
  for (const tab of tabs) {
    assert.deepEqual([...tab.latest('executions').keys()].toSorted(), ids.toSorted());
    assert.equal(tab.latest('emails').size, 20);
    assert.equal(tab.count('changes'), 1);
  }
  const tables = app.statements.map((text) => /from (\w+)/.exec(text)?.[1]);
  assert.deepEqual(tables, [
    'executions',
    'emails',
    'tasks',
    'calendar_events',
    'reviews',
    'notifications',
  ]);
});

test(
  'more than 200 changes at once are a resync without a read, and what follows is told again',
  limit,
  async (t) => {
    const app = await startLiveApp(t);
    const ids = await app.insertMails(201);
    const tab = await openLive(t, app);
    await app.announce(ids);
    await until(() => tab.count('resync') > 0);
    assert.deepEqual(app.statements, []);
    const startedAtMs = performance.now();
    await app.announce(ids.slice(0, 200));
    await until(() => tab.count('changes') > 0);
    assert.ok(performance.now() - startedAtMs > 1_500, 'everybody is reading just then');
    assert.equal(tab.latest('executions').size, 200);
    assert.equal(tab.count('resync'), 1);
  },
);

test('what is too large to send is a resync', limit, async (t) => {
  const app = await startLiveApp(t);
  const ids = await app.insertMails(200, 'x'.repeat(2_000));
  const tab = await openLive(t, app);
  await app.announce(ids);
  await until(() => tab.count('resync') > 0);
  assert.equal(tab.count('changes'), 0);
});

test('what names no record is read by nobody, and nothing breaks of it', limit, async (t) => {
  const app = await startLiveApp(t);
  const tab = await openLive(t, app);
  const [id = ''] = await app.insertMails(1);
  const gone = '01a20245-ba94-7088-87f5-1fd9d8df65b6';
  await app.announce(['', "'; drop table tasks; --", gone]);
  for (const payload of [`task:${gone}`, 'task:x', 'booking:x', 'booking:TT-000001']) {
    await app.database.pool.query('select pg_notify($1, $2)', [RECORD_CHANGES_CHANNEL, payload]);
  }
  await app.announce([id]);
  await until(() => tab.latest('executions').has(id));
  assert.deepEqual([tab.count('changes'), tab.count('resync')], [1, 0]);
  await app.database.pool.query('select pg_notify($1, $2)', [RECORD_CHANGES_CHANNEL, 'all']);
  await until(() => tab.count('resync') === 1);
});

test(
  'a lost listener is a resync once it is back, and changes are told as before',
  limit,
  async (t) => {
    const app = await startLiveApp(t);
    const [id = ''] = await app.insertMails(1);
    const tab = await openLive(t, app);
    await app.database.pool.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where application_name = 'deskbell-listener' and datname = current_database()`,
    );
    await until(() => tab.count('resync') === 1);
    await app.announce([id]);
    await until(() => tab.latest('executions').has(id));
  },
);

test(
  'a mail whose end nobody told, because its process was killed, is looked at again',
  limit,
  async (t) => {
    const app = await startLiveApp(t, { times: { lookAgainEveryMs: 300 } });
    const [id = ''] = await app.insertMails(1);
    const { pool } = app.database;
    await pool.query(`update executions set status = 'running', completed_at = null`);
    const tab = await openLive(t, app);
    await app.announce([id]);
    await until(() => tab.latest('executions').get(id)?.status === 'running');
    await pool.query(`update executions set status = 'completed', completed_at = now()`);
    await until(() => tab.latest('executions').get(id)?.status === 'completed');
  },
);

test('a read that fails is logged and followed by a resync; the streams stay', limit, async (t) => {
  const app = await startLiveApp(t);
  const [id = ''] = await app.insertMails(1);
  const tab = await openLive(t, app);
  await app.database.pool.query('alter table notifications rename to hidden');
  await app.announce([id]);
  await until(() =>
    app.logLines.some((line) => line.includes('could not be read for the console')),
  );
  await app.database.pool.query('alter table hidden rename to notifications');
  await until(() => tab.count('resync') === 1);
  await app.announce([id]);
  await until(() => tab.latest('executions').has(id));
  assert.equal(tab.isEnded, false);
});

test(
  'who comes while changes are being read is told of what changed meanwhile, too',
  limit,
  async (t) => {
    const app = await startLiveApp(t);
    const [id = ''] = await app.insertMails(1);
    const { pool } = app.database;
    const before = await openLive(t, app);
    const holding = await pool.connect();
    try {
      await holding.query('begin; lock table notifications in access exclusive mode');
      await app.announce([id]);
      await until(() => app.statements.some((text) => text.includes('from notifications')));
      before.request.destroy();
      await until(() => app.live.streams.count === 0);
      await pool.query('update executions set attempts = 7');
      await app.announce([id]);
      const after = await openLive(t, app);
      await holding.query('commit');
      await until(() => after.latest('executions').get(id)?.attempts === 7);
    } finally {
      holding.release(true);
    }
  },
);

test('every stream gets the heartbeats that hello promised', limit, async (t) => {
  const app = await startLiveApp(t, { times: { heartbeatMs: 30 } });
  const tabs = await openMany(t, app, 3);
  await until(() => tabs.every((tab) => tab.count('heartbeat') >= 3));
  for (const tab of tabs) {
    const [hello] = tab.events;
    assert.equal(hello?.event === 'hello' && hello.data.heartbeat_ms, 30);
  }
});

test(
  'a role taken away, a session ended and a key revoked end the streams that rest on them',
  limit,
  async (t) => {
    const app = await startLiveApp(t, { isOpenToThisMachine: false, times: { checkEveryMs } });
    const { newAccount, newKey, signIn, apiKeys, database } = app;
    const [demoted, left, stays] = [
      await newAccount('staff'),
      await newAccount('admin'),
      await newAccount('staff'),
    ];
    const key = await newKey();
    const tabs = await Promise.all(
      [demoted, left, key].map(({ headers }) => openLive(t, app, headers)),
    );
    const second = await openLive(t, app, demoted.headers);
    const kept = await openLive(t, app, stays.headers);
    await database
      .for<SignInTables>()
      .updateTable('users')
      .set({ role: 'customer' })
      .where('id', '=', demoted.id)
      .execute();
    await signIn.endSessions(left.id);
    await apiKeys.revoke(key.id, 'local');
    await until(() => [...tabs, second].every((tab) => tab.isEnded));
    assert.equal(app.live.streams.count, 1);
    assert.equal(kept.isEnded, false);
    assert.ok(
      tabs.every((tab) => tab.response.complete),
      'they end, and are not cut',
    );
  },
);

/** A tab that stopped reading, beside one that reads. */
async function openStalled(t: TestContext, app: TestLiveApp): Promise<void> {
  const request = get(`${app.url}/api/live`, { agent: false });
  t.after(() => void request.destroy());
  request.on('error', () => {});
  const response = await new Promise<IncomingMessage>((resolve) => {
    request.once('response', resolve);
  });
  response.on('error', () => {});
  response.pause();
}

const heldBy = ({ sockets }: TestLiveApp): number =>
  Math.max(0, ...[...sockets].map(({ writableLength }) => writableLength));

test(
  'a reader that takes nothing is cut before it holds 2 MiB, and the others get everything',
  limit,
  async (t) => {
    const app = await startLiveApp(t);
    const ids = await app.insertMails(100, 'x'.repeat(1_500));
    const good = await openLive(t, app);
    await openStalled(t, app);
    // The kernel takes some megabytes for it, so it goes on until the server has enough.
    let rounds = 0;
    let mostHeld = 0;
    while (app.live.streams.count === 2) {
      rounds += 1;
      assert.ok(rounds < 100, 'it is never cut');
      await app.announce(ids);
      await until(() => good.count('changes') === rounds);
      mostHeld = Math.max(mostHeld, heldBy(app));
    }
    assert.ok(mostHeld > 0.5 * 1024 * 1024 && mostHeld < 2 * 1024 * 1024, `${mostHeld} bytes`);
    assert.equal(app.live.streams.count, 1);
    await app.announce(ids);
    await until(() => good.count('changes') === rounds + 1);
    assert.equal(good.isEnded, false);
  },
);

test(
  'a reader that takes nothing for six heartbeats is cut, however little it holds',
  limit,
  async (t) => {
    const app = await startLiveApp(t, { times: { heartbeatMs: 100 } });
    const ids = await app.insertMails(100, 'x'.repeat(1_500));
    const good = await openLive(t, app);
    await openStalled(t, app);
    let rounds = 0;
    while (heldBy(app) === 0) {
      rounds += 1;
      assert.ok(rounds < 100, 'the kernel takes everything');
      await app.announce(ids);
      await until(() => good.count('changes') === rounds);
    }
    const beats = good.count('heartbeat');
    assert.ok(heldBy(app) < 1024 * 1024);
    await until(() => app.live.streams.count === 1);
    assert.ok(good.count('heartbeat') - beats <= 8);
    assert.equal(good.isEnded, false);
  },
);
