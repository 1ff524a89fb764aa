import { browserConnectivity, browserTabs, randomUuid } from '@deskbell/widget';
import { useSyncExternalStore } from 'react';
import { goToSignIn } from '../api/request.ts';
import { router } from '../router.tsx';
import { createChatApi } from './chat-api.ts';
import type { ChatState } from './chat-state.ts';
import { createChatStore } from './chat-store.ts';
import { createTurns } from './follow-turn.ts';
import { createSocketWay } from './socket-way.ts';
import { createStreamWay } from './stream-way.ts';

/** A hidden page draws nothing, so it is not waited for. */
const HIDDEN_PACE_MS = 200;
const schedule = (show: () => void): void => {
  if (document.hidden) setTimeout(show, HIDDEN_PACE_MS);
  else requestAnimationFrame(show);
};

const clock = (): Date => new Date();

/** The chat of this tab. It lives on while the dock is closed, so that nothing is missed. */
export const chat = createChatStore({
  api: createChatApi(),
  turns: createTurns({
    socket: createSocketWay({
      openSocket: (path) => new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`),
    }),
    stream: createStreamWay({ fetch: (...request) => fetch(...request), clock }),
    connectivity: browserConnectivity,
    clock,
  }),
  connectivity: browserConnectivity,
  tabs: browserTabs('deskbell.console.chat'),
  clock,
  newId: randomUuid,
  schedule,
  onSignedOut: goToSignIn,
});

/** The session is part of the address, also while the dock is closed: a reload shows it again. */
chat.onSession((sessionId) => {
  void router.navigate({
    to: '.',
    search: (search) => ({ ...search, session: sessionId ?? undefined }),
    replace: true,
  });
});

/** A part of the chat's state; `select` must give the same value while nothing has changed. */
export const useChat = <Part>(select: (state: ChatState) => Part): Part =>
  useSyncExternalStore(chat.subscribe, () => select(chat.getState()));
