import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { type Database, openDatabase } from '../platform/database.ts';
import { createRemoteTurns } from './remote-turns.ts';
import type { StoredEvent } from './turn-event-record.ts';
import type { TurnLog } from './turn-log.ts';

const log = pino({ level: 'silent' });
const token = (content: string): StoredEvent => ({ event: 'token', data: { content } });
const done: StoredEvent = { event: 'done', data: {} };

async function openRunningTurn(
  t: TestContext,
): Promise<{ database: Database; ids: { turnId: string; threadId: string } }> {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  const ids = { turnId: crypto.randomUUID(), threadId: crypto.randomUUID() };
  await database.pool.query("insert into threads (id, desk) values ($1, 'test')", [ids.threadId]);
  await database.pool.query(
    "insert into turns (id, thread_id, lease_expires_at) values ($1, $2, now() + interval '1 h')",
    [ids.turnId, ids.threadId],
  );
  return { database, ids };
}

const write = ({ pool }: Database, turnId: string, first: number, events: StoredEvent[]) =>
  pool.query(
    `insert into turn_events (turn_id, first_number, events) values ($1, $2, $3)
     on conflict (turn_id, first_number) do update set events = excluded.events`,
    [turnId, first, JSON.stringify(events)],
  );

function reaches(turnLog: TurnLog, isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isThere()) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = turnLog.onChange(check);
    check();
  });
}

it('a follower goes on when a batch it has read is written again, longer', async (t) => {
  const { database, ids } = await openRunningTurn(t);
  const remote = createRemoteTurns({ database, conclusionOf: async () => [], log });
  t.after(() => remote.close());
  await write(database, ids.turnId, 1, [token('a'), token('b')]);
  const turnLog = remote.follow(ids);
  assert.equal(remote.follow(ids), turnLog, 'one log for all its readers');
  await reaches(turnLog, () => turnLog.records.length === 2);
  await write(database, ids.turnId, 1, [token('a'), token('b'), token('c')]);
  await write(database, ids.turnId, 4, [token('d'), done]);
  await database.pool.query("update turns set state = 'done', ended_at = now()");
  await reaches(turnLog, () => turnLog.isEnded);
  assert.deepEqual(
    turnLog.records.map(({ event, json }) => [event, json]),
    [
      ...['a', 'b', 'c', 'd'].map((content) => ['token', JSON.stringify({ content })]),
      ['done', '{}'],
    ],
  );
});

it('a follower of a turn that ended without all its events gets a snapshot, never waits on', async (t) => {
  const { database, ids } = await openRunningTurn(t);
  const conclusion = [{ event: 'snapshot', data: { content: 'all' } }, done];
  const remote = createRemoteTurns({ database, conclusionOf: async () => conclusion, log });
  t.after(() => remote.close());
  const turnLog = remote.follow(ids);
  await write(database, ids.turnId, 5, [token('late')]);
  await database.pool.query("update turns set state = 'done', ended_at = now()");
  await reaches(turnLog, () => turnLog.isEnded);
  assert.deepEqual(turnLog.conclusion, conclusion);
});
