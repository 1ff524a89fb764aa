import { sql } from 'kysely';
import { DateTime } from 'luxon';
import type { Database } from '../../platform/database.ts';
import type { Listener } from '../../platform/listener.ts';
import { ALL_RECORDS, RECORD_CHANGES_CHANNEL } from '../../platform/record-changes.ts';
import { EXECUTIONS_CHANNEL } from '../pipeline/job-queue.ts';
import { decideReview } from '../routing/decide-review.ts';
import type { OperationsTables } from '../tables.ts';

/** Who decided a review of the demonstration. */
export const DEMO_ACTOR = 'demonstration';
/** Work older than this has been done, as in a business that keeps up. */
const REVIEWED_AFTER_DAYS = 4;
const DONE_AFTER_DAYS = 6;
const OVER_AFTER_DAYS = 2;

/** Reasons for which somebody would not have let a mail's actions through. */
const REFUSED: ReadonlySet<string> = new Set([
  'changed_bank_details',
  'reply_to_mismatch',
  'lookalike_domain',
  'hidden_text',
  'instructions_to_software',
  'phishing',
]);

export interface AgeDemoOptions {
  database: Database;
  listener: Listener;
  clock: () => Date;
  timezone: string;
  signal: AbortSignal;
}

/**
 * Once all of the demonstration's mail has been read: decides the reviews of its older mails and
 * marks their tasks as done, so that what is open is of this week. Nobody's decision is changed.
 */
export async function ageDemo(options: AgeDemoOptions): Promise<void> {
  await untilRead(options);
  if (options.signal.aborted) return;
  await decideOldReviews(options);
  await finishOldTasks(options);
  await finishOldEvents(options);
  await finishWhatIsDone(options);
  await options.database.pool.query('select pg_notify($1, $2)', [
    RECORD_CHANGES_CHANNEL,
    ALL_RECORDS,
  ]);
}

/** Resolves when no demonstration mail is waiting or in work, or when the signal aborts. */
async function untilRead({ database, listener, signal }: AgeDemoOptions): Promise<void> {
  const tables = database.for<OperationsTables>();
  for (;;) {
    const changed = Promise.withResolvers<void>();
    const resolve = () => changed.resolve();
    // Before it looks, so that no change is missed in between.
    const unsubscribe = listener.subscribe(EXECUTIONS_CHANNEL, resolve);
    const unsubscribeReconnect = listener.onReconnect(resolve);
    signal.addEventListener('abort', resolve, { once: true });
    try {
      await listener.ready();
      const waiting = await tables
        .selectFrom('executions')
        .innerJoin('emails', 'emails.id', 'executions.email_id')
        .select('executions.id')
        .where('emails.is_demo', '=', true)
        .where('executions.status', 'in', ['pending', 'running'])
        .limit(1)
        .executeTakeFirst();
      if (waiting === undefined || signal.aborted) return;
      await changed.promise;
    } finally {
      unsubscribe();
      unsubscribeReconnect();
      signal.removeEventListener('abort', resolve);
    }
  }
}

async function decideOldReviews({ database, clock, signal }: AgeDemoOptions): Promise<void> {
  const tables = database.for<OperationsTables>();
  const reviews = await tables
    .selectFrom('reviews')
    .innerJoin('executions', 'executions.id', 'reviews.execution_id')
    .innerJoin('emails', 'emails.id', 'executions.email_id')
    .select(['reviews.id', 'reviews.reasons', 'emails.accepted_at'])
    .where('emails.is_demo', '=', true)
    .where('reviews.status', '=', 'pending')
    .where('emails.accepted_at', '<', daysAgo(clock(), REVIEWED_AFTER_DAYS))
    .execute();
  for (const review of reviews) {
    if (signal.aborted) return;
    const isRefused = review.reasons.some(({ code }) => REFUSED.has(code));
    await decideReview(
      {
        database: tables,
        settings: { notifications: { email: undefined, webhook: undefined } },
        clock: () => DateTime.fromJSDate(review.accepted_at).plus({ hours: 2 }).toJSDate(),
      },
      {
        reviewId: review.id,
        decision: isRefused ? 'reject' : 'approve',
        edits: [],
        note: isRefused ? 'Not what it seems.' : null,
        actor: DEMO_ACTOR,
      },
    );
  }
}

async function finishOldTasks({ database, clock }: AgeDemoOptions): Promise<void> {
  const finishedAt = sql<Date>`tasks.created_at + interval '20 hours'`;
  await database
    .for<OperationsTables>()
    .updateTable('tasks')
    .set({ status: 'done', completed_at: finishedAt, updated_at: finishedAt })
    .where('status', '=', 'open')
    .where('email_id', 'in', (query) =>
      query
        .selectFrom('emails')
        .select('id')
        .where('is_demo', '=', true)
        .where('accepted_at', '<', daysAgo(clock(), DONE_AFTER_DAYS)),
    )
    .execute();
}

/** What was due has been done, but for the last days. */
async function finishOldEvents({ database, clock }: AgeDemoOptions): Promise<void> {
  await database
    .for<OperationsTables>()
    .updateTable('calendar_events')
    .set({ status: 'done', updated_at: clock() })
    .where('status', '=', 'scheduled')
    .where('due_at', '<', daysAgo(clock(), OVER_AFTER_DAYS))
    .where('email_id', 'in', (query) =>
      query.selectFrom('emails').select('id').where('is_demo', '=', true),
    )
    .execute();
}

/** A task and a deadline of one mail and one day are one matter: done is done. */
async function finishWhatIsDone({ database, clock }: AgeDemoOptions): Promise<void> {
  const tables = database.for<OperationsTables>();
  const finishedAt = clock();
  await tables
    .updateTable('calendar_events')
    .set({ status: 'done', updated_at: finishedAt })
    .from('tasks')
    .innerJoin('emails', 'emails.id', 'tasks.email_id')
    .where('emails.is_demo', '=', true)
    .whereRef('calendar_events.email_id', '=', 'tasks.email_id')
    .whereRef('calendar_events.date', '=', 'tasks.due_date')
    .where('calendar_events.status', '=', 'scheduled')
    .where('tasks.status', '=', 'done')
    .execute();
  await tables
    .updateTable('tasks')
    .set({ status: 'done', completed_at: finishedAt, updated_at: finishedAt })
    .from('calendar_events')
    .innerJoin('emails', 'emails.id', 'calendar_events.email_id')
    .where('emails.is_demo', '=', true)
    .whereRef('calendar_events.email_id', '=', 'tasks.email_id')
    .whereRef('calendar_events.date', '=', 'tasks.due_date')
    .where('tasks.status', 'in', ['open', 'in_progress'])
    .where('calendar_events.status', '=', 'done')
    .execute();
}

const daysAgo = (now: Date, days: number): Date =>
  DateTime.fromJSDate(now).minus({ days }).toJSDate();
