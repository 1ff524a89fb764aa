import { DateTime } from 'luxon';
import { cutText } from '../../../../operations/agents/text/cut-text.ts';
import { referenceOf } from '../../../../operations/references.ts';
import {
  type FailedExecution,
  listComingDeadlines,
  listFailedExecutions,
  listOverdueDeadlines,
  listOverdueTasks,
  listPendingReviews,
  listPressingTasks,
  type OpenTask,
  type PendingReview,
  type ScheduledDeadline,
} from '../../../../operations/statistics/list-attention.ts';
import { localDay } from '../../../../operations/vendors/business-days.ts';
import type { Database } from '../../../../platform/database.ts';
import { startOfDay } from '../inputs.ts';
import { mailsWithIds } from '../records.ts';
import type { AttentionKind } from '../tool-results.ts';
import type { AttentionItem, Candidate } from './candidate.ts';

/** Of each list the first ones take part. */
const MOST_OF_EACH = 50;
const DAYS_AHEAD = 7;
const MOST_TITLE = 120;

interface Moment {
  database: Pick<Database, 'pool'>;
  timezone: string;
  now: Date;
}

/** What its mail says about an item. */
interface Origin {
  sender: string;
  category: string | null;
}

type Draft = Omit<Candidate, 'item' | 'sender'> & {
  emailId: string;
  item: Omit<AttentionItem, 'email_ref' | 'category'>;
};

/** The first of everything that waits for somebody, or of one kind; at most 300, in no order. */
export async function listCandidates({
  kind: wanted,
  ...moment
}: Moment & { kind: AttentionKind | undefined }): Promise<Candidate[]> {
  const lists: Record<AttentionKind, (moment: Moment) => Promise<Draft[]>> = {
    failed_execution: failedExecutions,
    review: pendingReviews,
    task: tasks,
    deadline: deadlines,
  };
  const drafts = (
    await Promise.all(
      Object.entries(lists).map(([kind, list]) =>
        wanted === undefined || wanted === kind ? list(moment) : [],
      ),
    )
  ).flat();
  const origins = await readOrigins(moment, [...new Set(drafts.map(({ emailId }) => emailId))]);
  return drafts.map(({ emailId, item, ...rest }) => {
    const { sender, category } = origins.get(emailId) ?? { sender: '', category: null };
    return {
      ...rest,
      sender,
      item: { ...item, email_ref: referenceOf('email', emailId), category },
    };
  });
}

async function readOrigins(
  { database }: Pick<Moment, 'database'>,
  emailIds: readonly string[],
): Promise<Map<string, Origin>> {
  const { rows } = await database.pool.query<Origin & { id: string }>(
    `select e.id, e.sender, x.category ${mailsWithIds('$1')}`,
    [emailIds],
  );
  return new Map(rows.map(({ id, ...origin }) => [id, origin]));
}

async function failedExecutions({ database }: Moment): Promise<Draft[]> {
  const { items } = await listFailedExecutions({ database, limit: MOST_OF_EACH });
  return items.map((failed: FailedExecution) => ({
    emailId: failed.emailId,
    severity: 1,
    at: failed.acceptedAt,
    item: {
      kind: 'failed_execution',
      why: `This mail could not be processed. ${failed.errorMessage ?? ''}`.trim(),
      title: cutText(failed.subject, MOST_TITLE),
      ref: referenceOf('execution', failed.executionId),
      due: null,
    },
  }));
}

const RISKS = ['critical', 'high', 'medium', 'low'];

async function pendingReviews({ database }: Moment): Promise<Draft[]> {
  const { items } = await listPendingReviews({ database, limit: MOST_OF_EACH });
  return items.map((review: PendingReview) => ({
    emailId: review.emailId,
    severity: RISKS.indexOf(review.risk),
    at: review.createdAt,
    item: {
      kind: 'review',
      why: `It waits for somebody’s decision; the risk is ${review.risk}${reasonsOf(review)}.`,
      title: cutText(review.subject, MOST_TITLE),
      ref: referenceOf('execution', review.executionId),
      due: null,
    },
  }));
}

function reasonsOf({ reasons }: PendingReview): string {
  const words = [...new Set(reasons.map(({ code }) => code.replaceAll('_', ' ')))];
  return words.length === 0 ? '' : ` (${words.slice(0, 4).join(', ')})`;
}

async function tasks({ database, timezone, now }: Moment): Promise<Draft[]> {
  const [pressing, overdue] = await Promise.all([
    listPressingTasks({ database, limit: MOST_OF_EACH }),
    listOverdueTasks({ database, timezone, now, limit: MOST_OF_EACH }),
  ]);
  const today = localDay(now, timezone);
  const all = new Map([...pressing.items, ...overdue.items].map((task) => [task.taskId, task]));
  return [...all.values()].map((task) => ({
    emailId: task.emailId,
    severity: task.priority === 'urgent' ? 0 : task.priority === 'high' ? 1 : 2,
    // One without a day comes after all that have one.
    at: task.dueDate === null ? new Date(0) : startOfDay(task.dueDate, timezone),
    item: {
      kind: 'task',
      why: whyTask(task, today),
      title: cutText(task.title, MOST_TITLE),
      ref: referenceOf('task', task.taskId),
      due: task.dueDate,
    },
  }));
}

function whyTask({ priority, dueDate }: OpenTask, today: string): string {
  const task = `This task of ${priority} priority`;
  if (dueDate === null) return `${task} has no due date.`;
  if (dueDate === today) return `${task} is due today.`;
  if (dueDate > today) return `${task} is due in ${days(today, dueDate)}.`;
  return `${task} has been overdue for ${days(dueDate, today)}.`;
}

async function deadlines({ database, timezone, now }: Moment): Promise<Draft[]> {
  const until = new Date(now.getTime() + DAYS_AHEAD * 24 * 3_600_000);
  const [overdue, coming] = await Promise.all([
    listOverdueDeadlines({ database, now, limit: MOST_OF_EACH }),
    listComingDeadlines({ database, now, until, limit: MOST_OF_EACH }),
  ]);
  const today = localDay(now, timezone);
  return [...overdue.items, ...coming.items].map((deadline) => ({
    emailId: deadline.emailId,
    severity: RISKS.indexOf(deadline.urgency),
    at: deadline.dueAt,
    item: {
      kind: 'deadline',
      why: whyDeadline(deadline, { today, now, timezone }),
      title: cutText(deadline.title, MOST_TITLE),
      ref: referenceOf('email', deadline.emailId),
      due: localDay(deadline.dueAt, timezone),
    },
  }));
}

function whyDeadline(
  { dueAt }: ScheduledDeadline,
  { today, now, timezone }: { today: string; now: Date; timezone: string },
): string {
  const day = localDay(dueAt, timezone);
  const ago = day === today ? 'earlier today' : `${days(day, today)} ago`;
  if (dueAt < now) return `This deadline passed ${ago} without being marked as done.`;
  return day === today ? 'This deadline is today.' : `This deadline is in ${days(today, day)}.`;
}

function days(from: string, to: string): string {
  const count = Math.round(DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days);
  return count === 1 ? 'one day' : `${count} days`;
}
