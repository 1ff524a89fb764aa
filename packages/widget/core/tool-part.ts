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

export const disarmPart = (part: MessagePart): MessagePart =>
  part.kind === 'tool' && part.card?.isArmed
    ? { ...part, card: { ...part.card, isArmed: false } }
    : part;

const hasArmedCard = (message: ChatMessage): boolean =>
  message.role === 'assistant' &&
  message.parts.some((part) => part.kind === 'tool' && part.card?.isArmed === true);

/** Only the newest card can be used: takes the others out of use. */
export const disarm = (messages: readonly ChatMessage[]): readonly ChatMessage[] =>
  messages.map((message) =>
    message.role === 'assistant' && hasArmedCard(message)
      ? { ...message, parts: message.parts.map(disarmPart) }
      : message,
  );

/** Arms the newest card and no other. */
export const armNewest = (messages: readonly ChatMessage[]): readonly ChatMessage[] => {
  const target = messages.findLastIndex(
    (message) =>
      message.role === 'assistant' &&
      message.parts.some((part) => part.kind === 'tool' && part.card !== null),
  );
  return messages.map((message, index) => {
    if (index !== target || message.role !== 'assistant') return message;
    const newest = message.parts.findLastIndex(
      (part) => part.kind === 'tool' && part.card !== null,
    );
    return {
      ...message,
      parts: message.parts.map((part, at) =>
        at === newest && part.kind === 'tool' && part.card
          ? { ...part, card: { ...part.card, isArmed: true } }
          : part,
      ),
    };
  });
};
