import { type ChatState, initialChatState } from '../core/chat-state.ts';
import { type ChatStore, type ChatStoreOptions, createChatStore } from '../core/chat-store.ts';
import { browserConnectivity } from '../core/connectivity.ts';
import { browserTabs } from '../core/tabs.ts';
import { pageStorage } from '../core/thread-memory.ts';

/** What the hook's caller may do, the same functions for as long as the conversation lasts. */
export type ChatActions = Pick<
  ChatStore,
  'send' | 'stop' | 'retry' | 'newConversation' | 'setDraft' | 'openHandoff'
>;

/**
 * A conversation that is there while it is listened to: opened and restored when the listener comes,
 * closed when it goes. So an effect that is ended and begun again (strict mode) leaves nothing open.
 */
export type ChatSource = {
  subscribe(listener: () => void): () => void;
  getState(): ChatState;
  readonly actions: ChatActions;
};

export const createChatSource = (options: ChatStoreOptions): ChatSource => {
  let store: ChatStore | null = null;
  return {
    subscribe: (listener) => {
      const opened = createChatStore({
        connectivity: browserConnectivity,
        storage: pageStorage(),
        tabs: browserTabs(options.storageKey),
        ...options,
      });
      store = opened;
      opened.subscribe(listener);
      opened.restore();
      return () => {
        opened.dispose();
        if (store === opened) store = null;
      };
    },
    getState: () => store?.getState() ?? initialChatState,
    actions: {
      send: (text) => store?.send(text) ?? false,
      stop: () => store?.stop(),
      retry: () => store?.retry(),
      newConversation: () => store?.newConversation(),
      setDraft: (draft) => store?.setDraft(draft),
      openHandoff: (reference) =>
        store?.openHandoff(reference) ?? Promise.resolve({ type: 'left' }),
    },
  };
};
