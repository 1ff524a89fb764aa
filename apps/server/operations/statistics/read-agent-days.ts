import type { CalendarDate } from '../../platform/calendar-date.ts';
import type { Database } from '../../platform/database.ts';
import type { AgentName } from '../tables.ts';
import { DAY_RANGES_SQL, type DaySpan, daySpanValues } from './day-ranges.ts';
import { ratio } from './read-agent-statistics.ts';

/** How one agent did on one day, in the terms of `AgentStatistics`. */
export interface AgentDay {
  day: CalendarDate;
  agent: AgentName;
  runs: number;
  failures: number;
  /** Of all runs together. */
  timeMs: number;
  averageTimeMs: number | null;
  averageConfidence: number | null;
  fallbackShare: number | null;
  disagreementShare: number | null;
}

const AGENT_DAYS_SQL = `
  select ranges.day::text as day, stored.agent, sum(sign * runs)::bigint as runs,
    sum(sign * failures)::bigint as failures, sum(sign * time_ms)::bigint as time_ms,
    sum(sign * confidence_ppm)::bigint as confidence_ppm,
    sum(sign * confidences)::bigint as confidences, sum(sign * asked)::bigint as asked,
    sum(sign * fallbacks)::bigint as fallbacks, sum(sign * compared)::bigint as compared,
    sum(sign * disputes)::bigint as disputes
  from (${DAY_RANGES_SQL}) as ranges
  cross join lateral (
    select agent, runs, failures, time_ms, confidence_ppm, confidences, asked, fallbacks, compared,
      disputes
    from statistic_agents
    where grain = ranges.grain and bucket >= ranges.starts and bucket < ranges.ends
    offset 0
  ) as stored
  group by ranges.day, stored.agent
  having sum(sign * runs) <> 0
  order by ranges.day`;

interface Row {
  day: CalendarDate;
  agent: AgentName;
  runs: number;
  failures: number;
  time_ms: number;
  confidence_ppm: number;
  confidences: number;
  asked: number;
  fallbacks: number;
  compared: number;
  disputes: number;
}

/**
 * The agents day by day, by when their outputs were stored, equal to counting those; a day without a
 * run has no row. The cost grows with days and agents, not with mails.
 */
export async function readAgentDays({
  database,
  timezone,
  span,
}: {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  span: DaySpan;
}): Promise<AgentDay[]> {
  const { rows } = await database.pool.query<Row>({
    name: 'read-agent-days',
    text: AGENT_DAYS_SQL,
    values: daySpanValues(timezone, span),
  });
  return rows.map((row) => ({
    day: row.day,
    agent: row.agent,
    runs: row.runs,
    failures: row.failures,
    timeMs: row.time_ms,
    averageTimeMs: ratio(row.time_ms, row.runs),
    averageConfidence: ratio(row.confidence_ppm, row.confidences * 1_000_000),
    fallbackShare: ratio(row.fallbacks, row.asked),
    disagreementShare: ratio(row.disputes, row.compared),
  }));
}
