import { type Insertable, sql, type Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import type { ProposedAction } from './action.ts';
import { instantOf } from './instant-of.ts';

/** Heard by whoever subscribes with `Listener` once a notification waits to be sent. */
export const NOTIFICATIONS_CHANNEL = 'deskbell_notifications';

/** An action that has its row. */
export type StoredAction = ProposedAction & { id: string };

/** Where the actions of a mail become rows, and the mail they come from. */
export interface ActionTarget {
  transaction: Transaction<OperationsTables>;
  executionId: string;
  emailId: string;
  settings: Pick<OperationsSettings, 'notifications'>;
  now: Date;
}

/**
 * Makes the tasks, calendar events and notifications that actions stand for, in at most three
 * statements. An action that has been executed before makes nothing again. Outboxes that listen hear of
 * new notifications when the transaction commits.
 */
export async function executeActions(
  actions: readonly StoredAction[],
  target: ActionTarget,
): Promise<void> {
  const { transaction } = target;
  const tasks = actions.filter((action) => action.kind === 'create_task');
  const events = actions.filter((action) => action.kind === 'schedule_event');
  const notifications = actions.filter((action) => action.kind === 'send_notification');
  if (tasks.length > 0) {
    await transaction
      .insertInto('tasks')
      .values(tasks.map((action) => taskRow(action, target)))
      .onConflict((conflict) => conflict.column('action_id').doNothing())
      .execute();
  }
  if (events.length > 0) {
    await transaction
      .insertInto('calendar_events')
      .values(events.map((action) => eventRow(action, target)))
      .onConflict((conflict) => conflict.column('action_id').doNothing())
      .execute();
  }
  const rows = notifications.flatMap((action) => notificationRows(action, target));
  if (rows.length > 0) {
    await transaction
      .insertInto('notifications')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['action_id', 'channel']).doNothing())
      .execute();
  }
  if (rows.some(({ status }) => status === 'pending')) {
    await sql`select pg_notify(${NOTIFICATIONS_CHANNEL}, '')`.execute(transaction);
  }
}

type Stored<Kind extends ProposedAction['kind']> = Extract<StoredAction, { kind: Kind }>;

function origin({ id }: StoredAction, { executionId, emailId, now }: ActionTarget) {
  return {
    id: uuidv7(),
    action_id: id,
    execution_id: executionId,
    email_id: emailId,
    created_at: now,
    updated_at: now,
  };
}

function taskRow(
  action: Stored<'create_task'>,
  target: ActionTarget,
): Insertable<OperationsTables['tasks']> {
  const { title, description, priority, assignee, category, due_date, quote } = action.payload;
  return {
    ...origin(action, target),
    title,
    description,
    priority,
    assignee,
    category,
    due_date,
    quote,
    completed_at: null,
  };
}

function eventRow(
  action: Stored<'schedule_event'>,
  target: ActionTarget,
): Insertable<OperationsTables['calendar_events']> {
  const { title, description, type, date, time, timezone, urgency, is_ambiguous, quote } =
    action.payload;
  return {
    ...origin(action, target),
    title,
    description,
    type,
    date,
    time,
    timezone,
    due_at: instantOf({ date, time, timezone }),
    urgency,
    is_ambiguous,
    quote,
  };
}

/** One for each configured channel; without any, one that only shows. */
function notificationRows(
  action: Stored<'send_notification'>,
  target: ActionTarget,
): Insertable<OperationsTables['notifications']>[] {
  const { email, webhook } = target.settings.notifications;
  const { subject, body, urgency } = action.payload;
  const row = {
    action_id: action.id,
    execution_id: target.executionId,
    subject,
    body,
    urgency,
    error_code: null,
    created_at: target.now,
    sent_at: null,
  };
  const waiting = { ...row, status: 'pending', next_attempt_at: target.now } as const;
  const rows: Insertable<OperationsTables['notifications']>[] = [];
  if (email !== undefined) {
    const recipient = email.recipients.join(', ');
    rows.push({ ...waiting, id: uuidv7(), channel: 'email', recipient });
  }
  if (webhook !== undefined) {
    // Its address may hold a secret.
    rows.push({ ...waiting, id: uuidv7(), channel: 'webhook', recipient: null });
  }
  if (rows.length > 0) return rows;
  return [
    {
      ...row,
      id: uuidv7(),
      channel: 'console',
      recipient: null,
      status: 'shown',
      next_attempt_at: null,
    },
  ];
}
