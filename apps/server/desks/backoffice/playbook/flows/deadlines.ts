import { upperFirst } from '@deskbell/clerk';
import { daysOf } from '../days/span.ts';
import { total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { deadlineRow, listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';

/** Deadlines that mails set: those to come, those of some days, or those that passed undone. */
export const deadlines: Flow = (turn, query, room) => {
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
