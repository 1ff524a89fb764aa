import type { ChatState } from '@deskbell/widget';
import { createMessageView, type MessageView } from './message-view.ts';
import type { PanelContext } from './panel-context.ts';

/** Keeps one view per message, in order. */
export const createConversationView = (container: HTMLElement, context: PanelContext) => {
  let views = new Map<string, MessageView>();
  return {
    update: ({ messages, openingHandoff }: ChatState): void => {
      const before = views;
      views = new Map();
      messages.forEach((message, at) => {
        const { key, role } = message;
        const view = before.get(key) ?? createMessageView(role === 'user', context);
        views.set(key, view);
        before.delete(key);
        view.update(message, openingHandoff);
        if (container.children[at] !== view.node) {
          container.insertBefore(view.node, container.children[at] ?? null);
        }
      });
      for (const { node } of before.values()) node.remove();
    },
  };
};
