import {
  type AssistantMessage,
  type ChatMessage,
  type ChatState,
  isBusyStatus,
  type MessagePart,
} from '@deskbell/widget';
import type { Words } from '../words/words.ts';
import { element, setText } from './element.ts';
import type { HandoffCardView } from './handoff-card.ts';
import { loadHandoffCard } from './load-handoff-card.ts';
import type { PanelContext } from './panel-context.ts';
import { createRichTextView } from './rich-text-view.ts';

/** Shows one message for its whole life; a message that did not change is not touched. */
export type MessageView = {
  readonly node: HTMLElement;
  update(message: ChatMessage, opening: ChatState['openingHandoff']): void;
};

type PartView = {
  readonly node: HTMLElement;
  readonly kind: MessagePart['kind'];
  update(part: MessagePart, isLast: boolean, isOver: boolean): void;
};

const createPartView = (
  kind: MessagePart['kind'],
  { words, allowedHosts }: PanelContext,
): PartView => {
  const text = createRichTextView(allowedHosts);
  const label = element('em', '');
  const state = element('span', 'unseen');
  const node =
    kind === 'text' ? text.node : element('p', 'tool', [element('i', 'mark'), label, state]);
  return {
    node,
    kind,
    update: (part, isLast, isOver) => {
      if (part.kind === 'text') {
        text.update(part.text, isLast && !isOver);
        return;
      }
      const status = part.status === 'running' && isOver ? 'failed' : part.status;
      node.dataset.state = status;
      setText(label, words.toolLabels[part.label] ?? part.label);
      setText(state, `, ${words.toolStates[status]}`);
    },
  };
};

const footOf = ({ status }: AssistantMessage, words: Words): string => {
  switch (status.kind) {
    case 'reconnecting':
    case 'stopping':
    case 'stopped':
      return words[status.kind];
    case 'interrupted':
    case 'failed':
      return words.unfinished;
    case 'complete':
      return status.reason === 'cut_off' ? words.cutShort : '';
    default:
      return '';
  }
};

/** The view a message needs; it shows nothing before its first `update`. */
export const createMessageView = (isOwn: boolean, context: PanelContext): MessageView => {
  const { words } = context;
  const body = element('div', isOwn ? 'bubble own' : 'bubble');
  const foot = element('p', 'foot');
  const node = element('div', isOwn ? 'message is-own' : 'message', [
    element('span', 'unseen', [`${isOwn ? words.you : words.assistant}:`]),
    body,
    foot,
  ]);
  const dots = element('div', 'dots', [
    element('span', 'unseen', [words.thinking]),
    ...Array.from({ length: 3 }, () => element('i', '')),
  ]);
  let shown: ChatMessage | undefined;
  let parts: PartView[] = [];
  let cards: HandoffCardView[] = [];
  let shownCards = '';

  const updateParts = (message: AssistantMessage, isOver: boolean) => {
    const { length } = message.parts;
    if (parts.some((view, at) => view.kind !== message.parts[at]?.kind)) {
      body.replaceChildren();
      parts = [];
    }
    message.parts.forEach((part, at) => {
      let view = parts[at];
      if (!view) {
        view = createPartView(part.kind, context);
        parts.push(view);
        body.append(view.node);
      }
      view.update(part, at === length - 1, isOver);
    });
    if (length === 0 && !isOver) body.append(dots);
    else dots.remove();
    body.hidden = !body.firstChild;
  };

  const updateCards = (message: AssistantMessage) => {
    const held = message.parts.filter((part) => part.kind === 'tool' && part.card);
    const wanted = JSON.stringify(held);
    if (wanted === shownCards) return;
    shownCards = wanted;
    for (const card of cards) card.node.remove();
    cards = [];
    if (held.length === 0) return;
    loadHandoffCard().then(
      ({ createHandoffCard }) => {
        if (wanted !== shownCards) return;
        for (const part of held) {
          if (part.kind !== 'tool' || !part.card) continue;
          const reference = { turnId: message.turnId ?? '', callId: part.callId };
          cards.push(createHandoffCard(part.card, reference, context));
        }
        foot.before(...cards.map((card) => card.node));
        context.redraw();
      },
      () => {
        // The next time anything is drawn, it is asked for again.
        shownCards = '';
        shown = undefined;
      },
    );
  };

  return {
    node,
    update: (message, opening) => {
      if (message !== shown) {
        shown = message;
        if (message.role === 'user') {
          setText(body, message.text);
          setText(foot, message.status === 'queued' ? words.queued : '');
        } else {
          updateParts(message, !isBusyStatus(message.status));
          updateCards(message);
          setText(foot, footOf(message, words));
        }
      }
      for (const card of cards) card.update(opening);
    },
  };
};
