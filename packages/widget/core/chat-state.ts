import type {
  DoneReason,
  Handoff,
  MAX_MESSAGE_CODE_POINTS,
  TurnErrorCode,
} from '@deskbell/protocol';

/** Restated because importing the value would bundle the schemas; the type keeps the two equal. */
export const maxMessageCodePoints: typeof MAX_MESSAGE_CODE_POINTS = 500;

/** A handoff as a card. `isArmed` is false once a newer handoff exists in the thread. */
export type HandoffCard = { readonly handoff: Handoff; readonly isArmed: boolean };

/** What an assistant message is made of, in the order it arrived. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tool';
      readonly callId: string;
      readonly tool: string;
      readonly label: string;
      /** `failed`: the tool answered with an error; the assistant usually recovers in its text. */
      readonly status: 'running' | 'done' | 'failed';
      readonly card: HandoffCard | null;
    };

/** `queued` waits for the network, `sending` for the server's first word. */
export type UserMessageStatus = 'queued' | 'sending' | 'sent';

/**
 * Where an assistant message stands. The first four are busy, the others final.
 * `message` is the server's sentence, or null where the page has to find its own.
 */
export type AssistantMessageStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'streaming' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'complete'; readonly reason: DoneReason; readonly isDegraded: boolean }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'interrupted'; readonly message: string | null; readonly isRetryable: boolean }
  | {
      readonly kind: 'failed';
      readonly code: TurnErrorCode | 'connection_lost';
      readonly message: string | null;
      readonly isRetryable: boolean;
    };

export type UserMessage = {
  readonly role: 'user';
  /** Stable for the life of the message on this page. */
  readonly key: string;
  readonly text: string;
  readonly status: UserMessageStatus;
};

export type AssistantMessage = {
  readonly role: 'assistant';
  readonly key: string;
  /** Null until the server has named the turn. */
  readonly turnId: string | null;
  readonly parts: readonly MessagePart[];
  readonly status: AssistantMessageStatus;
};

export type ChatMessage = UserMessage | AssistantMessage;

/**
 * Why the last request did not become a turn.
 * - `refused`: the server said no; `message` is its sentence.
 * - `rate_limited`: the same, with the seconds left until the next try (counts down to 0).
 * - `turn_running`: the thread is still being answered, perhaps from another tab.
 * - `thread_gone`: the thread expired or belongs to someone else; the next message starts a new one.
 *   `isRenewed`: a message that was just sent has started it already.
 * - `not_sent`: nothing came back; trying again repeats the same request under the same key.
 * - `restore_failed`: the stored thread could not be loaded.
 */
export type Notice =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string | null }
  | {
      readonly kind: 'rate_limited';
      readonly message: string | null;
      readonly secondsLeft: number;
    }
  | { readonly kind: 'thread_gone'; readonly isRenewed: boolean }
  | { readonly kind: 'turn_running' | 'not_sent' | 'restore_failed' };

/** The card whose "Start Booking" was pressed: asking the server, or refused by it. */
export type OpeningHandoff = {
  readonly turnId: string;
  readonly callId: string;
  readonly status: 'pending' | HandoffFailure;
};
/**
 * Why a hand-over could not be opened.
 * - `superseded`: the thread has a newer one; this card is disarmed.
 * - `gone`: the server does not know it any more, or it is somebody else's.
 * - `unreachable`: nothing came back, or no sensible answer; asking again is safe.
 */
export type HandoffFailure = 'superseded' | 'gone' | 'unreachable';

export type ChatState = {
  /** Null until the first message is sent; made by this page. */
  readonly threadId: string | null;
  readonly messages: readonly ChatMessage[];
  /** What the composer holds. */
  readonly draft: string;
  readonly notice: Notice | null;
  readonly isOffline: boolean;
  readonly isRestoring: boolean;
  readonly openingHandoff: OpeningHandoff | null;
};

export const initialChatState: ChatState = {
  threadId: null,
  messages: [],
  draft: '',
  notice: null,
  isOffline: false,
  isRestoring: false,
  openingHandoff: null,
};

export const isBusyStatus = (status: { readonly kind: string }): boolean =>
  status.kind === 'waiting' ||
  status.kind === 'streaming' ||
  status.kind === 'reconnecting' ||
  status.kind === 'stopping';

/** The assistant message that is being written, if there is one. */
export const busyMessage = (state: ChatState): AssistantMessage | null => {
  const last = state.messages.at(-1);
  return last?.role === 'assistant' && isBusyStatus(last.status) ? last : null;
};

export const codePointCount = (text: string): number => [...text].length;

/** Whether `text` may be sent now. Offline, one message may be queued. */
export const canSend = (state: ChatState, text: string): boolean =>
  text.trim() !== '' &&
  codePointCount(text.trim()) <= maxMessageCodePoints &&
  busyMessage(state) === null &&
  !state.isRestoring &&
  state.notice?.kind !== 'rate_limited' &&
  !state.messages.some((message) => message.role === 'user' && message.status !== 'sent');

/** Whether "Try again" has something to do. */
export const canRetry = (state: ChatState): boolean => {
  if (state.isOffline || state.isRestoring) return false;
  if (state.notice !== null && state.notice.kind !== 'thread_gone') {
    return state.notice.kind === 'not_sent' || state.notice.kind === 'restore_failed';
  }
  const last = state.messages.at(-1);
  if (last?.role !== 'assistant') return false;
  const { status } = last;
  return (status.kind === 'failed' || status.kind === 'interrupted') && status.isRetryable;
};

/** The text of a message, its parts joined as paragraphs. */
export const messageText = (message: ChatMessage): string =>
  message.role === 'user'
    ? message.text
    : message.parts
        .flatMap((part) => (part.kind === 'text' ? [part.text.trim()] : []))
        .join('\n\n');
