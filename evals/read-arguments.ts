import { parseArgs } from 'node:util';
import type { Part } from './desks/read-cases.ts';

export interface Arguments {
  /** Names of suites; empty: all. */
  suites: string[];
  /** Folder of the data that others wrote. */
  data: string | undefined;
  /** Folder of cases for the desks; the project's own unless given. */
  cases: string | undefined;
  parts: readonly Part[];
  model: string;
  runs: number;
  /** Lists the failures, of split sets those of the development part. */
  failures: boolean;
  /** Lists those of the test part too. */
  testFailures: boolean;
  /** File for the whole result. */
  json: string | undefined;
  /** Writes docs/quality.md and the baseline. */
  write: boolean;
}

/** A call that makes no sense: one sentence for who made it. */
export class ArgumentsError extends Error {
  override readonly name = 'ArgumentsError';
}

const PARTS: Readonly<Record<string, readonly Part[]>> = {
  dev: ['dev'],
  test: ['test'],
  all: ['dev', 'test'],
};
const MOST_RUNS = 100;

/** Reads the command line. Throws `ArgumentsError`. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const parts = PARTS[values.part];
  if (parts === undefined) throw new ArgumentsError('--part is dev, test or all.');
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS) {
    throw new ArgumentsError(`--runs is a whole number from 1 to ${MOST_RUNS}.`);
  }
  if (values.write && parts.length === 1) {
    throw new ArgumentsError('--write needs both parts: leave --part out.');
  }
  if (values.write && values.cases !== undefined) {
    throw new ArgumentsError("--write is for the project's own cases: leave --cases out.");
  }
  return {
    suites: positionals,
    data: values.data,
    cases: values.cases,
    parts,
    model: values.model,
    runs,
    failures: values.failures,
    testFailures: values['show-test-failures'],
    json: values.json,
    write: values.write,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        cases: { type: 'string' },
        part: { type: 'string', default: 'all' },
        model: { type: 'string', default: 'clerk' },
        runs: { type: 'string', default: '1' },
        failures: { type: 'boolean', default: false },
        'show-test-failures': { type: 'boolean', default: false },
        json: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new ArgumentsError((error as Error).message);
  }
}
