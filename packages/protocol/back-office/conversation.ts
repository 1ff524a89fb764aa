import { z } from 'zod';
import { doneReasonSchema, turnErrorCodeSchema } from '../front-desk/events.ts';
import { messageStatusSchema } from '../front-desk/thread.ts';
import { nextCursorSchema, pageQuery } from './page.ts';

const costNanoUsdSchema = z
  .number()
  .nullable()
  .describe('In 10^-9 US dollars; null: a price is unknown.');

const tokensSchema = z.object({
  input: z.int().describe('Without those from the cache.'),
  cache_read: z.int(),
  cache_write: z.int(),
  output: z.int(),
});

/** How a conversation's last turn stands or ended. */
export const conversationOutcomeSchema = messageStatusSchema;

const conversationFields = {
  thread_id: z
    .uuid()
    .describe(
      'Of this list. Not the id that the customer has, which opens the conversation to anyone.',
    ),
  started_at: z.iso.datetime(),
  last_activity: z.iso.datetime().describe('When the customer last wrote.'),
  message_count: z.int().describe('Questions, and the answers to those that have ended.'),
  outcome: conversationOutcomeSchema.describe('How the last turn ended.'),
  has_handoff: z.boolean().describe('Whether the booking form was offered, filled in.'),
  is_signed_in: z.boolean().describe('Whether the customer was signed in.'),
  tools: z
    .array(z.string())
    .describe("Which tools ran, each once; 'unknown' for a name that no tool has."),
  models: z.array(z.string()).describe('What answered, each once.'),
  tokens: tokensSchema,
  cost_nano_usd: costNanoUsdSchema,
  customer: z
    .object({ name: z.string(), email: z.string() })
    .nullable()
    .describe('The account; null for a visitor, for a deleted account, and when redacted.'),
  first_question: z.string().nullable().describe('Its beginning; null when redacted.'),
  is_redacted: z
    .boolean()
    .describe('Who it was and what was said is left out: only administrators may read it.'),
};

/** One conversation of the front desk in a list. */
export const conversationSchema = z.object(conversationFields);
export type Conversation = z.infer<typeof conversationSchema>;

/** `GET /api/conversations`: the newest activity first. */
export const conversationQuerySchema = z.strictObject({
  ...pageQuery,
  outcome: conversationOutcomeSchema.optional().describe('How the last turn ended.'),
  customer: z
    .enum(['signed_in', 'visitor'], { error: "customer must be 'signed_in' or 'visitor'" })
    .optional()
    .describe("Visitors' conversations are kept for 24 hours."),
});
export const conversationPageSchema = z.object({
  conversations: z.array(conversationSchema),
  next_cursor: nextCursorSchema,
});
export type ConversationPage = z.infer<typeof conversationPageSchema>;

export const conversationToolCallSchema = z.object({
  tool: z.string().describe("'unknown' for a name that no tool has."),
  label: z.string().describe('What the customer saw while it ran.'),
  has_failed: z
    .boolean()
    .nullable()
    .describe('Whether it refused or failed; null when it never ended.'),
  input: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('Null when it could not be read, and when redacted.'),
  result: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('Null when it never ended, and when redacted.'),
});

export const conversationTurnSchema = z.object({
  turn_id: z.uuid().describe('Of this list, likewise.'),
  status: messageStatusSchema,
  reason: z
    .union([doneReasonSchema, turnErrorCodeSchema])
    .nullable()
    .describe('Why it ended; null while it runs.'),
  question: z.string().nullable().describe('Null when redacted.'),
  answer: z.string().nullable().describe('Null while it runs, and when redacted.'),
  tool_calls: z.array(conversationToolCallSchema),
  model: z.string().nullable().describe('What answered last; null when nothing did.'),
  degraded: z
    .boolean()
    .nullable()
    .describe('Whether something else than the first configured language model answered.'),
  tokens: tokensSchema,
  cost_nano_usd: costNanoUsdSchema,
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable().describe('Null while it runs.'),
  duration_ms: z.int().nullable().describe('Null while it runs.'),
});
export type ConversationTurn = z.infer<typeof conversationTurnSchema>;

/** `GET /api/conversations/{thread_id}`: with its last 200 turns, the oldest of them first. */
export const conversationDetailSchema = z.object({
  ...conversationFields,
  turns: z.array(conversationTurnSchema),
  has_earlier_turns: z.boolean().describe('Whether there were more turns than these.'),
});
export type ConversationDetail = z.infer<typeof conversationDetailSchema>;
