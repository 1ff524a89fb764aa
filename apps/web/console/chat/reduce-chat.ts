import type { History } from '@deskbell/protocol';
import { HISTORY_LENGTH } from './chat-api.ts';
import {
  type Answer,
  type AnswerPart,
  type ChatState,
  initialState,
  isBusy,
  type Message,
  type Problem,
  pendingQuestion,
  type Question,
  storedMessage,
  tokensOf,
  toolStatus,
} from './chat-state.ts';
import type { TurnEvent } from './turn-event.ts';

/** All that changes the chat: what people do, what is heard of the turn, the network. */
export type ChatAction =
  | { type: 'draft_changed'; draft: string }
  /** Another session is shown; null: a new one. */
  | { type: 'session_opened'; sessionId: string | null }
  | { type: 'session_created'; sessionId: string }
  /** `problem` says why it is left for a new one. */
  | { type: 'session_lost' }
  | { type: 'history_wanted' }
  | { type: 'history_read'; history: History; answerKey: string }
  | { type: 'history_failed'; message: string }
  | { type: 'question_asked'; key: string; text: string }
  /** `replaces`: the failed answer that makes room, with its question. */
  | { type: 'question_repeated'; key: string; replaces: string }
  | { type: 'question_sent'; answerKey: string }
  /** It waits again, such as for an answer that another window has asked for. */
  | { type: 'question_put_off'; problem: Problem | null }
  | { type: 'question_refused'; problem: Problem }
  /** It may not be asked now: it waits in the message box, before what is typed there. */
  | { type: 'question_kept'; text: string }
  /** Its text goes back to the message box. */
  | { type: 'question_taken_back' }
  | { type: 'turn_named'; turnId: string }
  | { type: 'turn_events'; events: readonly TurnEvent[] }
  | { type: 'reconnecting' | 'reconnected' }
  | { type: 'stop_asked' }
  | { type: 'stop_failed' }
  | { type: 'turn_lost' }
  | { type: 'limit_ticked'; secondsLeft: number }
  | { type: 'network_changed'; isOffline: boolean };

const waitingAnswer = (key: string, turnId: string | null): Answer => ({
  role: 'assistant',
  key,
  turnId,
  parts: [],
  status: { kind: 'waiting' },
  author: null,
});

const changeAnswer = (state: ChatState, change: (answer: Answer) => Answer): ChatState => {
  const at = state.messages.findLastIndex(
    (message) => message.role === 'assistant' && isBusy(message.status),
  );
  const answer = state.messages[at];
  if (answer?.role !== 'assistant') return state;
  const changed = change(answer);
  return changed === answer ? state : { ...state, messages: state.messages.with(at, changed) };
};

const changeQuestion = (state: ChatState, change: Partial<Question>): ChatState => ({
  ...state,
  messages: state.messages.map((message) =>
    message.role === 'user' && message.status !== 'sent' ? { ...message, ...change } : message,
  ),
});

/** Without the answer of a question that was sent and not taken. */
const withoutUnnamed = (state: ChatState): ChatState => ({
  ...state,
  messages: state.messages.filter(
    (message) => message.role === 'user' || message.turnId !== null || !isBusy(message.status),
  ),
});

const append = (parts: readonly AnswerPart[], text: string): readonly AnswerPart[] => {
  const last = parts.at(-1);
  return last?.kind === 'text'
    ? parts.with(-1, { kind: 'text', text: last.text + text })
    : [...parts, { kind: 'text', text }];
};

const withParts = (answer: Answer, parts: readonly AnswerPart[]): Answer => ({
  ...answer,
  parts,
  // A stop that was asked for is seen until the server has confirmed it.
  status: answer.status.kind === 'stopping' ? answer.status : { kind: 'streaming' },
});

