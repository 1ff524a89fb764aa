import type { EmailItem } from '../../tools/tool-records.ts';
import type { ToolName, ToolResults } from '../../tools/tool-results.ts';

// A business day as the tools would tell of it. Every number occurs once, so that an answer which
// says it must have it from the right field.

const emailItem = (group: string, subject: string, more: Partial<EmailItem> = {}): EmailItem => ({
  ref: `[email:${group}]`,
  execution_ref: `[execution:${group.replace(/^e/, 'a')}]`,
  received_at: '2026-11-22T14:15:00Z',
  received_local: '2026-11-22 09:15',
  subject,
  sender: 'mail@hamptonslinen.com',
  sender_name: 'Hamptons Linen',
  status: 'completed',
  category: 'vendor',
  urgency: 40,
  risk: 'low',
  has_attachments: false,
  error_message: null,
  ...more,
});

export const EMAILS: readonly EmailItem[] = [
  emailItem('e00000000001', 'Linen order 5512'),
  emailItem('e00000000002', 'Fire inspection of your storage unit', {
    status: 'failed',
    error_message: 'The mail has too many parts.',
  }),
  emailItem('e00000000003', 'Driver was late', {
    sender: 'ann@example.com',
    sender_name: 'Ann Lee',
    category: 'customer',
  }),
];

const TASKS = [
  {
    ref: '[task:d00000000001]',
    email_ref: '[email:e00000000001]',
    title: 'Pay the linen invoice',
    priority: 'urgent',
    status: 'open',
    assignee: 'Maria Lopez',
    due_date: '2026-11-20',
    is_overdue: true,
  },
  {
    ref: '[task:d00000000002]',
    email_ref: '[email:e00000000002]',
    title: 'Clear unit B12',
    priority: 'high',
    status: 'in_progress',
    assignee: null,
    due_date: '2026-11-25',
    is_overdue: false,
  },
  {
    ref: '[task:d00000000003]',
    email_ref: '[email:e00000000003]',
    title: 'Answer Ann',
    priority: 'low',
    status: 'open',
    assignee: null,
    due_date: null,
    is_overdue: false,
  },
] as const;

const REVIEW = {
  execution_ref: '[execution:a00000000002]',
  email_ref: '[email:e00000000002]',
  subject: 'Fire inspection of your storage unit',
  sender: 'mail@hamptonslinen.com',
  risk: 'high',
  status: 'pending',
  reasons: [{ code: 'high_risk', detail: 'The risk is high.' }],
  created_at: '2026-11-22T14:16:00Z',
} as const;

const DEADLINES = [
  {
    email_ref: '[email:e00000000002]',
    execution_ref: '[execution:a00000000002]',
    title: 'Fire inspection',
    type: 'event',
    urgency: 'high',
    status: 'scheduled',
    date: '2026-11-27',
    time: '10:30',
    due_at: '2026-11-27T15:30:00Z',
    is_over: false,
  },
] as const;

const executionItem = (email: EmailItem) => ({
  ref: email.execution_ref ?? '',
  email_ref: email.ref,
  subject: email.subject,
  sender: email.sender,
  status: email.status,
  accepted_at: email.received_at,
  accepted_local: email.received_local,
  completed_at: null,
  attempts: 3,
  error_code: email.status === 'failed' ? 'too_many_parts' : null,
  error_message: email.error_message,
  category: email.category,
  urgency: null,
  confidence: null,
  risk: null,
});

const agent = (
  name: 'triage' | 'vision' | 'deadline' | 'task' | 'context',
  runs: number,
  failures: number,
  average: number,
) => ({
  agent: name,
  runs,
  failures,
  average_time_ms: average,
  p95_time_ms: average * 2,
  average_confidence: 0.93,
  fallback_share: null,
  disagreement_share: 0.04,
  errors: failures === 0 ? [] : [{ code: 'time_limit', runs: failures }],
});

