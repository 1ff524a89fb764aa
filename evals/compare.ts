import { type Baseline, rounded, type SuiteBaseline } from './baseline.ts';
import { type CaseResult, isAlwaysPassed } from './desks/case-result.ts';
import { sayFigure } from './report.ts';
import type { SuiteOutcome } from './run-suites.ts';
import type { Measure } from './suite.ts';

/**
 * What is other than in the baseline of the same model, a line each, and which cases of the
 * development part passed then and fail now. Empty when no suite has a baseline at all.
 */
export function formatComparison(
  baseline: Baseline,
  { model, outcomes }: { model: string; outcomes: readonly SuiteOutcome[] },
): string {
  const lines = outcomes.flatMap((outcome) => {
    if (outcome.state === 'skipped' || outcome.suite.isOurs !== true) return [];
    const { name } = outcome.suite;
    const before = baseline[model]?.[name];
    if (before === undefined) {
      return [`${name}: there is no baseline of ${model} yet; --write makes one.`];
    }
    const { measures, cases = [] } = outcome.result;
    const changes = [...measures.flatMap(changeOf(before)), ...brokenOf(before, cases)];
    return changes.length > 0
      ? changes.map((change) => `${name}: ${change}`)
      : [`${name}: no change against the baseline.`];
  });
  return lines.join('\n');
}

const changeOf =
  ({ figures }: SuiteBaseline) =>
  ({ name, value, n, unit, better }: Measure): string[] => {
    const before = figures[name];
    if (before === undefined || Number.isNaN(value)) return [];
    const now = rounded(value);
    if (now === before.value && n === before.n) return [];
    const isBetter = better === 'higher' ? now > before.value : now < before.value;
    const verdict = now === before.value ? '' : isBetter ? ' better' : ' WORSE';
    const then = `${sayFigure(before.value, unit)} of ${before.n}`;
    return [`${name} ${sayFigure(value, unit)} of ${n}, was ${then}${verdict}`];
  };

function brokenOf({ dev }: SuiteBaseline, cases: readonly CaseResult[]): string[] {
  const broken = cases.filter((one) => dev[one.id] === 1 && !isAlwaysPassed(one));
  if (broken.length === 0) return [];
  return [`passed before and fail now: ${broken.map(({ id }) => id).join(', ')}`];
}
