import { busyMessage, type ChatState } from './chat-state.ts';
import type { TabNote, Tabs } from './tabs.ts';

/**
 * Keeps this tab in step with the others. A turn that began elsewhere is shown by loading its
 * thread, which says the question, and resuming it: no second model call. While this tab is busy or
 * hidden, the newest note waits.
 */
export const createTabFollower = (options: {
  tabs: Tabs;
  getState: () => ChatState;
  /** Whether this tab follows the answer to a message of its own. */
  isAnswering: () => boolean;
  load: (threadId: string) => void;
  clear: () => void;
}): { catchUp(): void; dispose(): void } => {
  const { tabs, getState, isAnswering, load, clear } = options;
  let waiting: Extract<TabNote, { type: 'turn_began' }> | null = null;

  const knows = (turnId: string): boolean =>
    getState().messages.some(
      (message) => message.role === 'assistant' && message.turnId === turnId,
    );

  const catchUp = (): void => {
    const state = getState();
    if (waiting === null || !tabs.isVisible() || state.isRestoring || busyMessage(state)) return;
    if (state.messages.some((message) => message.role === 'user' && message.status !== 'sent'))
      return;
    const { threadId, turnId } = waiting;
    waiting = null;
    // Another thread's turn is followed only where there is no conversation to lose.
    const isOurs = state.threadId === threadId || state.messages.length === 0;
    if (isOurs && !knows(turnId)) load(threadId);
  };

  const unsubscribe = tabs.subscribe({
    onNote: (note) => {
      if (note.type === 'turn_began') {
        waiting = note;
        catchUp();
        return;
      }
      if (waiting?.threadId === note.threadId) waiting = null;
      if (getState().threadId === note.threadId && !isAnswering()) clear();
    },
    onVisible: catchUp,
  });

  return {
    catchUp,
    dispose: () => {
      waiting = null;
      unsubscribe();
    },
  };
};
