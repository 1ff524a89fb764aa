import type { EvalContext } from './eval-context.ts';
import type { SuiteOutcome } from './run-suites.ts';
import { verdictOf } from './run-suites.ts';

/** The whole result for programs: every figure, case, run, call, text, token and price. */
export function formatJson(
  outcomes: readonly SuiteOutcome[],
  {
    model,
    parts,
    runs,
    version,
  }: Pick<EvalContext, 'model' | 'parts' | 'runs'> & { version: string },
): string {
  const suites = outcomes.map((outcome) => {
    const { name, set } = outcome.suite;
    if (outcome.state === 'skipped') return { name, set, skipped: outcome.reason };
    const { measures, problems = [], cases = [] } = outcome.result;
    return {
      name,
      set,
      measures: measures.map((measure) => ({ ...measure, verdict: verdictOf(measure) })),
      problems,
      cases,
    };
  });
  const versions = { deskbell: version, node: process.version };
  return `${JSON.stringify({ versions, model, parts, runs, suites }, null, 2)}\n`;
}
