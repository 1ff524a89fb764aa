import type { AttentionItem, Overview } from '@deskbell/protocol';
import type { Candidate } from '../../desks/backoffice/tools/attention/candidate.ts';
import { listCandidates } from '../../desks/backoffice/tools/attention/list-candidates.ts';
import { rankCandidates } from '../../desks/backoffice/tools/attention/rank-candidates.ts';
import type { OpenWork } from '../../operations/statistics/read-open-work.ts';
import type { Database } from '../../platform/database.ts';

const MOST_ITEMS = 20;
const PRESSURES = ['now', 'soon', 'later'] as const;

/** What the chat tells of when it is asked what needs attention, in the same order. */
export async function readAttention({
  database,
  timezone,
  leadership,
  ownDomains,
  now,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  /** Addresses or domains. */
  leadership: readonly string[];
  ownDomains: readonly string[];
  now: Date;
}): Promise<AttentionItem[]> {
  const candidates = await listCandidates({ database, timezone, now, kind: undefined });
  return rankCandidates(candidates, { leadership, ownDomains, now })
    .slice(0, MOST_ITEMS)
    .map(toItem);
}

/** Of everything, not only of what is listed. */
export const attentionCounts = (open: OpenWork): Overview['attention']['counts'] => ({
  failed_executions: open.failedExecutions,
  pending_reviews: open.pendingReviews,
  tasks: open.attentionItems - open.failedExecutions - open.pendingReviews,
  overdue_deadlines: open.overdueDeadlines,
  coming_deadlines: open.comingDeadlinesNext7Days,
});

function toItem({ item, target, title, emailId, sender, pressure, at }: Candidate): AttentionItem {
  const isWaiting = item.kind === 'failed_execution' || item.kind === 'review';
  return {
    kind: item.kind,
    id: target.id,
    link: `${target.kind}:${target.id}`,
    title,
    why: `${item.why.slice(0, 1).toUpperCase()}${item.why.slice(1)}.`,
    pressure: PRESSURES[pressure],
    since: isWaiting ? at.toISOString() : null,
    due: item.due,
    email_id: emailId,
    sender,
    category: item.category as AttentionItem['category'],
  };
}
