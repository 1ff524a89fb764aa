import type { Measure } from '../suite.ts';
import { type CaseResult, type CaseRun, isAlwaysPassed, passRate } from './case-result.ts';
import type { Part } from './read-cases.ts';

/** What is measured of a suite's cases, and the bars of its test part. */
export interface CaseBars {
  /** Of whole cases. */
  passed?: Bar;
  calls?: Bar;
}

interface Bar {
  bar: number;
  aim: number;
}

type Judged = 'intent' | 'calls' | 'words' | 'handoff';

const NAMES: readonly (readonly [Judged, string])[] = [
  ['intent', 'intent'],
  ['calls', 'tool and arguments'],
  ['words', 'facts in the answer'],
  ['handoff', 'hand-over'],
];

/**
 * The figures of one part. With several runs a case is right when it is right in every one (pass^k);
 * the mean of the runs (pass@1) is told beside it. Bars hold for the test part alone.
 */
export function measureCases(
  results: readonly CaseResult[],
  { part, bars, model }: { part: Part; bars: CaseBars; model: string },
): Measure[] {
  const ofPart = results.filter((result) => result.part === part);
  const runs = ofPart[0]?.runs.length ?? 1;
  const figure = (name: string, values: readonly number[], bar?: Bar): Measure => ({
    name: `${name}, ${part}`,
    part,
    value: mean(values),
    unit: 'share',
    n: values.length,
    bar: part === 'test' ? (bar?.bar ?? null) : null,
    aim: part === 'test' ? (bar?.aim ?? null) : null,
    better: 'higher',
  });
  const judged = NAMES.flatMap(([key, name]) => {
    const counted = ofPart.filter(({ runs }) => runs.some((run) => run[key] !== undefined));
    if (counted.length === 0 && !(key === 'calls' && bars.calls !== undefined)) return [];
    const values = counted.map(({ runs }) => share(runs.every((run) => run[key] !== false)));
    return [figure(name, values, key === 'calls' ? bars.calls : undefined)];
  });
  const whole = ofPart.map((result) => share(isAlwaysPassed(result)));
  const all = ofPart.flatMap((result) => result.runs);
  return [
    ...judged,
    figure(runs > 1 ? `whole cases, pass^${runs}` : 'whole cases', whole, bars.passed),
    ...(runs > 1 ? [figure(`whole cases, pass@1 of ${runs} runs`, ofPart.map(passRate))] : []),
    unfounded(all, part),
    ...(model === 'clerk' ? [] : costs(all, part)),
  ];
}

const share = (isRight: boolean): number => (isRight ? 1 : 0);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

function unfounded(runs: readonly CaseRun[], part: Part): Measure {
  const isTest = part === 'test';
  return {
    name: `unfounded claims, ${part}`,
    part,
    value: sum(runs.map((run) => run.unfounded.length)),
    unit: 'count',
    n: runs.flatMap(({ answers }) => answers).length,
    bar: isTest ? 0 : null,
    aim: isTest ? 0 : null,
    better: 'lower',
  };
}

/** What answers of a language model take; its price where it is known for every turn. */
function costs(runs: readonly CaseRun[], part: Part): Measure[] {
  const answers = runs.flatMap((run) => run.answers);
  const dollars = answers.map(({ usage }) => usage.costNanoUsd);
  const told = (name: string, value: number, unit: Measure['unit']): Measure => ({
    name: `${name}, ${part}`,
    part,
    value,
    unit,
    n: answers.length,
    bar: null,
    aim: null,
    better: 'lower',
  });
  const known = dollars.filter((one) => one !== null);
  return [
    told(
      'time to the end of an answer, median',
      median(answers.map((one) => one.durationMs / 1000)),
      'seconds',
    ),
    told('input tokens', sum(answers.map(({ usage }) => usage.inputTokens)), 'count'),
    told('output tokens', sum(answers.map(({ usage }) => usage.outputTokens)), 'count'),
    ...(known.length === answers.length && known.length > 0
      ? [told('cost', sum(known) / 1e9, 'dollars')]
      : []),
    told('turns without an answer', answers.filter(({ error }) => error !== null).length, 'count'),
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
