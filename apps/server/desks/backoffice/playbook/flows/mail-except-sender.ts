import { sayCount, sayList } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { number } from '../wording/counts.ts';
import { afterIn, saySpan } from '../wording/days.ts';
import { filteredMail } from '../wording/filtered-mail.ts';
import { quoted } from '../wording/quote-text.ts';
import { emailRow, listing } from '../wording/rows.ts';
import { emailsInput } from './emails-input.ts';
import { fetch, NOT_CHECKED, type Room, type Turn } from './flow.ts';
import { pageOf } from './page-of.ts';
import { isSentBy } from './sent-by.ts';

/** Mails without those of one sender, whom no tool leaves out: its rows tell who sent them. */
export function mailExceptSender(turn: Turn, query: Query, room: Room): string | undefined {
  const { cursor: _cursor, notFrom = [], ...rest } = query;
  const fetched =
    query.topic === 'find'
      ? fetch(turn, 'search_emails', {
          query: query.words ?? '',
          ...daysOf(query.span),
          limit: MAX_LIMIT,
        })
      : fetch(turn, 'list_emails', emailsInput({ ...rest, limit: MAX_LIMIT }, room));
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { emails, next_cursor: after } = fetched.value;
  const kept = emails.filter((email) => !notFrom.some((name) => isSentBy(email, name)));
  const days = saySpan(query.span, turn.now.today);
  const { kind, from } = filteredMail(query);
  const what =
    query.topic === 'find'
      ? `${kept.length === 1 ? 'matches' : 'match'} ${quoted(query.words ?? '')}`
      : `came in${afterIn(days)}`;
  const among = after === null ? '' : `Of the newest ${number(emails.length)}: `;
  const without = `without those from ${sayList(
    notFrom.map((name) => quoted(name)),
    'or',
  )}`;
  const { page, next_cursor } = pageOf(kept, query, room);
  if (page.length === 0) return `${among}No other ${kind}${from} ${what}, ${without}.`;
  return listing(`${among}${sayCount(kept.length, kind)}${from} ${what}, ${without}.`, {
    rows: page.map((email) => emailRow(email, turn.now)),
    list: { total: kept.length, is_more_than_total: after !== null, next_cursor },
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
}
