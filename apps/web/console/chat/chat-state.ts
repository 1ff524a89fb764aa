import type {
  DoneReason,
  HistoryMessage,
  MAX_STAFF_MESSAGE_CODE_POINTS,
  Usage,
} from '@deskbell/protocol';

/** Restated because importing the value would bundle the schemas; the type keeps the two equal. */
export const maxCodePoints: typeof MAX_STAFF_MESSAGE_CODE_POINTS = 4_000;

/** What an answer is made of, in the order it came. */
export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tool';
      readonly callId: string;
      readonly tool: string;
      readonly label: string;
      readonly status: 'running' | 'done' | 'failed';
      /** What the tool said; null until then. */
      readonly result: Readonly<Record<string, unknown>> | null;
    };

/**
 * Where an answer stands. The first four are busy, the others final. `message` is the server's
 * sentence. `lost`: the turn could not be reached again, and may have gone on.
 */
export type AnswerStatus =
  | { readonly kind: 'waiting' | 'streaming' | 'reconnecting' | 'stopping' }
  | { readonly kind: 'complete'; readonly reason: DoneReason }
  | { readonly kind: 'stopped' | 'lost' }
  | {
      readonly kind: 'interrupted' | 'failed';
      readonly message: string | null;
      readonly isRetryable: boolean;
    };

/** What wrote an answer. */
export interface Author {
  readonly model: string;
  readonly isDegraded: boolean;
  /** Of all kinds, cached ones included. */
  readonly tokens: number;
}

/** `queued` waits for the network or for the answer before it; `unsent` was refused. */
export interface Question {
  readonly role: 'user';
  /** Stable on this page, and the idempotency key of what was asked here. */
  readonly key: string;
  readonly text: string;
  readonly status: 'queued' | 'sending' | 'sent' | 'unsent';
}

export interface Answer {
  readonly role: 'assistant';
  readonly key: string;
  /** Null until the server has named the turn. */
  readonly turnId: string | null;
  readonly parts: readonly AnswerPart[];
  readonly status: AnswerStatus;
  /** Null until the answer has ended. */
  readonly author: Author | null;
}

export type Message = Question | Answer;

/**
 * What is in the way, beside an answer that failed.
 * - `refused`: the server said no to the question that is `unsent`; `message` is its sentence.
 * - `rate_limited`: the same, with the seconds left until the next try (counts down to 0).
 * - `unreachable`: nothing came back; trying again repeats the request under the same key.
 * - `unreadable`: the session's messages could not be read.
 * - `session_gone`: it was deleted or is somebody else's; the next question begins a new one.
 * - `answered_elsewhere`: another window asks in this session; the question waits.
 */
export type Problem =
  | { readonly kind: 'refused' | 'unreadable'; readonly message: string }
  | { readonly kind: 'rate_limited'; readonly message: string; readonly secondsLeft: number }
  | { readonly kind: 'unreachable' | 'session_gone' | 'answered_elsewhere' };

export interface ChatState {
  /** Null until the first question is asked. */
  readonly sessionId: string | null;
  readonly messages: readonly Message[];
  /** Whether the session may have messages before these: as many were read as there are at once. */
  readonly hasEarlier: boolean;
  readonly draft: string;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  readonly isOffline: boolean;
}

export const initialState: ChatState = {
  sessionId: null,
  messages: [],
  hasEarlier: false,
  draft: '',
  problem: null,
  isLoading: false,
  isOffline: false,
};

export const isBusy = ({ kind }: AnswerStatus): boolean =>
  kind === 'waiting' || kind === 'streaming' || kind === 'reconnecting' || kind === 'stopping';

/** The answer that is being written. */
export const busyAnswer = ({ messages }: ChatState): Answer | undefined =>
  messages.findLast(
    (message): message is Answer => message.role === 'assistant' && isBusy(message.status),
  );

/** The question that the server has not taken yet; there is one at most. */
export const pendingQuestion = ({ messages }: ChatState): Question | undefined =>
  messages.findLast(
    (message): message is Question => message.role === 'user' && message.status !== 'sent',
  );

export const codePointCount = (text: string): number => [...text].length;

/** Whether a question may be asked now, be it that it waits. */
export const mayAsk = (state: ChatState, text: string): boolean =>
  text.trim() !== '' &&
  codePointCount(text.trim()) <= maxCodePoints &&
  pendingQuestion(state) === undefined &&
  !(state.problem?.kind === 'rate_limited' && state.problem.secondsLeft > 0);

/** Whether the composer sends: what people type waits for the network only, not for an answer. */
export const maySend = (state: ChatState, text: string): boolean =>
  mayAsk(state, text) && busyAnswer(state) === undefined && !state.isLoading;

/** The answer whose question may be asked again. */
export const failedAnswer = ({ messages }: ChatState): Answer | undefined => {
  const last = messages.at(-1);
  if (last?.role !== 'assistant') return undefined;
  const { status } = last;
  const isFailed = status.kind === 'interrupted' || status.kind === 'failed';
  return status.kind === 'lost' || (isFailed && status.isRetryable) ? last : undefined;
};

/** An answer's text, its parts joined as paragraphs. */
export const answerText = ({ parts }: Pick<Answer, 'parts'>): string =>
  parts.flatMap((part) => (part.kind === 'text' ? [part.text.trim()] : [])).join('\n\n');

export const tokensOf = (usage: Usage): number =>
  usage.input_tokens + usage.cache_read_tokens + usage.cache_write_tokens + usage.output_tokens;

/** A tool's result that is `{error}` says that it could not answer. */
export const toolStatus = (
  result: Readonly<Record<string, unknown>> | null,
): 'running' | 'done' | 'failed' => {
  if (result === null) return 'running';
  return Object.hasOwn(result, 'error') ? 'failed' : 'done';
};

const storedStatus = (
  status: Extract<HistoryMessage, { role: 'assistant' }>['metadata']['status'],
): AnswerStatus => {
  switch (status) {
    case 'complete':
      return { kind: 'complete', reason: 'answered' };
    case 'stopped':
      return { kind: 'stopped' };
    case 'interrupted':
    case 'failed':
      return { kind: status, message: null, isRetryable: true };
  }
};

/** A message as the server keeps it. */
export const storedMessage = (stored: HistoryMessage): Message => {
  if (stored.role === 'user') {
    return { role: 'user', key: stored.id, text: stored.content, status: 'sent' };
  }
  const { turn_id, status, model, degraded, tool_calls, usage } = stored.metadata;
  return {
    role: 'assistant',
    key: stored.id,
    turnId: turn_id,
    parts: [
      ...tool_calls.map(
        ({ tool, call_id, label, result = null }): AnswerPart => ({
          kind: 'tool',
          callId: call_id,
          tool,
          label,
          // Of an answer that has ended nothing runs any more.
          status: result === null ? 'failed' : toolStatus(result),
          result,
        }),
      ),
      ...(stored.content === '' ? [] : [{ kind: 'text' as const, text: stored.content }]),
    ],
    status: storedStatus(status),
    author:
      model === null ? null : { model, isDegraded: degraded === true, tokens: tokensOf(usage) },
  };
};
