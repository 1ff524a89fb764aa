import type { AgentOutput } from '@deskbell/protocol';

export type AgentName = AgentOutput['agent_type'];

/** When one agent worked, in milliseconds from the beginning of the axis. */
export interface AgentBar {
  agent: AgentName;
  startMs: number;
  endMs: number;
}

export interface Timeline {
  /** One for each output, in the order they were given. */
  bars: AgentBar[];
  /** The axis ends here; more than 0. */
  totalMs: number;
  /**
   * `measured`: each bar ends when its output was stored. `in_order`: these moments are all the same,
   * as when a mail is worked on in one go, or contradict each other: the bars have their true lengths
   * and stand in the order in which agents wait for each other.
   */
  placement: 'measured' | 'in_order';
  /** Where nothing happened for so long that the axis leaves it out, as between two tries. */
  pauses: { atMs: number; lengthMs: number }[];
}

type Timed = Pick<AgentOutput, 'agent_type' | 'created_at' | 'execution_time_ms'>;
interface Span {
  agent: AgentName;
  start: number;
  end: number;
}

/** Whose output each agent reads before it starts. */
const WAITS_FOR: Readonly<Record<AgentName, readonly AgentName[]>> = {
  triage: [],
  vision: ['triage'],
  deadline: ['triage', 'vision'],
  task: ['triage', 'vision'],
  context: ['triage', 'vision', 'deadline', 'task'],
};
/** From this length on a bar's rounding to milliseconds does not matter. */
const LONG_MS = 50;
const ROUNDING_MS = 2;
const SHORTEST_PAUSE_MS = 1_000;
/** What a pause takes of the axis, as a share of the time in which something happened. */
const PAUSE_SHARE = 0.08;

/** Where the bars of an execution's agents stand on an axis that they share. */
export function placeBars(outputs: readonly Timed[]): Timeline {
  const measured = outputs.map(spanOf);
  if (!isPossible(measured)) return finish(layInOrder(outputs), 'in_order');
  return finish(measured, 'measured');
}

function spanOf({ agent_type, created_at, execution_time_ms }: Timed): Span {
  const end = Date.parse(created_at);
  return { agent: agent_type, start: end - lengthOf(execution_time_ms), end };
}

const lengthOf = (ms: number): number => (Number.isFinite(ms) ? Math.max(0, ms) : 0);

/** An agent starts after those it waits for; what ended before them was made by an earlier try. */
function isPossible(spans: readonly Span[]): boolean {
  if (spans.some(({ end }) => !Number.isFinite(end))) return false;
  const longest = Math.max(0, ...spans.map(({ start, end }) => end - start));
  const tolerance = longest < LONG_MS ? 0 : ROUNDING_MS;
  return spans.every((span) =>
    spans
      .filter(({ agent }) => WAITS_FOR[span.agent].includes(agent))
      .every((before) => span.start + tolerance >= before.end || span.end < before.start),
  );
}

function layInOrder(outputs: readonly Timed[]): Span[] {
  const spans: Span[] = [];
  for (const { agent_type: agent, execution_time_ms } of outputs) {
    const before = spans.filter((span) => WAITS_FOR[agent].includes(span.agent));
    const start = Math.max(0, ...before.map(({ end }) => end));
    spans.push({ agent, start, end: start + lengthOf(execution_time_ms) });
  }
  return spans;
}

function finish(spans: readonly Span[], placement: Timeline['placement']): Timeline {
  const stretches = join(spans);
  const busy = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const pauses: { from: number; atMs: number; lengthMs: number; shownMs: number }[] = [];
  let cut = stretches[0]?.start ?? 0;
  for (const [index, { start }] of stretches.entries()) {
    const previous = stretches[index - 1];
    if (previous === undefined) continue;
    const lengthMs = start - previous.end;
    if (lengthMs < Math.max(SHORTEST_PAUSE_MS, busy)) continue;
    const shownMs = Math.max(1, busy * PAUSE_SHARE);
    pauses.push({ from: start, atMs: previous.end - cut, lengthMs, shownMs });
    cut += lengthMs - shownMs;
  }
  const first = stretches[0]?.start ?? 0;
  const onAxis = (moment: number): number =>
    pauses
      .filter(({ from }) => from <= moment)
      .reduce((at, { lengthMs, shownMs }) => at - lengthMs + shownMs, moment - first);
  const bars = spans.map(({ agent, start, end }) => ({
    agent,
    startMs: onAxis(start),
    endMs: onAxis(end),
  }));
  return {
    bars,
    totalMs: Math.max(1, ...bars.map(({ endMs }) => endMs)),
    placement,
    pauses: pauses.map(({ atMs, lengthMs }) => ({ atMs, lengthMs })),
  };
}

/** The stretches in which somebody worked, the earliest first. */
function join(spans: readonly Span[]): Omit<Span, 'agent'>[] {
  const stretches: Omit<Span, 'agent'>[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = stretches.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
}
