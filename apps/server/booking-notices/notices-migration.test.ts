import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEmptyDatabase } from '@deskbell/testing/postgres.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { pino } from 'pino';
import { ask, delivery, MORNING } from '../bookings/routes/test-booking.ts';
import { insertTestMail } from '../operations/routing/test-rows.ts';
import type { OperationsTables } from '../operations/tables.ts';
import { openDatabase } from '../platform/database.ts';
import { listMigrations, MIGRATIONS_FOLDER, migrate } from '../platform/migrate.ts';

const log = pino({ level: 'silent' });
const ACTION = '00000000-0000-7000-8000-000000000001';
const OLD = '00000000-0000-7000-8000-000000000002';

test('notifications from before bookings had any stay as they were, and new ones come beside them', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'earlier-migrations-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const file of await listMigrations()) {
    if (file < '0008') await copyFile(join(MIGRATIONS_FOLDER, file), join(folder, file));
  }
  const { url } = await createEmptyDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  const { pool } = database;
  await migrate({ database, folder, log });
  const { executionId } = await insertTestMail(database.for<OperationsTables>());
  await pool.query(
    `insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
     values ($1, $2, 'send_notification', 'notification', '{}', 'executed', now())`,
    [ACTION, executionId],
  );
  const insertOld = (id: string, channel: string) =>
    pool.query(
      `insert into notifications (id, action_id, execution_id, channel, subject, body, urgency,
         status, created_at)
       values ($1, $2, $3, $4, 'High: Van lease', 'From: Ann', 'high', 'shown', now())`,
      [id, ACTION, executionId, channel],
    );
  await insertOld(OLD, 'console');

  assert.equal((await migrate({ database, log }))[0], '0008-booking-notices');
  // As a server from before does it that still runs.
  await insertOld('00000000-0000-7000-8000-000000000003', 'webhook');

  const server = await startTestServer(t, {
    databaseUrl: url,
    clock: () => MORNING,
    backOffice: {},
  });
  const made = await ask(server, '/api/bookings', { body: delivery });
  assert.equal(made.status, 201);
  const { status, body } = await ask<{ notifications: Record<string, unknown>[] }>(
    server,
    '/api/notifications',
  );
  assert.equal(status, 200);
  const told = body.notifications.map(({ execution_id, booking_number }) => [
    execution_id,
    booking_number,
  ]);
  assert.deepEqual(told.toSorted(), [
    [null, made.body.number],
    [executionId, null],
    [executionId, null],
  ]);

  const number = made.body.number;
  const refused: [string, string, unknown[]][] = [
    ['of nothing', 'null, null, null, $1', ['console']],
    ['of a mail and a booking', '$2, $3, $4, $1', ['console', ACTION, executionId, number]],
    ['of an action without its mail', '$2, null, null, $1', ['email', ACTION]],
    ['to a customer of no booking', '$2, $3, null, $1', ['customer_email', ACTION, executionId]],
    ['of a booking that does not exist', `null, null, 'TT-999999', $1`, ['email']],
    ['of a booking once more', 'null, null, $2, $1', ['console', number]],
  ];
  for (const [what, columns, values] of refused) {
    const insert = pool.query(
      `insert into notifications (id, subject, body, urgency, status, created_at, action_id,
         execution_id, booking_number, channel)
       values (gen_random_uuid(), '', '', 'low', 'shown', now(), ${columns})`,
      values,
    );
    await assert.rejects(insert, { code: /^235(14|03|05)$/ }, what);
  }
});
