import type { Insertable } from 'kysely';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { Database } from '../../platform/database.ts';
import type { Envelope } from '../mail/email.ts';
import { readEnvelope } from '../mail/read-envelope.ts';
import type { MailQueue } from '../pipeline/mail-queue.ts';
import { poolRunnerOf, type SqlRunner } from '../pipeline/sql-runner.ts';
import { joinWrites } from '../pipeline/sql-write.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import type {
  AcceptedMail,
  AcceptMail,
  AcceptOutcome,
  IncomingMail,
  RefusedMail,
} from './accept-mail.ts';
import { emailRow } from './email-row.ts';
import { MAX_MESSAGE_BYTES, TOO_LARGE } from './message-limit.ts';
import { createSenderCheck } from './sender-lists.ts';
import { storedKey } from './stored-text.ts';

type StoredOutcome = Exclude<AcceptOutcome, RefusedMail>;
type EmailRow = Insertable<OperationsTables['emails']>;

/** How often a mail that was there and then deleted is tried again. */
const TRIES = 3;

/**
 * Makes the one path behind every door: the mail, its bytes, its execution and its job are there
 * together or not at all. Throws when a sender list holds what is neither address nor domain.
 */
export function createAcceptMail({
  database,
  queue,
  settings,
  clock,
  log,
}: {
  database: Database;
  queue: MailQueue;
  settings: Pick<OperationsSettings, 'allowedSenders' | 'blockedSenders'>;
  clock: () => Date;
  log: Logger;
}): AcceptMail {
  const isWelcome = createSenderCheck(settings);
  const run = poolRunnerOf(database);

  async function store(
    row: EmailRow,
    mail: IncomingMail,
    envelope: Envelope,
  ): Promise<StoredOutcome> {
    for (let tries = 1; ; tries += 1) {
      const outcome = await insertOrFind({ run, queue, row, mail, envelope });
      if (outcome !== undefined) return outcome;
      if (tries === TRIES) throw new Error('A mail was deleted as often as it was looked for.');
    }
  }

  return async (mail) => {
    if (mail.raw.byteLength > MAX_MESSAGE_BYTES) {
      return { kind: 'refused', code: 'too_large', detail: TOO_LARGE };
    }
    if (isBlank(mail.raw)) {
      return { kind: 'refused', code: 'empty', detail: 'the message is empty' };
    }
    const envelope = await readEnvelope(mail.raw);
    const from = envelope.from.address;
    if (!isWelcome({ from, envelopeSender: mail.envelope?.sender ?? '' })) {
      log.info({ source: mail.source }, 'A mail was refused: its sender is not allowed');
      return {
        kind: 'refused',
        code: 'sender_not_allowed',
        detail: 'mail from this sender is not accepted here',
      };
    }
    const acceptedAt = mail.acceptedAt ?? clock();
    const row = emailRow({ id: uuid(), mail, envelope, acceptedAt });
    const outcome = await store(row, mail, envelope);
    const { kind, emailId, executionId } = outcome;
    // A hundred lines of the demonstration would hide what an operator is to read.
    const level = mail.source === 'demo' ? 'debug' : 'info';
    log[level]({ emailId, executionId, source: mail.source, kind }, 'Mail taken');
    return outcome;
  };
}

/** Undefined: another mail of this key was there, but is no longer. */
async function insertOrFind({
  run,
  queue,
  row,
  mail,
  envelope,
}: {
  run: SqlRunner;
  queue: MailQueue;
  row: EmailRow;
  mail: IncomingMail;
  envelope: Envelope;
}): Promise<StoredOutcome | undefined> {
  const executionId = uuid();
  const values = [
    row.id,
    row.mailbox,
    row.message_key,
    row.source,
    row.accepted_at,
    row.sent_at,
    row.sender,
    row.sender_name,
    row.sender_domain,
    row.recipient,
    row.subject,
    row.headers,
    row.size_bytes,
    row.is_demo,
    row.thread_key,
    threadOf(row, envelope),
    Buffer.from(mail.raw.buffer, mail.raw.byteOffset, mail.raw.byteLength),
    executionId,
  ];
  const job = await queue.jobOf(executionId);
  const insert = joinWrites([{ text: MAIL, values }, job], {
    text: 'select id from email',
    values: [],
  });
  const { rows } = await run(insert.text, insert.values);
  if (rows.length === 0) {
    const first = await findByKey(run, row);
    return first === undefined ? undefined : { kind: 'duplicate', ...first };
  }
  queue.announce(executionId);
  const acceptedAt = row.accepted_at as Date;
  return { kind: 'accepted', emailId: row.id, executionId, status: 'pending', acceptedAt };
}

// Waits for another transaction that is inserting the same key, and then does nothing. A reply that
// names only its direct predecessor ($16) belongs to the thread that one is in.
const MAIL = `
  email as (
    insert into emails (id, mailbox, message_key, source, accepted_at, sent_at, sender, sender_name,
      sender_domain, recipient, subject, headers, size_bytes, is_demo, thread_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
      coalesce((
        select thread_key from emails
        where $16::text is not null and mailbox = $2 and message_key = $16::text
      ), $15))
    on conflict (mailbox, message_key) do nothing
    returning id, accepted_at
  ), source as (
    insert into email_sources (email_id, raw) select id, $17::bytea from email
  ), execution as (
    insert into executions (id, email_id, accepted_at)
    select $18::uuid, id, accepted_at from email
    returning id
  )`;

/** The key of the mail whose thread this one joins; null when it names its thread itself. */
function threadOf({ thread_key }: EmailRow, { references, inReplyTo }: Envelope): string | null {
  if (references.length > 0 || inReplyTo === null || thread_key === null) return null;
  return storedKey(inReplyTo);
}

async function findByKey(
  run: SqlRunner,
  { mailbox, message_key }: EmailRow,
): Promise<AcceptedMail | undefined> {
  const { rows } = await run<AcceptedMail>(FIND_BY_KEY, [mailbox, message_key]);
  return rows[0];
}

const FIND_BY_KEY = `
  select emails.id as "emailId", executions.id as "executionId", executions.status,
    emails.accepted_at as "acceptedAt"
  from emails join executions on executions.email_id = emails.id
  where emails.mailbox = $1 and emails.message_key = $2`;

const WHITE_SPACE = new Set(Buffer.from(' \t\r\n'));

/** So many empty bytes at its beginning leave nothing a header could be in. */
const BLANK_BYTES = 64 * 1024;

const isBlank = (raw: Uint8Array): boolean =>
  raw.subarray(0, BLANK_BYTES).every((byte) => WHITE_SPACE.has(byte));
