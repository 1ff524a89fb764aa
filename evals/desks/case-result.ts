import type { Answer } from './answer.ts';
import type { Part } from './read-cases.ts';

/** One run of a case. What is undefined does not count, or could not be asked for. */
export interface CaseRun {
  isPassed: boolean;
  intent?: boolean | undefined;
  /** The tools and their arguments. */
  calls?: boolean | undefined;
  /** What has to be said and what must not be. */
  words?: boolean | undefined;
  handoff?: boolean | undefined;
  /** Claims that stand on nothing: the words of each. */
  unfounded: string[];
  /** What is wrong, one plain sentence each. */
  wrong: string[];
  /** Of each turn, as far as it came. */
  answers: Answer[];
}

export interface CaseResult {
  id: string;
  part: Part;
  tags: readonly string[];
  /** The messages that were sent. */
  said: readonly string[];
  runs: CaseRun[];
}

/** pass^k: whether every run passed. */
export const isAlwaysPassed = ({ runs }: CaseResult): boolean =>
  runs.every(({ isPassed }) => isPassed);

/** How many of the runs passed, 0 to 1. */
export const passRate = ({ runs }: CaseResult): number =>
  runs.filter(({ isPassed }) => isPassed).length / runs.length;
