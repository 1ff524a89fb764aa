import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { createEmptyDatabase } from '../../../testing/postgres.ts';
import { openDatabase } from './database.ts';
import { createListener } from './listener.ts';

const log = pino({ level: 'silent' });

async function setUp(t: TestContext) {
  const { url } = await createEmptyDatabase(t);
  const database = openDatabase({ url, log });
  const listener = createListener({ url, log });
  t.after(() => Promise.all([listener.close(), database.close()]));
  const notify = (channel: string, payload: string) =>
    database.pool.query('select pg_notify($1, $2)', [channel, payload]);
  return { url, listener, database, notify };
}

/** Collects what a subscription gets, and waits until there is so much of it. */
function createInbox() {
  const payloads: string[] = [];
  let wake = () => {};
  return {
    payloads,
    handler: (payload: string) => {
      payloads.push(payload);
      wake();
    },
    async until(count: number): Promise<void> {
      while (payloads.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

test('a handler that throws does not keep others from hearing', async (t) => {
  const { listener, notify } = await setUp(t);
  const inbox = createInbox();
  listener.subscribe('news', () => {
    throw new Error('broken handler');
  });
  listener.subscribe('news', inbox.handler);
  await listener.ready();
  await notify('news', 'one');
  await inbox.until(1);
});

test('nothing is heard after unsubscribing, and doing it twice spares the others', async (t) => {
  const { listener, notify } = await setUp(t);
  const [left, stayed] = [createInbox(), createInbox()];
  const unsubscribe = listener.subscribe('news', left.handler);
  listener.subscribe('news', stayed.handler);
  await listener.ready();
  unsubscribe();
  unsubscribe();
  await notify('news', 'one');
  await stayed.until(1);
  assert.deepEqual(left.payloads, []);
});

test('a channel that is left and joined again is heard', async (t) => {
  const { listener, notify } = await setUp(t);
  const inbox = createInbox();
  for (let round = 0; round < 3; round += 1) listener.subscribe('Odd "name"', () => {})();
  listener.subscribe('Odd "name"', inbox.handler);
  await listener.ready();
  await notify('Odd "name"', 'one');
  await inbox.until(1);
});

test('what is notified after ready is heard, in order, with channels kept apart', async (t) => {
  const { listener, notify } = await setUp(t);
  const [news, other] = [createInbox(), createInbox()];
  listener.subscribe('news', news.handler);
  listener.subscribe('other', other.handler);
  await listener.ready();
  for (const payload of ['one', 'two', 'three']) await notify('news', payload);
  await notify('other', 'four');
  await Promise.all([news.until(3), other.until(1)]);
  assert.deepEqual([news.payloads, other.payloads], [['one', 'two', 'three'], ['four']]);
});

test('a lost connection comes back, with its channels and word to those who ask', async (t) => {
  const { listener, notify, database } = await setUp(t);
  const inbox = createInbox();
  listener.subscribe('news', inbox.handler);
  await listener.ready();
  for (let round = 1; round <= 3; round += 1) {
    const reconnected = new Promise<void>((resolve) => {
      const stop = listener.onReconnect(() => {
        stop();
        resolve();
      });
    });
    const { rowCount } = await database.pool.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where application_name = 'deskbell-listener' and datname = current_database()`,
    );
    assert.equal(rowCount, 1);
    await reconnected;
    await listener.ready();
    await notify('news', String(round));
    await inbox.until(round);
  }
  assert.deepEqual(inbox.payloads, ['1', '2', '3']);
});

test('closing ends the connection, wakes who waits, and may be done twice', async (t) => {
  const { listener, database } = await setUp(t);
  await listener.ready();
  await Promise.all([listener.close(), listener.close()]);
  await listener.ready();
  // The server notices a moment later than the client; a connection left open is never gone.
  const open = `select 1 from pg_stat_activity
    where application_name = 'deskbell-listener' and datname = current_database()`;
  while ((await database.pool.query(open)).rowCount !== 0);
});

test('without a server it keeps trying until closed', async () => {
  const listener = createListener({ url: 'postgres://nobody@127.0.0.1:9/none', log });
  const ready = listener.ready();
  await listener.close();
  await ready;
});
