import type { Tool } from '@deskbell/engine';
import { readAgentStatistics } from '../../../operations/statistics/read-agent-statistics.ts';
import { localDay } from '../../../platform/business-day.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { choiceField, inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { daysFields, daysOrLast30 } from './inputs.ts';
import { rounded } from './records.ts';

/** Codes told of one agent at most. */
const MOST_ERRORS = 10;

export function createAgentPerformance({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'agent_performance',
    description:
      'Tells how the five agents that read mail (triage, vision, deadline, task, context) did in some days, the last 30 unless others are given: runs, failures, times, confidence, how often the rules stood in for a language model, and error codes.',
    label: 'Looking at the agents…',
    input: inputOf({
      agent: choiceField(['triage', 'vision', 'deadline', 'task', 'context'])
        .optional()
        .describe('Only this agent.'),
      ...daysFields,
    }),
    run: async ({ agent: wanted, ...given }, now) => {
      const days = daysOrLast30(given, localDay(now, timezone));
      const statistics = await readAgentStatistics({ database, timezone, window: days });
      return {
        days,
        agents: statistics
          .filter(({ agent }) => wanted === undefined || agent === wanted)
          .map((one) => ({
            agent: one.agent,
            runs: one.runs,
            failures: one.failures,
            average_time_ms: rounded(one.averageTimeMs),
            p95_time_ms: one.p95TimeMs,
            average_confidence: rounded(one.averageConfidence),
            fallback_share: rounded(one.fallbackShare),
            disagreement_share: rounded(one.disagreementShare),
            errors: one.errors.slice(0, MOST_ERRORS),
          })),
      };
    },
  });
}
