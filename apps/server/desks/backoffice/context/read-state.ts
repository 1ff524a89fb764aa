import { referenceOf } from '../../../operations/references.ts';
import {
  listFailedExecutions,
  listPendingReviews,
  listPressingTasks,
} from '../../../operations/statistics/list-attention.ts';
import { openTasksDue } from '../../../operations/statistics/open-tasks-due.ts';
import {
  type AgentStatistics,
  readAgentStatistics,
} from '../../../operations/statistics/read-agent-statistics.ts';
import { type OpenWork, readOpenWork } from '../../../operations/statistics/read-open-work.ts';
import {
  type PeriodStatistics,
  readStatistics,
} from '../../../operations/statistics/read-statistics.ts';
import { periodWindows } from '../../../operations/statistics/windows.ts';
import { localDay } from '../../../platform/business-day.ts';
import type { CalendarDate } from '../../../platform/calendar-date.ts';
import type { Database } from '../../../platform/database.ts';
import { weekOf } from './business-week.ts';

const MOST_LISTED = 3;

/** What is known of an item that needs attention without a word of its mail. */
export interface PressingItem {
  kind: 'failed_execution' | 'review' | 'task';
  ref: string;
  email_ref: string;
  /** Our own code for it: of a failure, a risk or a priority. */
  code: string;
  /** The day of the mail, or the task's due date. */
  day: CalendarDate | null;
}

/** The back office at one moment, in numbers and refs. */
export interface State {
  /** The one this day is in. */
  week: { monday: CalendarDate; sunday: CalendarDate };
  emails: Record<'today' | 'last7Days' | 'all', PeriodStatistics>;
  open: OpenWork;
  /** Open tasks due from Monday to Sunday. */
  tasksDueThisWeek: number;
  /** A few of each kind: the latest failures and reviews, the most urgent tasks. */
  pressing: PressingItem[];
}

interface Moment {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  now: Date;
}

/** Counters and index reads: the cost does not grow with the mails. */
export async function readState({ database, timezone, now }: Moment): Promise<State> {
  const week = weekOf(localDay(now, timezone));
  const { last30Days: _, ...windows } = periodWindows({ timezone, now });
  const page = { database, limit: MOST_LISTED };
  const [emails, open, dueThisWeek, failed, reviews, tasks] = await Promise.all([
    readStatistics({ database, timezone, windows }),
    readOpenWork({ database, timezone, now }),
    database.pool.query<{ count: number }>(openTasksDue({ from: week.monday, to: week.sunday })),
    listFailedExecutions(page),
    listPendingReviews(page),
    listPressingTasks(page),
  ]);
  const pressing: PressingItem[] = [
    ...failed.items.map(({ executionId, emailId, errorCode, acceptedAt }) => ({
      kind: 'failed_execution' as const,
      ref: referenceOf('execution', executionId),
      email_ref: referenceOf('email', emailId),
      code: errorCode ?? 'unknown',
      day: localDay(acceptedAt, timezone),
    })),
    ...reviews.items.map(({ executionId, emailId, risk, createdAt }) => ({
      kind: 'review' as const,
      ref: referenceOf('execution', executionId),
      email_ref: referenceOf('email', emailId),
      code: risk,
      day: localDay(createdAt, timezone),
    })),
    ...tasks.items.map(({ taskId, emailId, priority, dueDate }) => ({
      kind: 'task' as const,
      ref: referenceOf('task', taskId),
      email_ref: referenceOf('email', emailId),
      code: priority,
      day: dueDate,
    })),
  ];
  const tasksDueThisWeek = dueThisWeek.rows.reduce((sum, { count }) => sum + count, 0);
  return { week, emails, open, tasksDueThisWeek, pressing };
}

/** How the agents did in the last 30 days. */
export async function readAgents({ database, timezone, now }: Moment): Promise<AgentStatistics[]> {
  const window = periodWindows({ timezone, now }).last30Days;
  return await readAgentStatistics({ database, timezone, window });
}
