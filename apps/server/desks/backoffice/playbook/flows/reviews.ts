import { upperFirst } from '@deskbell/clerk';
import { daysOf } from '../days/span.ts';
import { total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { reviewRow } from '../wording/review-row.ts';
import { listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';

/** Mails that wait for a person's decision; or reviews of a state and of some days. */
export const reviews: Flow = (turn, query, room) => {
  const { span } = query;
  const status = query.reviewStatus ?? 'pending';
  const fetched = fetch(turn, 'list_reviews', {
    ...daysOf(span),
    status: query.reviewStatus,
    limit: query.limit ?? room.rows,
    cursor: query.cursor,
  });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const days = saySpan(span, turn.now.today);
  const when = days === '' ? '' : status === 'pending' ? ` made${days}` : days;
  if (value.total === 0) {
    return status === 'pending'
      ? `No review${when} is waiting for a decision.`
      : `No review was ${status}${when}.`;
  }
  const isOne = value.total === 1 && !value.is_more_than_total;
  const sentence =
    status === 'pending'
      ? `${total(value, 'review')}${when} ${isOne ? 'is' : 'are'} waiting for a decision.`
      : `${total(value, 'review')} ${isOne ? 'was' : 'were'} ${status}${when}.`;
  return listing(upperFirst(sentence), {
    rows: value.reviews.map((review) => reviewRow(review, turn.now)),
    list: value,
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
};
