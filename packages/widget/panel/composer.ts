import {
  busyMessage,
  type ChatState,
  type ChatStore,
  canSend,
  codePointCount,
  maxMessageCodePoints,
} from '@deskbell/widget';
import { byId, setText } from './element.ts';

const counterShownFrom = 400;

/** The message box with its Send and Stop. `onSent` is called after a message was taken. */
export const createComposer = (store: ChatStore, onSent: () => void) => {
  const form = byId('composer', HTMLFormElement);
  const input = byId('message', HTMLTextAreaElement);
  const sendButton = byId('send', HTMLButtonElement);
  const stopButton = byId('stop', HTMLButtonElement);
  const counter = byId('counter', HTMLElement);
  let isComposing = false;

  const grow = () => {
    if (CSS.supports('field-sizing', 'content')) return;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 2}px`;
  };

  const send = () => {
    if (!store.send(input.value)) return;
    onSent();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
    input.focus();
  });
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
  });
  input.addEventListener('keydown', (event) => {
    // Safari ends the composition before the key that ended it; 229 says it was the IME's.
    const isIme = isComposing || event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isIme) return;
    event.preventDefault();
    send();
  });
  input.addEventListener('input', () => {
    store.setDraft(input.value);
    grow();
  });
  // Tapping a button must not close a phone's keyboard under the finger.
  sendButton.addEventListener('pointerdown', (event) => {
    if (document.activeElement === input) event.preventDefault();
  });
  stopButton.addEventListener('click', () => store.stop());

  return {
    focus: () => input.focus(),
    update: (state: ChatState): void => {
      if (input.value !== state.draft) {
        input.value = state.draft;
        grow();
      }
      const isBusy = busyMessage(state) !== null;
      const hadFocus =
        document.activeElement === stopButton || document.activeElement === sendButton;
      stopButton.hidden = !isBusy;
      sendButton.hidden = isBusy;
      sendButton.disabled = !canSend(state, state.draft);
      if (
        hadFocus &&
        document.activeElement !== stopButton &&
        document.activeElement !== sendButton
      ) {
        input.focus();
      }

      const used = codePointCount(state.draft.trim());
      const left = maxMessageCodePoints - used;
      const isOver = left < 0;
      setText(
        counter,
        used < counterShownFrom
          ? ''
          : isOver
            ? `${-left} character${left === -1 ? '' : 's'} too long`
            : `${left} character${left === 1 ? '' : 's'} left`,
      );
      counter.classList.toggle('is-over', isOver);
      if (isOver) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    },
  };
};
