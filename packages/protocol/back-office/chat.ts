import { z } from 'zod';
import {
  doneDataSchema,
  errorDataSchema,
  snapshotDataSchema,
  toolCallDataSchema,
  toolResultDataSchema,
} from '../front-desk/events.ts';
import { threadMessageSchema } from '../front-desk/thread.ts';

/** The longest message a member of staff may send, in Unicode code points. */
export const MAX_STAFF_MESSAGE_CODE_POINTS = 4_000;

/** Words of a member of staff; the same for HTTP and WebSocket. */
export const staffMessageSchema = z
  .string({
    error: (issue) =>
      issue.input === undefined ? 'message is required' : 'message must be a string',
  })
  .refine((text) => text.trim() !== '', { error: 'message is required', abort: true })
  .refine((text) => [...text].length <= MAX_STAFF_MESSAGE_CODE_POINTS, {
    error: `message must be at most ${MAX_STAFF_MESSAGE_CODE_POINTS} characters`,
  })
  .describe(`1 to ${MAX_STAFF_MESSAGE_CODE_POINTS} characters (Unicode code points).`);

/** Whose sessions: only in the open mode and for administrators; else it is the caller. */
export const userIdQuery = {
  user_id: z
    .string()
    .regex(/^[\w.@:+-]{1,100}$/, {
      error: 'user_id must be 1 to 100 letters, digits or any of . _ - + : @',
    })
    .optional()
    .describe('Whose; counts in the open mode and for administrators, else it is the caller.'),
};

const limit = (largest: number, usual: number) =>
  z.coerce
    .number({ error: `limit must be a number from 1 to ${largest}` })
    .int({ error: 'limit must be a whole number' })
    .min(1, { error: 'limit must be at least 1' })
    .max(largest, { error: `limit must be at most ${largest}` })
    .default(usual)
    .describe('How many.');

/** `POST /api/chat`. A session id that is no UUID is an unknown session. */
export const staffChatRequestSchema = z.strictObject({
  message: staffMessageSchema,
  session_id: z
    .string({ error: 'session_id must be a string' })
    .max(100)
    .nullish()
    .describe('Without one a session is made.'),
  stream: z
    .boolean({ error: 'stream must be true or false' })
    .default(false)
    .describe('Whether the answer is a stream.'),
});

/** `POST /api/chat` with `stream: false`. */
export const staffChatAnswerSchema = z.object({
  session_id: z.uuid(),
  message: z.string(),
  timestamp: z.iso.datetime(),
  turn_id: z.uuid(),
  message_id: z.uuid(),
  model: z.string(),
  degraded: z.boolean(),
  reason: z.string(),
});

/** Last event of an answer that worked. */
export const staffDoneDataSchema = doneDataSchema
  .omit({ thread_id: true })
  .extend({ session_id: z.uuid(), message_id: z.uuid() });

/**
 * Every event on the stream of `POST /api/chat`, by its SSE event name. Text is in events without
 * a name, which parsers call `message`, and is not JSON; the data of all others is.
 */
export const staffChatEventSchema = z.discriminatedUnion('event', [
  z
    .object({ event: z.literal('message'), data: z.string() })
    .describe('Text, as it is generated: an event without a name whose data is the text itself.'),
  z
    .object({ event: z.literal('tool_call'), data: toolCallDataSchema })
    .describe('The model has named a tool. `label` is for people.'),
  z
    .object({ event: z.literal('tool_result'), data: toolResultDataSchema })
    .describe('The tool has run. `result` is complete, or `{error}`.'),
  z
    .object({ event: z.literal('snapshot'), data: snapshotDataSchema })
    .describe('Replaces the text so far.'),
  z
    .object({ event: z.literal('done'), data: staffDoneDataSchema })
    .describe('Last event of an answer that worked.'),
  z
    .object({ event: z.literal('error'), data: errorDataSchema })
    .describe('Last event of an answer that failed; `message` is for people.'),
]);
export type StaffChatEvent = z.infer<typeof staffChatEventSchema>;

/** `POST /api/chat/sessions`. */
export const newSessionSchema = z.object({
  id: z.uuid(),
  user_id: z.string(),
  started_at: z.iso.datetime(),
  message_count: z.int(),
});

/** `GET /api/chat/sessions`: the newest activity first. */
export const sessionQuerySchema = z.strictObject({ ...userIdQuery, limit: limit(100, 20) });
export const sessionSchema = z.object({
  id: z.uuid(),
  started_at: z.iso.datetime(),
  last_activity: z.iso.datetime(),
  message_count: z.int(),
  metadata: z
    .object({ title: z.string().optional() })
    .describe('`title`: the beginning of the first question.'),
});
export const sessionListSchema = z.object({
  user_id: z.string(),
  session_count: z.int().describe('The number of sessions in this list.'),
  sessions: z.array(sessionSchema),
});

/** `GET /api/chat/history/{id}`: the latest `limit` messages, oldest first. */
export const historyQuerySchema = z.strictObject({ ...userIdQuery, limit: limit(200, 50) });
/** What an answer's metadata has beside its turn. Costs in US dollars; null: not known. */
export const answerMetadataSchema = z.object({
  turn_id: z.uuid(),
  status: z.enum(['complete', 'stopped', 'interrupted', 'failed']),
  model: z.string().nullable(),
  degraded: z.boolean().nullable(),
  tool_calls: z.array(threadMessageSchema.options[1].shape.tool_calls.element),
  usage: z.object({
    input_tokens: z.int(),
    cache_read_tokens: z.int(),
    cache_write_tokens: z.int(),
    output_tokens: z.int(),
  }),
  cost_usd: z.number().nullable(),
});
export const historyMessageSchema = z.discriminatedUnion('role', [
  z.object({
    id: z.uuid(),
    role: z.literal('user'),
    content: z.string(),
    timestamp: z.iso.datetime(),
    metadata: z.object({ turn_id: z.uuid() }),
  }),
  z.object({
    id: z.uuid().describe("The turn's id."),
    role: z.literal('assistant'),
    content: z.string(),
    timestamp: z.iso.datetime(),
    metadata: answerMetadataSchema,
  }),
]);
export const historySchema = z.object({
  session_id: z.uuid(),
  message_count: z.int().describe('The number of messages in this list.'),
  running_turn_id: z
    .uuid()
    .nullable()
    .describe('A turn that is still running: resume it from event 0.'),
  messages: z.array(historyMessageSchema),
});
export type History = z.infer<typeof historySchema>;
export type HistoryMessage = z.infer<typeof historyMessageSchema>;

/** `GET /api/chat/context`: the numbers behind the answers, at most 5 minutes old. */
export const operationalContextSchema = z.object({
  statistics: z.object({
    total_emails_processed: z.int(),
    emails_today: z.int().describe('Accepted today in the business time zone.'),
    active_executions: z.int().describe('Pending and running.'),
    failed_executions: z.int(),
    total_tasks_created: z.int(),
    total_events_scheduled: z.int(),
  }),
  recent_activity: z.object({
    emails_count: z.int().describe('Of the last 7 days, today included.'),
    tasks_count: z.int(),
    deadlines_count: z.int().describe('Coming deadlines of the next 7 days; never past ones.'),
  }),
  system_health: z
    .record(z.string(), z.unknown())
    .describe('What `GET /health` tells of the parts, and how the agents do.'),
  high_risk_items_count: z
    .int()
    .describe(
      'Failed executions, pending reviews, overdue tasks, and urgent or high ones that are not.',
    ),
  generated_at: z.iso.datetime(),
});
export type OperationalContextView = z.infer<typeof operationalContextSchema>;
