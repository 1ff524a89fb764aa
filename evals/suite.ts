/** One figure of a suite, with the bar it must meet and the aim it should. */
export interface Measure {
  name: string;
  value: number;
  /** 'share': 0 to 1, printed as a percentage; 'score': 0 to 1, printed as it is; 'count': whole. */
  unit: 'share' | 'score' | 'count';
  /** How many cases it was measured on. */
  n: number;
  /** Null: only told. Then there is no aim either. */
  bar: number | null;
  aim: number | null;
  better: 'higher' | 'lower';
}

/** One measurement of quality on a set of data that nobody here wrote. */
export interface Suite {
  name: string;
  /** What was measured on, for the report: 'recognizers-text DateTimeModel (MIT)'. */
  set: string;
  /** Folder it reads, relative to the data folder; the suite is skipped where it is missing. */
  folder: string;
  run(folder: string): Promise<SuiteResult>;
}

export interface SuiteResult {
  measures: Measure[];
  /** The failures worth reading, one line each, the most telling first. */
  failures: string[];
}
