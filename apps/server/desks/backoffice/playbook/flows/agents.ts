import { sayCount, upperFirst } from '@deskbell/clerk';
import type { AgentPerformanceResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { duration, number, percent } from '../wording/counts.ts';
import { includesToday, saySpanOrDays } from '../wording/days.ts';
import { sayError } from '../wording/reasons.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';

type Agent = AgentPerformanceResult['agents'][number];

/** How the five agents did: runs, failures, time, confidence, and what they stumbled over. */
export const agents: Flow = (turn, query) => {
  const fetched = fetch(turn, 'agent_performance', { ...daysOf(query.span), agent: query.agent });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const days = saySpanOrDays(query.span, value.days, turn.now.today);
  const active = value.agents.filter(({ runs }) => runs > 0);
  if (active.length === 0) {
    return query.agent === undefined
      ? `No agent ${includesToday(query.span, turn.now.today) ? 'has run' : 'ran'}${days}.`
      : `The ${query.agent} agent ${includesToday(query.span, turn.now.today) ? 'has not run' : 'did not run'}${days}.`;
  }
  const only = active.find(({ agent }) => agent === query.agent) ?? active[0];
  if (query.agent !== undefined && only !== undefined) {
    return `The ${only.agent} agent${days}: ${describe(only)}.${sayErrors([only])}`;
  }
  const list = order(active, query.aspect).map((agent) => `- ${agent.agent}: ${describe(agent)}`);
  return `${headline(active, query.aspect, days)}\n\n${list.join('\n')}${sayErrors(active)}`;
};

const by = (pick: (agent: Agent) => number | null, missing: number) => (a: Agent, b: Agent) =>
  (pick(b) ?? missing) - (pick(a) ?? missing);

function order(list: readonly Agent[], aspect: Query['aspect']): Agent[] {
  switch (aspect) {
    case 'slowest':
      return [...list].sort(by(({ average_time_ms }) => average_time_ms, -1));
    case 'fastest':
      return [...list].sort(by(({ average_time_ms }) => average_time_ms, 1e12)).reverse();
    case 'errors':
    case 'worst':
      return [...list].sort(by(({ failures, runs }) => failures / runs, 0));
    case 'best':
      return [...list].sort(by(({ failures, runs }) => failures / runs, 0)).reverse();
    case 'busiest':
      return [...list].sort(by(({ runs }) => runs, 0));
    case 'confidence':
      return [...list].sort(by(({ average_confidence }) => average_confidence, -1)).reverse();
    default:
      return [...list];
  }
}

function headline(list: readonly Agent[], aspect: Query['aspect'], days: string): string {
  const [first] = order(list, aspect);
  const failing = list.filter(({ failures }) => failures > 0);
  if (first === undefined) return '';
  if (aspect === 'busiest')
    return `The ${first.agent} agent ran most${days}: ${sayCount(first.runs, 'run')}.`;
  if (aspect === 'confidence' && first.average_confidence !== null) {
    return `The ${first.agent} agent is the least sure${days}: ${percent(first.average_confidence)} on average.`;
  }
  if (aspect === 'slowest' || aspect === 'fastest') {
    const time = first.average_time_ms;
    return `The ${first.agent} agent is the ${aspect}${days}${time === null ? '' : `: ${duration(time)} on average`}.`;
  }
  if (failing.length === 0) return `All agents that ran${days} did so without a failure.`;
  const [worst] = order(failing, 'errors');
  if (worst === undefined) return '';
  return `${upperFirst(`${failing.length === 1 ? 'one agent' : `${number(failing.length)} agents`} had failures`)}${days}; the ${worst.agent} agent most often: ${number(worst.failures)} of ${sayCount(worst.runs, 'run')}.`;
}

function describe(agent: Agent): string {
  const { runs, failures, average_time_ms: time, p95_time_ms: p95 } = agent;
  return [
    sayCount(runs, 'run'),
    failures === 0 ? 'no failures' : sayCount(failures, 'failure'),
    time === null
      ? ''
      : `${duration(time)} on average${p95 === null ? '' : ` (p95 ${duration(p95)})`}`,
    agent.average_confidence === null ? '' : `confidence ${percent(agent.average_confidence)}`,
    agent.fallback_share === null || agent.fallback_share === 0
      ? ''
      : `rules answered for the model ${percent(agent.fallback_share)}`,
    agent.disagreement_share === null || agent.disagreement_share === 0
      ? ''
      : `disagreed with the rules ${percent(agent.disagreement_share)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function sayErrors(list: readonly Agent[]): string {
  const said = list.flatMap(({ agent, errors }) =>
    errors.map(({ code, runs }) => `${agent}: ${sayError(code)} (${number(runs)})`),
  );
  return said.length === 0 ? '' : `\n\nErrors: ${said.slice(0, 8).join(', ')}.`;
}
