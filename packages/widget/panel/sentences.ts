import type { ChatState, Notice } from '@deskbell/widget';

/** A server's sentence as the page shows it: with a capital and a full stop. */
export const asSentence = (text: string): string => {
  const trimmed = text.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

/** 75 as "1:15". */
export const asClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const noticeSentence = (notice: Notice, phone: string): string => {
  switch (notice.kind) {
    case 'refused':
      return notice.message
        ? asSentence(notice.message)
        : `That did not work. Please try again in a moment, or call ${phone}.`;
    case 'rate_limited':
      return notice.message
        ? asSentence(notice.message)
        : `That was a lot of messages. Please wait a little, or call ${phone}.`;
    case 'turn_running':
      return 'The assistant is still answering your last message. Yours is kept below.';
    case 'thread_gone':
      return 'That conversation has ended. Your next message starts a new one.';
    case 'not_sent':
      return `Your message could not be sent. Check your connection, or call ${phone}.`;
    case 'restore_failed':
      return `Your conversation could not be loaded. Try again, or call ${phone}.`;
  }
};

/** What went wrong last, as a sentence for the customer; null when nothing did. */
export const problemSentence = (state: ChatState, phone: string): string | null => {
  if (state.notice !== null) return noticeSentence(state.notice, phone);
  const last = state.messages.at(-1);
  if (last?.role !== 'assistant') return null;
  const { status } = last;
  if (status.kind === 'interrupted') {
    return status.message ?? `The answer was interrupted. Try again, or call ${phone}.`;
  }
  if (status.kind === 'failed') {
    if (status.code === 'connection_lost') {
      return `The connection was lost. Try again to get the rest of the answer, or call ${phone}.`;
    }
    return status.message ?? `The assistant could not answer. Try again, or call ${phone}.`;
  }
  return null;
};

/** What the banner says about the network; empty while online. */
export const offlineSentence = (state: ChatState): string => {
  if (!state.isOffline) return '';
  const isQueued = state.messages.some(
    (message) => message.role === 'user' && message.status === 'queued',
  );
  return isQueued
    ? 'You are offline. Your message is sent as soon as you are back.'
    : 'You are offline. You can write one message; it is sent when you are back.';
};
