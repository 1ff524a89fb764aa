import { z } from 'zod';
import { doneReasonSchema, usageSchema } from '../front-desk/events.ts';
import { staffMessageSchema } from './chat.ts';

/** The largest frame a client may send, in bytes. */
export const MAX_SOCKET_FRAME_BYTES = 64 * 1024;

const turnId = z.uuid({ error: 'turn_id must be the id of a turn' });
const eventNumber = z
  .int({ error: 'after must be a whole number' })
  .min(0, { error: 'after must be at least 0' });

/** What a client sends on `/ws/chat/{session_id}`, by its `type`; without one it is a message. */
export const clientFrameSchemas = {
  message: z.strictObject({
    type: z.literal('message').default('message'),
    message: staffMessageSchema,
    idempotency_key: z
      .string({ error: 'idempotency_key must be a string' })
      .optional()
      .describe('With the same message the same key gives the same turn.'),
  }),
  stop: z
    .strictObject({ type: z.literal('stop'), turn_id: turnId.optional() })
    .describe('Stops the turn that runs, or the one named.'),
  resume: z
    .strictObject({
      type: z.literal('resume'),
      turn_id: turnId,
      after: eventNumber.default(0),
    })
    .describe("Sends a turn's events after number `after` again, from any server process."),
} as const;
export const clientFrameSchema = z.union([
  clientFrameSchemas.message,
  clientFrameSchemas.stop,
  clientFrameSchemas.resume,
]);
export type ClientFrame = z.infer<typeof clientFrameSchema>;

/** Frames that belong to a turn; `seq` is the number of its event, 0 for the acknowledgement. */
const ofTurn = {
  turn_id: z.uuid(),
  seq: z.int().describe('The number of its event; 0 for the `ack`.'),
};

/** What the server sends. An `error` without a `turn_id` is about the frame before it. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('ack'), ...ofTurn, timestamp: z.iso.datetime() })
    .describe('The message was taken.'),
  z
    .object({ type: z.literal('chunk'), ...ofTurn, content: z.string() })
    .describe('Text, as it is generated.'),
  z.object({
    type: z.literal('tool_call'),
    ...ofTurn,
    tool: z.string(),
    call_id: z.string(),
    label: z.string(),
  }),
  z.object({
    type: z.literal('tool_result'),
    ...ofTurn,
    tool: z.string(),
    call_id: z.string(),
    result: z.record(z.string(), z.unknown()),
  }),
  z
    .object({ type: z.literal('snapshot'), ...ofTurn, content: z.string() })
    .describe('Replaces the text shown so far.'),
  z.object({
    type: z.literal('complete'),
    ...ofTurn,
    timestamp: z.iso.datetime(),
    message_id: z.uuid(),
    model: z.string(),
    degraded: z.boolean(),
    reason: doneReasonSchema,
    stopped: z.literal(true).optional(),
    usage: usageSchema,
  }),
  z.object({
    type: z.literal('error'),
    message: z.string(),
    code: z.string(),
    retryable: z.boolean().optional(),
    retry_after: z.int().optional().describe('Seconds to wait, after too many messages.'),
    turn_id: z.uuid().optional(),
    seq: z.int().optional(),
  }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;

/** Why the server closes a socket, beside the standard codes. */
export const socketCloseCodes = {
  notSignedIn: 4401,
  unknownSession: 4404,
  /** The caller has too many sockets open. */
  tooManySockets: 4429,
} as const;
