import type { EmailItem } from '../../tools/tool-records.ts';
import type { Query } from '../query.ts';
import { quoted } from '../wording/quote-text.ts';
import type { Turn } from './flow.ts';
import { record } from './record.ts';
import { isSentBy } from './sent-by.ts';

export const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether each of some words begins one of a name's own. */
export const isIn = (own: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => own.some((part) => part.startsWith(word.slice(0, 5))));

/** "The last mail they sent", "when she first wrote": of their own mails where there are any. */
export function sayPicked(
  turn: Turn,
  query: Query,
  emails: readonly EmailItem[],
): string | undefined {
  const { sentBy = '', pick, beside, facet = 'story' } = query;
  const own = emails.filter((email) => isSentBy(email, sentBy));
  const words = wordsIn(query.words ?? '').filter((word) => word.length > 2);
  const titled = emails.filter(({ subject }) => isIn(wordsIn(subject), words));
  const meant = own.length > 0 ? own : sentBy === '' && titled.length > 0 ? titled : emails;
  const byTime = [...meant].sort((a, b) => (a.received_at < b.received_at ? 1 : -1));
  if (pick === 'other') {
    const other = byTime.find(({ ref }) => ref !== beside);
    const none = `There is no other mail with ${quoted(query.words ?? '')}.`;
    if (other === undefined && beside !== undefined) {
      const here = record(turn, { topic: 'record', ref: beside, facet }, { firstNumber: 1 });
      return here && `${none} ${here}`;
    }
    return other === undefined
      ? none
      : record(turn, { topic: 'record', ref: other.ref, facet }, { firstNumber: 1 });
  }
  const here = byTime.findIndex(({ ref }) => ref === beside);
  if (pick === 'before' || pick === 'after') {
    const rest = pick === 'before' ? byTime.slice(here + 1) : byTime.slice(0, here).reverse();
    const subject = byTime[here]?.subject ?? '';
    const next =
      here < 0 ? undefined : (rest.find((one) => isAlike(one.subject, subject)) ?? rest[0]);
    return next === undefined
      ? `There is no ${pick === 'before' ? 'earlier' : 'later'} mail from ${quoted(sentBy)}.`
      : record(turn, { topic: 'record', ref: next.ref, facet }, { firstNumber: 1 });
  }
  const picked = pick === 'newest' ? byTime[0] : byTime.at(-1);
  return picked && record(turn, { topic: 'record', ref: picked.ref, facet }, { firstNumber: 1 });
}

/** "Your payout of 4,605.20 USD" and "Your payout of 3,977.10 USD": the same letter of another day. */
function isAlike(subject: string, other: string): boolean {
  const plain = (text: string): string[] => wordsIn(text).filter((word) => !/\d/.test(word));
  const known = new Set(plain(other));
  const own = plain(subject);
  return own.length > 2 && own.filter((word) => known.has(word)).length > own.length * 0.7;
}
