import { type Connectivity, createCountdown, type Tabs } from '@deskbell/widget';
import type { ApiProblem } from '../api/request.ts';
import type { ChatApi } from './chat-api.ts';
import {
  busyAnswer,
  type ChatState,
  failedAnswer,
  initialState,
  mayAsk,
  pendingQuestion,
} from './chat-state.ts';
import type { TurnEnd, TurnNews, Turns } from './follow-turn.ts';
import { type ChatAction, reduceChat } from './reduce-chat.ts';
import { isLastEvent, type TurnEvent } from './turn-event.ts';
import type { Job, Refusal } from './way.ts';

export interface ChatStoreOptions {
  api: ChatApi;
  turns: Turns;
  connectivity: Connectivity;
  /** Other windows with the chat. */
  tabs: Tabs;
  clock: () => Date;
  newId: () => string;
  /** Calls back soon, once: text that streams is shown at the pace of the screen. */
  schedule: (show: () => void) => void;
  onSignedOut: () => void;
}

export interface ChatStore {
  getState(): ChatState;
  /** Calls `listener` after every change; the returned function ends it. */
  subscribe(listener: () => void): () => void;
  /** Calls `listener` when the store itself changes the session: it began one, or it is gone. */
  onSession(listener: (sessionId: string | null) => void): () => void;
  /** Shows a session; null: a new one. What runs in the one before goes on. */
  open(sessionId: string | null): void;
  setDraft(draft: string): void;
  /**
   * Asks, or lets the question wait for the network or the answer before it. False when one waits
   * already or it may not be asked.
   */
  ask(text: string): boolean;
  /** Asks; what may not be asked now waits in the message box, beside what is typed there. */
  askOrKeep(text: string): void;
  /** Ends the running turn on the server; what was said stays. */
  stop(): void;
  /** Does again what failed: the question, the answer, the reading. */
  retry(): void;
  /** The question that was not taken goes back to the message box. */
  takeBack(): void;
  /** Closes every connection and timer; turns go on. */
  dispose(): void;
}

