import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { type Database, openDatabase } from '../platform/database.ts';
import { createSessionStore } from './session-store.ts';

const owner = (ownerId: string) => ({ desk: 'backoffice', ownerId });

async function openTestDatabase(t: TestContext): Promise<Database> {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, queryTimeoutMs: 120_000, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  return database;
}

/** Sessions of one owner, each with a turn that was answered. */
async function addSessions({ pool }: Database, ownerId: string, count: number): Promise<void> {
  await pool.query(
    `with made as (
       insert into threads (id, desk, owner_id, turn_count, created_at, last_activity_at)
       select gen_random_uuid(), 'backoffice', $1, 1, at, at
       from generate_series(1, $2::int) as n
       cross join lateral (select timestamptz '2026-01-01' + n * interval '1 second' as at) as moment
       returning id
     ), turn as (
       insert into turns (id, thread_id, state, lease_expires_at, ended_at)
       select gen_random_uuid(), id, 'done', now(), now() from made returning id
     )
     insert into messages (id, turn_id, role, content)
     select gen_random_uuid(), id, 'user', '{"text": "Anything I should know about?"}' from turn`,
    [ownerId, count],
  );
}

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** The blocks that a list of 20 sessions looks at. */
async function blocksRead({ pool }: Database, ownerId: string): Promise<number> {
  let plan: Plan | undefined;
  const explaining = {
    query: async (text: string, values: unknown[]) => {
      const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
      plan = rows[0]['QUERY PLAN'][0].Plan;
      return { rows: [] };
    },
  };
  const store = createSessionStore({ pool: explaining as unknown as Database['pool'] });
  await store.list({ owner: owner(ownerId), limit: 20 });
  assert.ok(plan !== undefined);
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

it('a list of sessions costs the same however many there are', async (t) => {
  const database = await openTestDatabase(t);
  await addSessions(database, 'ann', 200);
  await database.pool.query('analyze');
  await blocksRead(database, 'ann');
  const few = await blocksRead(database, 'ann');
  await addSessions(database, 'ann', 30_000);
  await addSessions(database, 'bob', 30_000);
  for (const state of ['without statistics', 'analyzed']) {
    if (state === 'analyzed') await database.pool.query('vacuum analyze');
    for (const ownerId of ['ann', 'bob']) {
      const many = await blocksRead(database, ownerId);
      assert.ok(many <= few * 2 + 50, `${state}, ${ownerId}: ${few} blocks became ${many}`);
    }
  }
  assert.equal(
    (await createSessionStore(database).list({ owner: owner('ann'), limit: 20 })).length,
    20,
  );
});

it('a session of one owner is not deleted for another', async (t) => {
  const database = await openTestDatabase(t);
  const store = createSessionStore(database);
  const { id } = await store.create({ owner: owner('ann') });
  await store.remove({ sessionId: id, owner: owner('bob') });
  assert.deepEqual(await store.ownerOf(id), owner('ann'));
  await store.remove({ sessionId: id, owner: owner('ann') });
  assert.equal(await store.ownerOf(id), undefined);
});

it('a question that PostgreSQL cannot hold as text titles its session as far as it can', async (t) => {
  const database = await openTestDatabase(t);
  const store = createSessionStore(database);
  await addSessions(database, 'ann', 1);
  const texts: [string, string][] = [
    ['NUL \u0000\u0000 and half \ud83e', 'NUL \ufffd\ufffd and half \ufffd'],
    ['\u0000🧳 \\u0000 \\\\u0000 \\\u0000', '\ufffd🧳 \\u0000 \\\\u0000 \\\ufffd'],
    ['no \\ud83e text', 'no \\ud83e text'],
  ];
  for (const [text, title] of texts) {
    await database.pool.query('update messages set content = $1', [JSON.stringify({ text })]);
    const [session] = await store.list({ owner: owner('ann'), limit: 1 });
    assert.deepEqual([session?.messageCount, session?.metadata], [2, { title }]);
  }
  await database.pool.query(`update messages set content = '{"content": 7, "odd": "\\u0000"}'`);
  const [session] = await store.list({ owner: owner('ann'), limit: 1 });
  assert.deepEqual(session?.metadata, { title: '' });
});
