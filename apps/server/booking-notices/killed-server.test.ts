import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { findFreePort, startServerProcess } from '@deskbell/testing/server-process.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { delivery, withOrder } from '../bookings/routes/test-booking.ts';
import { startSmtpServer, startWebhook } from '../operations/notifications/test-servers.ts';
import type { OperationsTables } from '../operations/tables.ts';
import { openDatabase } from '../platform/database.ts';

const HOUR_MS = 3_600_000;

test('a server killed between a booking and its mails: they go out after the restart, once', {
  timeout: 180_000,
}, async (t) => {
  const { url: databaseUrl } = await createTestDatabase(t);
  const dataDir = await mkdtemp(join(tmpdir(), 'deskbell-'));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  const [smtp, hook, PORT, nobody] = await Promise.all([
    startSmtpServer(t),
    startWebhook(t),
    findFreePort(),
    findFreePort(),
  ]);
  const killed = startServerProcess(t, {
    PORT,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SEED_DEMO: 'off',
    SMTP_URL: `smtp://127.0.0.1:${nobody}`,
    MAIL_FROM: 'desk@desk.example',
    NOTIFY_EMAIL: 'ann@desk.example',
    WEBHOOK_URL: `http://127.0.0.1:${nobody}/hook`,
  });
  await killed.serving();
  const post = async (path: string, body: unknown) => {
    const response = await fetch(killed.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const pickup_date = new Date(Date.now() + 240 * HOUR_MS).toISOString().slice(0, 10);
  const booking = withOrder(delivery, { pickup_date });
  const { total_cents } = await post('/api/bookings/estimate', booking.order);
  const { number } = await post('/api/bookings', { ...booking, expected_total_cents: total_cents });
  assert.match(String(number), /^TT-\d{6}$/);

  const database = openDatabase({ url: databaseUrl, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  const rowsOf = () =>
    database.for<OperationsTables>().selectFrom('notifications').selectAll().execute();
  // Between two attempts: while one is under way nobody could know whether it arrived.
  await until(async () =>
    (await rowsOf()).every(({ status, attempts }) => status === 'pending' && attempts === 1),
  );
  killed.signal('SIGKILL');
  await killed.exited;

  const email = { smtpUrl: smtp.url, from: 'desk@desk.example', recipients: ['ann@desk.example'] };
  const webhook = { url: hook.url, secret: undefined };
  for (const hours of [1, 2]) {
    const clock = () => new Date(Date.now() + hours * HOUR_MS);
    const server = await startTestServer(t, {
      databaseUrl,
      clock,
      backOffice: { notifications: { email, webhook } },
    });
    await until(async () => (await rowsOf()).every(({ status }) => status === 'sent'));
    await server.close();
  }
  const recipients = smtp.accepted.map((mail) => mail.recipients.join()).toSorted();
  assert.deepEqual(recipients, ['ada@example.com', 'ann@desk.example']);
  assert.equal(hook.requests.length, 1);
  assert.equal(JSON.parse(hook.requests[0]?.body ?? '{}').booking_number, number);
});
