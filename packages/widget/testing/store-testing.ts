import { type ChatState, messageText } from '../core/chat-state.ts';
import type { ChatStore } from '../core/chat-store.ts';
import type { Connectivity } from '../core/connectivity.ts';
import type { TabNote, Tabs } from '../core/tabs.ts';

/** Storage that a test can look into. */
export const memoryStorage = () => {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      values.set(key, value);
    },
    removeItem: (key: string) => {
      values.delete(key);
    },
  };
};

/** A network that a test switches on and off. */
export const switchable = () => {
  let isOnline = true;
  const listeners = new Set<() => void>();
  const connectivity: Connectivity = {
    isOnline: () => isOnline,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    connectivity,
    listeners,
    set: (value: boolean) => {
      isOnline = value;
      for (const listener of [...listeners]) listener();
    },
  };
};

/** Resolves with the first state that fits, this one included. */
export const until = (store: ChatStore, fits: (state: ChatState) => boolean): Promise<ChatState> =>
  new Promise((resolve) => {
    const check = () => {
      if (!fits(store.getState())) return;
      unsubscribe();
      resolve(store.getState());
    };
    const unsubscribe = store.subscribe(check);
    check();
  });

export const lastStatus = (state: ChatState): string => {
  const last = state.messages.at(-1);
  return last?.role === 'assistant' ? last.status.kind : '';
};
export const answerText = (state: ChatState): string => {
  const last = state.messages.at(-1);
  return last ? messageText(last) : '';
};
export const isOver = (state: ChatState) => ['complete', 'stopped'].includes(lastStatus(state));

/** Tabs of one browser: what one posts, the others hear. Notes are kept to be looked at. */
export const createTabHub = () => {
  const notes: TabNote[] = [];
  const open = new Map<Tabs, { onNote: (note: TabNote) => void; onVisible: () => void }>();
  return {
    notes,
    listenerCount: () => open.size,
    openTab: () => {
      let isVisible = true;
      const tabs: Tabs = {
        post: (note) => {
          notes.push(note);
          for (const [other, { onNote }] of [...open]) if (other !== tabs) onNote(note);
        },
        subscribe: (listeners) => {
          open.set(tabs, listeners);
          return () => open.delete(tabs);
        },
        isVisible: () => isVisible,
      };
      const setVisible = (value: boolean) => {
        isVisible = value;
        if (value) open.get(tabs)?.onVisible();
      };
      return { tabs, setVisible };
    },
  };
};
