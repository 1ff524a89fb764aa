import type { AccountOutcome } from './account-client.ts';

/** A server's sentence as a page shows it: with a capital and a full stop. */
export const asSentence = (text: string): string => {
  const trimmed = text.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

/** What went wrong and what to do, as a sentence; what the person typed is kept in either case. */
export const outcomeSentence = (
  outcome: Extract<AccountOutcome, { ok: false }>,
  { phone, isOnline }: { phone: string; isOnline: boolean },
): string => {
  if (outcome.kind === 'unreachable') {
    return isOnline
      ? `We could not be reached. Please try again in a moment, or call ${phone}.`
      : 'You are offline. Please try again once you are back; what you typed is kept.';
  }
  const { message, status } = outcome.refusal;
  // A sentence of a failing server is about the server, not about what the person can do.
  return message === null || status >= 500
    ? `That did not work. Please try again in a moment, or call ${phone}.`
    : asSentence(message);
};
