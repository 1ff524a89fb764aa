import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import {
  findFreePort,
  type ServerProcess,
  startServerProcess,
  startWorkerProcess,
} from '@deskbell/testing/server-process.ts';
import pg from 'pg';
import { EXECUTIONS_CHANNEL } from './operations/pipeline/job-queue.ts';

async function startServer(t: TestContext, env: Record<string, string>): Promise<ServerProcess> {
  const server = startServerProcess(t, { ...env, PORT: await findFreePort() });
  await server.serving();
  return server;
}

async function send({ url }: ServerProcess, number: number): Promise<string> {
  const response = await fetch(`${url}/process-email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: `mail-${number}`,
      subject: `Order ${number}`,
      sender: 'orders@boxright.example',
      recipient: 'office@totetaxi.example',
      body: `Please confirm order ${number} by Friday.`,
    }),
  });
  assert.equal(response.status, 202);
  return ((await response.json()) as { execution_id: string }).execution_id;
}

/** Resolves when so many executions have this status. */
async function untilCount(client: pg.Client, status: string, count: number): Promise<void> {
  for (;;) {
    const changed = new Promise((resolve) => client.once('notification', resolve));
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from executions where status = $1',
      [status],
    );
    if (rows[0]?.count === count) return;
    await changed;
  }
}

test('a server that only takes mail in leaves it to workers, and both end in order', async (t) => {
  const { url: databaseUrl } = await createTestDatabase(t);
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: 'x'.repeat(32), PROCESS_MAIL: 'off' };
  const server = await startServer(t, env);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  t.after(() => client.end());
  await client.query(`listen ${EXECUTIONS_CHANNEL}`);

  const ids = new Set<string>();
  for (let number = 0; number < 10; number += 1) ids.add(await send(server, number));
  await untilCount(client, 'pending', 10);

  const worker = startWorkerProcess(t, env);
  await worker.serving();
  await untilCount(client, 'completed', 10);
  assert.equal(ids.size, 10);
  for (const id of ids) {
    const response = await fetch(`${server.url}/executions/${id}`);
    assert.equal(((await response.json()) as { status: string }).status, 'completed');
  }

  // One in work and some waiting: a worker that is told to end finishes or gives back, loses none.
  for (let number = 10; number < 40; number += 1) await send(server, number);
  worker.signal('SIGTERM');
  assert.deepEqual(await worker.exited, { code: 0, signal: null });
  const second = startWorkerProcess(t, env);
  await second.serving();
  await untilCount(client, 'completed', 40);
  for (const running of [second, server]) {
    running.signal('SIGTERM');
    assert.deepEqual(await running.exited, { code: 0, signal: null });
  }
});
