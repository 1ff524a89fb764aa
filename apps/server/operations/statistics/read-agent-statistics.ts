import type { Database } from '../../platform/database.ts';
import type { AgentName } from '../tables.ts';
import { type DayWindow, RANGES_SQL, windowValues } from './windows.ts';

/** In the order they run. */
export const agentNames: readonly AgentName[] = ['triage', 'vision', 'deadline', 'task', 'context'];

/** How one agent did. Averages and shares are null without anything to take them of. */
export interface AgentStatistics {
  agent: AgentName;
  /** Stored outputs, failures included. */
  runs: number;
  failures: number;
  averageTimeMs: number | null;
  /**
   * The time 95 % of the runs stay within, from a histogram: up to 7 ms exact, above at most 19 %
   * too much and never too little, so that it is not below the time of a single run; 60 s stands
   * for anything over 55 s.
   */
  p95TimeMs: number | null;
  averageConfidence: number | null;
  /** Of the runs in which a language model was asked, those that the rules had to answer. */
  fallbackShare: number | null;
  /** Of the runs in which model and rules both answered, those where they differed. */
  disagreementShare: number | null;
  /** What the language model was sent, from its cache or not. */
  inputTokens: number;
  outputTokens: number;
  /** In 10^-9 US dollars, of the runs with a known price. */
  costNanoUsd: number;
  /** Runs whose price is not known. */
  unpricedRuns: number;
  /** Why runs failed or a model's answer was not used, most frequent first. */
  errors: { code: string; runs: number }[];
}

const TIME_CLASSES = 65;
/** For the last class, which has no end. */
const LONGEST_MS = 60_000;

const AGENTS_SQL = `
  select agent, error_code, sum(runs)::bigint as runs, sum(failures)::bigint as failures,
    sum(time_ms)::bigint as time_ms, sum(confidence_ppm)::bigint as confidence_ppm,
    sum(confidences)::bigint as confidences, sum(asked)::bigint as asked,
    sum(fallbacks)::bigint as fallbacks, sum(compared)::bigint as compared,
    sum(disputes)::bigint as disputes, sum(input_tokens)::bigint as input_tokens,
    sum(output_tokens)::bigint as output_tokens, sum(cost_nano_usd)::bigint as cost_nano_usd,
    sum(unpriced)::bigint as unpriced,
    array[${Array.from({ length: TIME_CLASSES }, (_, at) => `sum(times[${at}])`)}] as times
  from (${RANGES_SQL}) as ranges
  cross join lateral (
    select * from statistic_agents
    where grain = ranges.grain and bucket >= ranges.starts and bucket < ranges.ends
    offset 0
  ) as stored
  group by agent, error_code
  having sum(runs) <> 0
  order by runs desc, error_code`;

interface Totals {
  runs: number;
  failures: number;
  time_ms: number;
  confidence_ppm: number;
  confidences: number;
  asked: number;
  fallbacks: number;
  compared: number;
  disputes: number;
  input_tokens: number;
  output_tokens: number;
  cost_nano_usd: number;
  unpriced: number;
}

type Row = Totals & { agent: AgentName; error_code: string; times: (number | null)[] };

/** All five agents, by when their outputs were stored; those that did not run have 0 runs. */
export async function readAgentStatistics({
  database,
  timezone,
  window,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  window: DayWindow;
}): Promise<AgentStatistics[]> {
  const { rows } = await database.pool.query<Row>({
    name: 'read-agent-statistics',
    text: AGENTS_SQL,
    values: windowValues(timezone, { window }),
  });
  return agentNames.map((agent) => {
    const own = rows.filter((row) => row.agent === agent);
    const sum = (field: keyof Totals) => own.reduce((total, row) => total + row[field], 0);
    return {
      agent,
      runs: sum('runs'),
      failures: sum('failures'),
      averageTimeMs: ratio(sum('time_ms'), sum('runs')),
      p95TimeMs: percentile(
        Array.from({ length: TIME_CLASSES }, (_, at) =>
          own.reduce((total, { times }) => total + (times[at] ?? 0), 0),
        ),
        0.95,
      ),
      averageConfidence: ratio(sum('confidence_ppm'), sum('confidences') * 1_000_000),
      fallbackShare: ratio(sum('fallbacks'), sum('asked')),
      disagreementShare: ratio(sum('disputes'), sum('compared')),
      inputTokens: sum('input_tokens'),
      outputTokens: sum('output_tokens'),
      costNanoUsd: sum('cost_nano_usd'),
      unpricedRuns: sum('unpriced'),
      errors: own
        .filter(({ error_code }) => error_code !== '')
        .map(({ error_code, runs }) => ({ code: error_code, runs })),
    };
  });
}

/** Null without anything to take it of. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function percentile(classes: readonly number[], share: number): number | null {
  const wanted = Math.ceil(share * classes.reduce((total, runs) => total + runs, 0));
  if (wanted === 0) return null;
  let runsUpTo = 0;
  const found = classes.findIndex((runs) => {
    runsUpTo += runs;
    return runsUpTo >= wanted;
  });
  return timeOfClass(found);
}

/** The longest time in a class of statistic_time_class (migration 0005), in whole milliseconds. */
export function timeOfClass(timeClass: number): number {
  if (timeClass <= 0) return 0;
  if (timeClass >= TIME_CLASSES - 1) return LONGEST_MS;
  const lowest = Math.ceil(2 ** ((timeClass - 1) / 4));
  return Math.max(lowest, Math.ceil(2 ** (timeClass / 4)) - 1);
}
