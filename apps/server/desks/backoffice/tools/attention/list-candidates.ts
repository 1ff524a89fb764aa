import { cutText } from '../../../../operations/agents/text/cut-text.ts';
import { referenceOf } from '../../../../operations/references.ts';
import {
  listComingDeadlines,
  listFailedExecutions,
  listOverdueDeadlines,
  listOverdueTasks,
  listPendingReviews,
  listPressingTasks,
  listUrgentTasksDue,
  type OpenTask,
  type PendingReview,
  type ScheduledDeadline,
} from '../../../../operations/statistics/list-attention.ts';
import { localDay } from '../../../../platform/business-day.ts';
import { addDays } from '../../../../platform/calendar-date.ts';
import type { Database } from '../../../../platform/database.ts';
import { endOfDay } from '../inputs.ts';
import { mailsWithIds } from '../records.ts';
import type { AttentionKind } from '../tool-results.ts';
import type { AttentionItem, Candidate, Pressure } from './candidate.ts';
import { joinMatters, type Matter } from './join-matters.ts';
import { whyDeadline, whyFailed, whyReview, whyTask } from './say-why.ts';

/** Of each list the first ones take part. */
const MOST_OF_EACH = 20;
/** Today and so many days after it. */
const DAYS_AHEAD = 6;
const DAY_MS = 24 * 3_600_000;
/** For so long a deadline that has passed presses; later it may not matter any more. */
const PRESSES_DAYS = 7;
const FORGOTTEN_DAYS = 30;
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
  item: Omit<AttentionItem, 'title' | 'email_ref' | 'category'>;
};

/**
 * The first of everything that waits for somebody, or of one kind; some hundreds at most, in no
 * order. A deadline is left out when its task is there.
 */
export async function listCandidates({
  kind,
  ...moment
}: Moment & { kind: AttentionKind | undefined }): Promise<Candidate[]> {
  const isWanted = (one: AttentionKind) => kind === undefined || kind === one;
  const [failed, reviews, tasks, deadlines] = await Promise.all([
    isWanted('failed_execution') ? failedExecutions(moment) : [],
    isWanted('review') ? pendingReviews(moment) : [],
    isWanted('task') ? readTasks(moment) : [],
    isWanted('deadline') ? readDeadlines(moment) : [],
  ]);
  const joined = joinMatters({ tasks, deadlines, timezone: moment.timezone });
  const drafts = [
    ...failed,
    ...reviews,
    ...joined.matters.map((matter) => draftOfTask(matter, moment)),
    ...joined.deadlines.map((deadline) => draftOfDeadline(deadline, moment)),
  ];
  const origins = await readOrigins(moment, [...new Set(drafts.map(({ emailId }) => emailId))]);
  return drafts.map(({ item, ...rest }) => {
    const { sender, category } = origins.get(rest.emailId) ?? { sender: '', category: null };
    return {
      ...rest,
      sender,
      item: {
        ...item,
        title: cutText(rest.title, MOST_TITLE),
        email_ref: referenceOf('email', rest.emailId),
        category,
      },
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

async function failedExecutions({ database, now }: Moment): Promise<Draft[]> {
  const { items } = await listFailedExecutions({ database, limit: MOST_OF_EACH });
  return items.map((failed) => ({
    target: { kind: 'execution', id: failed.executionId },
    emailId: failed.emailId,
    title: failed.subject,
    pressure: now.getTime() - failed.completedAt.getTime() < DAY_MS ? 0 : 1,
    isDeadline: false,
    at: failed.completedAt,
    item: {
      kind: 'failed_execution',
      why: whyFailed(failed),
      ref: referenceOf('execution', failed.executionId),
      due: null,
    },
  }));
}

const RISK_PRESSURE: Record<PendingReview['risk'], Pressure> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 2,
};

async function pendingReviews({ database }: Moment): Promise<Draft[]> {
  const lists = await Promise.all(
    (['critical', 'high', undefined] as const).map((risk) =>
      listPendingReviews({ database, limit: MOST_OF_EACH, risk }),
    ),
  );
  const reviews = lists.flatMap(({ items }) => items);
  return [...new Map(reviews.map((review) => [review.reviewId, review])).values()].map(
    (review) => ({
      target: { kind: 'review', id: review.reviewId },
      emailId: review.emailId,
      title: review.subject,
      pressure: RISK_PRESSURE[review.risk],
      isDeadline: false,
      at: review.createdAt,
      item: {
        kind: 'review',
        why: whyReview(review),
        ref: referenceOf('execution', review.executionId),
        due: null,
      },
    }),
  );
}

async function readTasks({ database, timezone, now }: Moment): Promise<OpenTask[]> {
  const today = localDay(now, timezone);
  const lists = await Promise.all([
    listUrgentTasksDue({ database, today, limit: MOST_OF_EACH }),
    listPressingTasks({ database, limit: MOST_OF_EACH }),
    listOverdueTasks({ database, timezone, now, limit: MOST_OF_EACH }),
  ]);
  const tasks = lists.flatMap(({ items }) => items);
  return [...new Map(tasks.map((task) => [task.taskId, task])).values()];
}

function draftOfTask(matter: Matter, moment: Moment): Draft {
  const { task, deadline } = matter;
  const { now, timezone } = moment;
  const isDue = task.dueDate !== null && task.dueDate <= localDay(now, timezone);
  const pressure: Pressure = task.priority === 'urgent' && isDue ? 0 : 1;
  const isPressing = deadline !== undefined && pressureOf(deadline, now) === 0;
  return {
    target: { kind: 'task', id: task.taskId },
    emailId: task.emailId,
    title: task.title,
    pressure: isPressing ? 0 : pressure,
    isDeadline: task.dueDate !== null || deadline !== undefined,
    // One without a day comes after all that have one.
    at: deadline?.dueAt ?? (task.dueDate === null ? new Date(0) : endOfDay(task.dueDate, timezone)),
    item: {
      kind: 'task',
      why: whyTask(matter, moment),
      ref: referenceOf('task', task.taskId),
      due: task.dueDate ?? (deadline === undefined ? null : localDay(deadline.dueAt, timezone)),
    },
  };
}

async function readDeadlines({ database, timezone, now }: Moment): Promise<ScheduledDeadline[]> {
  const until = endOfDay(addDays(localDay(now, timezone), DAYS_AHEAD), timezone);
  const [overdue, coming] = await Promise.all([
    listOverdueDeadlines({ database, now, limit: MOST_OF_EACH }),
    listComingDeadlines({ database, now, until, limit: MOST_OF_EACH }),
  ]);
  const forgotten = now.getTime() - FORGOTTEN_DAYS * DAY_MS;
  return [...overdue.items.filter(({ dueAt }) => dueAt.getTime() >= forgotten), ...coming.items];
}

function draftOfDeadline(deadline: ScheduledDeadline, moment: Moment): Draft {
  return {
    target: { kind: 'deadline', id: deadline.eventId },
    emailId: deadline.emailId,
    title: deadline.title,
    pressure: pressureOf(deadline, moment.now),
    isDeadline: true,
    at: deadline.dueAt,
    item: {
      kind: 'deadline',
      why: whyDeadline(deadline, moment),
      ref: referenceOf('email', deadline.emailId),
      due: localDay(deadline.dueAt, moment.timezone),
    },
  };
}

function pressureOf({ dueAt }: ScheduledDeadline, now: Date): Pressure {
  const daysLeft = (dueAt.getTime() - now.getTime()) / DAY_MS;
  return daysLeft <= 1 && daysLeft >= -PRESSES_DAYS ? 0 : 2;
}
