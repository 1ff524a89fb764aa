import type { Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { staffChannels } from '../notifications/staff-channels.ts';
import { sqlRunnerOf } from '../pipeline/sql-runner.ts';
import { runWrites, type SqlWrite } from '../pipeline/sql-write.ts';
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
  executionId: string;
  emailId: string;
  settings: Pick<OperationsSettings, 'notifications'>;
  now: Date;
}

/**
 * Makes the tasks, calendar events and notifications that actions stand for, in one statement. An
 * action that has been executed before makes nothing again. Outboxes that listen hear of new
 * notifications when the transaction commits.
 */
export async function executeActions(
  actions: readonly StoredAction[],
  { transaction, ...target }: ActionTarget & { transaction: Transaction<OperationsTables> },
): Promise<void> {
  const { write, channels } = actionsWrite(actions, target, 'true');
  await runWrites(sqlRunnerOf(transaction), [write]);
  await notifyWithin(transaction, channels);
}

/** Notifies when the transaction commits. */
export async function notifyWithin(
  transaction: Transaction<OperationsTables>,
  channels: readonly string[],
): Promise<void> {
  for (const channel of channels) {
    await sqlRunnerOf(transaction)(`select pg_notify($1, '')`, [channel]);
  }
}

/**
 * The same as a part of a statement. `condition` is SQL and true of `made.action_id` for actions
 * that are to be executed. `channels` are to be notified with its commit or after it.
 */
export function actionsWrite(
  actions: readonly StoredAction[],
  target: ActionTarget,
  condition: 'true' | 'made.action_id in (select id from acted)',
): { write: SqlWrite; channels: readonly string[] } {
  const tasks = actions.filter((action) => action.kind === 'create_task');
  const events = actions.filter((action) => action.kind === 'schedule_event');
  const notifications = actions
    .filter((action) => action.kind === 'send_notification')
    .flatMap((action) => notificationRows(action, target));
  return {
    write: {
      text: ACTIONS[condition],
      values: [
        target.executionId,
        target.emailId,
        target.now,
        storedJson(tasks.map(taskRow)),
        storedJson(events.map(eventRow)),
        storedJson(notifications),
      ],
    },
    channels: notifications.some(({ status }) => status === 'pending')
      ? [NOTIFICATIONS_CHANNEL]
      : [],
  };
}

/** PostgreSQL takes half a surrogate pair in no text. */
function storedJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
}

const actionsSql = (condition: string): string => `
  made_tasks as (
    insert into tasks (id, action_id, execution_id, email_id, title, description, priority, assignee,
      category, due_date, quote, created_at, updated_at)
    select id, action_id, $1::uuid, $2::uuid, title, description, priority, assignee, category,
      due_date, quote, $3::timestamptz, $3::timestamptz
    from json_to_recordset($4::json) as made (id uuid, action_id uuid, title text, description text,
      priority text, assignee text, category text, due_date date, quote text)
    where ${condition}
    on conflict (action_id) do nothing
  ), made_events as (
    insert into calendar_events (id, action_id, execution_id, email_id, title, description, type,
      date, time, timezone, due_at, urgency, is_ambiguous, quote, created_at, updated_at)
    select id, action_id, $1::uuid, $2::uuid, title, description, type, date, time, timezone, due_at,
      urgency, is_ambiguous, quote, $3::timestamptz, $3::timestamptz
    from json_to_recordset($5::json) as made (id uuid, action_id uuid, title text, description text,
      type text, date date, time time, timezone text, due_at timestamptz, urgency text,
      is_ambiguous boolean, quote text)
    where ${condition}
    on conflict (action_id) do nothing
  ), made_notifications as (
    insert into notifications (id, action_id, execution_id, channel, recipient, subject, body,
      urgency, status, next_attempt_at, created_at)
    select id, action_id, $1::uuid, channel, recipient, subject, body, urgency, status,
      case when status = 'pending' then $3::timestamptz end, $3::timestamptz
    from json_to_recordset($6::json) as made (id uuid, action_id uuid, channel text, recipient text,
      subject text, body text, urgency text, status text)
    where ${condition}
    on conflict (action_id, channel) do nothing
  )`;

const ACTIONS = {
  true: actionsSql('true'),
  'made.action_id in (select id from acted)': actionsSql(
    'made.action_id in (select id from acted)',
  ),
};

type Stored<Kind extends ProposedAction['kind']> = Extract<StoredAction, { kind: Kind }>;

function taskRow({ id, payload }: Stored<'create_task'>) {
  const { title, description, priority, assignee, category, due_date, quote } = payload;
  const own = { id: uuidv7(), action_id: id };
  return { ...own, title, description, priority, assignee, category, due_date, quote };
}

function eventRow({ id, payload }: Stored<'schedule_event'>) {
  const { title, description, type, date, time, timezone, urgency, is_ambiguous, quote } = payload;
  return {
    id: uuidv7(),
    action_id: id,
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

function notificationRows(
  { id, payload: { subject, body, urgency } }: Stored<'send_notification'>,
  { settings: { notifications } }: ActionTarget,
) {
  return staffChannels(notifications).map((channel) => ({
    id: uuidv7(),
    action_id: id,
    ...channel,
    subject,
    body,
    urgency,
  }));
}
