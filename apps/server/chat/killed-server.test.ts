import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import {
  bare,
  chat,
  postChat,
  readChatEvents,
  resumeChat,
  textOf,
} from '@deskbell/testing/chat-stream.ts';
import { holdAfter } from '@deskbell/testing/fake-claude/delivery.ts';
import { startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { text, toolCalls } from '@deskbell/testing/fake-claude/replies.ts';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import {
  findFreePort,
  type ServerProcess,
  startServerProcess,
} from '@deskbell/testing/server-process.ts';

async function startServer(t: TestContext, env: Record<string, string>): Promise<ServerProcess> {
  const server = startServerProcess(t, { ...env, PORT: await findFreePort() });
  await server.serving();
  return server;
}

it('a turn whose server is killed is interrupted within 10 s, and its thread goes on', async (t) => {
  const fake = await startFakeClaude();
  t.after(() => fake.close());
  const database = await createTestDatabase(t);
  const env = {
    DATABASE_URL: database.url,
    ANTHROPIC_API_KEY: 'test-key',
    ANTHROPIC_BASE_URL: fake.url,
    AUTH_SECRET: 'a secret for tests, thirty-two characters or more',
  };
  const [first, second] = await Promise.all([startServer(t, env), startServer(t, env)]);
  fake.script(
    toolCalls([{ name: 'check_zip_coverage', input: { zip_code: '10001' } }], {
      text: 'Let me look.',
      thinking: 'The area has to be checked.',
    }),
    holdAfter(text('Well then, all is fine.'), 4, new Promise(() => {})),
  );
  const response = await postChat(first.url, { message: 'Do you serve 10001?' });
  const turnId = response.headers.get('x-turn-id') ?? '';
  const thread_id = response.headers.get('x-thread-id') ?? '';
  const here = readChatEvents(response);
  let seen = '';
  while (!seen.endsWith('Well ')) {
    const { value } = await here.next();
    assert.ok(value);
    seen = textOf([{ event: 'token', data: { content: seen } }, value]);
  }
  // What the other process sees is stored: wait for it, then pull the plug.
  const there = readChatEvents(await resumeChat(second.url, turnId, 0));
  let stored = '';
  while (!stored.endsWith('Well ')) {
    const { value } = await there.next();
    assert.ok(value);
    stored = textOf([{ event: 'token', data: { content: stored } }, value]);
  }
  const killedAtMs = performance.now();
  first.signal('SIGKILL');
  await assert.rejects(Array.fromAsync(here));

  const rest = bare(await Array.fromAsync(there));
  const seconds = (performance.now() - killedAtMs) / 1000;
  assert.ok(seconds < 10, `${seconds} s`);
  assert.deepEqual(rest.at(0), { event: 'snapshot', data: { content: 'Let me look.\n\nWell ' } });
  assert.ok(rest[1]?.event === 'error' && rest[1].data.code === 'interrupted');
  assert.equal(rest.length, 2);

  fake.script(text('Still yes.'));
  const next = await chat(second.url, { message: 'Well?', thread_id });
  assert.equal(next.text, 'Still yes.');
  assert.ok(
    fake.requests.every(({ accepted }) => accepted),
    'Claude accepted the repaired history',
  );
});
