import type { ChatClient } from './chat-client.ts';
import type { ChatAction } from './chat-reducer.ts';
import { busyMessage, type ChatState, type Notice } from './chat-state.ts';
import { createCountdown } from './countdown.ts';
import type { TurnOutcome } from './follow-turn.ts';
import type { Refusal } from './problem.ts';
import { createTabFollower } from './tab-follower.ts';
import type { Tabs } from './tabs.ts';
import type { ThreadMemory } from './thread-memory.ts';
import { createTurnFollower, type Exchange } from './turn-follower.ts';

/** One thread at a time and what may happen to it: asked, refused, loaded, left, joined from another tab. */
export type Conversation = {
  /** Sends a message whose text was checked; `key` when it is on the page already. */
  ask(text: string, key?: string): void;
  stop(): void;
  /** Only where `canRetry` says so. */
  retry(): void;
  leave(): void;
  restore(): void;
  /** Loads the thread again, unless an answer is being written. */
  reload(): void;
  dispose(): void;
};

const defaultLimitSeconds = 60;

export const createConversation = (options: {
  client: ChatClient;
  memory: ThreadMemory;
  tabs: Tabs;
  clock: () => Date;
  createId: () => string;
  getState: () => ChatState;
  dispatch: (action: ChatAction) => void;
}): Conversation => {
  const { client, memory, tabs, clock, createId, getState, dispatch } = options;
  const countdown = createCountdown(clock);
  let lastExchange: Exchange | null = null;
  let hasReloaded = false;

  const follower = createTurnFollower({
    client,
    dispatch,
    onAccepted: ({ threadId }, turnId) => tabs.post({ type: 'turn_began', threadId, turnId }),
    onEvent: () => {
      hasReloaded = false;
    },
    onSettled: (outcome) => {
      settle(outcome);
      others.catchUp();
    },
  });

  const sendExchange = (exchange: Exchange, replaces?: string): void => {
    lastExchange = exchange;
    hasReloaded = false;
    countdown.stop();
    dispatch({ type: 'message_sent', ...exchange, replaces, answerKey: createId() });
    memory.rememberThread(exchange.threadId);
    follower.send(exchange);
  };

  const limitNotice = (untilMs: number, message: string | null): Notice => ({
    kind: 'rate_limited',
    message,
    secondsLeft: countdown.secondsUntil(untilMs),
  });

  const countDown = (untilMs: number): void => {
    memory.rememberLimit(untilMs);
    countdown.start(untilMs, (secondsLeft) => {
      if (secondsLeft === 0) memory.rememberLimit(null);
      dispatch({ type: 'rate_limit_ticked', secondsLeft });
    });
  };

  const forgetThread = (threadId: string | null): void => {
    memory.rememberThread(null);
    if (threadId !== null) tabs.post({ type: 'thread_left', threadId });
  };

  /** The thread ended (expired, or the customer signed in or out): the message goes into a new one. */
  const renew = (refused: Exchange): void => {
    forgetThread(refused.threadId);
    dispatch({ type: 'thread_forgotten', notice: null });
    sendExchange({ ...refused, key: createId(), threadId: createId() });
    dispatch({ type: 'notice_shown', notice: { kind: 'thread_gone', isRenewed: true } });
  };

  const takeRefusal = ({ status, code, message, retryAfterSeconds }: Refusal): void => {
    const { messages, threadId } = getState();
    const isFirst = !messages.some((entry) => entry.role === 'user' && entry.status === 'sent');
    if (status === 404 && !isFirst && lastExchange) {
      renew(lastExchange);
      return;
    }
    // A thread that no turn was ever accepted in does not exist on the server.
    const isThreadKept = status === 409 || !isFirst;
    if (!isThreadKept) memory.rememberThread(null);
    let notice: Notice = { kind: 'refused', code, message };
    if (status === 409) notice = { kind: 'turn_running' };
    if (status === 429) {
      const untilMs = clock().getTime() + (retryAfterSeconds ?? defaultLimitSeconds) * 1000;
      notice = limitNotice(untilMs, message);
      countDown(untilMs);
    }
    dispatch({ type: 'send_failed', notice, isThreadKept });
    if (status === 409 && threadId !== null) void load(threadId);
  };

  const settle = (outcome: TurnOutcome): void => {
    const { threadId } = getState();
    if (outcome.type === 'refused') takeRefusal(outcome.refusal);
    else if (outcome.type === 'unreachable') {
      dispatch({ type: 'send_failed', notice: { kind: 'not_sent' }, isThreadKept: true });
    } else if (outcome.type === 'expired' && threadId !== null && !hasReloaded) {
      // Once only: a thread that keeps naming a turn nobody can follow must not be asked for ever.
      hasReloaded = true;
      void load(threadId);
    } else if (outcome.type === 'lost' || outcome.type === 'expired') {
      dispatch({ type: 'connection_lost' });
    }
  };

  const load = async (threadId: string): Promise<void> => {
    const signal = follower.begin();
    dispatch({ type: 'restore_started', threadId });
    const answer = await client.loadThread(threadId, signal);
    if (signal.aborted) return;
    if (answer.type === 'loaded') {
      const { messages, running_turn_id: runningTurnId } = answer.thread;
      dispatch({ type: 'thread_loaded', thread: answer.thread, answerKey: createId() });
      const asked = messages.findLast(({ role }) => role === 'user');
      lastExchange = asked ? { key: asked.id, text: asked.content, threadId } : null;
      follower.rewind();
      if (runningTurnId !== null) follower.resume(runningTurnId);
    } else if (answer.type === 'gone') {
      memory.rememberThread(null);
      const hadMessages = getState().messages.length > 0;
      dispatch({
        type: 'thread_forgotten',
        notice: hadMessages ? { kind: 'thread_gone', isRenewed: false } : null,
      });
    } else dispatch({ type: 'restore_failed' });
    others.catchUp();
  };

  const clear = (): void => {
    follower.begin();
    lastExchange = null;
    dispatch({ type: 'conversation_cleared' });
  };

  const others = createTabFollower({
    tabs,
    getState,
    isAnswering: () => follower.isOwn(),
    load: (threadId) => void load(threadId),
    clear,
  });

  return {
    ask: (text, key) => {
      const { notice, threadId } = getState();
      const isRepeat = notice?.kind === 'not_sent' && lastExchange?.text === text;
      sendExchange(
        isRepeat && lastExchange
          ? lastExchange
          : { key: key ?? createId(), text, threadId: threadId ?? createId() },
      );
    },

    stop: () => {
      const answer = busyMessage(getState());
      if (answer === null || answer.status.kind === 'stopping') return;
      dispatch({ type: 'stop_requested' });
      follower.stop(answer.turnId);
    },

    retry: () => {
      const { notice, messages, threadId } = getState();
      const last = messages.at(-1);
      if (notice?.kind === 'restore_failed') {
        if (threadId !== null) void load(threadId);
      } else if (notice?.kind === 'not_sent') {
        if (lastExchange) sendExchange(lastExchange);
      } else if (last?.role === 'assistant' && last.turnId !== null) {
        if (last.status.kind === 'failed' && last.status.code === 'connection_lost') {
          dispatch({ type: 'answer_resumed' });
          follower.resume(last.turnId);
        } else if (lastExchange) {
          // The old turn has ended, and its key would only give its end again.
          const asked = messages.findLast((message) => message.role === 'user');
          sendExchange({ ...lastExchange, key: createId() }, asked?.key);
        }
      }
    },

    leave: () => {
      const { threadId } = getState();
      clear();
      forgetThread(threadId);
    },

    restore: () => {
      const untilMs = memory.limitedUntilMs(clock().getTime());
      if (untilMs !== null) {
        dispatch({ type: 'notice_shown', notice: limitNotice(untilMs, null) });
        countDown(untilMs);
      }
      const threadId = memory.threadId();
      if (threadId !== null) void load(threadId);
    },

    reload: () => {
      const { threadId, isRestoring } = getState();
      if (threadId === null || isRestoring || busyMessage(getState()) !== null) return;
      void load(threadId);
    },

    dispose: () => {
      others.dispose();
      follower.dispose();
      countdown.stop();
    },
  };
};
