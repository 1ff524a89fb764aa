import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openTestDatabase, type TestDatabase } from '../routing/test-rows.ts';
import type { OperationsSettings } from '../settings.ts';
import { createOutbox } from './outbox.ts';
import {
  insertNotification,
  readNotification,
  type SmtpStep,
  startSmtpServer,
  startWebhook,
  untilStatus,
} from './test-servers.ts';

const start = new Date('2026-11-20T15:00:00Z');
const script = fileURLToPath(new URL('test-outbox-process.ts', import.meta.url));
const limit = { timeout: 120_000 };

function startChild(t: TestContext, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env, NOW: start.toISOString() },
    stdio: 'ignore',
  });
  t.after(() => child.kill('SIGKILL'));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Starts anew, first at the same time and then three minutes later, with one more to send. */
async function recover(
  t: TestContext,
  database: TestDatabase,
  channel: 'email' | 'webhook',
  notifications: OperationsSettings['notifications'],
): Promise<void> {
  let now = start;
  const outbox = createOutbox({
    database: database.tables,
    settings: { notifications },
    clock: () => now,
    log: pino({ level: 'silent' }),
  });
  t.after(() => outbox.close());
  outbox.start();
  const first = await insertNotification(database, { channel, dueAt: start });
  outbox.wake();
  await untilStatus(database, first, 'sent');
  now = new Date(start.getTime() + 180_000);
  const second = await insertNotification(database, { channel, dueAt: now });
  outbox.wake();
  await untilStatus(database, second, 'sent');
}

const never = new Promise<undefined>(() => {});
const steps: SmtpStep[] = ['connected', 'mail_from', 'rcpt_to', 'data_begun', 'data_done'];

for (const step of steps) {
  it(
    `an outbox killed at ${step} has sent nothing twice, and the row says uncertain`,
    limit,
    async (t) => {
      const database = await openTestDatabase(t);
      const smtp = await startSmtpServer(t);
      const reached = Promise.withResolvers<void>();
      smtp.hold = async (at) => {
        if (at !== step) return undefined;
        reached.resolve();
        return await never;
      };
      const id = await insertNotification(database, { channel: 'email', dueAt: start });
      const child = startChild(t, { DATABASE_URL: database.url, SMTP_URL: smtp.url });
      await reached.promise;
      await kill(child);
      assert.equal((await readNotification(database, id)).status, 'sending');
      smtp.hold = async () => undefined;
      const email = {
        smtpUrl: smtp.url,
        from: 'desk@desk.example',
        recipients: ['ann@desk.example'],
      };
      await recover(t, database, 'email', { email, webhook: undefined });
      assert.equal((await untilStatus(database, id, 'uncertain')).attempts, 1);
      assert.equal(smtp.accepted.filter(({ message }) => message.includes(id)).length, 0);
      assert.equal(smtp.accepted.length, 2);
      assert.equal(smtp.connections(), 3);
    },
  );
}

it(
  'an outbox killed between the answer and its note has sent once and never again',
  limit,
  async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const id = await insertNotification(database, { channel: 'email', dueAt: start });
    const { tables } = database;
    const locked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let holder: Promise<void> | undefined;
    smtp.hold = async (step) => {
      if (step === 'data_done') {
        // The claim is committed; from here on nobody can write to the row.
        holder = tables.transaction().execute(async (transaction) => {
          await transaction
            .selectFrom('notifications')
            .select('id')
            .where('id', '=', id)
            .forUpdate()
            .execute();
          locked.resolve();
          await release.promise;
        });
        await locked.promise;
      }
      return undefined;
    };
    const child = startChild(t, { DATABASE_URL: database.url, SMTP_URL: smtp.url });
    while (!(await endWaiting(database, child))) await delay(10);
    await kill(child);
    release.resolve();
    await holder;
    smtp.hold = async () => undefined;
    const email = {
      smtpUrl: smtp.url,
      from: 'desk@desk.example',
      recipients: ['ann@desk.example'],
    };
    await recover(t, database, 'email', { email, webhook: undefined });
    await untilStatus(database, id, 'uncertain');
    assert.equal(smtp.accepted.filter(({ message }) => message.includes(id)).length, 1);
  },
);

/**
 * Once the outbox waits to note the outcome, stops it there and ends its statement as well, which
 * PostgreSQL would go on with for a client that is gone. Resolves to whether it has.
 */
async function endWaiting({ tables }: TestDatabase, child: ChildProcess): Promise<boolean> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  `.execute(tables);
  const [waiting] = rows;
  if (waiting === undefined) return false;
  child.kill('SIGSTOP');
  await sql`select pg_terminate_backend(${waiting.pid})`.execute(tables);
  return true;
}

it('an outbox killed while the webhook has not answered does not post again', limit, async (t) => {
  const database = await openTestDatabase(t);
  const hook = await startWebhook(t);
  const reached = Promise.withResolvers<void>();
  hook.answer = () => reached.resolve();
  const id = await insertNotification(database, { channel: 'webhook', dueAt: start });
  const child = startChild(t, { DATABASE_URL: database.url, WEBHOOK_URL: hook.url });
  await reached.promise;
  await kill(child);
  hook.answer = (response) => response.writeHead(204).end();
  const webhook = { url: hook.url, secret: undefined };
  await recover(t, database, 'webhook', { email: undefined, webhook });
  await untilStatus(database, id, 'uncertain');
  assert.equal(hook.requests.filter(({ headers }) => headers['idempotency-key'] === id).length, 1);
  assert.equal(hook.requests.length, 3);
});
