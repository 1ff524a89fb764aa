import { type LiveChanges, liveChangesSchema } from '@deskbell/protocol';
import type { BookingRow } from '../bookings/booking-store.ts';
import { toStaffBooking } from '../bookings/booking-view.ts';
import type { DeadlineRow } from '../operations/routes/change-deadline.ts';
import type { TaskRow } from '../operations/routes/change-task.ts';
import { toDeadline } from '../operations/routes/deadline-routes.ts';
import {
  EMAIL_COLUMNS,
  type EmailRow,
  FROM_EMAILS,
  toEmail,
} from '../operations/routes/email-routes.ts';
import {
  NOTIFICATION_COLUMNS,
  type NotificationRow,
  toNotification,
} from '../operations/routes/notification-routes.ts';
import {
  EXECUTION_COLUMNS,
  type ExecutionRow,
  toExecutionSummary,
} from '../operations/routes/read-executions.ts';
import {
  completeReviews,
  FROM_REVIEWS,
  REVIEW_COLUMNS,
  type ReviewRow,
} from '../operations/routes/review-routes.ts';
import { toTask } from '../operations/routes/task-routes.ts';
import type { Database } from '../platform/database.ts';
import type { ChangedIds } from './changed-ids.ts';

/**
 * Reads what changed as its lists would give it, each kind in one query, one after the other so that
 * few connections are taken from the mail. With an execution comes its mail, and once it is no longer
 * worked on all that came of it; with a booking what was said of it. What is gone is left out.
 */
export async function readChanges({
  database,
  changed,
  now,
}: {
  database: Database;
  changed: ChangedIds;
  now: Date;
}): Promise<LiveChanges> {
  async function read<Row extends object>(
    select: string,
    ...idsOfEach: readonly Iterable<string>[]
  ): Promise<Row[]> {
    const values = idsOfEach.map((ids) => [...ids]);
    if (values.every((ids) => ids.length === 0)) return [];
    return (await database.pool.query<Row>(select, values)).rows;
  }

  const executions = await read<ExecutionRow>(
    `select ${EXECUTION_COLUMNS} from executions x join emails e on e.id = x.email_id
     where x.id = any ($1::uuid[])`,
    changed.execution,
  );
  const emails = await read<EmailRow>(
    `select ${EMAIL_COLUMNS} ${FROM_EMAILS} where e.id = any ($1::uuid[])`,
    executions.map(({ email_id }) => email_id),
  );
  // Everything that comes of a mail is stored with the end of its execution.
  const ended = executions
    .filter(({ status }) => status !== 'pending' && status !== 'running')
    .map(({ id }) => id);
  const tasks = await read<TaskRow>(
    `select t.* from tasks t
     where t.id = any ($1::uuid[]) or t.execution_id = any ($2::uuid[])`,
    changed.task,
    ended,
  );
  const deadlines = await read<DeadlineRow>(
    `select d.* from calendar_events d
     where d.id = any ($1::uuid[]) or d.execution_id = any ($2::uuid[])`,
    changed.deadline,
    ended,
  );
  const reviews = await read<ReviewRow>(
    `select ${REVIEW_COLUMNS} ${FROM_REVIEWS} where r.execution_id = any ($1::uuid[])`,
    ended,
  );
  const notifications = await read<NotificationRow>(
    `select ${NOTIFICATION_COLUMNS} from notifications n
     where n.id = any ($1::uuid[]) or n.execution_id = any ($2::uuid[])
       or n.booking_number = any ($3::text[])`,
    changed.notification,
    ended,
    changed.booking,
  );
  const bookings = await read<BookingRow>(
    'select b.* from bookings b where b.number = any ($1::text[])',
    changed.booking,
  );
  // The lists pass the same schemas: a column more in a row gets no further here than there.
  return liveChangesSchema.parse({
    executions: executions.map(toExecutionSummary),
    emails: emails.map(toEmail),
    tasks: tasks.map(toTask),
    deadlines: deadlines.map((row) => toDeadline(row, now)),
    reviews: await completeReviews(database, reviews),
    notifications: notifications.map(toNotification),
    bookings: bookings.map(toStaffBooking),
  });
}
