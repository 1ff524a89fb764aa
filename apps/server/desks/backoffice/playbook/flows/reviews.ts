import { upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { ListReviewsResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { number, total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { reviewRow } from '../wording/review-row.ts';
import { listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';
import { record } from './record.ts';

/** Mails that wait for a person's decision; or reviews of a state, of some days and of some risks. */
export const reviews: Flow = (turn, query, room) => {
  const { span, risk } = query;
  const status = query.reviewStatus ?? 'pending';
  const fetched = fetch(turn, 'list_reviews', {
    ...daysOf(span),
    status: query.reviewStatus,
    // The tool knows no risks: of all it lists those are picked.
    limit: risk === undefined && query.pick === undefined ? (query.limit ?? room.rows) : MAX_LIMIT,
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
  if (query.pick !== undefined) {
    const byTime = value.reviews.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
    const picked = query.pick === 'newest' ? byTime[0] : byTime.at(-1);
    return (
      picked &&
      record(turn, { topic: 'record', ref: picked.email_ref, facet: query.facet ?? 'story' }, room)
    );
  }
  const isOne = value.total === 1 && !value.is_more_than_total;
  const said =
    status === 'pending'
      ? `${total(value, 'review')}${when} ${isOne ? 'is' : 'are'} waiting for a decision`
      : `${total(value, 'review')} ${isOne ? 'was' : 'were'} ${status}${when}`;
  const picked = risk === undefined ? value : ofRisk(value, risk);
  const among = value.reviews.length < value.total ? `the first ${value.reviews.length}` : 'them';
  const sentence =
    risk === undefined ? `${said}.` : `${said}, ${sayPicked(picked.total, { among, risk })}`;
  return listing(upperFirst(sentence), {
    rows: picked.reviews.map((review) => reviewRow(review, turn.now)),
    list: picked,
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
};

function ofRisk(value: ListReviewsResult, risks: NonNullable<Query['risk']>): ListReviewsResult {
  const kept = value.reviews.filter(({ risk }) => risks.some((one) => one === risk));
  return { ...value, reviews: kept, total: kept.length };
}

/** `among` says of which reviews they are counted. */
function sayPicked(
  count: number,
  { among, risk }: { among: string; risk: NonNullable<Query['risk']> },
): string {
  return `${count === 0 ? 'none' : number(count)} of ${among} of ${risk.join(' or ')} risk.`;
}
