import type { AgentFigures } from '@deskbell/protocol';
import { sayCost, sayCount } from '../../ui/figures.ts';
import { sayDay, sayDuration } from '../../ui/time-words.ts';

/** `1.2 s`; rules often take less than a millisecond. A dash for what did not run. */
export function sayRunTime(ms: number | null): string {
  if (ms === null) return '–';
  return ms < 1 ? 'under 1 ms' : sayDuration(ms);
}

/** The 95th percentile: its histogram ends at 55 s. */
export const saySlowest = (ms: number | null): string =>
  ms !== null && ms >= 60_000 ? 'over 55 s' : sayRunTime(ms);

/** What is known, and what is not: never a sum that passes over an unknown price. */
export function sayAgentCost({
  cost_nano_usd,
  unpriced_runs,
  runs,
}: Pick<AgentFigures, 'cost_nano_usd' | 'unpriced_runs' | 'runs'>): string {
  if (unpriced_runs === 0) return sayCost(cost_nano_usd);
  if (unpriced_runs >= runs) return 'unknown';
  const runsText = unpriced_runs === 1 ? '1 run' : `${sayCount(unpriced_runs)} runs`;
  return `${sayCost(cost_nano_usd)} and ${runsText} of unknown price`;
}

const problems: Readonly<Record<string, string>> = {
  model_unavailable: 'no language model was available',
  model_time_limit: 'the language model took too long',
  model_not_json: 'the language model gave no usable answer',
  model_against_schema: 'the language model gave no usable answer',
  model_refused: 'the language model refused to answer',
  model_cut_off: 'the language model was cut off',
  time_limit: 'it did not finish in its time',
  crashed: 'it broke down',
};

/** `No language model was available (202), it did not finish in its time (16).`; undefined without any. */
export function sayErrors(errors: AgentFigures['errors']): string | undefined {
  const counts = new Map<string, number>();
  for (const { code, runs } of errors) {
    const words = problems[code] ?? code.replaceAll('_', ' ');
    counts.set(words, (counts.get(words) ?? 0) + runs);
  }
  if (counts.size === 0) return undefined;
  const text = [...counts].map(([words, runs]) => `${words} (${sayCount(runs)})`).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The charts in words. */
export function sayAgentTrend(trend: AgentFigures['trend']): string {
  const [first] = trend;
  const last = trend.at(-1);
  const busiest = trend.reduce<AgentFigures['trend'][number] | undefined>(
    (most, day) => (most === undefined || day.runs > most.runs ? day : most),
    undefined,
  );
  if (first === undefined || last === undefined || busiest === undefined || busiest.runs === 0) {
    return 'No runs in these days.';
  }
  const runs = trend.reduce((sum, day) => sum + day.runs, 0);
  const runsText = runs === 1 ? '1 run' : `${sayCount(runs)} runs`;
  const failed = trend.reduce((sum, day) => sum + day.failed, 0);
  const times = trend.flatMap(({ average_ms }) => (average_ms === null ? [] : [average_ms]));
  const fastest = sayRunTime(Math.min(...times));
  const slowest = sayRunTime(Math.max(...times));
  return [
    `${sayDay(first.day)} to ${sayDay(last.day)}: ${runsText}, ${failed === 0 ? 'none' : sayCount(failed)} failed,`,
    `most on ${sayDay(busiest.day)} (${sayCount(busiest.runs)}).`,
    times.length === 0
      ? ''
      : fastest === slowest
        ? `A day’s average time was ${fastest}.`
        : `A day’s average time was from ${fastest} to ${slowest}.`,
  ]
    .join(' ')
    .trim();
}
