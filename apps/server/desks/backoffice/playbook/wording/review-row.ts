import type { LocalTime } from '@deskbell/clerk';
import type { ListReviewsResult } from '../../tools/tool-results.ts';
import { momentOfTime } from './days.ts';
import { plainText, quoted } from './quote-text.ts';
import { reviewReasons } from './reasons.ts';

type Review = ListReviewsResult['reviews'][number];

/** The risk itself is no news where it is said before them. */
function reasonsOf({ reasons }: Review): string[] {
  const others = reasons.filter(({ code }) => code !== 'high_risk');
  return reviewReasons({ reasons: others.length > 0 ? others : reasons });
}

/** ", approved by Maria, Fri, Nov 20 at 3:00 PM"; '' while it waits. */
export function decisionOf(review: Review, now: LocalTime): string {
  if (review.status === 'pending') return '';
  const by = review.decided_by === null ? '' : ` by ${plainText(review.decided_by, 60)}`;
  const when = review.decided_at === null ? '' : momentOfTime(review.decided_at, now);
  return `, ${review.status}${by}${when === '' ? '' : `, ${when}`}`;
}

/** A review with why it was needed, and who decided it and when. */
export function reviewRow(review: Review, now: LocalTime): string {
  const note = plainText(review.note ?? '', 120).replace(/[“”]/g, "'");
  const reasons = reasonsOf(review).join('; ') || 'no reason is recorded';
  return `${quoted(review.subject)} ${review.execution_ref} from ${plainText(review.sender, 80)}, ${review.risk} risk${decisionOf(review, now)}${note === '' ? '' : ` (“${note}”)`}: ${reasons}`;
}
