import { type ChatState, canRetry } from '@deskbell/widget';
import { button, element, setText } from './element.ts';
import { type PanelContext, showPhone } from './panel-context.ts';
import { asClock, isForCall, offlineSentence, problemSentence } from './sentences.ts';

/** What went wrong, what to do about it, and the state of the network, above the message box. */
export const createProblemBar = (context: PanelContext, onRetry: () => void) => {
  const { store, words } = context;
  const text = element('p', '', [], { role: 'alert' });
  const countdown = element('p', '');
  const retry = button('quiet', words.retry, () => {
    store.retry();
    onRetry();
  });
  const call = element('a', 'quiet');
  const bar = element('div', 'problem', [
    text,
    countdown,
    element('div', 'actions', [retry, call]),
  ]);
  const offline = element('p', 'offline');
  return {
    nodes: [offline, bar],
    update: (state: ChatState): void => {
      const sentence = problemSentence(state, context);
      bar.hidden = !sentence;
      setText(text, sentence);
      const { notice } = state;
      setText(
        countdown,
        notice?.kind === 'rate_limited' ? words.sendAgainIn(asClock(notice.secondsLeft)) : '',
      );
      retry.hidden = !canRetry(state);
      showPhone(call, isForCall(notice?.kind) ? context.phone : '', words.callUs);
      const network = offlineSentence(state, context);
      // Not a live region itself: one that was not shown is not read when it appears.
      if (network && network !== offline.textContent) context.say(network);
      setText(offline, network);
    },
  };
};
