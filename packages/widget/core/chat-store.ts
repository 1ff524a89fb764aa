import type { ThreadMessage } from '@deskbell/protocol';
import {
  type ChatClientOptions,
  createChatClient,
  type TurnNews,
  type TurnOutcome,
} from './chat-client.ts';
import { type ChatAction, reduceChat } from './chat-reducer.ts';
import {
  busyMessage,
  type ChatState,
  canRetry,
  canSend,
  initialChatState,
  type Notice,
} from './chat-state.ts';
import { alwaysOnline, type Connectivity } from './connectivity.ts';
import type { Refusal } from './problem.ts';
import { randomUuid } from './random-uuid.ts';

/** The part of `Storage` the store uses; a browser that forbids storage may throw. */
export type ThreadStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type ChatStoreOptions = Omit<ChatClientOptions, 'connectivity'> & {
  connectivity?: Connectivity;
  /** Where the thread's id is kept between page loads; nothing is written before the first send. */
  storage?: ThreadStorage | null;
  storageKey?: string;
  createId?: () => string;
};

export type ChatStore = {
  getState(): ChatState;
  /** Calls `listener` after every change. The returned function ends it and may be called twice. */
  subscribe(listener: () => void): () => void;
  setDraft(draft: string): void;
  /** Sends a message, or queues it while offline. False when it may not be sent now. */
  send(text: string): boolean;
  /** Ends the running turn on the server; what was generated stays. */
  stop(): void;
  /** Does again what failed last: the send (same key), the resume, the turn, or the restore. */
  retry(): void;
  /** Leaves the thread (a running turn goes on without this page) and starts an empty one. */
  newConversation(): void;
  /** Loads the stored thread, if there is one, and follows its running turn. Call once at start. */
  restore(): void;
  /** Closes every stream, timer and subscription. Never cancels a turn. Idempotent. */
  dispose(): void;
};

type Exchange = { key: string; answerKey: string; text: string; threadId: string };

