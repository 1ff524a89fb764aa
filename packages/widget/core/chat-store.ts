import {
  type ChatClientOptions,
  createChatClient,
  type HandoffAnswer,
  type HandoffReference,
} from './chat-client.ts';
import { type ChatAction, reduceChat } from './chat-reducer.ts';
import { busyMessage, type ChatState, canRetry, canSend, initialChatState } from './chat-state.ts';
import { alwaysOnline, type Connectivity } from './connectivity.ts';
import { createConversation } from './conversation.ts';
import { createHandoffOpener } from './handoff-opener.ts';
import { randomUuid } from './random-uuid.ts';
import { noOtherTabs, type Tabs } from './tabs.ts';
import { createThreadMemory, type ThreadStorage } from './thread-memory.ts';

export type ChatStoreOptions = Omit<ChatClientOptions, 'connectivity'> & {
  connectivity?: Connectivity;
  /** Where the thread's id is kept between page loads; nothing is written before the first send. */
  storage?: ThreadStorage | null;
  storageKey?: string;
  /** The other tabs of the same storage. */
  tabs?: Tabs;
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
  /**
   * Asks for the booking wizard's address for a card. Never rejects; asked again while it is being
   * asked, it gives the same answer. `openingHandoff` in the state says how it goes.
   */
  openHandoff(reference: HandoffReference): Promise<HandoffAnswer>;
  /** Closes every stream, timer and subscription. Never cancels a turn. Idempotent. */
  dispose(): void;
};

/** The conversation's only mutable owner: acts in, states out, one turn at a time. */
export const createChatStore = (options: ChatStoreOptions = {}): ChatStore => {
  const {
    storage = null,
    storageKey = 'deskbell.thread',
    connectivity = alwaysOnline,
    tabs = noOtherTabs,
    createId = randomUuid,
    clock = () => new Date(),
  } = options;
  const listeners = new Set<() => void>();
  let state: ChatState = initialChatState;
  let isDisposed = false;

  const dispatch = (action: ChatAction): void => {
    const next = reduceChat(state, action);
    if (next === state || isDisposed) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const client = createChatClient({ ...options, connectivity });
  const conversation = createConversation({
    client,
    memory: createThreadMemory(storage, storageKey),
    tabs,
    clock,
    createId,
    getState: () => state,
    dispatch,
  });
  const handoffs = createHandoffOpener({
    client,
    dispatch,
    onSuperseded: () => conversation.reload(),
  });

  const flushQueue = (): void => {
    const queued = state.messages.find(
      (message) => message.role === 'user' && message.status === 'queued',
    );
    if (queued?.role !== 'user' || busyMessage(state) !== null) return;
    conversation.ask(queued.text, queued.key);
  };
  const takeConnectivity = (): void => {
    const isOffline = !connectivity.isOnline();
    dispatch({ type: 'network_changed', isOffline });
    if (!isOffline) flushQueue();
  };
  const unsubscribeConnectivity = connectivity.subscribe(takeConnectivity);
  takeConnectivity();

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
      if (connectivity.isOnline()) conversation.ask(trimmed);
      else {
        dispatch({ type: 'network_changed', isOffline: true });
        dispatch({ type: 'message_queued', key: createId(), text: trimmed });
      }
      return true;
    },

    stop: () => {
      if (!isDisposed) conversation.stop();
    },

    retry: () => {
      if (!isDisposed && canRetry(state)) conversation.retry();
    },

    newConversation: () => {
      if (isDisposed) return;
      handoffs.cancel();
      conversation.leave();
    },

    restore: () => {
      if (!isDisposed && state.messages.length === 0) conversation.restore();
    },

    openHandoff: (reference) =>
      isDisposed ? Promise.resolve({ type: 'left' }) : handoffs.open(reference),

    dispose: () => {
      if (isDisposed) return;
      isDisposed = true;
      unsubscribeConnectivity();
      conversation.dispose();
      handoffs.cancel();
      listeners.clear();
    },
  };
};
