import { type ChatState, type ChatStore, canRetry } from '@deskbell/widget';
import { byId, setText } from './element.ts';
import { asClock, offlineSentence, problemSentence } from './sentences.ts';

/** What went wrong, what to do about it, and the state of the network, above the message box. */
export const createProblemBar = (options: {
  store: ChatStore;
  phone: string;
  onRetry: () => void;
}) => {
  const { store, phone, onRetry } = options;
  const bar = byId('problem', HTMLElement);
  const text = byId('problem-text', HTMLElement);
  const countdown = byId('problem-countdown', HTMLElement);
  const retry = byId('retry', HTMLButtonElement);
  const offline = byId('offline', HTMLElement);
  retry.addEventListener('click', () => {
    store.retry();
    onRetry();
  });
  return {
    update: (state: ChatState): void => {
      const sentence = problemSentence(state, phone);
      bar.hidden = sentence === null;
      setText(text, sentence ?? '');
      const { notice } = state;
      countdown.hidden = notice?.kind !== 'rate_limited';
      setText(
        countdown,
        notice?.kind === 'rate_limited'
          ? `You can send again in ${asClock(notice.secondsLeft)}.`
          : '',
      );
      retry.hidden = !canRetry(state);
      setText(offline, offlineSentence(state));
    },
  };
};
