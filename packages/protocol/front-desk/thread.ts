import { z } from 'zod';

/** A tool call as a reloaded page shows it; `result` is absent when the call never ended. */
export const threadToolCallSchema = z.object({
  tool: z.string(),
  call_id: z.string(),
  label: z.string(),
  result: z.record(z.string(), z.unknown()).optional(),
});

/** How the turn that wrote an assistant message ended. */
export const messageStatusSchema = z.enum([
  'complete',
  'running',
  'stopped',
  'interrupted',
  'failed',
]);

export const threadMessageSchema = z.discriminatedUnion('role', [
  z.object({
    id: z.uuid(),
    role: z.literal('user'),
    turn_id: z.uuid(),
    content: z.string(),
    created_at: z.iso.datetime(),
  }),
  z.object({
    id: z.uuid(),
    role: z.literal('assistant'),
    turn_id: z.uuid(),
    content: z.string(),
    tool_calls: z.array(threadToolCallSchema),
    status: messageStatusSchema,
    created_at: z.iso.datetime(),
  }),
]);
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

/**
 * `GET /api/assistant/threads/{thread_id}/`. Oldest message first. While a turn runs,
 * `running_turn_id` names it and its assistant message is not listed: resume it from event 0.
 */
export const threadSchema = z.object({
  thread_id: z.uuid(),
  running_turn_id: z
    .uuid()
    .nullable()
    .describe('The turn that is being answered: resume it from its first event.'),
  messages: z.array(threadMessageSchema),
});
export type Thread = z.infer<typeof threadSchema>;
