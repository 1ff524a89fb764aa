import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { deleteOldMail } from './delete-old-mail.ts';
import type { OperationsTables } from './tables.ts';

test('mail goes after its time with all that came of it, later mail and waiting mail stay', async (t) => {
  const now = new Date('2026-11-20T15:00:00Z');
  const server = await startTestServer(t, { backOffice: {}, clock: () => now });
  const office = openBackOffice(t, server);
  const tables = server.database.for<OperationsTables>();
  const ids: string[] = [];
  for (const name of ['old', 'waiting', 'new']) {
    const id = await office.sendRaw(
      `From: a@example.com\r\nTo: b@totetaxi.example\r\nSubject: ${name}\r\n\r\nPlease call ${name} back by Friday.\r\n`,
    );
    await office.settled(id);
    ids.push(id);
  }
  await tables
    .updateTable('emails')
    .set({ accepted_at: new Date('2026-10-01T00:00:00Z') })
    .where('subject', 'in', ['old', 'waiting'])
    .execute();
  await tables
    .updateTable('executions')
    .set({ status: 'pending', completed_at: null })
    .where('id', '=', ids[1] as string)
    .execute();

  const run = () =>
    deleteOldMail({ database: server.database, retentionDays: 30, clock: () => now });
  assert.equal(await run(), 1);
  assert.equal(await run(), 0);
  const left = await tables.selectFrom('emails').select('subject').orderBy('subject').execute();
  assert.deepEqual(
    left.map(({ subject }) => subject),
    ['new', 'waiting'],
  );
  for (const table of ['agent_outputs', 'actions', 'tasks'] as const) {
    const rows = await tables
      .selectFrom(table)
      .select('execution_id')
      .where('execution_id', '=', ids[0] as string)
      .execute();
    assert.deepEqual(rows, [], table);
  }
});