/** The chat's only mutable owner: one session, one turn at a time. */
export function createChatStore(options: ChatStoreOptions): ChatStore {
  const { api, turns, connectivity, tabs, newId } = options;
  const listeners = new Set<() => void>();
  const sessionListeners = new Set<(sessionId: string | null) => void>();
  const countdown = createCountdown(options.clock);
  let state = initialState;
  /** Of everything that is asked for the session that is shown. */
  let leaving = new AbortController();
  let isStopWanted = false;
  /** The turn of another window, to be shown once there is room for it. */
  let elsewhere: string | null = null;
  let arrived: TurnEvent[] = [];

  const apply = (action: ChatAction): void => {
    const next = reduceChat(state, action);
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const showArrived = (): void => {
    const events = arrived;
    arrived = [];
    if (events.length > 0) apply({ type: 'turn_events', events });
  };
  /** What has arrived comes first, or an answer would end before its last words. */
  const dispatch = (action: ChatAction): void => {
    showArrived();
    apply(action);
  };

  function takeEvent(event: TurnEvent): void {
    arrived.push(event);
    if (isLastEvent(event)) showArrived();
    else if (arrived.length === 1) options.schedule(showArrived);
  }

  /** Everything under way is left; its answers are for nobody. */
  function leave(): AbortSignal {
    showArrived();
    leaving.abort();
    leaving = new AbortController();
    isStopWanted = false;
    return leaving.signal;
  }

  function tellSession(sessionId: string | null): void {
    for (const listener of [...sessionListeners]) listener(sessionId);
  }

  function loseSession(): void {
    leave();
    dispatch({ type: 'session_lost' });
    tellSession(null);
  }

  async function readHistory(sessionId: string): Promise<void> {
    const signal = leave();
    dispatch({ type: 'history_wanted' });
    try {
      const history = await api.readHistory(sessionId, signal);
      if (signal.aborted) return;
      dispatch({ type: 'history_read', history, answerKey: newId() });
      const turnId = history.running_turn_id;
      if (turnId === null) goOn();
      else void follow({ kind: 'resume', turnId, after: 0 }, signal);
    } catch (error) {
      if (signal.aborted) return;
      const { status, message } = error as ApiProblem;
      if (status === 404 || status === 400) loseSession();
      else dispatch({ type: 'history_failed', message });
    }
  }

  function stopTurn(turnId: string): void {
    const { signal } = leaving;
    api.stopTurn(turnId).catch(() => {
      if (!signal.aborted) dispatch({ type: 'stop_failed' });
    });
  }

  async function follow(job: Job, signal: AbortSignal): Promise<void> {
    const { sessionId } = state;
    if (sessionId === null) return;
    const onNews = (news: TurnNews): void => {
      switch (news.type) {
        case 'event':
          takeEvent(news.event);
          return;
        case 'reconnecting':
        case 'reconnected':
          dispatch({ type: news.type });
          return;
        case 'named': {
          const { turnId } = news;
          dispatch({ type: 'turn_named', turnId });
          tabs.post({ type: 'turn_began', threadId: sessionId, turnId });
          if (isStopWanted) stopTurn(turnId);
        }
      }
    };
    const end = await turns.follow({ sessionId, job, signal, onNews });
    if (!signal.aborted) takeEnd(end, sessionId);
  }

  function takeEnd(end: TurnEnd, sessionId: string): void {
    isStopWanted = false;
    switch (end.type) {
      case 'ended':
        showArrived();
        goOn();
        return;
      case 'expired':
        void readHistory(sessionId);
        return;
      case 'lost':
        dispatch({ type: 'turn_lost' });
        return;
      case 'unreachable':
        dispatch({ type: 'question_refused', problem: { kind: 'unreachable' } });
        return;
      case 'gone':
        loseSession();
        return;
      case 'signed_out':
        options.onSignedOut();
        return;
      case 'refused':
        takeRefusal(end.refusal, sessionId);
        return;
      case 'left':
        return;
    }
  }

  function takeRefusal({ code, message, retryAfterSeconds }: Refusal, sessionId: string): void {
    if (code === 'turn_running') {
      dispatch({ type: 'question_put_off', problem: { kind: 'answered_elsewhere' } });
      void readHistory(sessionId);
      return;
    }
    if (code !== 'rate_limited') {
      dispatch({ type: 'question_refused', problem: { kind: 'refused', message } });
      return;
    }
    const secondsLeft = retryAfterSeconds ?? 60;
    dispatch({
      type: 'question_refused',
      problem: { kind: 'rate_limited', message, secondsLeft },
    });
    countdown.start(options.clock().getTime() + secondsLeft * 1_000, (left) =>
      dispatch({ type: 'limit_ticked', secondsLeft: left }),
    );
  }

  /** Sends the question that waits, if nothing is in its way; else shows another window's turn. */
  function goOn(): void {
    if (state.isLoading || busyAnswer(state) !== undefined) return;
    const question = pendingQuestion(state);
    if (question?.status === 'queued' && connectivity.isOnline()) {
      void sendQuestion(question.key, question.text);
    } else if (elsewhere !== null && tabs.isVisible() && question === undefined) {
      const sessionId = elsewhere;
      elsewhere = null;
      if (sessionId === state.sessionId) void readHistory(sessionId);
    }
  }

  async function sendQuestion(key: string, text: string): Promise<void> {
    const signal = leave();
    dispatch({ type: 'question_sent', answerKey: newId() });
    if (state.sessionId === null) {
      try {
        const { id } = await api.createSession();
        if (signal.aborted) return;
        dispatch({ type: 'session_created', sessionId: id });
        tellSession(id);
      } catch (error) {
        if (signal.aborted) return;
        const { status, message } = error as ApiProblem;
        const problem =
          status === 0
            ? ({ kind: 'unreachable' } as const)
            : ({ kind: 'refused', message } as const);
        dispatch({ type: 'question_refused', problem });
        return;
      }
    }
    await follow({ kind: 'ask', key, text }, signal);
  }

  const takeConnectivity = (): void => {
    dispatch({ type: 'network_changed', isOffline: !connectivity.isOnline() });
    goOn();
  };
  const ends = [
    connectivity.subscribe(takeConnectivity),
    tabs.subscribe({
      onNote: (note) => {
        if (note.type !== 'turn_began' || note.threadId !== state.sessionId) return;
        const isKnown = state.messages.some(
          (message) => message.role === 'assistant' && message.turnId === note.turnId,
        );
        if (isKnown) return;
        elsewhere = note.threadId;
        goOn();
      },
      onVisible: goOn,
    }),
  ];
  takeConnectivity();

  function ask(text: string): boolean {
    if (!mayAsk(state, text)) return false;
    dispatch({ type: 'question_asked', key: newId(), text: text.trim() });
    goOn();
    return true;
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSession: (listener) => {
      sessionListeners.add(listener);
      return () => sessionListeners.delete(listener);
    },
    open: (sessionId) => {
      if (sessionId === state.sessionId) return;
      leave();
      elsewhere = null;
      dispatch({ type: 'session_opened', sessionId });
      if (sessionId !== null) void readHistory(sessionId);
    },
    setDraft: (draft) => dispatch({ type: 'draft_changed', draft }),
    ask,
    askOrKeep: (text) => {
      if (!ask(text)) dispatch({ type: 'question_kept', text: text.trim() });
    },
    stop: () => {
      const answer = busyAnswer(state);
      if (answer === undefined) return;
      dispatch({ type: 'stop_asked' });
      if (answer.turnId === null) isStopWanted = true;
      else stopTurn(answer.turnId);
    },
    retry: () => {
      const { problem, sessionId } = state;
      const failed = failedAnswer(state);
      const question = pendingQuestion(state);
      if (problem?.kind === 'unreadable') {
        if (sessionId !== null) void readHistory(sessionId);
      } else if (question?.status === 'unsent') {
        if (problem?.kind === 'rate_limited' && problem.secondsLeft > 0) return;
        dispatch({ type: 'question_put_off', problem: null });
        goOn();
      } else if (failed?.status.kind === 'lost') {
        if (sessionId !== null) void readHistory(sessionId);
      } else if (failed !== undefined) {
        dispatch({ type: 'question_repeated', key: newId(), replaces: failed.key });
        goOn();
      }
    },
    takeBack: () => dispatch({ type: 'question_taken_back' }),
    dispose: () => {
      leave();
      countdown.stop();
      for (const end of ends) end();
      turns.close();
      listeners.clear();
      sessionListeners.clear();
    },
  };
}
