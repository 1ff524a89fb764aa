import { z } from 'zod';
import { nextCursorSchema, pageQuery, riskSchema, searchWords } from './page.ts';

export const executionStatusSchema = z.enum([
  'pending',
  'running',
  'completed',
  'failed',
  'cancelled',
]);
export const mailCategorySchema = z.enum(['vendor', 'staff', 'customer', 'system']);

/** What one agent made of the mail; `findings` has the agent's own fields. */
export const agentOutputSchema = z.object({
  agent_type: z.enum(['triage', 'vision', 'deadline', 'task', 'context']),
  status: z.enum(['completed', 'failed']),
  findings: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("The agent's own fields; null when it failed."),
  confidence: z.number().nullable().describe('0 to 1; null when the agent failed.'),
  next_actions: z.array(z.string()),
  evidence: z.array(
    z.object({
      finding: z.string().describe("What it supports, such as 'deadlines[0]' or 'category'."),
      quote: z
        .string()
        .describe(
          'Words of the mail; space, case and the shapes of quotation marks and dashes may differ from it.',
        ),
      where: z
        .enum(['header', 'subject', 'body', 'attachment'])
        .describe(
          "`body`: in the mail's segments, where `createQuoteFinder` finds it. `attachment`: in the text of a file, which is not served as text.",
        ),
      attachment: z.int().optional().describe("The attachment's position, where it is known."),
    }),
  ),
  execution_time_ms: z.int(),
  model_used: z.string().describe("`rules@1`, or the language model's name."),
  is_disputed: z
    .boolean()
    .nullable()
    .describe('Whether a language model and the rules differed; null when none was asked.'),
  error_code: z.string().nullable(),
  input_tokens: z.int(),
  output_tokens: z.int(),
  cost_nano_usd: z.number().nullable().describe('In 10^-9 US dollars; null: the price is unknown.'),
  created_at: z.iso.datetime(),
});
export type AgentOutput = z.infer<typeof agentOutputSchema>;

export const actionSchema = z.object({
  id: z.uuid(),
  execution_id: z.uuid(),
  kind: z.enum(['create_task', 'schedule_event', 'send_notification', 'human_review']),
  action_key: z.string(),
  payload: z.record(z.string(), z.unknown()),
  status: z.enum(['pending_review', 'executed', 'rejected']),
  created_at: z.iso.datetime(),
  decided_at: z.iso
    .datetime()
    .nullable()
    .describe('When a person decided; null when nobody had to.'),
  record_id: z
    .uuid()
    .nullable()
    .describe(
      'The task or the deadline that it became; null before that, and of what becomes neither.',
    ),
});
export type Action = z.infer<typeof actionSchema>;

export const reviewReasonSchema = z.object({ code: z.string(), detail: z.string() });

/** Whose name stands beside an id of who did something. */
const actorNameSchema = z
  .string()
  .nullable()
  .describe("Of the account or API key, 'This machine' for the open mode; null: no longer known.");

const reviewFields = {
  id: z.uuid(),
  execution_id: z.uuid(),
  reasons: z.array(reviewReasonSchema),
  risk: riskSchema,
  status: z.enum(['pending', 'approved', 'rejected']),
  created_at: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
  decided_by: z
    .string()
    .nullable()
    .describe("The id of an account or of an API key; 'local' for the open mode."),
  decided_by_name: actorNameSchema,
  note: z.string().nullable(),
};

export const executionReviewSchema = z.object(reviewFields);

export const auditEntrySchema = z.object({
  actor: z.string().describe("The id of an account or of an API key; 'local' for the open mode."),
  actor_name: actorNameSchema,
  what: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  at: z.iso.datetime(),
});

