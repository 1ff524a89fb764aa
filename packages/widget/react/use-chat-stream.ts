import { useMemo, useState, useSyncExternalStore } from 'react';
import {
  busyMessage,
  type ChatState,
  canRetry,
  canSend,
  initialChatState,
} from '../core/chat-state.ts';
import type { ChatStoreOptions } from '../core/chat-store.ts';
import { type ChatActions, createChatSource } from './chat-source.ts';

/**
 * Where to chat and how. A changed `endpoint` or `storageKey` begins another conversation; the
 * others are read when a conversation is opened.
 */
export type ChatStreamOptions = ChatStoreOptions;

/** `ready` to be written to, `restoring` after a reload, or what the answer is doing. */
export type ChatStatus =
  | 'ready'
  | 'restoring'
  | 'waiting'
  | 'streaming'
  | 'reconnecting'
  | 'stopping';

export type ChatStream = Omit<ChatState, 'isRestoring'> &
  ChatActions & {
    readonly status: ChatStatus;
    /** Whether the draft may be sent now. */
    readonly canSend: boolean;
    /** Whether `retry` has something to do. */
    readonly canRetry: boolean;
  };

const initial = (): ChatState => initialChatState;

/**
 * One conversation with the front desk as React state. Opened when the component is mounted and
 * closed when it is unmounted; closing never stops a turn, and the next mount restores it from
 * storage. Renders on a server as an empty conversation. The functions keep their identity.
 */
export const useChatStream = (options: ChatStreamOptions = {}): ChatStream => {
  const { endpoint = '', storageKey = '' } = options;
  const create = () => ({ endpoint, storageKey, source: createChatSource(options) });
  const [held, setHeld] = useState(create);
  let current = held;
  if (held.endpoint !== endpoint || held.storageKey !== storageKey) {
    current = create();
    setHeld(current);
  }
  const { source } = current;
  const state = useSyncExternalStore(source.subscribe, source.getState, initial);
  return useMemo(() => {
    const { isRestoring, ...visible } = state;
    const status = busyMessage(state)?.status.kind ?? (isRestoring ? 'restoring' : 'ready');
    return {
      ...visible,
      ...source.actions,
      status: status as ChatStatus,
      canSend: canSend(state, state.draft),
      canRetry: canRetry(state),
    };
  }, [state, source]);
};
