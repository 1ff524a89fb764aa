import { DateTime } from 'luxon';
import { cutText } from '../../../operations/agents/text/cut-text.ts';
import { referenceOf } from '../../../operations/references.ts';
import type { ReviewReason, Risk } from '../../../operations/routing/action.ts';
import type { ReviewStatus } from '../../../operations/tables.ts';
import type {
  DeadlineItem,
  EmailItem,
  ExecutionItem,
  ReviewItem,
  TaskItem,
} from './tool-records.ts';

// Rows as results tell them: refs for ids, and texts cut to what a list has room for.

const MOST_SUBJECT = 200;
const MOST_NAME = 100;
const MOST_SENTENCE = 200;

const cutOrNull = (text: string | null, most: number): string | null =>
  text === null ? null : cutText(text, most);
const timeOrNull = (time: Date | null): string | null => time?.toISOString() ?? null;

/** '2026-11-22 09:15'. */
export const localTime = (time: Date, timezone: string): string =>
  DateTime.fromJSDate(time, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm');

/** To 4 decimals. */
export function rounded(value: number): number;
export function rounded(value: number | null): number | null;
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

/**
 * SQL: the mails `e` with the ids of a parameter, and their executions `x`. OFFSET 0 keeps the
 * planner from reading all mails for some hundreds of them.
 */
export const mailsWithIds = (parameter: string) => `from unnest(${parameter}::uuid[]) as wanted (id)
  cross join lateral (select * from emails where emails.id = wanted.id offset 0) as e
  cross join lateral (select * from executions where email_id = e.id offset 0) as x
  where true`;

/** Of an execution `x` and its mail `e`. */
export const EMAIL_COLUMNS = `e.id as email_id, x.id as execution_id, e.accepted_at, e.subject,
  e.sender, e.sender_name, x.status, x.category, x.urgency, x.risk, e.has_attachments,
  x.error_message`;

export interface EmailRow
  extends Omit<EmailItem, 'ref' | 'execution_ref' | 'received_at' | 'received_local'> {
  email_id: string;
  execution_id: string;
  accepted_at: Date;
}

export const toEmailItem =
  (timezone: string) =>
  (row: EmailRow): EmailItem => ({
    ref: referenceOf('email', row.email_id),
    execution_ref: referenceOf('execution', row.execution_id),
    received_at: row.accepted_at.toISOString(),
    received_local: localTime(row.accepted_at, timezone),
    subject: cutText(row.subject, MOST_SUBJECT),
    sender: cutText(row.sender, MOST_NAME),
    sender_name: cutText(row.sender_name, MOST_NAME),
    status: row.status,
    category: row.category,
    urgency: row.urgency,
    risk: row.risk,
    has_attachments: row.has_attachments,
    error_message: cutOrNull(row.error_message, MOST_SENTENCE),
  });

/** Of an execution `x` and its mail `e`. */
export const EXECUTION_COLUMNS = `x.id as execution_id, x.email_id, e.subject, e.sender, x.status,
  x.accepted_at, x.completed_at, x.attempts, x.error_code, x.error_message, x.category, x.urgency,
  x.confidence, x.risk`;

export interface ExecutionRow
  extends Omit<
    ExecutionItem,
    'ref' | 'email_ref' | 'accepted_at' | 'accepted_local' | 'completed_at'
  > {
  execution_id: string;
  email_id: string;
  accepted_at: Date;
  completed_at: Date | null;
}

export const toExecutionItem =
  (timezone: string) =>
  (row: ExecutionRow): ExecutionItem => ({
    ref: referenceOf('execution', row.execution_id),
    email_ref: referenceOf('email', row.email_id),
    subject: cutText(row.subject, MOST_SUBJECT),
    sender: cutText(row.sender, MOST_NAME),
    status: row.status,
    accepted_at: row.accepted_at.toISOString(),
    accepted_local: localTime(row.accepted_at, timezone),
    completed_at: timeOrNull(row.completed_at),
    attempts: row.attempts,
    error_code: row.error_code,
    error_message: cutOrNull(row.error_message, MOST_SENTENCE),
    category: row.category,
    urgency: row.urgency,
    confidence: rounded(row.confidence),
    risk: row.risk,
  });

/** Of a task `t`. */
export const TASK_COLUMNS = `t.id, t.email_id, t.title, t.priority, t.status, t.assignee, t.due_date`;

export interface TaskRow extends Omit<TaskItem, 'ref' | 'email_ref' | 'is_overdue'> {
  id: string;
  email_id: string;
}

export const toTaskItem =
  (today: string) =>
  (row: TaskRow): TaskItem => ({
    ref: referenceOf('task', row.id),
    email_ref: referenceOf('email', row.email_id),
    title: cutText(row.title, MOST_SUBJECT),
    priority: row.priority,
    status: row.status,
    assignee: cutOrNull(row.assignee, MOST_NAME),
    due_date: row.due_date,
    is_overdue:
      (row.status === 'open' || row.status === 'in_progress') &&
      row.due_date !== null &&
      row.due_date < today,
  });

/** Of a calendar event `d`. */
export const DEADLINE_COLUMNS = `d.email_id, d.execution_id, d.title, d.type, d.urgency, d.status,
  d.date, d.time, d.due_at`;

export interface DeadlineRow {
  email_id: string;
  execution_id: string;
  title: string;
  type: DeadlineItem['type'];
  urgency: string;
  status: DeadlineItem['status'];
  date: string;
  /** 'HH:MM:SS'. */
  time: string | null;
  due_at: Date;
}

export const toDeadlineItem =
  (now: Date) =>
  (row: DeadlineRow): DeadlineItem => ({
    email_ref: referenceOf('email', row.email_id),
    execution_ref: referenceOf('execution', row.execution_id),
    title: cutText(row.title, MOST_SUBJECT),
    type: row.type,
    urgency: row.urgency,
    status: row.status,
    date: row.date,
    time: row.time?.slice(0, 5) ?? null,
    due_at: row.due_at.toISOString(),
    is_over: row.due_at < now,
  });

/** Of a review `r`, its execution `x` and its mail `e`. */
export const REVIEW_COLUMNS = `r.execution_id, x.email_id, e.subject, e.sender, r.risk, r.status,
  r.reasons, r.created_at`;

export interface ReviewRow {
  execution_id: string;
  email_id: string;
  subject: string;
  sender: string;
  risk: Risk;
  status: ReviewStatus;
  reasons: ReviewReason[];
  created_at: Date;
}

const MOST_REASONS = 5;

export const toReviewItem = (row: ReviewRow): ReviewItem => ({
  execution_ref: referenceOf('execution', row.execution_id),
  email_ref: referenceOf('email', row.email_id),
  subject: cutText(row.subject, MOST_SUBJECT),
  sender: cutText(row.sender, MOST_NAME),
  risk: row.risk,
  status: row.status,
  reasons: row.reasons
    .slice(0, MOST_REASONS)
    .map(({ code, detail }) => ({ code, detail: cutText(detail, MOST_SENTENCE) })),
  created_at: row.created_at.toISOString(),
});
