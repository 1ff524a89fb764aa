import { sayCount, sayList, upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { Query } from '../query.ts';
import { number } from '../wording/counts.ts';
import { afterIn, includesToday, saySpan } from '../wording/days.ts';
import { filteredMail } from '../wording/filtered-mail.ts';
import { emailRow, listing } from '../wording/rows.ts';
import { emailsInput } from './emails-input.ts';
import { fetch, NOT_CHECKED, type Room, type Turn } from './flow.ts';
import { pageOf } from './page-of.ts';

/** Mail without that of some kinds of people: the tool picks one kind or all, its rows tell them apart. */
export function emailsExcept(turn: Turn, query: Query, room: Room): string | undefined {
  const { cursor: _cursor, ...rest } = query;
  const fetched = fetch(turn, 'list_emails', emailsInput({ ...rest, limit: MAX_LIMIT }, room));
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const without = query.without ?? [];
  const kept = value.emails.filter(({ category }) => !without.some((one) => one === category));
  const { kind, from, isFiltered } = filteredMail(query);
  const left = without.reduce((sum, one) => sum + (value.by_category[one] ?? 0), 0);
  // The counts are of all mails of these days; with another filter only what is listed can be counted.
  const isAllListed = value.next_cursor === null;
  const total = isFiltered || isAllListed ? kept.length : value.total - left;
  const kinds = `${sayList(without, 'or')} mail`;
  const days = saySpan(query.span, turn.now.today);
  const isOpen = includesToday(query.span, turn.now.today);
  if (total === 0) {
    const among =
      isFiltered && !isAllListed ? `Of the newest ${number(value.emails.length)}: apart` : 'Apart';
    return `${among} from ${kinds}, no ${kind}${from} ${isOpen ? 'has come' : 'came'} in${afterIn(days)}.`;
  }
  const { page, next_cursor } = pageOf(kept, query, room);
  if (page.length === 0) return 'Those were all I can list.';
  const isAtLeast = value.is_more_than_total || (isFiltered && !isAllListed);
  const verb = isOpen ? (total === 1 ? 'has come' : 'have come') : 'came';
  const sentence = `${upperFirst(`${isAtLeast ? 'at least ' : ''}${sayCount(total, kind)}`)}${from} ${verb} in${afterIn(days)} without the ${kinds}.`;
  return listing(sentence, {
    rows: page.map((email) => emailRow(email, turn.now)),
    list: { total, is_more_than_total: isAtLeast, next_cursor },
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
}