/** The conversation's only mutable owner: acts in, states out, one turn at a time. */
export const createChatStore = (options: ChatStoreOptions = {}): ChatStore => {
  const {
    storage = null,
    storageKey = 'deskbell.thread',
    connectivity = alwaysOnline,
    createId = randomUuid,
    clock = () => new Date(),
  } = options;
  const client = createChatClient({ ...options, connectivity });
  const listeners = new Set<() => void>();
  let state: ChatState = initialChatState;
  let leave = new AbortController();
  let isDisposed = false;
  let lastExchange: Exchange | null = null;
  let lastSequence = 0;
  let isStopWanted = false;
  let hasReloaded = false;
  let countdown: ReturnType<typeof setInterval> | undefined;

  const dispatch = (action: ChatAction): void => {
    const next = reduceChat(state, action);
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const remember = (threadId: string | null): void => {
    try {
      if (threadId === null) storage?.removeItem(storageKey);
      else storage?.setItem(storageKey, threadId);
    } catch {
      // Storage is full or forbidden: the conversation works, only a reload forgets it.
    }
  };

  const stopCountdown = (): void => {
    clearInterval(countdown);
    countdown = undefined;
  };

  /** Leaves whatever is being followed; a late answer to it finds an aborted signal. */
  const leaveCurrent = (): AbortSignal => {
    leave.abort();
    leave = new AbortController();
    isStopWanted = false;
    return leave.signal;
  };

  const startCountdown = (seconds: number): void => {
    stopCountdown();
    const endsAtMs = clock().getTime() + seconds * 1000;
    countdown = setInterval(() => {
      const secondsLeft = Math.max(0, Math.ceil((endsAtMs - clock().getTime()) / 1000));
      if (secondsLeft === 0) stopCountdown();
      dispatch({ type: 'rate_limit_ticked', secondsLeft });
    }, 1000);
  };

  const sendStop = (turnId: string): void => {
    const { signal } = leave;
    void client.stop(turnId, signal).then((isAccepted) => {
      if (!isAccepted && !signal.aborted) dispatch({ type: 'stop_failed' });
    });
  };

  const takeNews = (news: TurnNews): void => {
    if (news.type === 'named') {
      dispatch({ type: 'turn_named', turnId: news.turnId });
      if (isStopWanted) {
        isStopWanted = false;
        sendStop(news.turnId);
      }
    } else if (news.type === 'event') {
      lastSequence = news.sequence ?? lastSequence;
      hasReloaded = false;
      dispatch({ type: 'wire_event', event: news.event });
    } else {
      dispatch({ type: 'reconnecting' });
    }
  };

  const takeRefusal = (refusal: Refusal): void => {
    const { status, code, message, retryAfterSeconds } = refusal;
    const isFirst = !state.messages.some(
      (entry) => entry.role === 'user' && entry.status === 'sent',
    );
    if (status === 404 && !isFirst) {
      remember(null);
      dispatch({ type: 'send_failed', notice: { kind: 'thread_gone' }, isThreadKept: false });
      return;
    }
    let notice: Notice = { kind: 'refused', code, message };
    if (status === 409) {
      notice = { kind: 'turn_running' };
    } else if (status === 429) {
      const secondsLeft = retryAfterSeconds ?? 60;
      notice = { kind: 'rate_limited', message, secondsLeft };
      startCountdown(secondsLeft);
    }
    const { threadId } = state;
    // A thread that no turn was ever accepted in does not exist on the server.
    const isThreadKept = status === 409 || !isFirst;
    if (!isThreadKept) remember(null);
    dispatch({ type: 'send_failed', notice, isThreadKept });
    if (status === 409 && threadId !== null) void load(threadId);
  };

  const settle = (outcome: TurnOutcome): void => {
    if (outcome.type === 'refused') takeRefusal(outcome.refusal);
    else if (outcome.type === 'unreachable') {
      dispatch({ type: 'send_failed', notice: { kind: 'not_sent' }, isThreadKept: true });
    } else if (outcome.type === 'expired' && state.threadId !== null && !hasReloaded) {
      // Once only: a thread that keeps naming a turn nobody can follow must not be asked for ever.
      hasReloaded = true;
      void load(state.threadId);
    } else if (outcome.type === 'lost' || outcome.type === 'expired') {
      dispatch({ type: 'connection_lost' });
    }
  };

  const follow = async (
    start: (signal: AbortSignal, onNews: (news: TurnNews) => void) => Promise<TurnOutcome>,
  ): Promise<void> => {
    const signal = leaveCurrent();
    const outcome = await start(signal, (news) => {
      if (!signal.aborted) takeNews(news);
    });
    if (!signal.aborted) settle(outcome);
  };

  const sendExchange = (exchange: Exchange): void => {
    const { key, text, threadId } = exchange;
    lastExchange = exchange;
    lastSequence = 0;
    hasReloaded = false;
    stopCountdown();
    dispatch({ type: 'message_sent', ...exchange });
    remember(threadId);
    void follow((signal, onNews) =>
      client.send({
        request: { message: text, thread_id: threadId },
        idempotencyKey: key,
        signal,
        onNews,
      }),
    );
  };

  const resumeTurn = (turnId: string): void => {
    const after = lastSequence;
    void follow((signal, onNews) => client.resume({ turnId, after, signal, onNews }));
  };

  const load = async (threadId: string): Promise<void> => {
    const signal = leaveCurrent();
    const { notice } = state;
    dispatch({ type: 'restore_started', threadId });
    const answer = await client.loadThread(threadId, signal);
    if (signal.aborted) return;
    if (answer.type !== 'loaded') {
      if (answer.type !== 'gone') {
        dispatch({ type: 'restore_failed' });
        return;
      }
      remember(null);
      const hadMessages = state.messages.length > 0;
      dispatch({ type: 'thread_forgotten', notice: hadMessages ? { kind: 'thread_gone' } : null });
      return;
    }
    dispatch({ type: 'thread_loaded', thread: answer.thread, answerKey: createId() });
    const runningTurnId = answer.thread.running_turn_id;
    // A refusal that led here (409) still has to be read by the customer.
    if (notice?.kind === 'turn_running') dispatch({ type: 'notice_shown', notice });
    lastExchange = exchangeOf(answer.thread.messages, threadId);
    lastSequence = 0;
    if (runningTurnId !== null) resumeTurn(runningTurnId);
  };

  const exchangeOf = (messages: readonly ThreadMessage[], threadId: string): Exchange | null => {
    const asked = messages.findLast((message) => message.role === 'user');
    if (asked === undefined) return null;
    return { key: asked.id, answerKey: createId(), text: asked.content, threadId };
  };

  const flushQueue = (): void => {
    const queued = state.messages.find(
      (message) => message.role === 'user' && message.status === 'queued',
    );
    if (queued?.role !== 'user' || busyMessage(state) !== null) return;
    sendExchange({
      key: queued.key,
      answerKey: createId(),
      text: queued.text,
      threadId: state.threadId ?? createId(),
    });
  };

  const takeConnectivity = (): void => {
    const isOnline = connectivity.isOnline();
    dispatch({ type: isOnline ? 'went_online' : 'went_offline' });
    if (isOnline) flushQueue();
  };
  const unsubscribeConnectivity = connectivity.subscribe(takeConnectivity);
  if (!connectivity.isOnline()) state = reduceChat(state, { type: 'went_offline' });

  return {
    getState: () => state,

    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    setDraft: (draft) => dispatch({ type: 'draft_changed', draft }),

    send: (text) => {
      const trimmed = text.trim();
      if (isDisposed || !canSend(state, trimmed)) return false;
      if (!connectivity.isOnline()) {
        dispatch({ type: 'went_offline' });
        dispatch({ type: 'message_queued', key: createId(), text: trimmed });
        return true;
      }
      const isRepeat = state.notice?.kind === 'not_sent' && lastExchange?.text === trimmed;
      sendExchange(
        isRepeat && lastExchange
          ? lastExchange
          : {
              key: createId(),
              answerKey: createId(),
              text: trimmed,
              threadId: state.threadId ?? createId(),
            },
      );
      return true;
    },

    stop: () => {
      const answer = busyMessage(state);
      if (isDisposed || answer === null || answer.status.kind === 'stopping') return;
      dispatch({ type: 'stop_requested' });
      if (answer.turnId === null) isStopWanted = true;
      else sendStop(answer.turnId);
    },

    retry: () => {
      if (isDisposed || !canRetry(state)) return;
      const last = state.messages.at(-1);
      if (state.notice?.kind === 'restore_failed') {
        if (state.threadId !== null) void load(state.threadId);
      } else if (state.notice?.kind === 'not_sent') {
        if (lastExchange) sendExchange(lastExchange);
      } else if (last?.role === 'assistant' && last.turnId !== null) {
        if (last.status.kind === 'failed' && last.status.code === 'connection_lost') {
          dispatch({ type: 'answer_resumed' });
          resumeTurn(last.turnId);
        } else if (lastExchange) {
          // The old turn has ended, and its key would only give its end again.
          const asked = state.messages.findLast((message) => message.role === 'user');
          if (asked) dispatch({ type: 'exchange_dropped', key: asked.key });
          sendExchange({ ...lastExchange, key: createId(), answerKey: createId() });
        }
      }
    },

    newConversation: () => {
      if (isDisposed) return;
      leaveCurrent();
      lastExchange = null;
      // A limit outlives the conversation: the address is limited, not the thread.
      const { notice, draft } = state;
      dispatch({ type: 'conversation_cleared' });
      dispatch({ type: 'draft_changed', draft });
      if (notice?.kind === 'rate_limited') dispatch({ type: 'notice_shown', notice });
      remember(null);
    },

    restore: () => {
      if (isDisposed || state.messages.length > 0) return;
      let threadId: string | null = null;
      try {
        threadId = storage?.getItem(storageKey) ?? null;
      } catch {
        // Forbidden storage reads as an empty one.
      }
      if (threadId !== null) void load(threadId);
    },

    dispose: () => {
      if (isDisposed) return;
      isDisposed = true;
      leave.abort();
      stopCountdown();
      unsubscribeConnectivity();
      listeners.clear();
    },
  };
};
