import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { openDatabase } from '../platform/database.ts';
import { readReference, referenceOf, resolveMail, resolveReference } from './references.ts';
import { insertTestMail } from './routing/test-rows.ts';
import type { OperationsTables } from './tables.ts';

const ID = '0198c0de-1234-7abc-8def-8f14e45fceea';

test('a reference is read in every way people and answers write it, and nothing else is one', () => {
  assert.equal(referenceOf('execution', ID.toUpperCase()), '[execution:8f14e45fceea]');
  const short = '8f14e45fceea';
  for (const [text, kind, id] of [
    ['[execution:8f14e45fceea]', 'execution', short],
    [' Email: 8F14E45FCEEA ', 'email', short],
    [short, undefined, short],
    [ID, undefined, ID],
    [`[task:${ID}]`, 'task', ID],
  ] as const) {
    assert.deepEqual(readReference(text), { kind, id }, text);
  }
  for (const text of [
    '',
    '[]',
    'email:',
    ':8f14e45fceea',
    'mail:8f14e45fceea',
    'email:task:8f14e45fceea',
    '8f14e45fceeg',
    '8f14e45fcee',
    '8f14e45fceeaa',
    "8f14e45fceea'",
    '[email:8f14e45fceea',
    '%',
    '\0'.repeat(12),
  ]) {
    assert.equal(readReference(text), undefined, JSON.stringify(text));
  }
});

test('a reference finds its record; of another kind, unknown or meaning two, it finds none', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  const { emailId, executionId } = await insertTestMail(database.for<OperationsTables>());
  const taskId = randomUUID();
  await database.pool.query(
    `with action as (
       insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
       values ($1, $2, 'create_task', 'task:0', '{}', 'executed', now())
     )
     insert into tasks (id, action_id, execution_id, email_id, title, description, priority,
       category, quote, created_at, updated_at)
     values ($1, $1, $2, $3, 'Call', '', 'low', 'mail', '', now(), now())`,
    [taskId, executionId, emailId],
  );
  const resolve = (kind: 'email' | 'execution' | 'task', id: string) =>
    resolveReference({ database, kind, id });
  const short = emailId.slice(-12);
  for (const id of [emailId, short, `email:${short}`, referenceOf('email', emailId)]) {
    assert.equal(await resolve('email', id), emailId);
    assert.deepEqual(await resolveMail(database, id), { emailId, executionId });
  }
  assert.equal(await resolve('task', taskId.slice(-12)), taskId);
  assert.equal(await resolve('execution', referenceOf('email', emailId)), undefined);
  assert.equal(await resolve('execution', short), undefined);
  assert.equal(await resolve('email', randomUUID()), undefined);
  for (const id of [executionId, executionId.slice(-12), referenceOf('task', taskId), taskId]) {
    assert.deepEqual(await resolveMail(database, id), { emailId, executionId });
  }
  assert.equal(await resolveMail(database, `[task:${short}]`), undefined);
  assert.equal(await resolveMail(database, 'the last one'), undefined);

  // A second mail whose id ends the same way.
  await database.pool.query(
    `insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
       sender_domain, recipient, subject, headers, size_bytes)
     values ($1, 'api', 'twin', 'json', now(), '', '', '', '', '', '{}', 1)`,
    [`00000000-0000-7000-8000-${short}`],
  );
  assert.equal(await resolve('email', short), undefined);
  assert.equal(await resolve('email', emailId), emailId);
});
