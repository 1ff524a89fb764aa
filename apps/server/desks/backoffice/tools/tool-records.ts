import type { ReviewReason, Risk } from '../../../operations/routing/action.ts';
import type { ExecutionStatus, ReviewStatus, TaskStatus } from '../../../operations/tables.ts';

// Records as tools tell of them: read by language models as JSON, and by the clerk.

/**
 * A record as an answer cites it: '[execution:8f14e45fceea]', the last group of its id. Only in
 * fields named `ref` or ending in `_ref`: what stands there an answer may cite.
 */
export type Ref = string;

/** A calendar day of the business, 'YYYY-MM-DD'. */
export type Day = string;

/** RFC 3339, UTC. */
export type Time = string;

export interface EmailItem {
  ref: Ref;
  execution_ref: Ref | null;
  received_at: Time;
  /** '2026-11-22 09:15' in the business time zone. */
  received_local: string;
  subject: string;
  sender: string;
  sender_name: string;
  status: ExecutionStatus;
  category: string | null;
  /** 0 to 100. */
  urgency: number | null;
  risk: Risk | null;
  has_attachments: boolean;
  error_message: string | null;
}

export interface TaskItem {
  ref: Ref;
  email_ref: Ref;
  title: string;
  priority: 'low' | 'medium' | 'high' | 'urgent';
  status: TaskStatus;
  assignee: string | null;
  due_date: Day | null;
  is_overdue: boolean;
}

export interface DeadlineItem {
  email_ref: Ref;
  execution_ref: Ref;
  title: string;
  type: 'payment' | 'delivery' | 'response' | 'event' | 'other';
  urgency: string;
  status: 'scheduled' | 'done' | 'cancelled';
  date: Day;
  /** '17:00'; null: the whole day. */
  time: string | null;
  due_at: Time;
  is_over: boolean;
}

export interface ReviewItem {
  execution_ref: Ref;
  email_ref: Ref;
  subject: string;
  sender: string;
  risk: Risk;
  status: ReviewStatus;
  reasons: ReviewReason[];
  created_at: Time;
}

export interface ExecutionItem {
  ref: Ref;
  email_ref: Ref;
  subject: string;
  sender: string;
  status: ExecutionStatus;
  accepted_at: Time;
  /** '2026-11-22 09:15' in the business time zone. */
  accepted_local: string;
  completed_at: Time | null;
  attempts: number;
  error_code: string | null;
  error_message: string | null;
  category: string | null;
  urgency: number | null;
  confidence: number | null;
  risk: Risk | null;
}

export interface VendorItem {
  name: string;
  /** Of these days; mails that failed were not read, so they are no vendor's. */
  mails: number;
  /** The last mail from it, one that failed included. */
  last_seen_at: Time;
  reliability: {
    rating: 'excellent' | 'good' | 'fair' | 'poor' | 'insufficient_data';
    /** Posterior mean, 0 to 1; null with insufficient data. */
    score: number | null;
    /** Events it is computed from. */
    events: number;
  };
}
