import type { ThreadMessage } from '@deskbell/protocol';
import type { AssistantMessageStatus, ChatMessage } from './chat-state.ts';
import { toolPart } from './tool-part.ts';

const storedStatus = (
  status: Extract<ThreadMessage, { role: 'assistant' }>['status'],
): AssistantMessageStatus => {
  switch (status) {
    case 'stopped':
      return { kind: 'stopped' };
    case 'interrupted':
      return { kind: 'interrupted', message: null, isRetryable: true };
    case 'failed':
      return { kind: 'failed', code: 'internal', message: null, isRetryable: true };
    case 'running':
    case 'complete':
      return { kind: 'complete', reason: 'answered', isDegraded: false };
  }
};

/** A message of a thread that the server has kept. */
export const storedMessage = (stored: ThreadMessage): ChatMessage =>
  stored.role === 'user'
    ? { role: 'user', key: stored.id, text: stored.content, status: 'sent' }
    : {
        role: 'assistant',
        key: stored.id,
        turnId: stored.turn_id,
        parts: [
          ...stored.tool_calls.map(toolPart),
          ...(stored.content === '' ? [] : [{ kind: 'text' as const, text: stored.content }]),
        ],
        status: storedStatus(stored.status),
      };

const isSame = (one: ChatMessage, other: ChatMessage): boolean =>
  one.role === 'user'
    ? other.role === 'user' && one.text === other.text
    : other.role === 'assistant' && one.turnId === other.turnId;

/** Messages that are on the page already keep their keys, so that a page need not draw them anew. */
export const keepKeys = (
  shown: readonly ChatMessage[],
  loaded: readonly ChatMessage[],
): readonly ChatMessage[] =>
  loaded.map((message, at) => {
    const old = shown[at];
    return old && isSame(old, message) ? { ...message, key: old.key } : message;
  });
