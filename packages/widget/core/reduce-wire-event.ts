import type { ChatState, MessagePart } from './chat-state.ts';
import { disarm, toolPart } from './tool-part.ts';
import { updateAnswer, withStatus } from './update-answer.ts';
import { readHandoff, type WireEvent } from './wire-event.ts';

/** An answer that has ended makes "still answering" untrue. */
const withoutTurnNotice = (state: ChatState): ChatState =>
  state.notice?.kind === 'turn_running' ? { ...state, notice: null } : state;

const appendText = (parts: readonly MessagePart[], text: string): readonly MessagePart[] => {
  const last = parts.at(-1);
  return last?.kind === 'text'
    ? [...parts.slice(0, -1), { kind: 'text', text: last.text + text }]
    : [...parts, { kind: 'text', text }];
};

/** The answer goes on. A stop that was asked for stays visible until the server has confirmed it. */
const withParts = (
  state: ChatState,
  update: (parts: readonly MessagePart[]) => readonly MessagePart[],
): ChatState =>
  updateAnswer(state, (message) => ({
    ...message,
    parts: update(message.parts),
    status: message.status.kind === 'stopping' ? message.status : { kind: 'streaming' },
  }));

/** What an event of the stream makes of the conversation. */
export const reduceWireEvent = (state: ChatState, event: WireEvent): ChatState => {
  switch (event.event) {
    case 'token':
      return withParts(state, (parts) => appendText(parts, event.data.content));
    case 'snapshot': {
      const { content } = event.data;
      return withParts(state, (parts) => {
        const calls = parts.filter((part) => part.kind !== 'text');
        return content === '' ? calls : appendText(calls, content);
      });
    }
    case 'tool_call':
      return withParts(state, (parts) => [...parts, toolPart(event.data)]);
    case 'tool_result': {
      const { tool, call_id, result } = event.data;
      const isHandoff = readHandoff(tool, result) !== null;
      const cleared = isHandoff ? { ...state, messages: disarm(state.messages) } : state;
      return withParts(cleared, (parts) =>
        parts.map((part) =>
          part.kind === 'tool' && part.callId === call_id
            ? toolPart({ tool, call_id, label: part.label, result })
            : part,
        ),
      );
    }
    case 'done':
      return withStatus(
        withoutTurnNotice(state),
        event.data.stopped
          ? { kind: 'stopped' }
          : { kind: 'complete', reason: event.data.reason, isDegraded: event.data.degraded },
      );
    case 'error': {
      const message = event.data.message || null;
      return withStatus(
        withoutTurnNotice(state),
        event.data.code === 'interrupted'
          ? { kind: 'interrupted', message, isRetryable: event.data.retryable }
          : {
              kind: 'failed',
              code: event.data.code,
              message,
              isRetryable: event.data.retryable,
            },
      );
    }
  }
};