const afterEvent = (answer: Answer, event: TurnEvent): Answer => {
  const { parts } = answer;
  switch (event.type) {
    case 'text':
      return withParts(answer, append(parts, event.content));
    case 'snapshot': {
      const calls = parts.filter(({ kind }) => kind === 'tool');
      return withParts(answer, event.content === '' ? calls : append(calls, event.content));
    }
    case 'tool_call': {
      const { call_id: callId, tool, label } = event;
      return withParts(answer, [
        ...parts,
        { kind: 'tool', callId, tool, label, status: 'running', result: null },
      ]);
    }
    case 'tool_result': {
      const { call_id, result } = event;
      return withParts(
        answer,
        parts.map((part) =>
          part.kind === 'tool' && part.callId === call_id
            ? { ...part, result, status: toolStatus(result) }
            : part,
        ),
      );
    }
    case 'done': {
      const { model, degraded, reason, stopped, usage } = event;
      return {
        ...ended(answer),
        status: stopped === true ? { kind: 'stopped' } : { kind: 'complete', reason },
        author: { model, isDegraded: degraded, tokens: tokensOf(usage) },
      };
    }
    case 'error':
      return {
        ...ended(answer),
        status: {
          kind: event.code === 'interrupted' ? 'interrupted' : 'failed',
          message: event.message === '' ? null : event.message,
          isRetryable: event.retryable,
        },
      };
  }
};

/** Tools whose result never came: nothing runs any more. */
const ended = (answer: Answer): Answer => ({
  ...answer,
  parts: answer.parts.map((part) =>
    part.kind === 'tool' && part.status === 'running' ? { ...part, status: 'failed' } : part,
  ),
});

/** What is on the page already keeps its key and, where nothing is new, is the same object. */
const keepShown = (shown: readonly Message[], loaded: readonly Message[]): readonly Message[] =>
  loaded.map((message, at) => {
    const old = shown[at];
    if (message.role === 'user') {
      const isSame = old?.role === 'user' && old.text === message.text;
      return isSame ? { ...message, key: old.key } : message;
    }
    const isSame = old?.role === 'assistant' && old.turnId === message.turnId;
    if (!isSame) return message;
    const isOld = old.status.kind === message.status.kind && old.author !== null;
    return isOld ? old : { ...message, key: old.key };
  });

const mayHaveFailed = (message: Message | undefined): boolean =>
  message?.role === 'assistant' &&
  (message.status.kind === 'failed' || message.status.kind === 'interrupted');

/** The server keeps what failed; as on the page, what was asked again at once takes its place. */
const withoutRepeated = (messages: readonly Message[]): readonly Message[] =>
  messages.filter((_, at) => {
    const start = messages[at]?.role === 'user' ? at : at - 1;
    const [question, answer, next] = messages.slice(Math.max(0, start), start + 3);
    const isRepeated =
      question?.role === 'user' && next?.role === 'user' && question.text === next.text;
    return !(isRepeated && mayHaveFailed(answer));
  });

/** A limit is of the person, not of the session. */
const limitOf = ({ problem }: ChatState): Problem | null =>
  problem?.kind === 'rate_limited' ? problem : null;

const draftWith = (text: string, draft: string): string => {
  if (draft.trim() === '') return text;
  return draft === text || draft.startsWith(`${text}\n`) ? draft : `${text}\n${draft}`;
};

