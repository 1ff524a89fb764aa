import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { type Client, startChatApp } from './test-chat-app.ts';

interface Told {
  session_id: string;
  turn_id: string;
}

/** What a client is answered when it tries everything a session has. */
async function statuses(client: Client, told: Told, query = ''): Promise<number[]> {
  const { session_id, turn_id } = told;
  const responses = [
    await client.get(`/api/chat/history/${session_id}${query}`),
    await client.get(`/api/chat/turns/${turn_id}${query}`),
    await client.post(`/api/chat/turns/${turn_id}/stop${query}`),
    await client.post(`/api/chat${query}`, { message: 'And?', session_id }),
    await client.post(`/api/chat${query}`, { message: 'And?', session_id, stream: true }),
    await client.delete(`/api/chat/sessions/${session_id}${query}`),
  ];
  await Promise.all(responses.map((response) => response.text()));
  return responses.map(({ status }) => status);
}

const NOTHING = [404, 404, 404, 404, 404, 404];
const EVERYTHING = [200, 200, 202, 200, 200, 204];

async function ask(client: Client, query = '', session_id?: string): Promise<Told> {
  const response = await client.post(`/api/chat${query}`, { message: 'Hi', session_id });
  assert.equal(response.status, 200);
  return (await response.json()) as Told;
}

async function listed(client: Client, query = ''): Promise<{ user_id: string; ids: string[] }> {
  const response = await client.get(`/api/chat/sessions${query}`);
  const body = (await response.json()) as { user_id: string; sessions: { id: string }[] };
  return { user_id: body.user_id, ids: body.sessions.map(({ id }) => id) };
}

const answers = (count: number) =>
  [createScriptedModel(Array.from({ length: count }, () => says('Yes')))] as const;

describe('a session of staff', () => {
  it("is nobody else's, whatever they ask and whoever they say they are", async (t) => {
    const app = await startChatApp(t, { models: answers(1) });
    const told = await ask(app.as('ann:staff'));
    for (const [client, query] of [
      [app.as('bob:staff'), ''],
      [app.as('bob:staff'), '?user_id=ann'],
      [app.as('eve:admin'), ''],
      [app.as('eve:admin'), '?user_id=bob'],
      // An account that happens to be called what the open mode's user is called: no open mode.
      [app.as('default:staff'), ''],
    ] as const) {
      assert.deepEqual(await statuses(client, told, query), NOTHING, query);
    }
    assert.deepEqual(await listed(app.as('bob:staff'), '?user_id=ann'), {
      user_id: 'bob',
      ids: [],
    });
    assert.deepEqual((await listed(app.as('ann:staff'))).ids, [told.session_id]);
  });

  it("is its owner's, in any spelling of its id, and an administrator's who names the owner", async (t) => {
    const app = await startChatApp(t, { models: answers(6) });
    const told = await ask(app.as('ann:staff'));
    const loud = { session_id: told.session_id.toUpperCase(), turn_id: told.turn_id.toUpperCase() };
    assert.deepEqual(await statuses(app.as('ann:staff'), loud), EVERYTHING);
    assert.deepEqual(await statuses(app.as('ann:staff'), told), NOTHING, 'it is deleted');
    const again = await ask(app.as('ann:staff'));
    const { ids } = await listed(app.as('eve:admin'), '?user_id=ann');
    assert.deepEqual(ids, [again.session_id]);
    assert.deepEqual(await statuses(app.as('eve:admin'), again, '?user_id=ann'), EVERYTHING);
  });

  it('made by an administrator for somebody belongs to that person', async (t) => {
    const app = await startChatApp(t, { models: answers(1) });
    const sessionId = await app.as('eve:admin').session('?user_id=ann');
    const told = await ask(app.as('ann:staff'), '', sessionId);
    assert.equal(told.session_id, sessionId);
    assert.deepEqual((await listed(app.as('eve:admin'))).ids, []);
  });

  it('belongs in the open mode to whom it was made for, and needs no name to be used', async (t) => {
    const app = await startChatApp(t, { models: answers(9), isOpen: true });
    const client = app.as();
    const forNobody = await ask(client);
    const forAnn = await ask(client, '?user_id=ann');
    assert.deepEqual(await listed(client), { user_id: 'default', ids: [forNobody.session_id] });
    assert.deepEqual(await listed(client, '?user_id=ann'), {
      user_id: 'ann',
      ids: [forAnn.session_id],
    });
    assert.deepEqual(await statuses(client, forAnn, '?user_id=bob'), NOTHING);
    assert.deepEqual(await statuses(client, forAnn), EVERYTHING);
    assert.deepEqual(await statuses(client, forNobody, '?user_id=default'), EVERYTHING);
  });

  it('is not a thread of the front desk', async (t) => {
    const app = await startChatApp(t, { models: answers(1), isOpen: true });
    const [session_id, turn_id] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const ownerId of [null, 'default']) {
      await app.database.pool.query('delete from threads');
      await app.database.pool.query(
        "insert into threads (id, desk, owner_id) values ($1, 'frontdesk', $2)",
        [session_id, ownerId],
      );
      await app.database.pool.query(
        "insert into turns (id, thread_id, state, ended_at, lease_expires_at) values ($1, $2, 'done', now(), now())",
        [turn_id, session_id],
      );
      assert.deepEqual(await statuses(app.as(), { session_id, turn_id }), NOTHING);
      assert.deepEqual((await listed(app.as())).ids, []);
    }
    assert.equal((await app.database.pool.query('select from turns')).rows.length, 1);
  });
});
