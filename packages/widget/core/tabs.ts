import { isFields } from './fields.ts';

/** What tabs tell each other: ids, never text; whoever wants the text asks the server for it. */
export type TabNote =
  /** A message was accepted. Its thread may be a new one. */
  | { readonly type: 'turn_began'; readonly threadId: string; readonly turnId: string }
  /** The customer began a new conversation, or this one has ended. */
  | { readonly type: 'thread_left'; readonly threadId: string };

/** The other tabs, as the store knows them; the page supplies it. */
export type Tabs = {
  post(note: TabNote): void;
  /**
   * Calls `onNote` for what others post, never for what was posted here, and `onVisible` whenever
   * this tab comes to the front. The returned function ends both and may be called twice.
   */
  subscribe(listeners: { onNote: (note: TabNote) => void; onVisible: () => void }): () => void;
  /** A hidden tab waits with what others did: streams of forgotten tabs would use up connections. */
  isVisible(): boolean;
};

/** For hosts without other tabs. */
export const noOtherTabs: Tabs = {
  post: () => {},
  subscribe: () => () => {},
  isVisible: () => true,
};

const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= 100;

/** Anything on the page's origin may post here: what is not a note gives null. */
export const readTabNote = (data: unknown): TabNote | null => {
  if (!isFields(data)) return null;
  const { type, threadId, turnId } = data;
  if (!isId(threadId)) return null;
  if (type === 'turn_began' && isId(turnId)) return { type, threadId, turnId };
  return type === 'thread_left' ? { type, threadId } : null;
};

/** The browser's tabs of this origin that use the same `name`. The channel is open while subscribed to. */
export const browserTabs = (name = 'deskbell.thread'): Tabs => {
  let channel: BroadcastChannel | null = null;
  return {
    post: (note) => channel?.postMessage(note),
    subscribe: ({ onNote, onVisible }) => {
      if (typeof BroadcastChannel !== 'function') return () => {};
      const opened = new BroadcastChannel(name);
      channel = opened;
      opened.onmessage = ({ data }) => {
        const note = readTabNote(data);
        if (note) onNote(note);
      };
      const takeVisibility = () => {
        if (!document.hidden) onVisible();
      };
      document.addEventListener('visibilitychange', takeVisibility);
      return () => {
        opened.close();
        document.removeEventListener('visibilitychange', takeVisibility);
        if (channel === opened) channel = null;
      };
    },
    isVisible: () => !document.hidden,
  };
};
