import type { ChatEvent, Thread, ThreadMessage } from '@deskbell/protocol';
import {
  type AssistantMessage,
  type AssistantMessageStatus,
  busyMessage,
  type ChatMessage,
  type ChatState,
  initialChatState,
  type MessagePart,
  type Notice,
} from './chat-state.ts';
import { readHandoff } from './wire-event.ts';

/** Everything that changes a conversation: the customer's acts, the wire's news, the network's. */
export type ChatAction =
  | { type: 'draft_changed'; draft: string }
  | { type: 'message_queued'; key: string; text: string }
  | { type: 'message_sent'; key: string; answerKey: string; text: string; threadId: string }
  | { type: 'turn_named'; turnId: string }
  | { type: 'wire_event'; event: ChatEvent }
  | { type: 'reconnecting' }
  | { type: 'stop_requested' }
  | { type: 'stop_failed' }
  | { type: 'connection_lost' }
  /** The exchange that was being sent is taken back: its text returns to the composer. */
  | { type: 'send_failed'; notice: Notice; isThreadKept: boolean }
  | { type: 'answer_resumed' }
  /** A failed exchange makes room for its repetition. */
  | { type: 'exchange_dropped'; key: string }
  | { type: 'notice_shown'; notice: Notice }
  | { type: 'notice_cleared' }
  | { type: 'rate_limit_ticked'; secondsLeft: number }
  | { type: 'went_offline' }
  | { type: 'went_online' }
  | { type: 'restore_started'; threadId: string }
  | { type: 'restore_failed' }
  | { type: 'thread_loaded'; thread: Thread; answerKey: string }
  | { type: 'thread_forgotten'; notice: Notice | null }
  | { type: 'conversation_cleared' };

const updateAnswer = (
  state: ChatState,
  update: (message: AssistantMessage) => AssistantMessage,
): ChatState => {
  const answer = busyMessage(state);
  if (answer === null) return state;
  return { ...state, messages: [...state.messages.slice(0, -1), update(answer)] };
};

/** An answer that has ended makes "still answering" untrue. */
const withoutTurnNotice = (state: ChatState): ChatState =>
  state.notice?.kind === 'turn_running' ? { ...state, notice: null } : state;

const withStatus = (state: ChatState, status: AssistantMessageStatus): ChatState =>
  updateAnswer(state, (message) => ({ ...message, status }));

const appendText = (parts: readonly MessagePart[], text: string): readonly MessagePart[] => {
  const last = parts.at(-1);
  return last?.kind === 'text'
    ? [...parts.slice(0, -1), { kind: 'text', text: last.text + text }]
    : [...parts, { kind: 'text', text }];
};

const disarmPart = (part: MessagePart): MessagePart =>
  part.kind === 'tool' && part.card?.isArmed
    ? { ...part, card: { ...part.card, isArmed: false } }
    : part;

const hasArmedCard = (message: ChatMessage): boolean =>
  message.role === 'assistant' &&
  message.parts.some((part) => part.kind === 'tool' && part.card?.isArmed === true);

const disarm = (messages: readonly ChatMessage[]): readonly ChatMessage[] =>
  messages.map((message) =>
    message.role === 'assistant' && hasArmedCard(message)
      ? { ...message, parts: message.parts.map(disarmPart) }
      : message,
  );

/** A stop that was asked for stays visible until the server has confirmed it. */
const afterNews = (status: AssistantMessageStatus): AssistantMessageStatus =>
  status.kind === 'stopping' ? status : { kind: 'streaming' };

