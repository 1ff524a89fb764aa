import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chat } from '@deskbell/testing/chat-stream.ts';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { deleteExpired } from './chat-cleanup.ts';

it("deletes visitors' old threads and ended turns' events, and nothing else", async (t) => {
  const model = createScriptedModel(Array.from({ length: 5 }, () => says('Hello')));
  const { url, database } = await startTestServer(t, { languageModels: [model] });
  const { pool } = database;
  const names = ['fresh', 'old', 'old and running', "old customer's", 'ended'] as const;
  const turns = new Map<string, { turnId: string; threadId: string }>();
  for (const name of names) turns.set(name, await chat(url, { message: name }));
  const turnOf = (name: (typeof names)[number]) => turns.get(name)?.turnId;
  const threadOf = (name: (typeof names)[number]) => turns.get(name)?.threadId;

  await pool.query(
    "update threads set last_activity_at = now() - interval '25 hours' where id = any($1)",
    [[threadOf('old'), threadOf('old and running'), threadOf("old customer's")]],
  );
  await pool.query('update threads set owner_id = gen_random_uuid() where id = $1', [
    threadOf("old customer's"),
  ]);
  await pool.query("update turns set state = 'running', ended_at = null where id = $1", [
    turnOf('old and running'),
  ]);
  await pool.query("update turns set ended_at = now() - interval '6 minutes' where id = $1", [
    turnOf('ended'),
  ]);
  await deleteExpired(database);

  const threads = await pool.query<{ id: string }>('select id from threads');
  assert.deepEqual(
    new Set(threads.rows.map(({ id }) => id)),
    new Set(names.filter((name) => name !== 'old').map(threadOf)),
  );
  const events = await pool.query<{ turn_id: string }>('select distinct turn_id from turn_events');
  assert.deepEqual(
    new Set(events.rows.map(({ turn_id }) => turn_id)),
    new Set([turnOf('fresh'), turnOf('old and running'), turnOf("old customer's")]),
  );
  const messages = await pool.query('select 1 from messages where turn_id = $1', [turnOf('old')]);
  assert.equal(messages.rows.length, 0);
});
