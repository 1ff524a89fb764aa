import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { holdAfter } from '@deskbell/testing/fake-claude/delivery.ts';
import { startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { text } from '@deskbell/testing/fake-claude/replies.ts';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import {
  findFreePort,
  type ServerProcess,
  startServerProcess,
} from '@deskbell/testing/server-process.ts';
import { readStaffEvents, shownTextOf } from '@deskbell/testing/staff-chat-stream.ts';
import { openChat } from './chat-socket/test-chat-client.ts';

async function startProcess(t: TestContext, env: Record<string, string>): Promise<ServerProcess> {
  const server = startServerProcess(t, { ...env, PORT: await findFreePort() });
  await server.serving();
  return server;
}

test('a turn begun over WebSocket at one process goes on over SSE at another, every event once', async (t) => {
  const { url: databaseUrl } = await createTestDatabase(t);
  const fake = await startFakeClaude();
  t.after(() => fake.close());
  const env = {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: 'x'.repeat(32),
    SEED_DEMO: 'off',
    ANTHROPIC_API_KEY: 'test-key',
    ANTHROPIC_BASE_URL: fake.url,
  };
  const first = await startProcess(t, env);
  const second = await startProcess(t, env);
  const created = await fetch(`${first.url}/api/chat/sessions`, { method: 'POST' });
  const { id: sessionId } = (await created.json()) as { id: string };

  const goOn = Promise.withResolvers<void>();
  const pieces = ['All', ' is', ' well.'];
  // message_start, content_block_start and the first two pieces; then it waits.
  fake.script(holdAfter(text(pieces.join(''), { deltas: pieces }), 4, goOn.promise));
  const socket = await openChat(`${first.url.replace('http', 'ws')}/ws/chat/${sessionId}`, {});
  socket.send({ message: 'Is everything running okay?' });
  const [ack, chunk] = await socket.take(2);
  assert.ok(ack?.type === 'ack' && chunk?.type === 'chunk');
  assert.equal(chunk.content, 'All');
  socket.socket.terminate();

  const resumed = await fetch(`${second.url}/api/chat/turns/${ack.turn_id}?after=${chunk.seq}`);
  assert.equal(resumed.status, 200);
  assert.equal(resumed.headers.get('x-session-id'), sessionId);
  goOn.resolve();
  const events = await Array.fromAsync(readStaffEvents(resumed));
  assert.deepEqual(
    events.map(({ event, id }) => [event, id]),
    [
      ['message', `${ack.turn_id}:2`],
      ['message', `${ack.turn_id}:3`],
      ['done', `${ack.turn_id}:4`],
    ],
  );
  assert.equal(chunk.content + shownTextOf(events), 'All is well.');
  fake.assertDone();
});
