import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { type Database, openDatabase } from '../platform/database.ts';
import { toStoredMessage } from './stored-message.ts';
import { createTurnStore, type TurnStore } from './turn-store.ts';

type NewTurn = Parameters<TurnStore['accept']>[0];

const VISITOR = { desk: 'frontdesk', ownerId: null };

async function openStore(t: TestContext): Promise<{ store: TurnStore; pool: Database['pool'] }> {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  return { store: createTurnStore(database), pool: database.pool };
}

const newTurn = (changes: Partial<NewTurn> = {}): NewTurn => ({
  turnId: randomUUID(),
  threadId: randomUUID(),
  owner: VISITOR,
  historyTurns: 4,
  message: toStoredMessage({ role: 'user', text: 'Hello' }),
  ...changes,
});

async function contents(pool: Database['pool']): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select json_agg(t order by t.id) from threads t) as threads,
       (select json_agg(t order by t.id) from turns t) as turns,
       (select json_agg(m order by m.id) from messages m) as messages`,
  );
  return rows[0];
}

const endTurns = (pool: Database['pool']) =>
  pool.query("update turns set state = 'done', ended_at = now()");

describe('a turn that is not accepted', () => {
  it("stores nothing in a thread that is somebody else's or has expired", async (t) => {
    const { store, pool } = await openStore(t);
    const hers = newTurn({ owner: { ...VISITOR, ownerId: randomUUID() } });
    const open = newTurn();
    for (const turn of [hers, open]) {
      assert.equal((await store.accept(turn)).kind, 'accepted');
    }
    await endTurns(pool);
    const before = await contents(pool);
    for (const [{ threadId }, owner] of [
      [hers, VISITOR],
      [hers, { ...VISITOR, ownerId: randomUUID() }],
      [hers, { ...hers.owner, desk: 'other' }],
      [open, hers.owner],
    ] as const) {
      const outcome = await store.accept(newTurn({ threadId, owner }));
      assert.deepEqual(outcome, { kind: 'not_found' });
    }
    assert.deepEqual(await contents(pool), before);

    await pool.query("update threads set last_activity_at = now() - interval '25 hours'");
    const expired = await contents(pool);
    const late = await store.accept(newTurn({ threadId: open.threadId }));
    assert.deepEqual(late, { kind: 'not_found' });
    assert.deepEqual(await contents(pool), expired);
  });

  it('stores nothing for a key that is used, or beside a running turn', async (t) => {
    const { store, pool } = await openStore(t);
    const key = { idempotencyKey: 'a key', requestHash: 'a hash' };
    const first = newTurn(key);
    await store.accept(first);
    const before = await contents(pool);
    assert.deepEqual(await store.accept(newTurn(key)), { kind: 'key_used' });
    const beside = newTurn({ threadId: first.threadId });
    assert.deepEqual(await store.accept(beside), { kind: 'turn_running' });
    assert.deepEqual(await contents(pool), before);
  });
});

describe('an accepted turn', () => {
  it('comes with its owner and what was said before it, also when its answer was lost', async (t) => {
    const { store, pool } = await openStore(t);
    const first = newTurn();
    const accepted = { kind: 'accepted', threadOwner: VISITOR } as const;
    assert.deepEqual(await store.accept(first), { ...accepted, history: [] });
    assert.deepEqual(await store.accept(first), { ...accepted, history: [] });
    await endTurns(pool);

    const second = newTurn({ threadId: first.threadId });
    const history = [{ role: 'user', text: 'Hello' }];
    assert.deepEqual(await store.accept(second), { ...accepted, history });
    const stored = await contents(pool);
    assert.deepEqual(await store.accept(second), { ...accepted, history });
    assert.deepEqual(await contents(pool), stored);
  });
});
