import type { FoundTask, TriageFindings } from '../findings.ts';
import { createPhraseFinder, wordsOf } from '../text/words.ts';
import type { DueDate } from './due-date.ts';

const find = createPhraseFinder({
  pressing:
    'urgent|urgently, asap, as soon as possible, immediately, right away, right now, emergency, time sensitive, past due, overdue, final notice, at once, top priority, high priority',
  calm: 'no rush, no hurry, whenever you|it, when you get|have a chance|minute|moment, at your convenience|leisure, low priority, not urgent, someday, take your time',
});
const ranks: readonly FoundTask['priority'][] = ['low', 'medium', 'high', 'urgent'];

/** From the mail's urgency, the days left and the sentence's own words. */
export function prioritizeTask(
  text: string,
  triage: Pick<TriageFindings, 'urgency'> | null,
  due: DueDate | null,
): FoundTask['priority'] {
  const urgency = triage?.urgency ?? 40;
  let rank = urgency >= 90 ? 3 : urgency >= 70 ? 2 : urgency >= 40 ? 1 : 0;
  const hits = find(wordsOf(text));
  const isPressing = hits.some(({ label, isNegated }) => label === 'pressing' && !isNegated);
  if (hits.some(({ label }) => label === 'calm')) return urgency >= 90 ? 'high' : 'low';
  if (isPressing) rank = Math.max(rank, 2);
  if (due !== null) {
    if (due.inDays <= 1) rank = Math.max(rank, 2);
    else rank = Math.max(rank, 1);
    if (due.inDays === 0 && (isPressing || urgency >= 70)) rank = 3;
  }
  return ranks[rank] ?? 'medium';
}
