import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Evidence } from './agents/agent.ts';
import type { HiddenText, Segment } from './mail/email.ts';
import type { ActionKind, ActionStatus, ReviewReason, Risk, Urgency } from './routing/action.ts';

type Json<Value extends object | null> = JSONColumnType<Value, string, string>;
/** 'YYYY-MM-DD'. */
type DateColumn = string;

export type MailSource = 'json' | 'upload' | 'smtp' | 'imap' | 'demo';
export type ExecutionStatus = 'pending' | 'running' | 'completed' | 'failed' | 'cancelled';
export type AgentName = 'triage' | 'vision' | 'deadline' | 'task' | 'context';
export type TaskStatus = 'open' | 'in_progress' | 'done' | 'cancelled';
export type ReviewStatus = 'pending' | 'approved' | 'rejected';

/** The tables of migration 0004, as Kysely sees them. */
export interface OperationsTables {
  emails: {
    id: string;
    mailbox: string;
    message_key: string;
    source: MailSource;
    accepted_at: Date;
    sent_at: Date | null;
    sender: string;
    sender_name: string;
    sender_domain: string;
    recipient: string;
    subject: string;
    headers: Json<Record<string, string[]>>;
    thread_key: string | null;
    has_attachments: Generated<boolean>;
    attachment_count: Generated<number>;
    size_bytes: number;
    is_demo: Generated<boolean>;
  };
  email_sources: { email_id: string; raw: Buffer };
  email_contents: {
    email_id: string;
    segments: Json<Segment[]>;
    hidden_text: Json<HiddenText>;
    body_text: string;
    search: ColumnType<never, string, string>;
  };
  attachments: {
    email_id: string;
    position: number;
    filename: string;
    content_type: string;
    size_bytes: number;
    sha256: string;
    is_inline: boolean;
  };
  executions: {
    id: string;
    email_id: string;
    status: Generated<ExecutionStatus>;
    accepted_at: Date;
    started_at: Date | null;
    completed_at: Date | null;
    attempts: Generated<number>;
    error_code: string | null;
    error_message: string | null;
    category: string | null;
    urgency: number | null;
    confidence: number | null;
    risk: Risk | null;
    vendor_id: string | null;
  };
  agent_outputs: {
    execution_id: string;
    agent: AgentName;
    status: 'completed' | 'failed';
    findings: JSONColumnType<object, string | null, string | null> | null;
    evidence: Json<Evidence[]>;
    confidence: number | null;
    next_actions: string[];
    execution_time_ms: number;
    model_used: string;
    is_disputed: boolean | null;
    error_code: string | null;
    input_tokens: Generated<number>;
    output_tokens: Generated<number>;
    cost_nano_usd: Generated<number | null>;
    created_at: Date;
  };
  actions: {
    id: string;
    execution_id: string;
    kind: ActionKind;
    action_key: string;
    payload: Json<object>;
    status: ActionStatus;
    created_at: Date;
    decided_at: Date | null;
  };
  reviews: {
    id: string;
    execution_id: string;
    reasons: Json<ReviewReason[]>;
    risk: Risk;
    status: Generated<ReviewStatus>;
    created_at: Date;
    decided_at: Date | null;
    decided_by: string | null;
    note: string | null;
  };
  audit_entries: {
    id: string;
    execution_id: string;
    actor: string;
    what: string;
    before: JSONColumnType<object, string | null, never> | null;
    after: JSONColumnType<object, string | null, never> | null;
    at: Date;
  };
  tasks: {
    id: string;
    action_id: string;
    execution_id: string;
    email_id: string;
    title: string;
    description: string;
    priority: 'low' | 'medium' | 'high' | 'urgent';
    assignee: string | null;
    category: string;
    status: Generated<TaskStatus>;
    due_date: DateColumn | null;
    quote: string;
    created_at: Date;
    updated_at: Date;
    completed_at: Date | null;
  };
  calendar_events: {
    id: string;
    action_id: string;
    execution_id: string;
    email_id: string;
    title: string;
    description: string;
    type: 'payment' | 'delivery' | 'response' | 'event' | 'other';
    date: DateColumn;
    /** 'HH:MM:SS'. */
    time: string | null;
    timezone: string;
    due_at: Date;
    urgency: Urgency;
    is_ambiguous: boolean;
    status: Generated<'scheduled' | 'done' | 'cancelled'>;
    quote: string;
    created_at: Date;
    updated_at: Date;
  };
  notifications: {
    id: string;
    /** It and the execution are null of a booking. */
    action_id: string | null;
    execution_id: string | null;
    /** Null: of a mail. */
    booking_number: string | null;
    channel: 'email' | 'webhook' | 'console' | 'customer_email';
    recipient: string | null;
    reply_to: string | null;
    subject: string;
    body: string;
    urgency: Urgency;
    status: 'pending' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'shown';
    attempts: Generated<number>;
    next_attempt_at: Date | null;
    error_code: string | null;
    created_at: Date;
    sent_at: Date | null;
  };
  vendors: {
    id: string;
    vendor_key: string;
    name: string;
    first_seen_at: Date;
    last_seen_at: Date;
  };
  invoices: {
    execution_id: string;
    vendor_id: string;
    number: string;
    invoice_date: DateColumn | null;
    due_date: DateColumn | null;
    total_cents: number | null;
    currency: string | null;
    arithmetic_ok: boolean | null;
    duplicate_of: string | null;
    created_at: Date;
  };
  vendor_events: {
    vendor_id: string;
    execution_id: string;
    kind:
      | 'delivery'
      | 'invoice_arithmetic'
      | 'duplicate_invoice'
      | 'price_jump'
      | 'complaint'
      | 'answer_time';
    is_kept: boolean;
    detail: string;
    observed_at: Date;
  };
  imap_mailboxes: {
    mailbox: string;
    uid_validity: number;
    last_uid: number;
    updated_at: Date;
  };
}
