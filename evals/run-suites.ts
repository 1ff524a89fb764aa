import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { EvalContext } from './eval-context.ts';
import type { Measure, Suite, SuiteResult } from './suite.ts';

/** What became of one suite. */
export type SuiteOutcome =
  | { suite: Suite; state: 'measured'; result: SuiteResult }
  | { suite: Suite; state: 'skipped'; reason: string };

export type Verdict = 'aim met' | 'bar met' | 'UNDER BAR' | '';

/** A figure that is no number, as of an empty set, is under any bar. */
export function verdictOf({ value, bar, aim, better, n }: Measure): Verdict {
  if (bar === null || aim === null) return '';
  const meets = (mark: number): boolean =>
    n > 0 && (better === 'higher' ? value >= mark : value <= mark);
  if (!meets(bar)) return 'UNDER BAR';
  return meets(aim) ? 'aim met' : 'bar met';
}

/**
 * Runs suites one after the other; one whose folder is missing is skipped, unless its data is ours.
 * Rejects when one throws.
 */
export async function runSuites({
  suites,
  dataFolder,
  casesFolder,
  context,
}: {
  suites: readonly Suite[];
  dataFolder: string;
  /** Where the cases written for the project are, or others of the same form. */
  casesFolder: string;
  context: EvalContext;
}): Promise<SuiteOutcome[]> {
  const outcomes: SuiteOutcome[] = [];
  for (const suite of suites) {
    const folder = suite.isOurs === true ? casesFolder : resolve(dataFolder, suite.folder);
    if (suite.isOurs !== true && !(await isFolder(folder))) {
      outcomes.push({ suite, state: 'skipped', reason: `there is no folder ${folder}` });
      continue;
    }
    context.progress(`measuring ${suite.name} on ${suite.set}`);
    outcomes.push({ suite, state: 'measured', result: await suite.run(folder, context) });
  }
  return outcomes;
}

/** Whether some of the data could not be used. */
export function hasProblems(outcomes: readonly SuiteOutcome[]): boolean {
  return outcomes.some(
    (outcome) => outcome.state === 'measured' && (outcome.result.problems ?? []).length > 0,
  );
}

/** Whether all data could be used and no figure is under its bar. */
export function isPassed(outcomes: readonly SuiteOutcome[]): boolean {
  if (hasProblems(outcomes)) return false;
  return outcomes.every(
    (outcome) =>
      outcome.state === 'skipped' ||
      outcome.result.measures.every((measure) => verdictOf(measure) !== 'UNDER BAR'),
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
