import type { Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { NOTIFICATIONS_CHANNEL, notifyWithin } from '../routing/execute-actions.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import { staffChannels } from './staff-channels.ts';

interface Message {
  subject: string;
  /** Plain text. */
  body: string;
}

/** What is said of a booking. */
export interface BookingNotice {
  bookingNumber: string;
  /** Over every configured channel; without any it only shows. */
  staff: Message;
  /** By e-mail; where none is configured, not at all. */
  customer: Message & { recipient: string; replyTo: string };
}

/**
 * Puts a notice into the outbox in the transaction that makes its booking, so that neither exists
 * without the other. Outboxes that listen hear of it when the transaction commits. Rejects when the
 * booking has one already.
 */
export async function insertBookingNotice(
  { bookingNumber, staff, customer }: BookingNotice,
  {
    transaction,
    settings: { notifications },
    now,
  }: {
    transaction: Transaction<OperationsTables>;
    settings: Pick<OperationsSettings, 'notifications'>;
    now: Date;
  },
): Promise<void> {
  const toStaff = staffChannels(notifications).map((channel) => ({
    ...channel,
    ...staff,
    reply_to: null,
  }));
  const { replyTo, ...message } = customer;
  const toCustomer = {
    channel: 'customer_email' as const,
    status: 'pending' as const,
    ...message,
    reply_to: replyTo,
  };
  const rows = notifications.email === undefined ? toStaff : [...toStaff, toCustomer];
  await transaction
    .insertInto('notifications')
    .values(
      rows.map((row) => ({
        id: uuidv7(),
        action_id: null,
        execution_id: null,
        booking_number: bookingNumber,
        ...row,
        urgency: 'medium' as const,
        next_attempt_at: row.status === 'pending' ? now : null,
        error_code: null,
        created_at: now,
        sent_at: null,
      })),
    )
    .execute();
  if (rows.some(({ status }) => status === 'pending')) {
    await notifyWithin(transaction, [NOTIFICATIONS_CHANNEL]);
  }
}
