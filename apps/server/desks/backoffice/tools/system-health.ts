import { type Tool, ToolError } from '@deskbell/engine';
import { readOpenWork } from '../../../operations/statistics/read-open-work.ts';
import { readStatistics } from '../../../operations/statistics/read-statistics.ts';
import { periodWindows } from '../../../operations/statistics/windows.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { problemsOf } from './health/problems-of.ts';
import { readMailFlow } from './health/read-mail-flow.ts';

export function createSystemHealth({
  database,
  timezone,
  health: readHealth,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone' | 'health'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'system_health',
    description:
      'Tells whether everything is running: database, queue, language model, budget, what waits, what failed today, and every problem as a sentence. Use it for "is everything okay" and for the system’s status; for what staff should work on use attention_items.',
    label: 'Checking the system…',
    input: inputOf({}),
    run: async (_, now) => {
      const health = await readHealth();
      if (health.database === 'down') {
        throw new ToolError('The database does not answer, so nothing can be looked up just now.');
      }
      const { today } = periodWindows({ timezone, now });
      const [statistics, open, flow] = await Promise.all([
        readStatistics({ database, timezone, windows: { today } }),
        readOpenWork({ database, timezone, now }),
        readMailFlow(database, now),
      ]);
      const failedToday = statistics.today.executions.failed;
      const problems = problemsOf({ health, failedToday, flow, now });
      return {
        status:
          health.status === 'unhealthy'
            ? 'unhealthy'
            : problems.length > 0
              ? 'degraded'
              : 'healthy',
        problems,
        database: health.database,
        queue: health.queue ?? 'down',
        redis: health.redis,
        model: { name: health.model.name, circuit: health.model.circuit },
        pending_executions: open.pendingExecutions,
        running_executions: open.runningExecutions,
        failed_executions: open.failedExecutions,
        failed_today: failedToday,
        completed_today: statistics.today.executions.completed,
        last_mail_at: flow.lastMailAt?.toISOString() ?? null,
        budget:
          health.budget === undefined
            ? null
            : { spent_usd: health.budget.spentUsd, limit_usd: health.budget.limitUsd },
      };
    },
  });
}
