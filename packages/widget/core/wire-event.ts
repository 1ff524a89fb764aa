import type { ChatEvent, DoneReason, Handoff, TurnErrorCode } from '@deskbell/protocol';
import { isFields } from './fields.ts';

type DoneEvent = Extract<ChatEvent, { event: 'done' }>;

/** An event of the protocol, as far as a page shows it. */
export type WireEvent =
  | Exclude<ChatEvent, DoneEvent>
  | { event: 'done'; data: Pick<DoneEvent['data'], 'degraded' | 'reason' | 'stopped'> };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads one server-sent event. Unknown names and broken data give undefined: a newer server may
 * say more than this page understands. A `done` or `error` is never dropped for a missing
 * detail, because a turn that never ends is worse than one whose reason is unknown; a reason or
 * code of a newer server is passed on as it is, and whoever shows it has words for the rest.
 */
export const parseWireEvent = (name: string | undefined, data: string): WireEvent | undefined => {
  let fields: unknown;
  try {
    fields = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (!isFields(fields)) return undefined;
  switch (name) {
    case 'token':
    case 'snapshot':
      return typeof fields.content === 'string'
        ? { event: name, data: { content: fields.content } }
        : undefined;
    case 'tool_call':
    case 'tool_result': {
      const { call_id, result } = fields;
      if (typeof call_id !== 'string') return undefined;
      const tool = text(fields.tool);
      return name === 'tool_call'
        ? { event: name, data: { tool, call_id, label: text(fields.label) || 'Working on it…' } }
        : { event: name, data: { tool, call_id, result: isFields(result) ? result : {} } };
    }
    case 'done':
      return {
        event: name,
        data: {
          degraded: fields.degraded === true,
          reason: (text(fields.reason) || 'answered') as DoneReason,
          ...(fields.stopped === true && { stopped: true as const }),
        },
      };
    case 'error':
      return {
        event: name,
        data: {
          message: text(fields.message),
          code: (text(fields.code) || 'internal') as TurnErrorCode,
          retryable: fields.retryable === true,
        },
      };
    default:
      return undefined;
  }
};

/** The number in `<turn_id>:<n>`, and the turn; undefined when the id is anything else. */
export const parseEventId = (
  id: string | undefined,
): { turnId: string; sequence: number } | undefined => {
  const match = /^(.+):(\d{1,9})$/.exec(id ?? '');
  return match?.[1] && match[2] ? { turnId: match[1], sequence: Number(match[2]) } : undefined;
};

/** A tool result as a handoff, when it is one. */
export const readHandoff = (tool: string, result: unknown): Handoff | null =>
  tool === 'build_booking_handoff' &&
  isFields(result) &&
  result.action === 'open_booking_wizard' &&
  isFields(result.prefill_data)
    ? {
        action: 'open_booking_wizard',
        prefill_data: result.prefill_data as Handoff['prefill_data'],
        message: text(result.message),
      }
    : null;
