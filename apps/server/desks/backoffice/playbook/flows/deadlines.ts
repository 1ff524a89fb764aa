import { sayCount, upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { deadlineRow, listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED, type Room, type Turn } from './flow.ts';
import { pageOf } from './page-of.ts';

/** Those of one kind: the tool cannot pick them, its rows say it. */
function ofKind(turn: Turn, query: Query, room: Room): string | undefined {
  const { deadlineType: type } = query;
  const fetched = fetch(turn, 'list_deadlines', {
    ...daysOf(query.span),
    is_overdue: query.isOverdue,
    limit: MAX_LIMIT,
  });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const found = fetched.value.deadlines.filter((deadline) => deadline.type === type);
  const among = fetched.value.next_cursor === null ? '' : `Of the first ${MAX_LIMIT} deadlines: `;
  const days = saySpan(query.span, turn.now.today);
  const state = query.isOverdue ? 'passed without being done' : 'scheduled';
  if (found.length === 0) return `${among}No ${type} is ${state}${days}.`;
  const { page, next_cursor } = pageOf(found, query, room);
  if (page.length === 0) return 'That was all of it.';
  return listing(
    `${among}${upperFirst(sayCount(found.length, type ?? 'deadline'))} ${found.length === 1 ? 'is' : 'are'} ${state}${days}.`,
    {
      rows: page.map((deadline) => deadlineRow(deadline, turn.now)),
      list: { total: found.length, is_more_than_total: false, next_cursor },
      firstNumber: room.firstNumber,
      isCount: room.isCount,
    },
  );
}

/** Deadlines that mails set: those to come, those of some days, or those that passed undone. */
export const deadlines: Flow = (turn, query, room) => {
  if (query.deadlineType !== undefined) return ofKind(turn, query, room);
  const fetched = fetch(turn, 'list_deadlines', {
    ...daysOf(query.span),
    is_overdue: query.isOverdue,
    limit: query.limit ?? room.rows,
    cursor: query.cursor,
  });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const days = saySpan(query.span, turn.now.today);
  const isOne = value.total === 1 && !value.is_more_than_total;
  const said = upperFirst(total(value, 'deadline'));
  const sentence = query.isOverdue
    ? value.total === 0
      ? `No deadline${days} has passed without being done.`
      : `${said}${days} ${isOne ? 'has' : 'have'} passed without being done.`
    : value.total === 0
      ? `No deadline is ${days === '' ? 'coming up' : `scheduled${days}`}.`
      : `${said} ${isOne ? 'is' : 'are'} ${days === '' ? 'coming up' : `scheduled${days}`}.`;
  return listing(sentence, {
    rows: value.deadlines.map((deadline) => deadlineRow(deadline, turn.now)),
    list: value,
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
};
