import type { ChatMessage } from '@deskbell/widget';
import { createMessageView, type MessageView, type MessageViewOptions } from './message-view.ts';

/** Keeps one view per message, in order; a message that did not change is not touched. */
export const createConversationView = (container: HTMLElement, options: MessageViewOptions) => {
  const views = new Map<string, { view: MessageView; shown: ChatMessage }>();
  return {
    update: (messages: readonly ChatMessage[]): void => {
      const wanted = new Set(messages.map(({ key }) => key));
      for (const [key, { view }] of views) {
        if (wanted.has(key)) continue;
        view.node.remove();
        views.delete(key);
      }
      messages.forEach((message, at) => {
        let entry = views.get(message.key);
        if (entry === undefined) {
          entry = { view: createMessageView(message, options), shown: message };
          views.set(message.key, entry);
        } else if (entry.shown !== message) {
          entry.shown = message;
          entry.view.update(message);
        }
        if (container.children[at] !== entry.view.node) {
          container.insertBefore(entry.view.node, container.children[at] ?? null);
        }
      });
    },
  };
};