export const BUSY: ToolResults = {
  list_emails: {
    total: 47,
    is_more_than_total: false,
    next_cursor: 'c2',
    days: { from: null, to: null },
    by_status: { completed: 41, failed: 3, running: 1, pending: 2, cancelled: 0 },
    by_category: { vendor: 19, customer: 28 },
    tasks_created: 13,
    events_scheduled: 6,
    reviews: { pending: 4, approved: 5, rejected: 0 },
    emails: [...EMAILS],
  },
  search_emails: {
    query: '',
    total: 1,
    is_more_than_total: false,
    next_cursor: null,
    emails: EMAILS.slice(1, 2),
  },
  get_email: {
    ...(EMAILS[1] as EmailItem),
    recipient: 'office@example.com',
    attachments: [{ filename: 'notice.pdf', content_type: 'application/pdf', size_bytes: 2000 }],
    summary: 'The fire department inspects the storage unit.',
    recommendations: ['Clear the aisle before the visit.'],
    text: 'We inspect unit B12 on Friday.',
    is_text_cut: false,
    tasks: TASKS.slice(1, 2),
    deadlines: [...DEADLINES],
    review: { ...REVIEW, reasons: [...REVIEW.reasons] },
    notifications: [],
    vendor: null,
  },
  list_executions: {
    total: 3,
    is_more_than_total: false,
    next_cursor: null,
    days: { from: null, to: null },
    by_status: { completed: 41, failed: 3, running: 1, pending: 2, cancelled: 0 },
    failures: [
      { code: 'too_many_parts', executions: 2 },
      { code: 'crashed', executions: 1 },
    ],
    executions: [executionItem(EMAILS[1] as EmailItem)],
  },
  get_execution: {
    ...executionItem(EMAILS[1] as EmailItem),
    agents: [
      {
        agent: 'triage',
        status: 'failed',
        confidence: null,
        execution_time_ms: 21,
        model_used: 'rules@1',
        error_code: 'time_limit',
      },
    ],
    actions: [],
    review: null,
  },
  list_tasks: {
    total: 8,
    is_more_than_total: false,
    next_cursor: null,
    by_priority: { urgent: 1, high: 4, medium: 2, low: 1 },
    tasks: [...TASKS],
  },
  list_reviews: {
    total: 4,
    is_more_than_total: false,
    next_cursor: null,
    reviews: [
      {
        execution_ref: '[execution:a00000000002]',
        email_ref: '[email:e00000000002]',
        subject: 'Fire inspection of your storage unit',
        sender: 'inspections@county.example',
        risk: 'high',
        status: 'pending',
        reasons: [{ code: 'high_risk', detail: 'The risk is high.' }],
        created_at: '2026-11-22T13:00:00Z',
        decided_at: null,
        decided_by: null,
        note: null,
      },
    ],
  },
  list_deadlines: {
    total: 5,
    is_more_than_total: false,
    next_cursor: null,
    deadlines: [...DEADLINES],
  },
  agent_performance: {
    days: { from: '2026-10-24', to: '2026-11-22' },
    agents: [
      agent('triage', 210, 0, 120),
      agent('vision', 35, 2, 2400),
      agent('deadline', 209, 0, 310),
      agent('task', 208, 1, 400),
      agent('context', 207, 0, 900),
    ],
  },
  vendor_history: {
    days: { from: '2026-10-24', to: '2026-11-22' },
    vendor_mails: 88,
    vendors: [
      {
        name: 'Hamptons Linen',
        mails: 31,
        last_seen_at: '2026-11-22T14:15:00Z',
        reliability: { rating: 'good', score: 0.9, events: 17 },
      },
      {
        name: 'Harbor Vans',
        mails: 12,
        last_seen_at: '2026-11-20T14:15:00Z',
        reliability: { rating: 'insufficient_data', score: null, events: 2 },
      },
    ],
  },
  system_health: {
    status: 'healthy',
    problems: [],
    database: 'up',
    queue: 'up',
    redis: 'off',
    model: { name: 'clerk', circuit: 'closed' },
    pending_executions: 2,
    running_executions: 1,
    failed_executions: 7,
    failed_today: 3,
    completed_today: 41,
    last_mail_at: '2026-11-22T14:15:00Z',
    budget: null,
  },
  attention_items: {
    counts: {
      failed_executions: 7,
      pending_reviews: 4,
      overdue_tasks: 2,
      urgent_tasks: 1,
      high_tasks: 4,
      pressing_tasks: 6,
      overdue_deadlines: 3,
      deadlines_next_7_days: 5,
    },
    total: 17,
    items: [
      {
        kind: 'task',
        why: 'Urgent and overdue.',
        title: 'Pay the linen invoice',
        ref: '[task:d00000000001]',
        email_ref: '[email:e00000000001]',
        category: 'vendor',
        due: '2026-11-20',
      },
      {
        kind: 'review',
        why: 'The risk is high.',
        title: 'Fire inspection of your storage unit',
        ref: '[execution:a00000000002]',
        email_ref: '[email:e00000000002]',
        category: 'vendor',
        due: null,
      },
    ],
  },
};

const none = { total: 0, is_more_than_total: false, next_cursor: null };
const noStatus = { completed: 0, failed: 0, running: 0, pending: 0, cancelled: 0 };

/** A database with nothing in it. */
export const EMPTY: ToolResults = {
  ...BUSY,
  list_emails: {
    ...BUSY.list_emails,
    ...none,
    by_status: noStatus,
    by_category: {},
    tasks_created: 0,
    events_scheduled: 0,
    reviews: { pending: 0, approved: 0, rejected: 0 },
    emails: [],
  },
  search_emails: { ...none, query: '', emails: [] },
  list_executions: {
    ...none,
    days: { from: null, to: null },
    by_status: noStatus,
    failures: [],
    executions: [],
  },
  list_tasks: { ...none, by_priority: { urgent: 0, high: 0, medium: 0, low: 0 }, tasks: [] },
  list_reviews: { total: 0, is_more_than_total: false, next_cursor: null, reviews: [] },
  list_deadlines: { ...none, deadlines: [] },
  agent_performance: {
    ...BUSY.agent_performance,
    agents: BUSY.agent_performance.agents.map(({ agent: name }) => ({
      ...agent(name, 0, 0, 0),
      average_time_ms: null,
      p95_time_ms: null,
      average_confidence: null,
      disagreement_share: null,
    })),
  },
  vendor_history: { ...BUSY.vendor_history, vendor_mails: 0, vendors: [] },
  system_health: {
    ...BUSY.system_health,
    pending_executions: 0,
    running_executions: 0,
    failed_executions: 0,
    failed_today: 0,
    completed_today: 0,
    last_mail_at: null,
  },
  attention_items: {
    counts: {
      failed_executions: 0,
      pending_reviews: 0,
      overdue_tasks: 0,
      urgent_tasks: 0,
      high_tasks: 0,
      pressing_tasks: 0,
      overdue_deadlines: 0,
      deadlines_next_7_days: 0,
    },
    total: 0,
    items: [],
  },
};

export const TOOL_NAMES = Object.keys(BUSY) as ToolName[];
