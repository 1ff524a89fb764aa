import { type Insertable, sql, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { Database } from '../../platform/database.ts';
import type { Envelope } from '../mail/email.ts';
import { readEnvelope } from '../mail/read-envelope.ts';
import type { MailQueue } from '../pipeline/mail-queue.ts';
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
  const tables = database.for<OperationsTables>();

  async function store(
    row: EmailRow,
    mail: IncomingMail,
    envelope: Envelope,
  ): Promise<StoredOutcome> {
    for (let tries = 1; ; tries += 1) {
      const outcome = await tables
        .transaction()
        .execute((transaction) => insertOrFind({ transaction, queue, row, mail, envelope }));
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
    log.info({ emailId, executionId, source: mail.source, kind }, 'Mail taken');
    return outcome;
  };
}

/** Undefined: another mail of this key was there, but is no longer. */
async function insertOrFind({
  transaction,
  queue,
  row,
  mail,
  envelope,
}: {
  transaction: Transaction<OperationsTables>;
  queue: MailQueue;
  row: EmailRow;
  mail: IncomingMail;
  envelope: Envelope;
}): Promise<StoredOutcome | undefined> {
  const executionId = uuid();
  const raw = Buffer.from(mail.raw.buffer, mail.raw.byteOffset, mail.raw.byteLength);
  const acceptedAt = row.accepted_at as Date;
  // Waits for another transaction that is inserting the same key, and then does nothing.
  const inserted = await transaction
    .with('email', (insert) =>
      insert
        .insertInto('emails')
        .values({ ...row, thread_key: threadKeyExpression(row, envelope) })
        .onConflict((conflict) => conflict.columns(['mailbox', 'message_key']).doNothing())
        .returning('id'),
    )
    .with('source', (insert) =>
      insert
        .insertInto('email_sources')
        .columns(['email_id', 'raw'])
        .expression((select) =>
          select.selectFrom('email').select(['email.id', sql<Buffer>`${raw}::bytea`.as('raw')]),
        ),
    )
    .with('execution', (insert) =>
      insert
        .insertInto('executions')
        .columns(['id', 'email_id', 'accepted_at'])
        .expression((select) =>
          select
            .selectFrom('email')
            .select([
              sql<string>`${executionId}::uuid`.as('id'),
              'email.id as email_id',
              sql<Date>`${acceptedAt}::timestamptz`.as('accepted_at'),
            ]),
        ),
    )
    .selectFrom('email')
    .select('email.id')
    .executeTakeFirst();
  if (inserted === undefined) {
    const first = await findByKey(transaction, row);
    return first === undefined ? undefined : { kind: 'duplicate', ...first };
  }
  await queue.enqueue(transaction, executionId);
  return { kind: 'accepted', emailId: inserted.id, executionId, status: 'pending', acceptedAt };
}

/** A reply that names only its direct predecessor belongs to the thread that one is in. */
function threadKeyExpression(row: EmailRow, { references, inReplyTo }: Envelope) {
  const { thread_key = null, mailbox } = row;
  if (references.length > 0 || inReplyTo === null || thread_key === null) return thread_key;
  return sql<string>`coalesce((select thread_key from emails
    where mailbox = ${mailbox} and message_key = ${storedKey(inReplyTo)}), ${thread_key})`;
}

async function findByKey(
  transaction: Transaction<OperationsTables>,
  { mailbox, message_key }: EmailRow,
): Promise<AcceptedMail | undefined> {
  return await transaction
    .selectFrom('emails')
    .innerJoin('executions', 'executions.email_id', 'emails.id')
    .select([
      'emails.id as emailId',
      'executions.id as executionId',
      'executions.status',
      'emails.accepted_at as acceptedAt',
    ])
    .where('emails.mailbox', '=', mailbox)
    .where('emails.message_key', '=', message_key)
    .executeTakeFirst();
}

const WHITE_SPACE = new Set(Buffer.from(' \t\r\n'));

/** So many empty bytes at its beginning leave nothing a header could be in. */
const BLANK_BYTES = 64 * 1024;

const isBlank = (raw: Uint8Array): boolean =>
  raw.subarray(0, BLANK_BYTES).every((byte) => WHITE_SPACE.has(byte));
