import {
  busyMessage,
  type ChatState,
  canSend,
  codePointCount,
  maxMessageCodePoints,
} from '@deskbell/widget';
import { button, element, setText } from './element.ts';
import { icon } from './icon.ts';
import { isComposing } from './is-composing.ts';
import type { PanelContext } from './panel-context.ts';

const counterShownFrom = 400;

/** The message box with its Send and Stop. `onSent` is called after a message was taken. */
export const createComposer = ({ store, words }: PanelContext, onSent: () => void) => {
  const input = element('textarea', 'input', [], {
    id: 'message',
    rows: 1,
    autocomplete: 'off',
    enterKeyHint: 'send',
    placeholder: words.placeholder,
    ariaLabel: words.message,
  });
  input.setAttribute('aria-describedby', 'counter');
  const submit = () => {
    if (store.send(input.value)) onSent();
  };
  const send = button(
    'send',
    icon('M12 19V5M6 11l6-6 6 6'),
    () => {
      submit();
      input.focus();
    },
    words.send,
  );
  const stop = button('stop', icon('M6 6h12v12H6z'), store.stop, words.stop);
  const box = element('div', 'composer', [input, stop, send]);
  const counter = element('p', 'counter', [], { id: 'counter' });

  const grow = () => {
    if (CSS.supports('field-sizing', 'content')) return;
    input.style.height = '0';
    input.style.height = `${input.scrollHeight}px`;
  };
  const hasFocus = (node: Element) => node.matches(':focus');

  input.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    submit();
  };
  input.oninput = () => {
    store.setDraft(input.value);
    grow();
  };
  // Tapping a button must not close a phone's keyboard under the finger.
  send.onpointerdown = (event) => {
    if (hasFocus(input)) event.preventDefault();
  };

  return {
    nodes: [box, counter],
    focus: () => input.focus(),
    update: (state: ChatState): void => {
      if (input.value !== state.draft) {
        input.value = state.draft;
        grow();
      }
      const isBusy = busyMessage(state) !== null;
      // Never lost with a button that goes.
      if (hasFocus(isBusy ? send : stop)) input.focus();
      stop.hidden = !isBusy;
      send.hidden = isBusy;
      send.disabled = !canSend(state, state.draft);

      const used = codePointCount(state.draft.trim());
      const left = maxMessageCodePoints - used;
      const isOver = left < 0;
      setText(
        counter,
        used < counterShownFrom ? '' : isOver ? words.tooLong(-left) : words.left(left),
      );
      input.ariaInvalid = isOver ? 'true' : null;
    },
  };
};
