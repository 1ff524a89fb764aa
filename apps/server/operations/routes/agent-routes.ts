import {
  type AgentFigures,
  agentDisagreementPageSchema,
  agentDisagreementQuerySchema,
  agentReportQuerySchema,
  agentReportSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { localDay } from '../../platform/business-day.ts';
import { addDays, type CalendarDate } from '../../platform/calendar-date.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { comparedFields } from '../agents/model/compared-fields.ts';
import type { OperationsSettings } from '../settings.ts';
import { type DisagreementRow, disagreementList } from '../statistics/disagreement-list.ts';
import { type AgentDay, readAgentDays } from '../statistics/read-agent-days.ts';
import { type AgentStatistics, readAgentStatistics } from '../statistics/read-agent-statistics.ts';

const DAYS_OF_WINDOW = { today: 1, '7d': 7, '30d': 30 };
const LEAST_TREND_DAYS = 14;

export interface AgentRouteOptions extends StaffGate {
  database: Database;
  settings: Pick<OperationsSettings, 'timezone'>;
  clock: () => Date;
}

const sharesOf = (
  figures: Pick<
    AgentStatistics,
    'averageTimeMs' | 'averageConfidence' | 'fallbackShare' | 'disagreementShare'
  >,
) => ({
  average_ms: figures.averageTimeMs,
  average_confidence: figures.averageConfidence,
  fallback_share: figures.fallbackShare,
  disputed_share: figures.disagreementShare,
});

const toTrendDay = (day: CalendarDate, figures: AgentDay | undefined) => ({
  day,
  runs: figures?.runs ?? 0,
  failed: figures?.failures ?? 0,
  average_ms: null,
  average_confidence: null,
  fallback_share: null,
  disputed_share: null,
  ...(figures && sharesOf(figures)),
});

/** How the agents did. */
export async function agentRoutes(app: FastifyInstance, options: AgentRouteOptions): Promise<void> {
  const { database, settings, clock } = options;
  const { timezone } = settings;
  admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/agents',
    {
      schema: {
        summary: 'How the agents did',
        description:
          'Figures of each agent over some days of the business, and day by day, by when it ran.',
        tags: ['work'],
        querystring: agentReportQuerySchema,
        response: { 200: agentReportSchema },
      },
    },
    async ({ query: { window } }) => {
      const to = localDay(clock(), timezone);
      const from = addDays(to, 1 - DAYS_OF_WINDOW[window]);
      const trendLength = Math.max(DAYS_OF_WINDOW[window], LEAST_TREND_DAYS);
      const trendDays = Array.from({ length: trendLength }, (_, at) =>
        addDays(to, at + 1 - trendLength),
      );
      const [statistics, days] = await Promise.all([
        readAgentStatistics({ database, timezone, window: { from, to } }),
        readAgentDays({ database, timezone, span: { from: trendDays[0] ?? from, to } }),
      ]);
      const agents = statistics.map((figures): AgentFigures => {
        const own = new Map(
          days.filter(({ agent }) => agent === figures.agent).map((day) => [day.day, day]),
        );
        return {
          agent: figures.agent,
          runs: figures.runs,
          failed: figures.failures,
          p95_ms: figures.p95TimeMs,
          ...sharesOf(figures),
          input_tokens: figures.inputTokens,
          output_tokens: figures.outputTokens,
          cost_nano_usd: figures.costNanoUsd,
          unpriced_runs: figures.unpricedRuns,
          errors: figures.errors,
          trend: trendDays.map((day) => toTrendDay(day, own.get(day))),
        };
      });
      return { window, from, to, agents };
    },
  );

  routes.get(
    '/api/agents/disagreements',
    {
      schema: {
        summary: 'List where language model and rules differed',
        description:
          'The newest first. `used` has what the stored output says; what the rules alone had read is not stored.',
        tags: ['work'],
        querystring: agentDisagreementQuerySchema,
        response: { 200: agentDisagreementPageSchema },
      },
    },
    async ({ query: { limit, cursor, agent } }) => {
      const { items, nextCursor } = await listPage<DisagreementRow>(
        { database, limit, cursor },
        disagreementList(agent),
      );
      const disagreements = items.map((row) => ({
        execution_id: row.execution_id,
        agent: row.agent,
        created_at: row.created_at.toISOString(),
        model_used: row.model_used,
        confidence: row.confidence,
        used: comparedFields(row.agent, row.findings),
        email: { id: row.email_id, subject: row.subject, sender: row.sender },
      }));
      return { disagreements, next_cursor: nextCursor };
    },
  );
}
