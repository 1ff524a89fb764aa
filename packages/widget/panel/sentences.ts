import type { ChatState } from '@deskbell/widget';
import type { Words } from '../words/words.ts';
import type { PanelContext } from './panel-context.ts';

/** A server's sentence as the panel shows it: with a capital and a full stop. */
export const asSentence = (text: string): string => {
  const trimmed = text.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

/** 75 as "1:15". */
export const asClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** About a thread that ended or a turn that runs there is nothing to call for. */
export const isForCall = (kind = ''): boolean => !/^t/.test(kind);

/** What went wrong last, as a sentence for the customer; empty when nothing did. */
export const problemSentence = (
  state: ChatState,
  { words, phone }: Pick<PanelContext, 'words' | 'phone'>,
): string => {
  const { notice } = state;
  const last = state.messages.at(-1);
  const status = last?.role === 'assistant' ? last.status : null;
  const fault =
    notice ?? (status?.kind === 'interrupted' || status?.kind === 'failed' ? status : null);
  if (!fault) return '';
  if (words.showsServerSentences && 'message' in fault && fault.message) {
    return asSentence(fault.message);
  }
  let kind: keyof Words['problems'] = fault.kind;
  if ('isRenewed' in fault && fault.isRenewed) kind = 'thread_renewed';
  if ('code' in fault && fault.code === 'connection_lost') kind = fault.code;
  return words.problems[kind] + (phone && isForCall(kind) ? ` ${words.orCall(phone)}` : '');
};

/** What the banner says about the network; empty while online. */
export const offlineSentence = (
  state: ChatState,
  { words }: Pick<PanelContext, 'words'>,
): string => {
  if (!state.isOffline) return '';
  const isQueued = state.messages.some(
    (message) => message.role === 'user' && message.status === 'queued',
  );
  return isQueued ? words.offlineQueued : words.offline;
};
