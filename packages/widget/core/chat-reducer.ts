import type { Thread } from '@deskbell/protocol';
import {
  type AssistantMessage,
  type ChatMessage,
  type ChatState,
  initialChatState,
  type Notice,
  type OpeningHandoff,
} from './chat-state.ts';
import { reduceWireEvent } from './reduce-wire-event.ts';
import { keepKeys, storedMessage } from './stored-message.ts';
import { disarm } from './tool-part.ts';
import { updateAnswer, withStatus } from './update-answer.ts';
import type { WireEvent } from './wire-event.ts';

/** Everything that changes a conversation: the customer's acts, the wire's news, the network's. */
export type ChatAction =
  | { type: 'draft_changed'; draft: string }
  | { type: 'message_queued'; key: string; text: string }
  /** `replaces`: the message whose exchange failed, and makes room for this one. */
  | {
      type: 'message_sent';
      key: string;
      answerKey: string;
      text: string;
      threadId: string;
      replaces?: string | undefined;
    }
  | { type: 'turn_named'; turnId: string }
  | { type: 'wire_event'; event: WireEvent }
  | { type: 'reconnecting' }
  | { type: 'stop_requested' }
  | { type: 'stop_failed' }
  | { type: 'connection_lost' }
  /** The exchange that was being sent is taken back: its text returns to the composer. */
  | { type: 'send_failed'; notice: Notice; isThreadKept: boolean }
  | { type: 'answer_resumed' }
  | { type: 'notice_shown'; notice: Notice }
  | { type: 'rate_limit_ticked'; secondsLeft: number }
  | { type: 'network_changed'; isOffline: boolean }
  | { type: 'restore_started'; threadId: string }
  | { type: 'restore_failed' }
  | { type: 'thread_loaded'; thread: Thread; answerKey: string }
  | { type: 'thread_forgotten'; notice: Notice | null }
  | { type: 'handoff_changed'; opening: OpeningHandoff | null }
  | { type: 'conversation_cleared' };

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

/** A limit outlives what is done to a thread: the address is limited. */
const limitOf = ({ notice }: ChatState): Notice | null =>
  notice?.kind === 'rate_limited' ? notice : null;

/** The draft with a text that comes back in front of it: what was typed meanwhile is kept. */
const draftAfter = (text: string, { draft }: ChatState): string =>
  draft.trim() === '' ? text : `${text}\n${draft}`;

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
      // A repeated request has the key it had before.
      const { key, replaces = key } = action;
      const at = state.messages.findIndex((message) => message.key === replaces);
      const kept = at === -1 ? state.messages : state.messages.slice(0, at);
      return {
        ...state,
        threadId: action.threadId,
        draft: state.draft.trim() === action.text ? '' : state.draft,
        notice: null,
        messages: [
          ...kept,
          { role: 'user', key, text: action.text, status: 'sending' },
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
        messages: state.messages.slice(0, at),
        draft: draftAfter(unsent.text, state),
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
    case 'notice_shown':
      return { ...state, notice: action.notice };
    case 'rate_limit_ticked':
      return state.notice?.kind === 'rate_limited'
        ? {
            ...state,
            notice:
              action.secondsLeft > 0 ? { ...state.notice, secondsLeft: action.secondsLeft } : null,
          }
        : state;
    case 'network_changed':
      return state.isOffline === action.isOffline
        ? state
        : { ...state, isOffline: action.isOffline };
    case 'restore_started':
      return {
        ...state,
        threadId: action.threadId,
        isRestoring: true,
        // A refusal that led here still has to be read by the customer.
        notice: state.notice?.kind === 'turn_running' ? state.notice : limitOf(state),
      };
    case 'restore_failed':
      return { ...state, isRestoring: false, notice: { kind: 'restore_failed' } };
    case 'thread_loaded': {
      const { thread } = action;
      const messages = keepKeys(state.messages, disarm(thread.messages.map(storedMessage), true));
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
        notice: action.notice ?? limitOf(state),
        openingHandoff: null,
      };
    case 'handoff_changed':
      return {
        ...state,
        openingHandoff: action.opening,
        messages: action.opening?.status === 'superseded' ? disarm(state.messages) : state.messages,
      };
    case 'conversation_cleared': {
      const queued = state.messages.find(
        (message) => message.role === 'user' && message.status === 'queued',
      );
      return {
        ...initialChatState,
        isOffline: state.isOffline,
        // Another tab may have left the thread: what nobody has sent is not thrown away.
        draft: queued?.role === 'user' ? draftAfter(queued.text, state) : state.draft,
        notice: limitOf(state),
      };
    }
  }
};
