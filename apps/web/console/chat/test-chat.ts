import type { Socket } from 'node:net';
import type { Owner } from '@deskbell/testing/postgres.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { alwaysOnline, noOtherTabs, randomUuid, type Tabs } from '@deskbell/widget';
import { request } from '../api/request.ts';
import { createChatApi } from './chat-api.ts';
import { answerText, busyAnswer, type ChatState, type Message } from './chat-state.ts';
import { type ChatStore, createChatStore } from './chat-store.ts';
import { createTurns } from './follow-turn.ts';
import { createSocketWay } from './socket-way.ts';
import { createStreamWay } from './stream-way.ts';

export interface TestChat {
  store: ChatStore;
  /** The paths of the sockets that were opened. */
  readonly sockets: readonly string[];
  /** The method and path of every other request. */
  readonly requests: readonly string[];
  /** Resolves with the first state that is so. */
  until(isSo: (state: ChatState) => boolean): Promise<ChatState>;
}

/** A chat as a page has it, whose server is `server`. */
export function openTestChat(
  owner: Owner,
  {
    server,
    hasSockets = true,
    tabs = noOtherTabs,
    retryDelaysMs = [1, 1, 1, 1, 1],
  }: {
    server: Pick<TestServer, 'url'>;
    /** Without them every socket is refused. */
    hasSockets?: boolean;
    tabs?: Tabs;
    retryDelaysMs?: readonly number[];
  },
): TestChat {
  const sockets: string[] = [];
  const requests: string[] = [];
  const clock = () => new Date();
  const fetchHere: typeof fetch = (path, init) => {
    requests.push(`${init?.method ?? 'GET'} ${path}`);
    return fetch(`${server.url}${path}`, init);
  };
  const turns = createTurns({
    socket: createSocketWay({
      openSocket: (path) => {
        sockets.push(path);
        const base = server.url.replace('http', 'ws');
        return new WebSocket(`${base}${hasSockets ? path : '/nowhere'}`);
      },
    }),
    stream: createStreamWay({ fetch: fetchHere, clock }),
    connectivity: alwaysOnline,
    clock,
    retryDelaysMs,
  });
  const store = createChatStore({
    api: createChatApi((path, options) => request(`${server.url}${path}`, options)),
    turns,
    connectivity: alwaysOnline,
    tabs,
    clock,
    newId: randomUuid,
    schedule: (show) => void setImmediate(show),
    onSignedOut: () => {
      throw new Error('signed out');
    },
  });
  owner.after(async () => store.dispose());
  return {
    store,
    sockets,
    requests,
    until: (isSo) =>
      new Promise((resolve) => {
        const look = (): void => {
          const state = store.getState();
          if (!isSo(state)) return;
          stop();
          resolve(state);
        };
        const stop = store.subscribe(look);
        look();
      }),
  };
}

/** Cuts whatever connection is open, as a network does that goes away. */
export function createCutter(server: Pick<TestServer, 'server'>): () => void {
  const connections = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return () => {
    for (const socket of connections) socket.destroy();
  };
}

/** What people read, one line for each message. */
export const shownLines = ({ messages }: ChatState): string[] =>
  messages.map((message: Message) =>
    message.role === 'user'
      ? `${message.status}: ${message.text}`
      : `${message.status.kind}: ${answerText(message)}`,
  );

/** Whether nothing is being written or read. */
export const isQuiet = (state: ChatState): boolean =>
  state.messages.length > 0 && !state.isLoading && busyAnswer(state) === undefined;
