import type { Tool } from '@deskbell/engine';
import { readOpenWork } from '../../../operations/statistics/read-open-work.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { choiceField, inputOf } from '../../tool-fields.ts';
import { listCandidates } from './attention/list-candidates.ts';
import { rankCandidates } from './attention/rank-candidates.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { limitField } from './inputs.ts';
import { countFitting } from './read-list.ts';

export function createAttentionItems({
  database,
  timezone,
  leadership,
  ownDomains,
}: Pick<
  BackOfficeToolOptions,
  'database' | 'timezone' | 'leadership' | 'ownDomains'
>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'attention_items',
    description:
      'Tells what staff should look at now, what presses most first: critical reviews, urgent tasks that are due, deadlines of these days and fresh failures, then high risks, overdue and high tasks, then the rest of the next 7 days; of what presses alike first deadlines from leadership, then critical risks, the team’s, customers’, the system’s. A task and a deadline that are one matter are listed once. Use it for "anything I should know about" and "what is most important".',
    label: 'Looking for what needs attention…',
    input: inputOf({
      kind: choiceField(['failed_execution', 'review', 'task', 'deadline'])
        .optional()
        .describe('List only these; the counts are of everything.'),
      limit: limitField,
    }),
    run: async ({ kind, limit = 10 }, now) => {
      const [open, candidates] = await Promise.all([
        readOpenWork({ database, timezone, now }),
        listCandidates({ database, timezone, now, kind }),
      ]);
      const items = rankCandidates(candidates, { leadership, ownDomains, now })
        .slice(0, limit)
        .map(({ item }) => item);
      return {
        counts: {
          failed_executions: open.failedExecutions,
          pending_reviews: open.pendingReviews,
          overdue_tasks: open.overdueTasks,
          urgent_tasks: open.openTasks.urgent,
          high_tasks: open.openTasks.high,
          pressing_tasks: open.attentionItems - open.failedExecutions - open.pendingReviews,
          overdue_deadlines: open.overdueDeadlines,
          deadlines_next_7_days: open.comingDeadlinesNext7Days,
        },
        total: open.attentionItems,
        items: items.slice(0, countFitting(items)),
      };
    },
  });
}
