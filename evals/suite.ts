import type { CaseResult } from './desks/case-result.ts';
import type { EvalContext } from './eval-context.ts';

/** One figure of a suite, with the bar it must meet and the aim it should. */
export interface Measure {
  name: string;
  /** Of a set that is split: which part. */
  part?: 'dev' | 'test';
  value: number;
  /**
   * 'share': 0 to 1, printed as a percentage; 'score': 0 to 1, printed as it is; 'count': whole;
   * 'seconds', 'milliseconds' and 'dollars': what they say.
   */
  unit: 'share' | 'score' | 'count' | 'seconds' | 'milliseconds' | 'dollars';
  /** How many cases it was measured on. */
  n: number;
  /** Null: only told. Then there is no aim either. */
  bar: number | null;
  aim: number | null;
  better: 'higher' | 'lower';
}

/** One measurement of quality on a set of data. */
export interface Suite {
  name: string;
  /** What was measured on, for the report: 'recognizers-text DateTimeModel (MIT)'. */
  set: string;
  /** Folder it reads, relative to the data folder; the suite is skipped where it is missing. */
  folder: string;
  /** Its cases were written for the project: it reads the folder of cases, whatever `folder` says. */
  isOurs?: true;
  run(folder: string, context: EvalContext): Promise<SuiteResult>;
}

export interface SuiteResult {
  measures: Measure[];
  /** The failures worth reading, each a line or a few, the most telling first; none of a test part. */
  failures: string[];
  /** Those of the test part, which nobody reads while tuning. */
  testFailures?: string[];
  /** What is wrong with the data, one sentence each. A suite with any of them has failed. */
  problems?: string[];
  /** Each case with its runs, of a suite that asks a desk. */
  cases?: CaseResult[];
}