const toolPart = (call: {
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

const reduceWireEvent = (state: ChatState, event: ChatEvent): ChatState => {
  switch (event.event) {
    case 'token':
      return updateAnswer(state, (message) => ({
        ...message,
        parts: appendText(message.parts, event.data.content),
        status: afterNews(message.status),
      }));
    case 'snapshot':
      return updateAnswer(state, (message) => ({
        ...message,
        parts: [
          ...message.parts.filter((part) => part.kind !== 'text'),
          ...(event.data.content === ''
            ? []
            : [{ kind: 'text' as const, text: event.data.content }]),
        ],
        status: afterNews(message.status),
      }));
    case 'tool_call':
      return updateAnswer(state, (message) => ({
        ...message,
        parts: [...message.parts, toolPart(event.data)],
        status: afterNews(message.status),
      }));
    case 'tool_result': {
      const { tool, call_id, result } = event.data;
      const isHandoff = readHandoff(tool, result) !== null;
      const cleared = isHandoff ? { ...state, messages: disarm(state.messages) } : state;
      return updateAnswer(cleared, (message) => ({
        ...message,
        parts: message.parts.map((part) =>
          part.kind === 'tool' && part.callId === call_id
            ? toolPart({ tool, call_id, label: part.label, result })
            : part,
        ),
        status: afterNews(message.status),
      }));
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

const storedMessage = (stored: ThreadMessage): ChatMessage =>
  stored.role === 'user'
    ? { role: 'user', key: stored.id, text: stored.content, status: 'sent' }
    : {
        role: 'assistant',
        key: stored.id,
        turnId: stored.turn_id,
        parts: [
          ...stored.tool_calls.map(toolPart).map(disarmPart),
          ...(stored.content === '' ? [] : [{ kind: 'text' as const, text: stored.content }]),
        ],
        status: storedStatus(stored.status),
      };

/** Arms the newest card and no other. */
const armNewest = (messages: readonly ChatMessage[]): readonly ChatMessage[] => {
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

const waitingAnswer = (key: string, turnId: string | null): AssistantMessage => ({
  role: 'assistant',
  key,
  turnId,
  parts: [],
  status: { kind: 'waiting' },
});

const markSent = (messages: readonly ChatMessage[]): readonly ChatMessage[] =>
  messages.map((message) =>
    message.role === 'user' && message.status === 'sending'
      ? { ...message, status: 'sent' }
      : message,
  );

/** Pure: the same state and action always give the same state. An action that does not apply changes nothing. */
export const reduceChat = (state: ChatState, action: ChatAction): ChatState => {
  switch (action.type) {
    case 'draft_changed':
      return state.draft === action.draft ? state : { ...state, draft: action.draft };
    case 'message_queued':
      return {
        ...state,
        draft: '',
        notice: null,
        messages: [
          ...state.messages,
          { role: 'user', key: action.key, text: action.text, status: 'queued' },
        ],
      };
    case 'message_sent': {
      // A repeated exchange takes the place of the one it repeats (same key).
      const at = state.messages.findIndex((message) => message.key === action.key);
      const kept = at === -1 ? state.messages : state.messages.slice(0, at);
      return {
        ...state,
        threadId: action.threadId,
        draft: state.draft.trim() === action.text ? '' : state.draft,
        notice: null,
        messages: [
          ...kept,
          { role: 'user', key: action.key, text: action.text, status: 'sending' },
          waitingAnswer(action.answerKey, null),
        ],
      };
    }
    case 'turn_named':
      return updateAnswer({ ...state, messages: markSent(state.messages) }, (message) => ({
        ...message,
        turnId: action.turnId,
        status: message.status.kind === 'reconnecting' ? { kind: 'streaming' } : message.status,
      }));
    case 'wire_event':
      return reduceWireEvent(state, action.event);
    case 'reconnecting':
      return updateAnswer(state, (message) =>
        message.status.kind === 'stopping'
          ? message
          : { ...message, status: { kind: 'reconnecting' } },
      );
    case 'stop_requested':
      return withStatus(state, { kind: 'stopping' });
    case 'stop_failed':
      return updateAnswer(state, (message) =>
        message.status.kind === 'stopping'
          ? { ...message, status: { kind: 'streaming' } }
          : message,
      );
    case 'connection_lost':
      return withStatus(state, {
        kind: 'failed',
        code: 'connection_lost',
        message: null,
        isRetryable: true,
      });
    case 'send_failed': {
      const at = state.messages.findIndex(
        (message) => message.role === 'user' && message.status !== 'sent',
      );
      const unsent = state.messages[at];
      if (unsent?.role !== 'user') return { ...state, notice: action.notice };
      return {
        ...state,
        threadId: action.isThreadKept ? state.threadId : null,
        messages: action.isThreadKept ? state.messages.slice(0, at) : [],
        // What was typed meanwhile is kept behind the text that comes back.
        draft: state.draft.trim() === '' ? unsent.text : `${unsent.text}\n${state.draft}`,
        notice: action.notice,
      };
    }
    case 'answer_resumed': {
      const last = state.messages.at(-1);
      if (last?.role !== 'assistant') return state;
      return {
        ...state,
        notice: null,
        messages: [...state.messages.slice(0, -1), { ...last, status: { kind: 'reconnecting' } }],
      };
    }
    case 'exchange_dropped': {
      const at = state.messages.findIndex((message) => message.key === action.key);
      return at === -1 ? state : { ...state, messages: state.messages.slice(0, at) };
    }
    case 'notice_shown':
      return { ...state, notice: action.notice };
    case 'notice_cleared':
      return state.notice === null ? state : { ...state, notice: null };
    case 'rate_limit_ticked':
      return state.notice?.kind === 'rate_limited'
        ? {
            ...state,
            notice:
              action.secondsLeft > 0 ? { ...state.notice, secondsLeft: action.secondsLeft } : null,
          }
        : state;
    case 'went_offline':
      return state.isOffline ? state : { ...state, isOffline: true };
    case 'went_online':
      return state.isOffline ? { ...state, isOffline: false } : state;
    case 'restore_started':
      return { ...state, threadId: action.threadId, isRestoring: true, notice: null };
    case 'restore_failed':
      return { ...state, isRestoring: false, notice: { kind: 'restore_failed' } };
    case 'thread_loaded': {
      const { thread } = action;
      const messages = armNewest(thread.messages.map(storedMessage));
      return {
        ...state,
        threadId: thread.thread_id,
        isRestoring: false,
        messages:
          thread.running_turn_id === null
            ? messages
            : [...messages, waitingAnswer(action.answerKey, thread.running_turn_id)],
      };
    }
    case 'thread_forgotten':
      return {
        ...state,
        threadId: null,
        messages: [],
        isRestoring: false,
        notice: action.notice,
      };
    case 'conversation_cleared':
      return { ...initialChatState, isOffline: state.isOffline };
  }
};
