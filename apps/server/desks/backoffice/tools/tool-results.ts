import type { AgentName, ExecutionStatus, ReviewStatus } from '../../../operations/tables.ts';
import type {
  Day,
  DeadlineItem,
  EmailItem,
  ExecutionItem,
  Ref,
  ReviewItem,
  TaskItem,
  Time,
  VendorItem,
} from './tool-records.ts';

// What each tool takes and tells: read by language models as JSON, and by the clerk. Field names
// are the wire's. Text of mails occurs only as a value, never as a key or in a `ref`.

/** Days of the business time zone, first and last included; without one, as far as there is mail. */
export interface Days {
  from?: Day | undefined;
  to?: Day | undefined;
}

export interface ListRequest {
  /** 1 to 50; 10 unless given. */
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** `total` counts everything that matches, not only what is listed. */
export interface Listed {
  total: number;
  /** True when counting stopped there: at least so many. */
  is_more_than_total: boolean;
  next_cursor: string | null;
}

/** By arrival; newest first. */
export interface ListEmailsInput extends Days, ListRequest {
  status?: ExecutionStatus | undefined;
  category?: 'vendor' | 'staff' | 'customer' | 'system' | undefined;
  /** An address or a domain. */
  sender?: string | undefined;
  /** Only of high or critical risk. */
  is_high_risk?: boolean | undefined;
  has_attachments?: boolean | undefined;
}

export interface ListEmailsResult extends Listed {
  days: { from: Day | null; to: Day | null };
  /** Of all mails of these days, whatever else was asked for. */
  by_status: Record<ExecutionStatus, number>;
  by_category: Record<string, number>;
  /** What came of the mails of these days. */
  tasks_created: number;
  events_scheduled: number;
  reviews: Record<ReviewStatus, number>;
  emails: EmailItem[];
}

export interface SearchEmailsInput extends Days, ListRequest {
  /** Words of the subject, the text or the sender. */
  query: string;
}

export interface SearchEmailsResult extends Listed {
  query: string;
  emails: EmailItem[];
}

export interface GetRecordInput {
  /** A ref in any form: '[email:…]', 'email:…', the bare last group, or the whole id. */
  id: string;
}

/** Takes an execution's or a task's ref too and gives the mail it belongs to. */
export interface GetEmailResult extends EmailItem {
  recipient: string;
  attachments: { filename: string; content_type: string; size_bytes: number }[];
  /** What the context agent made of it; null when it has not been read. */
  summary: string | null;
  recommendations: string[];
  /** The beginning of the new text of the mail, without quotes and footers. */
  text: string;
  is_text_cut: boolean;
  tasks: TaskItem[];
  deadlines: DeadlineItem[];
  review: ReviewItem | null;
  notifications: { channel: string; status: string; subject: string }[];
  vendor: string | null;
}

/** By the arrival of their mails; newest first. */
export interface ListExecutionsInput extends Days, ListRequest {
  status?: ExecutionStatus | undefined;
  category?: 'vendor' | 'staff' | 'customer' | 'system' | undefined;
}

export interface ListExecutionsResult extends Listed {
  days: { from: Day | null; to: Day | null };
  by_status: Record<ExecutionStatus, number>;
  /** Failed ones of these days by reason, most frequent first. */
  failures: { code: string; executions: number }[];
  executions: ExecutionItem[];
}

/** Takes an e-mail's ref too and gives its execution. */
export interface GetExecutionResult extends ExecutionItem {
  agents: {
    agent: AgentName;
    status: 'completed' | 'failed';
    confidence: number | null;
    execution_time_ms: number;
    model_used: string;
    error_code: string | null;
  }[];
  actions: {
    kind: 'create_task' | 'schedule_event' | 'send_notification' | 'human_review';
    status: 'pending_review' | 'executed' | 'rejected';
    title: string;
  }[];
  review: ReviewItem | null;
}

/** By due date, those without one last; `due_from` and `due_to` leave those out. */
export interface ListTasksInput extends ListRequest {
  /** 'open' means open or in progress, and is meant when nothing is given. */
  status?: 'open' | 'done' | 'cancelled' | 'all' | undefined;
  priority?: readonly ('low' | 'medium' | 'high' | 'urgent')[] | undefined;
  due_from?: Day | undefined;
  due_to?: Day | undefined;
  is_overdue?: boolean | undefined;
  assignee?: string | undefined;
  /** Days in which they were made or done, by the business time zone; newest first then. */
  created_from?: Day | undefined;
  created_to?: Day | undefined;
  completed_from?: Day | undefined;
  completed_to?: Day | undefined;
}

export interface ListTasksResult extends Listed {
  /** Of everything that matches. */
  by_priority: Record<'low' | 'medium' | 'high' | 'urgent', number>;
  tasks: TaskItem[];
}

/**
 * By when they were made, newest first; approved and rejected ones by when they were decided. Days
 * mean the same moment.
 */
export interface ListReviewsInput extends Days, ListRequest {
  /** 'pending' unless given. */
  status?: ReviewStatus | undefined;
}

export interface ListReviewsResult extends Listed {
  reviews: (ReviewItem & {
    decided_at: Time | null;
    decided_by: string | null;
    note: string | null;
  })[];
}

/** Scheduled ones by time. Without days: those to come. */
export interface ListDeadlinesInput extends Days, ListRequest {
  /** Passed without being done, the latest first. */
  is_overdue?: boolean | undefined;
}

export interface ListDeadlinesResult extends Listed {
  /**
   * How many of them have passed already. The others of today and the six days after it are what
   * attention_items counts as `deadlines_next_7_days`.
   */
  passed?: number | undefined;
  deadlines: DeadlineItem[];
}

/** Of the last 30 days when no days are given. */
export interface AgentPerformanceInput extends Days {
  agent?: AgentName | undefined;
}

export interface AgentPerformanceResult {
  days: { from: Day; to: Day };
  agents: {
    agent: AgentName;
    runs: number;
    failures: number;
    average_time_ms: number | null;
    p95_time_ms: number | null;
    /** 0 to 1. */
    average_confidence: number | null;
    /** Of the runs in which a language model was asked, those that the rules had to answer. */
    fallback_share: number | null;
    disagreement_share: number | null;
    errors: { code: string; runs: number }[];
  }[];
}

/** Without a vendor: the vendors with the most mail of these days (the last 30 unless given). */
export interface VendorHistoryInput extends Days, ListRequest {
  /** A name, or part of one, or a sender's address or domain. */
  vendor?: string | undefined;
}

export interface VendorHistoryResult {
  days: { from: Day; to: Day };
  /** Mails of vendors in these days, of all vendors. */
  vendor_mails: number;
  /** The one asked for, or those with the most mail; empty: none is known by that name. */
  vendors: VendorItem[];
  /** With one vendor asked for, and one found. */
  detail?: {
    kept: Record<string, number>;
    broken: Record<string, number>;
    recent_events: { kind: string; is_kept: boolean; detail: string; at: Time }[];
    invoices: { count: number; total_by_currency: { currency: string; total_cents: number }[] };
    /** The latest ones of these days. */
    emails: EmailItem[];
    /** How many there are of these days, up to a bound. */
    emails_total?: number | undefined;
    is_more_than_emails_total?: boolean | undefined;
  };
}

export interface SystemHealthResult {
  /** 'degraded': it works, but somebody should look. */
  status: 'healthy' | 'degraded' | 'unhealthy';
  /** Whole sentences about what is not as it should be; empty when all is well. */
  problems: string[];
  database: 'up' | 'down';
  queue: 'up' | 'down';
  redis: 'up' | 'down' | 'off';
  model: { name: string; circuit: 'closed' | 'open' };
  pending_executions: number;
  running_executions: number;
  /** Failed and not retried, of all time. */
  failed_executions: number;
  failed_today: number;
  completed_today: number;
  last_mail_at: Time | null;
  /** Null: no budget is set. */
  budget: { spent_usd: number; limit_usd: number } | null;
}

export type AttentionKind = 'failed_execution' | 'review' | 'task' | 'deadline';

export interface AttentionInput {
  kind?: AttentionKind | undefined;
  /** 1 to 50; 10 unless given. */
  limit?: number | undefined;
}

export interface AttentionItemsResult {
  counts: {
    failed_executions: number;
    pending_reviews: number;
    overdue_tasks: number;
    urgent_tasks: number;
    high_tasks: number;
    /** Overdue, urgent or high: each task once. */
    pressing_tasks: number;
    overdue_deadlines: number;
    /** To come, today and in the six days after it. */
    deadlines_next_7_days: number;
  };
  /**
   * Failed executions, pending reviews, overdue tasks, and urgent or high ones that are not; not the
   * deadlines.
   */
  total: number;
  /**
   * All of these and the deadlines that come in 7 days or passed within 30, what presses most first.
   * A task and a deadline of one mail that are one matter are one item, the task.
   */
  items: {
    kind: AttentionKind;
    /** A few words of ours about why it is here: 'overdue since Wed, Nov 18'; mail text only in `title`. */
    why: string;
    title: string;
    ref: Ref;
    email_ref: Ref;
    category: string | null;
    due: string | null;
  }[];
}

export interface ToolInputs {
  list_emails: ListEmailsInput;
  get_email: GetRecordInput;
  search_emails: SearchEmailsInput;
  list_executions: ListExecutionsInput;
  get_execution: GetRecordInput;
  list_tasks: ListTasksInput;
  list_deadlines: ListDeadlinesInput;
  list_reviews: ListReviewsInput;
  agent_performance: AgentPerformanceInput;
  vendor_history: VendorHistoryInput;
  system_health: Record<string, never>;
  attention_items: AttentionInput;
}

export interface ToolResults {
  list_emails: ListEmailsResult;
  get_email: GetEmailResult;
  search_emails: SearchEmailsResult;
  list_executions: ListExecutionsResult;
  get_execution: GetExecutionResult;
  list_tasks: ListTasksResult;
  list_deadlines: ListDeadlinesResult;
  list_reviews: ListReviewsResult;
  agent_performance: AgentPerformanceResult;
  vendor_history: VendorHistoryResult;
  system_health: SystemHealthResult;
  attention_items: AttentionItemsResult;
}

export type ToolName = keyof ToolInputs;
