import { z } from 'zod';

/** Tokens of one turn, summed over its model calls. All zero when the clerk answered. */
export const usageSchema = z.object({
  input_tokens: z.int(),
  cache_read_tokens: z.int(),
  cache_write_tokens: z.int(),
  output_tokens: z.int(),
});
export type Usage = z.infer<typeof usageSchema>;

/** Text as it is generated; clients append it. */
export const tokenDataSchema = z.object({ content: z.string() });
/** The model has named a tool; its arguments may not be complete yet. */
export const toolCallDataSchema = z.object({
  tool: z.string(),
  call_id: z.string(),
  label: z.string(),
});
/** The tool has run. `result` is `{error}` when it could not answer. */
export const toolResultDataSchema = z.object({
  tool: z.string(),
  call_id: z.string(),
  result: z.record(z.string(), z.unknown()),
});
/** The text stored before a crash. It replaces the text shown so far. */
export const snapshotDataSchema = z.object({ content: z.string() });

export const doneReasonSchema = z.enum([
  'answered',
  'stopped',
  'step_limit',
  'repeated_calls',
  'refused',
  'cut_off',
]);
/** Last event of a turn that worked. `stopped` is present, and true, only after a stop. */
export const doneDataSchema = z.object({
  thread_id: z.uuid(),
  turn_id: z.uuid(),
  model: z.string(),
  degraded: z.boolean(),
  reason: doneReasonSchema,
  stopped: z.literal(true).optional(),
  usage: usageSchema,
});

export const turnErrorCodeSchema = z.enum([
  'model_unavailable',
  'timeout',
  'interrupted',
  'internal',
]);
/** Last event of a turn that failed. `message` names the business's phone number. */
export const errorDataSchema = z.object({
  message: z.string(),
  code: turnErrorCodeSchema,
  retryable: z.boolean(),
});

/** Every event on the front desk's stream, by its SSE event name. */
export const chatEventSchema = z.discriminatedUnion('event', [
  z
    .object({ event: z.literal('token'), data: tokenDataSchema })
    .describe('Text, as it is generated; clients append it.'),
  z
    .object({ event: z.literal('tool_call'), data: toolCallDataSchema })
    .describe('The model has named a tool. `label` is for people.'),
  z
    .object({ event: z.literal('tool_result'), data: toolResultDataSchema })
    .describe('The tool has run. `result` is complete, or `{error}`.'),
  z
    .object({ event: z.literal('snapshot'), data: snapshotDataSchema })
    .describe('Replaces the text so far: after a crash, or for a turn replayed late.'),
  z
    .object({ event: z.literal('done'), data: doneDataSchema })
    .describe(
      'Last event of a turn that worked. `stopped` is there, and true, only after a stop; `degraded` is true when something else than the first configured language model answered.',
    ),
  z
    .object({ event: z.literal('error'), data: errorDataSchema })
    .describe('Last event of a turn that failed; `message` is for people.'),
]);
export type ChatEvent = z.infer<typeof chatEventSchema>;
export type DoneReason = z.infer<typeof doneReasonSchema>;
export type TurnErrorCode = z.infer<typeof turnErrorCodeSchema>;
