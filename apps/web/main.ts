import {
  type AnnouncerState,
  announce,
  browserConnectivity,
  createChatStore,
} from '@deskbell/widget';
import { createAccountDialog } from './account/account-dialog.ts';
import { createAnnouncementRegion } from './chat/announcement-region.ts';
import { createComposer } from './chat/composer.ts';
import { createConversationView } from './chat/conversation-view.ts';
import { byId } from './chat/element.ts';
import { fitVisualViewport } from './chat/fit-visual-viewport.ts';
import { createProblemBar } from './chat/problem-bar.ts';
import { createScrollPolicy } from './chat/scroll-policy.ts';

const pageStorage = (): Storage | null => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};

const phone = document.body.dataset.phone ?? '';
const store = createChatStore({ connectivity: browserConnectivity, storage: pageStorage() });

const welcome = byId('welcome', HTMLElement);
const newConversation = byId('new-conversation', HTMLButtonElement);
const jump = byId('jump', HTMLButtonElement);
const { say } = createAnnouncementRegion(byId('announcements', HTMLElement));
const scroll = createScrollPolicy({
  log: byId('log', HTMLElement),
  hasContent: () => store.getState().messages.length > 0,
  onChange: (isAttached) => {
    const hadFocus = document.activeElement === jump;
    jump.hidden = isAttached;
    if (hadFocus && isAttached) composer.focus();
  },
});
const conversation = createConversationView(byId('messages', HTMLElement), {
  phone,
  allowedHosts: [window.location.hostname],
  say,
});
const composer = createComposer(store, () => scroll.attach());
const problemBar = createProblemBar({ store, phone, onRetry: () => composer.focus() });

let spoken: AnnouncerState = null;
const render = (): void => {
  const state = store.getState();
  const hasConversation = state.messages.length > 0 || state.isRestoring;
  welcome.hidden = hasConversation;
  newConversation.hidden = state.messages.length === 0;
  conversation.update(state.messages);
  composer.update(state);
  problemBar.update(state);
  const { next, lines } = announce(spoken, state);
  spoken = next;
  for (const line of lines) say(line);
  scroll.keepUp();
};

// Many tokens may arrive within one frame; a hidden tab has no frames, so it is drawn on return.
let isDrawQueued = false;
store.subscribe(() => {
  if (isDrawQueued) return;
  isDrawQueued = true;
  requestAnimationFrame(() => {
    isDrawQueued = false;
    render();
  });
});

for (const example of byId('examples', HTMLElement).querySelectorAll('button')) {
  example.addEventListener('click', () => {
    const text = (example.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
    if (store.send(text)) scroll.attach();
    composer.focus();
  });
}
newConversation.addEventListener('click', () => {
  store.newConversation();
  composer.focus();
  say('New conversation.');
});
jump.addEventListener('click', () => {
  scroll.attach();
  composer.focus();
});

createAccountDialog((session) => {
  // A thread belongs to whoever began it: signing in or out begins another.
  store.newConversation();
  say(
    session.kind === 'signed_in' ? `You are signed in as ${session.name}.` : 'You are signed out.',
  );
  composer.focus();
});
fitVisualViewport();
store.restore();
render();
if (window.matchMedia('(pointer: fine)').matches) composer.focus();
