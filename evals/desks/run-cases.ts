import type { CaseResult, CaseRun } from './case-result.ts';

/** Conversations at the same time; they touch nothing of each other. */
const AT_ONCE = 4;

type Described = Omit<CaseResult, 'runs'>;

/**
 * Runs each case as often as asked, some side by side; the results are in the order of the cases. A
 * case that cannot be run, as when a desk refuses its message, has failed.
 */
export async function runCases<Case>({
  cases,
  runs,
  describe,
  run,
}: {
  cases: readonly Case[];
  runs: number;
  describe(one: Case): Described;
  run(one: Case): Promise<CaseRun>;
}): Promise<CaseResult[]> {
  const results: CaseResult[] = cases.map((one) => ({ ...describe(one), runs: [] }));
  const waiting = cases.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of waiting) {
      for (let count = 0; count < runs; count += 1) {
        results[index]?.runs.push(await run(one).catch(failedRun));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

const failedRun = (error: unknown): CaseRun => ({
  isPassed: false,
  unfounded: [],
  wrong: [`could not be asked: ${error instanceof Error ? error.message : String(error)}`],
  answers: [],
});
