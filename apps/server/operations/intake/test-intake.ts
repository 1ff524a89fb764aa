import { createTestDatabase, type Owner } from '@deskbell/testing/postgres.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { type Database, openDatabase } from '../../platform/database.ts';
import type { MailQueue } from '../pipeline/mail-queue.ts';
import type { AcceptMail } from './accept-mail.ts';
import { createAcceptMail } from './create-accept-mail.ts';

export interface TestIntake {
  accept: AcceptMail;
  database: Database;
  databaseUrl: string;
  /** Everything stored, by its time: one row per mail, with what has to be there beside it. */
  stored(): Promise<StoredMail[]>;
}

export interface StoredMail {
  emailId: string;
  executionId: string;
  mailbox: string;
  messageKey: string;
  source: string;
  sender: string;
  recipient: string;
  subject: string;
  status: string;
  raw: Buffer;
  jobs: number;
}

/** A queue that keeps its jobs in a table of its own, so that they come and go with transactions. */
const queue: MailQueue = {
  enqueue: async (transaction, executionId) => {
    await sql`insert into test_jobs values (${executionId})`.execute(transaction);
  },
  jobOf: async () => ({
    text: 'job as (insert into test_jobs select id from execution)',
    values: [],
  }),
  announce: () => {},
};

/** The accept path on a database of its own, or on another intake's as a second process. */
export async function createTestIntake(
  owner: Owner,
  options: {
    allowedSenders?: string[];
    blockedSenders?: string[];
    databaseUrl?: string;
    clock?: () => Date;
    logLines?: string[];
  } = {},
): Promise<TestIntake> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(owner)).url;
  const log = pino(
    { level: options.logLines === undefined ? 'silent' : 'trace' },
    { write: (line: string) => options.logLines?.push(line) },
  );
  const database = openDatabase({ url: databaseUrl, log });
  owner.after(() => database.close());
  await database.pool.query('create table if not exists test_jobs (execution_id uuid not null)');
  const accept = createAcceptMail({
    database,
    queue,
    settings: {
      allowedSenders: options.allowedSenders ?? [],
      blockedSenders: options.blockedSenders ?? [],
    },
    clock: options.clock ?? (() => new Date()),
    log,
  });
  const stored = async () => {
    const { rows } = await database.pool.query<StoredMail>(`
      select emails.id "emailId", executions.id "executionId", mailbox, message_key "messageKey",
        source, sender, recipient, subject, status, raw,
        (select count(*)::int from test_jobs where execution_id = executions.id) jobs
      from emails
      left join executions on executions.email_id = emails.id
      left join email_sources on email_sources.email_id = emails.id
      order by emails.accepted_at, emails.id`);
    return rows;
  };
  return { accept, database, databaseUrl, stored };
}

/** A small message; header fields with an empty value are left out. */
export function testMessage(fields: Record<string, string> = {}, body = 'Hello.'): Buffer {
  const header = {
    From: 'Ann <ann@vendor.example>',
    To: 'desk@hotel.example',
    Subject: 'Linen',
    'Message-ID': '<1@vendor.example>',
    ...fields,
  };
  const lines = Object.entries(header)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
}
