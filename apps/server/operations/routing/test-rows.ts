import { createTestDatabase, type Owner } from '@deskbell/testing/postgres.ts';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';

// Rows for the tests of this folder and its neighbours.

export interface TestDatabase {
  url: string;
  tables: Kysely<OperationsTables>;
}

export async function openTestDatabase(owner: Owner): Promise<TestDatabase> {
  const { url } = await createTestDatabase(owner);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  owner.after(() => database.close());
  return { url, tables: database.for<OperationsTables>() };
}

export interface TestMail {
  emailId: string;
  executionId: string;
}

/** A mail and its execution, completed unless told otherwise. */
export async function insertTestMail(
  tables: Kysely<OperationsTables>,
  {
    subject = 'Van lease',
    sender = 'ann@vans.example',
    acceptedAt = new Date('2026-11-20T15:00:00Z'),
    status = 'completed',
    category = status === 'completed' ? 'vendor' : null,
  }: {
    subject?: string;
    sender?: string;
    acceptedAt?: Date;
    status?: 'pending' | 'completed' | 'failed';
    category?: string | null;
  } = {},
): Promise<TestMail> {
  const emailId = uuidv7();
  const executionId = uuidv7();
  await tables
    .insertInto('emails')
    .values({
      id: emailId,
      mailbox: 'api',
      message_key: emailId,
      source: 'json',
      accepted_at: acceptedAt,
      sent_at: null,
      sender,
      sender_name: 'Ann Carter',
      sender_domain: sender.split('@')[1] ?? '',
      recipient: 'office@desk.example',
      subject,
      headers: '{}',
      thread_key: null,
      size_bytes: 100,
    })
    .execute();
  await tables
    .insertInto('executions')
    .values({
      id: executionId,
      email_id: emailId,
      status,
      accepted_at: acceptedAt,
      started_at: status === 'pending' ? null : acceptedAt,
      completed_at: status === 'pending' ? null : new Date(acceptedAt.getTime() + 100),
      error_code: status === 'failed' ? 'too_deep' : null,
      error_message: status === 'failed' ? 'The message is nested too deeply.' : null,
      category,
      urgency: 40,
      confidence: 0.95,
      risk: 'low',
      vendor_id: null,
    })
    .execute();
  return { emailId, executionId };
}
