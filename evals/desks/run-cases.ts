import type { Asking } from './ask.ts';
import type { CaseResult, CaseRun } from './case-result.ts';
import type { FindUnfoundedClaims } from './find-unfounded-claims.ts';

/** Conversations at the same time; they touch nothing of each other. */
const AT_ONCE = 4;

/** A case as it is asked and reported. */
type Described = Omit<CaseResult, 'runs'> & { asking: Asking };

/**
 * Runs each case as often as asked, some side by side; the results are in the order of the cases. A
 * case that cannot be run, as when a desk refuses its message, has failed, and so has one whose answers
 * claim what they have no grounds for.
 */
export async function runCases<Case>({
  cases,
  runs,
  describe,
  run,
  findUnfoundedClaims,
}: {
  cases: readonly Case[];
  runs: number;
  describe(one: Case): Described;
  run(one: Case): Promise<Omit<CaseRun, 'unfounded'>>;
  findUnfoundedClaims: FindUnfoundedClaims;
}): Promise<CaseResult[]> {
  const described = cases.map(describe);
  const results = described.map(({ asking: _, ...one }): CaseResult => ({ ...one, runs: [] }));
  const waiting = cases.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of waiting) {
      for (let count = 0; count < runs; count += 1) {
        results[index]?.runs.push(await runOnce(one, described[index]).catch(failedRun));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;

  async function runOnce(one: Case, as: Described | undefined): Promise<CaseRun> {
    const result = await run(one);
    const { answers } = result;
    const unfounded = as === undefined ? [] : findUnfoundedClaims(as.asking, { ...as, answers });
    return {
      ...result,
      unfounded,
      isPassed: result.isPassed && unfounded.length === 0,
      wrong: [...result.wrong, ...unfounded.map((claim) => `claims without grounds, ${claim}`)],
    };
  }
}

const failedRun = (error: unknown): CaseRun => ({
  isPassed: false,
  unfounded: [],
  wrong: [`could not be asked: ${error instanceof Error ? error.message : String(error)}`],
  answers: [],
});
