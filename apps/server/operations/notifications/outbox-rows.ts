import type { Kysely } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { ClaimedNotification, SendOutcome } from './send-outcome.ts';

/** What the outbox asks of the database. A row is 'sending', committed, before anything leaves. */

/** From this long after a claim on, its outcome is taken to be unknown. */
export const UNCERTAIN_AFTER_MS = 120_000;

/** Waits before the attempts after the first one; then a notification has failed. */
const RETRY_WAITS_MS = [10_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 10_800_000];

/** 'customer_email': to the customer whose booking it is about, at the address in its row. */
export type SendingChannel = 'email' | 'webhook' | 'customer_email';

interface RowOptions {
  database: Kysely<OperationsTables>;
  now: Date;
}

/**
 * Takes the notification of a channel that has waited longest; undefined when none is due. Nobody
 * else gets it, and it is not given out again unless it surely was not sent. `recipient` takes the
 * place of its own, but for a customer's.
 */
export async function claimNotification({
  database,
  channel,
  recipient,
  now,
}: RowOptions & { channel: SendingChannel; recipient: string | null }): Promise<
  ClaimedNotification | undefined
> {
  return await database
    .updateTable('notifications')
    .set(({ eb }) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      next_attempt_at: new Date(now.getTime() + UNCERTAIN_AFTER_MS),
      ...(channel === 'customer_email' ? {} : { recipient }),
    }))
    .where('id', '=', (query) =>
      query
        .selectFrom('notifications')
        .select('id')
        .where('status', '=', 'pending')
        .where('channel', '=', channel)
        .where('next_attempt_at', '<=', now)
        .orderBy('next_attempt_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning([
      'id',
      'execution_id as executionId',
      'booking_number as bookingNumber',
      'recipient',
      'reply_to as replyTo',
      'subject',
      'body',
      'urgency',
      'created_at as createdAt',
      'attempts',
    ])
    .executeTakeFirst();
}

/** Stores what came of an attempt. It may run twice. */
export async function settleNotification({
  database,
  id,
  attempts,
  outcome,
  now,
}: RowOptions & { id: string; attempts: number; outcome: SendOutcome }): Promise<void> {
  const waitMs = RETRY_WAITS_MS[attempts - 1];
  const isRetried = outcome.kind === 'not_sent' && waitMs !== undefined;
  const status = isRetried ? 'pending' : outcome.kind === 'not_sent' ? 'failed' : outcome.kind;
  await database
    .updateTable('notifications')
    .set({
      status,
      error_code: outcome.code,
      next_attempt_at: isRetried ? new Date(now.getTime() + waitMs) : null,
      sent_at: outcome.kind === 'sent' ? now : null,
    })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    // A process that was stopped for long may bring certainty where there was none.
    .where('status', 'in', isRetried ? ['sending'] : ['sending', 'uncertain'])
    .execute();
}

/** What a crash or a time-out left behind may have been sent. Resolves to their ids. */
export async function markUncertain({ database, now }: RowOptions): Promise<string[]> {
  const rows = await database
    .updateTable('notifications')
    .set({ status: 'uncertain', error_code: 'interrupted', next_attempt_at: null })
    .where('status', '=', 'sending')
    .where('next_attempt_at', '<=', now)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * What has waited since before a moment for a channel without settings shows in the console instead.
 * Resolves to the ids.
 */
export async function showWithoutChannel({
  database,
  channel,
  before,
}: {
  database: Kysely<OperationsTables>;
  channel: SendingChannel;
  before: Date;
}): Promise<string[]> {
  const rows = await database
    .updateTable('notifications')
    .set({ status: 'shown', error_code: 'no_channel', next_attempt_at: null })
    .where('status', '=', 'pending')
    .where('channel', '=', channel)
    .where('created_at', '<', before)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
