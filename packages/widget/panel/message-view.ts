import {
  type AssistantMessage,
  type ChatMessage,
  isBusyStatus,
  type MessagePart,
  type UserMessage,
} from '@deskbell/widget';
import { element, setText } from './element.ts';
import { handoffCardElement } from './handoff-card.ts';
import { createRichTextView, type RichTextView } from './rich-text-view.ts';

export type MessageViewOptions = {
  phone: string;
  allowedHosts: readonly string[];
  say: (sentence: string) => void;
};

/** Shows one message for its whole life; `update` is called with every newer version of it. */
export type MessageView<Message extends ChatMessage = ChatMessage> = {
  readonly node: HTMLElement;
  update(message: Message): void;
};

const createUserView = (): MessageView<UserMessage> => {
  const bubble = element('p', { class: 'bubble user-bubble' });
  const foot = element('p', { class: 'message-foot' });
  const node = element(
    'div',
    { class: 'message user-message' },
    element('span', { class: 'visually-hidden' }, 'You:'),
    bubble,
    foot,
  );
  return {
    node,
    update: (message) => {
      setText(bubble, message.text);
      setText(foot, message.status === 'queued' ? 'Waiting for the network' : '');
    },
  };
};

type ToolPart = Extract<MessagePart, { kind: 'tool' }>;
type PartView = {
  node: HTMLElement;
  kind: MessagePart['kind'];
  text?: RichTextView;
  card?: HTMLElement;
};

const createToolView = (label: string): PartView => ({
  kind: 'tool',
  node: element(
    'p',
    { class: 'tool' },
    element('span', { class: 'tool-mark', 'aria-hidden': 'true' }),
    element('em', { class: 'tool-label' }, label),
    element('span', { class: 'visually-hidden tool-state' }),
  ),
});

const footOf = ({ status }: AssistantMessage): string => {
  switch (status.kind) {
    case 'reconnecting':
      return 'Reconnecting…';
    case 'stopping':
      return 'Stopping…';
    case 'stopped':
      return 'Stopped';
    case 'interrupted':
    case 'failed':
      return 'Not finished';
    case 'complete':
      return status.reason === 'cut_off' ? 'Cut short' : '';
    default:
      return '';
  }
};

const createAssistantView = (options: MessageViewOptions): MessageView<AssistantMessage> => {
  const body = element('div', { class: 'bubble assistant-bubble' });
  const dots = element(
    'div',
    { class: 'dots' },
    element('span', { class: 'visually-hidden' }, 'The assistant is thinking'),
    element('span', { class: 'dot' }),
    element('span', { class: 'dot' }),
    element('span', { class: 'dot' }),
  );
  const cards = element('div', { class: 'cards' });
  const foot = element('p', { class: 'message-foot' });
  const node = element(
    'div',
    { class: 'message assistant-message' },
    element('span', { class: 'visually-hidden' }, 'Assistant:'),
    body,
    cards,
    foot,
  );
  let views: PartView[] = [];
  let shownCards = '';

  const updateTool = (view: PartView, part: ToolPart, isOver: boolean) => {
    const state = part.status === 'running' && isOver ? 'failed' : part.status;
    view.node.dataset.state = state;
    const said = { running: 'running', done: 'done', failed: 'no result' }[state];
    const hidden = view.node.querySelector('.tool-state');
    if (hidden) setText(hidden, `, ${said}`);
  };

  return {
    node,
    update: (message) => {
      const isOver = !isBusyStatus(message.status);
      const isSame = views.every((view, at) => view.kind === message.parts[at]?.kind);
      if (!isSame) {
        for (const view of views) view.node.remove();
        views = [];
      }
      message.parts.forEach((part, at) => {
        let view = views[at];
        if (view === undefined) {
          if (part.kind === 'tool') view = createToolView(part.label);
          else {
            const text = createRichTextView(options.allowedHosts);
            view = { kind: 'text', node: text.node, text };
          }
          views.push(view);
          body.append(view.node);
        }
        if (part.kind === 'tool') updateTool(view, part, isOver);
        else view.text?.update(part.text, !isOver && at === message.parts.length - 1);
      });

      const isThinking = !isOver && message.parts.length === 0;
      if (isThinking) body.append(dots);
      else dots.remove();
      body.hidden = !isThinking && message.parts.length === 0;

      const handoffs = message.parts.flatMap((part) =>
        part.kind === 'tool' && part.card ? [part.card] : [],
      );
      const wanted = JSON.stringify(handoffs);
      if (wanted !== shownCards) {
        shownCards = wanted;
        cards.replaceChildren(...handoffs.map((card) => handoffCardElement(card, options)));
      }
      setText(foot, footOf(message));
      node.classList.toggle('is-busy', !isOver);
    },
  };
};

/** The view a message needs, already showing it. */
export const createMessageView = (
  message: ChatMessage,
  options: MessageViewOptions,
): MessageView => {
  if (message.role === 'user') {
    const view = createUserView();
    view.update(message);
    return { node: view.node, update: (next) => next.role === 'user' && view.update(next) };
  }
  const view = createAssistantView(options);
  view.update(message);
  return { node: view.node, update: (next) => next.role === 'assistant' && view.update(next) };
};
