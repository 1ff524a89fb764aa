import type { ChatMessage, MessagePart } from './chat-state.ts';
import { readHandoff } from './wire-event.ts';

/** A tool call as a message shows it; a hand-over among its results becomes an armed card. */
export const toolPart = (call: {
  tool: string;
  call_id: string;
  label: string;
  result?: Record<string, unknown> | undefined;
}): Extract<MessagePart, { kind: 'tool' }> => {
  const handoff = readHandoff(call.tool, call.result);
  return {
    kind: 'tool',
    callId: call.call_id,
    tool: call.tool,
    label: call.label,
    status:
      call.result === undefined
        ? 'running'
        : typeof call.result.error === 'string'
          ? 'failed'
          : 'done',
    card: handoff && { handoff, isArmed: true },
  };
};

const isArmed = (part: MessagePart): boolean => part.kind === 'tool' && part.card?.isArmed === true;

/**
 * Only the newest card of a thread can be used: takes every card out of use, or every other than
 * the newest. Messages without such a card stay the same objects.
 */
export const disarm = (
  messages: readonly ChatMessage[],
  isNewestKept = false,
): readonly ChatMessage[] => {
  const armed = messages.flatMap((message) =>
    message.role === 'assistant' ? message.parts.filter(isArmed) : [],
  );
  const leaving = new Set(isNewestKept ? armed.slice(0, -1) : armed);
  return messages.map((message) =>
    message.role === 'assistant' && message.parts.some((part) => leaving.has(part))
      ? {
          ...message,
          parts: message.parts.map((part) =>
            part.kind === 'tool' && part.card && leaving.has(part)
              ? { ...part, card: { ...part.card, isArmed: false } }
              : part,
          ),
        }
      : message,
  );
};