/** One mail's way through the agents, without what each of them made of it. */
export const executionSummarySchema = z.object({
  id: z.uuid(),
  email_id: z.uuid(),
  status: executionStatusSchema,
  accepted_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  completed_at: z.iso.datetime().nullable(),
  attempts: z.int(),
  error_code: z
    .string()
    .nullable()
    .describe('Why it failed, or while it is pending why the try before did.'),
  error_message: z.string().nullable().describe('The same as a sentence.'),
  category: z.string().nullable(),
  urgency: z.int().nullable().describe('0 to 100: 90 critical, 70 high, 40 medium, 20 low.'),
  confidence: z
    .number()
    .nullable()
    .describe('0 to 1: of the least sure finding that something is done about.'),
  risk: riskSchema.nullable(),
  metadata: z.object({
    subject: z.string(),
    sender: z.string(),
    recipient: z.string(),
    has_attachments: z.boolean(),
    attachment_count: z.int(),
  }),
});
export type ExecutionSummary = z.infer<typeof executionSummarySchema>;

/** One mail's way through the agents. */
export const executionSchema = executionSummarySchema.extend({
  agent_outputs: z.array(agentOutputSchema),
  actions: z.array(actionSchema),
});
export type Execution = z.infer<typeof executionSchema>;

/** `GET /executions`. */
export const executionQuerySchema = z.strictObject({
  ...pageQuery,
  status: executionStatusSchema.optional(),
  category: mailCategorySchema.optional(),
  risk: z
    .enum(['high', 'critical'], { error: 'risk must be high or critical' })
    .optional()
    .describe('Only these two can be asked for.'),
  q: searchWords.optional(),
  view: z
    .enum(['full', 'summary'], { error: "view must be 'full' or 'summary'" })
    .default('full')
    .describe('`summary`: without `agent_outputs` and `actions`.'),
});
export const executionPageSchema = z.object({
  executions: z.array(executionSchema),
  next_cursor: nextCursorSchema,
});
/** What `view=summary` gives. */
export const executionSummaryPageSchema = z.object({
  executions: z.array(executionSummarySchema),
  next_cursor: nextCursorSchema,
});

/** `GET /executions/{id}`. */
export const executionDetailSchema = executionSchema.extend({
  review: executionReviewSchema.nullable(),
  audit: z.array(auditEntrySchema).describe('Who changed what, oldest first; at most 500.'),
});
export type ExecutionDetail = z.infer<typeof executionDetailSchema>;

/** `POST /executions/{id}/retry` and `/cancel`. */
export const executionDecisionSchema = z.object({
  execution_id: z.uuid(),
  status: executionStatusSchema,
});

/** `GET /api/reviews`; pending ones unless asked otherwise. */
export const reviewQuerySchema = z.strictObject({
  ...pageQuery,
  status: z.enum(['pending', 'approved', 'rejected']).default('pending'),
});
export const reviewSchema = z.object({
  ...reviewFields,
  email: z.object({ id: z.uuid(), subject: z.string(), sender: z.string() }),
  actions: z.array(actionSchema),
});
export type Review = z.infer<typeof reviewSchema>;
export const reviewPageSchema = z.object({
  reviews: z.array(reviewSchema),
  next_cursor: nextCursorSchema,
});

/** `POST /api/reviews/{id}`. Actions without an edit are approved as they are. */
export const reviewDecisionRequestSchema = z.strictObject({
  decision: z.enum(['approve', 'reject'], { error: "decision must be 'approve' or 'reject'" }),
  edits: z
    .array(
      z.strictObject({
        action_id: z.uuid({ error: 'edits: action_id must be a UUID' }),
        payload: z
          .record(z.string(), z.unknown())
          .optional()
          .describe(
            "The fields of the action's payload that change. Of a `create_task`: title, description, priority, assignee, category, due_date. Of a `schedule_event`: title, description, type, date, time, timezone, urgency, is_ambiguous. Of a `send_notification`: subject, body, urgency. `editableFields` has their forms.",
          ),
        drop: z.boolean().optional().describe('Leaves the action out.'),
      }),
    )
    .max(100, { error: 'edits must be at most 100' })
    .optional(),
  note: z
    .string()
    .trim()
    .max(1_000, { error: 'note must be at most 1000 characters' })
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
      error: 'note has characters that cannot be kept',
    })
    .optional(),
});
export type ReviewDecisionRequest = z.infer<typeof reviewDecisionRequestSchema>;
