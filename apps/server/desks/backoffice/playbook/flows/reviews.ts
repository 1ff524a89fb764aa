import type { ListReviewsResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import { total } from '../wording/counts.ts';
import { momentOfTime, saySpan } from '../wording/days.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { listing } from '../wording/rows.ts';
import { reviews as waiting } from './attention.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';

/** Mails that wait for a person's decision; or reviews of a state and of some days. */
export const reviews: Flow = (turn, query, room) => {
  const { span } = query;
  const hasDays = span?.from !== undefined || span?.to !== undefined;
  if (query.reviewStatus === undefined && !hasDays) return waiting(turn, query, room);
  const status = query.reviewStatus ?? 'pending';
  const fetched = fetch(turn, 'list_reviews', {
    ...daysOf(span),
    status,
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
  return listing(sentence.charAt(0).toUpperCase() + sentence.slice(1), {
    rows: value.reviews.map((review) => row(review, turn)),
    list: value,
    firstNumber: room.firstNumber,
  });
};

function row(review: ListReviewsResult['reviews'][number], { now }: Turn): string {
  const { subject, email_ref, risk, status, decided_at, decided_by, note } = review;
  const by = plainText(decided_by ?? '', 60);
  const at = decided_at === null ? '' : ` ${momentOfTime(decided_at, now)}`;
  const decision = status === 'pending' ? '' : `, ${status}${by === '' ? '' : ` by ${by}`}${at}`;
  const said = plainText(note ?? '', 160);
  return `${quoted(subject)} ${email_ref}, ${risk} risk${decision}${said === '' ? '' : `: ${said}`}`;
}
