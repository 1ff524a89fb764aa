import { sayCount } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { SearchEmailsResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { number } from '../wording/counts.ts';
import { afterIn } from '../wording/days.ts';
import { quoted } from '../wording/quote-text.ts';
import { fetch, type Turn } from './flow.ts';
import { isSentBy } from './sent-by.ts';

/** All that name somebody, where what they sent is to be counted; undefined while a call is open. */
export function allOf(
  turn: Turn,
  { words = '', span, sentBy }: Query,
  value: SearchEmailsResult,
): SearchEmailsResult | undefined {
  const isPart = value.next_cursor !== null && value.total <= MAX_LIMIT;
  if (sentBy === undefined || !isPart) return value;
  const fetched = fetch(turn, 'search_emails', {
    query: words,
    ...daysOf(span),
    limit: MAX_LIMIT,
  });
  return fetched.kind === 'open' ? undefined : fetched.kind === 'ok' ? fetched.value : value;
}

/** Where all that was found is at hand: how many are somebody's own, apart from what names them. */
export function sayTheirs(
  { emails, total: found, next_cursor }: SearchEmailsResult,
  { sentBy, days }: { sentBy: string | undefined; days: string },
): string | undefined {
  if (sentBy === undefined || next_cursor !== null) return undefined;
  const own = emails.filter((email) => isSentBy(email, sentBy)).length;
  const others = found - own;
  if (own === 0 || others <= 0) return undefined;
  return `${sayCount(own, 'e-mail')} from ${quoted(sentBy)} came in${days === '' ? '' : afterIn(days)}, and ${number(others)} more ${others === 1 ? 'mentions' : 'mention'} them`;
}