/** Pure. An action that does not apply gives the state itself. */
export function reduceChat(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case 'draft_changed':
      return state.draft === action.draft ? state : { ...state, draft: action.draft };
    case 'session_opened': {
      const unsent = pendingQuestion(state);
      return {
        ...initialState,
        sessionId: action.sessionId,
        isLoading: action.sessionId !== null,
        isOffline: state.isOffline,
        problem: limitOf(state),
        // What nobody has sent is not thrown away.
        draft: unsent === undefined ? state.draft : draftWith(unsent.text, state.draft),
      };
    }
    case 'session_created':
      return { ...state, sessionId: action.sessionId };
    case 'session_lost': {
      const unsent = pendingQuestion(state);
      return {
        ...initialState,
        isOffline: state.isOffline,
        problem: { kind: 'session_gone' },
        draft: unsent === undefined ? state.draft : draftWith(unsent.text, state.draft),
      };
    }
    case 'history_wanted':
      return { ...state, isLoading: true };
    case 'history_read': {
      const { messages, running_turn_id: turnId } = action.history;
      const stored = withoutRepeated(messages.map(storedMessage));
      const shown = keepShown(state.messages, stored);
      const waiting = pendingQuestion(state);
      return {
        ...state,
        isLoading: false,
        hasEarlier: messages.length >= HISTORY_LENGTH,
        problem: state.problem?.kind === 'unreadable' ? null : state.problem,
        messages: [
          ...shown,
          ...(turnId === null ? [] : [waitingAnswer(action.answerKey, turnId)]),
          ...(waiting === undefined ? [] : [waiting]),
        ],
      };
    }
    case 'history_failed':
      return {
        ...state,
        isLoading: false,
        problem: { kind: 'unreadable', message: action.message },
      };
    case 'question_asked': {
      const { key, text } = action;
      return {
        ...state,
        draft: state.draft.trim() === text ? '' : state.draft,
        problem: limitOf(state),
        messages: [...state.messages, { role: 'user', key, text, status: 'queued' }],
      };
    }
    case 'question_repeated': {
      const at = state.messages.findIndex(({ key }) => key === action.replaces);
      const question = state.messages[at - 1];
      if (question?.role !== 'user') return state;
      const again: Question = { ...question, key: action.key, status: 'queued' };
      return { ...state, problem: null, messages: [...state.messages.slice(0, at - 1), again] };
    }
    case 'question_sent': {
      const { messages } = changeQuestion(state, { status: 'sending' });
      return {
        ...state,
        problem: null,
        messages: [...messages, waitingAnswer(action.answerKey, null)],
      };
    }
    case 'question_put_off':
      return {
        ...withoutUnnamed(changeQuestion(state, { status: 'queued' })),
        problem: action.problem,
      };
    case 'question_refused':
      return {
        ...withoutUnnamed(changeQuestion(state, { status: 'unsent' })),
        problem: action.problem,
      };
    case 'question_kept':
      return { ...state, draft: draftWith(action.text, state.draft) };
    case 'question_taken_back': {
      const question = pendingQuestion(state);
      if (question === undefined || question.status === 'sending') return state;
      return {
        ...state,
        draft: draftWith(question.text, state.draft),
        problem: limitOf(state),
        messages: state.messages.filter((message) => message !== question),
      };
    }
    case 'turn_named':
      return changeAnswer(changeQuestion(state, { status: 'sent' }), (answer) => ({
        ...answer,
        turnId: action.turnId,
      }));
    case 'turn_events': {
      const next = changeAnswer(state, (answer) => action.events.reduce(afterEvent, answer));
      const isOver = action.events.some(({ type }) => type === 'done' || type === 'error');
      return isOver && next.problem?.kind === 'answered_elsewhere'
        ? { ...next, problem: null }
        : next;
    }
    case 'reconnecting':
      return changeAnswer(state, (answer) =>
        answer.status.kind === 'stopping'
          ? answer
          : { ...answer, status: { kind: 'reconnecting' } },
      );
    case 'reconnected':
      return changeAnswer(state, (answer) =>
        answer.status.kind === 'reconnecting'
          ? { ...answer, status: { kind: answer.parts.length === 0 ? 'waiting' : 'streaming' } }
          : answer,
      );
    case 'stop_asked':
      return changeAnswer(state, (answer) => ({ ...answer, status: { kind: 'stopping' } }));
    case 'stop_failed':
      return changeAnswer(state, (answer) =>
        answer.status.kind === 'stopping' ? { ...answer, status: { kind: 'streaming' } } : answer,
      );
    case 'turn_lost':
      return changeAnswer(state, (answer) => ({ ...ended(answer), status: { kind: 'lost' } }));
    case 'limit_ticked': {
      const { secondsLeft } = action;
      if (state.problem?.kind !== 'rate_limited') return state;
      // With nothing to try again there is nothing more to say.
      const isOver = secondsLeft === 0 && pendingQuestion(state) === undefined;
      return { ...state, problem: isOver ? null : { ...state.problem, secondsLeft } };
    }
    case 'network_changed':
      return state.isOffline === action.isOffline
        ? state
        : { ...state, isOffline: action.isOffline };
  }
}
