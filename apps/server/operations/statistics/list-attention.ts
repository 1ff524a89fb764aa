import { type Page, type PageRequest, readPage } from '../../platform/page.ts';
import type { ReviewReason, Risk, Urgency } from '../routing/action.ts';
import type { TaskStatus } from '../tables.ts';

export interface FailedExecution {
  executionId: string;
  emailId: string;
  subject: string;
  sender: string;
  acceptedAt: Date;
  completedAt: Date;
  errorCode: string | null;
  errorMessage: string | null;
}

/** Failed executions, the latest mail first. Like all lists here it throws `CursorError`. */
export async function listFailedExecutions(request: PageRequest): Promise<Page<FailedExecution>> {
  return await readPage<FailedExecution>(request, {
    columns: `executions.id as "executionId", email_id as "emailId", subject, sender,
      executions.accepted_at as "acceptedAt", completed_at as "completedAt",
      error_code as "errorCode", error_message as "errorMessage"`,
    from: `from executions join emails on emails.id = executions.email_id
      where executions.status = 'failed'`,
    keys: [
      { expression: 'executions.accepted_at', type: 'timestamptz' },
      { expression: 'executions.id', type: 'uuid' },
    ],
    direction: 'desc',
    values: [],
  });
}

export interface PendingReview {
  reviewId: string;
  executionId: string;
  emailId: string;
  subject: string;
  sender: string;
  risk: Risk;
  reasons: ReviewReason[];
  createdAt: Date;
}

/** Reviews that wait for a person, of all risks or of one that matters, the newest first. */
export async function listPendingReviews(
  request: PageRequest & { risk?: 'critical' | 'high' | undefined },
): Promise<Page<PendingReview>> {
  // In the words of the index of these.
  const isPressing = `and reviews.risk = $1 and reviews.risk in ('high', 'critical')`;
  return await readPage<PendingReview>(request, {
    columns: `reviews.id as "reviewId", reviews.execution_id as "executionId",
      executions.email_id as "emailId", subject, sender, reviews.risk, reasons,
      created_at as "createdAt"`,
    from: `from reviews
      join executions on executions.id = reviews.execution_id
      join emails on emails.id = executions.email_id
      where reviews.status = 'pending' ${request.risk === undefined ? '' : isPressing}`,
    keys: [
      { expression: 'reviews.created_at', type: 'timestamptz' },
      { expression: 'reviews.id', type: 'uuid' },
    ],
    direction: 'desc',
    values: request.risk === undefined ? [] : [request.risk],
  });
}

export interface OpenTask {
  taskId: string;
  executionId: string;
  emailId: string;
  title: string;
  priority: 'low' | 'medium' | 'high' | 'urgent';
  assignee: string | null;
  status: TaskStatus;
  /** 'YYYY-MM-DD'. */
  dueDate: string | null;
}

const taskColumns = `id as "taskId", execution_id as "executionId", email_id as "emailId", title,
  priority, assignee, status, due_date as "dueDate"`;

/** Open tasks that are urgent or high: urgent ones first, then by due date, those without last. */
export async function listPressingTasks(request: PageRequest): Promise<Page<OpenTask>> {
  return await readPage<OpenTask>(request, {
    columns: taskColumns,
    from: `from tasks
      where status in ('open', 'in_progress') and priority in ('urgent', 'high')`,
    keys: [
      { expression: `case priority when 'urgent' then 0 else 1 end`, type: 'integer' },
      { expression: `coalesce(due_date, 'infinity')`, type: 'date' },
      { expression: 'id', type: 'uuid' },
    ],
    direction: 'asc',
    values: [],
  });
}

/** Open urgent tasks that are due on a day, 'YYYY-MM-DD', or before it: the latest due date first. */
export async function listUrgentTasksDue(
  request: PageRequest & { today: string },
): Promise<Page<OpenTask>> {
  return await readPage<OpenTask>(request, {
    columns: taskColumns,
    // In the words of the index of these.
    from: `from tasks
      where status in ('open', 'in_progress') and priority in ('urgent', 'high')
        and case priority when 'urgent' then 0 else 1 end = 0
        and coalesce(due_date, 'infinity') <= $1::date`,
    keys: [
      { expression: `coalesce(due_date, 'infinity')`, type: 'date' },
      { expression: 'id', type: 'uuid' },
    ],
    direction: 'desc',
    values: [request.today],
  });
}

/** Open tasks whose day is over in the business time zone, the latest due date first. */
export async function listOverdueTasks(
  request: PageRequest & { timezone: string; now: Date },
): Promise<Page<OpenTask>> {
  return await readPage<OpenTask>(request, {
    columns: taskColumns,
    from: `from tasks
      where status in ('open', 'in_progress')
        and due_date < ($1::timestamptz at time zone $2)::date`,
    keys: [
      { expression: 'due_date', type: 'date' },
      { expression: 'id', type: 'uuid' },
    ],
    direction: 'desc',
    values: [request.now, request.timezone],
  });
}

export interface ScheduledDeadline {
  eventId: string;
  executionId: string;
  emailId: string;
  title: string;
  type: 'payment' | 'delivery' | 'response' | 'event' | 'other';
  urgency: Urgency;
  /** 'YYYY-MM-DD' in `timezone`. */
  date: string;
  /** 'HH:MM:SS'; null: the whole day. */
  time: string | null;
  timezone: string;
  dueAt: Date;
}

const deadlineColumns = `id as "eventId", execution_id as "executionId", email_id as "emailId",
  title, type, urgency, date, time, timezone, due_at as "dueAt"`;
const deadlineKeys = [
  { expression: 'due_at', type: 'timestamptz' },
  { expression: 'id', type: 'uuid' },
] as const;

/** Scheduled deadlines that are not over yet, the next one first. */
export async function listComingDeadlines(
  request: PageRequest & { now: Date; until?: Date | undefined },
): Promise<Page<ScheduledDeadline>> {
  return await readPage<ScheduledDeadline>(request, {
    columns: deadlineColumns,
    from: `from calendar_events
      where status = 'scheduled' and due_at >= $1
        and due_at < coalesce($2::timestamptz, 'infinity')`,
    keys: deadlineKeys,
    direction: 'asc',
    values: [request.now, request.until ?? null],
  });
}

/** Scheduled deadlines that have passed without being done or cancelled, the latest first. */
export async function listOverdueDeadlines(
  request: PageRequest & { now: Date },
): Promise<Page<ScheduledDeadline>> {
  return await readPage<ScheduledDeadline>(request, {
    columns: deadlineColumns,
    from: `from calendar_events where status = 'scheduled' and due_at < $1`,
    keys: deadlineKeys,
    direction: 'desc',
    values: [request.now],
  });
}
