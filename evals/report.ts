import { type SuiteOutcome, verdictOf } from './run-suites.ts';
import type { Measure } from './suite.ts';

const MOST_FAILURES = 40;

/** A figure as people read it; of an empty set there is none. */
export function sayFigure(value: number, unit: Measure['unit']): string {
  if (Number.isNaN(value)) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'seconds') return `${value.toFixed(2)} s`;
  if (unit === 'milliseconds') return `${value < 100 ? value.toPrecision(3) : value.toFixed(0)} ms`;
  if (unit === 'dollars') return `$${value.toFixed(4)}`;
  return unit === 'score' ? value.toFixed(3) : String(value);
}

const COLUMNS = ['measure', 'n', 'value', 'bar', 'aim', 'verdict'] as const;

function rowOf(measure: Measure): string[] {
  const { name, n, value, unit, bar, aim, better } = measure;
  const sign = better === 'higher' ? '≥' : '≤';
  return [
    name,
    String(n),
    sayFigure(value, unit),
    bar === null ? '' : `${sign} ${sayFigure(bar, unit)}`,
    aim === null ? '' : `${sign} ${sayFigure(aim, unit)}`,
    verdictOf(measure),
  ];
}

/** The figures of all suites as a text table, and below it what was skipped and why. */
export function formatTable(outcomes: readonly SuiteOutcome[]): string {
  const rows: string[][] = [['suite', ...COLUMNS]];
  const skipped: string[] = [];
  for (const outcome of outcomes) {
    if (outcome.state === 'skipped') {
      skipped.push(`Skipped: ${outcome.suite.name}, because ${outcome.reason}.`);
    } else {
      rows.push(...outcome.result.measures.map((one) => [outcome.suite.name, ...rowOf(one)]));
    }
  }
  const widths = COLUMNS.concat('measure').map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...skipped].join('\n');
}

/** What is wrong with the data of each suite; empty when nothing is. */
export function formatProblems(outcomes: readonly SuiteOutcome[]): string {
  return outcomes
    .flatMap((outcome) => {
      const problems = outcome.state === 'measured' ? (outcome.result.problems ?? []) : [];
      return problems.map(
        (problem) => `${outcome.suite.name} cannot be measured whole: ${problem}\n`,
      );
    })
    .join('');
}

/**
 * The failures of each suite: of others' data the first, of ours all of the development part, and
 * those of the test part only where they are asked for.
 */
export function formatFailures(
  outcomes: readonly SuiteOutcome[],
  { isTestShown = false }: { isTestShown?: boolean } = {},
): string {
  return outcomes
    .flatMap((outcome) => {
      if (outcome.state === 'skipped') return [];
      const { testFailures = [] } = outcome.result;
      const failures = [...outcome.result.failures, ...(isTestShown ? testFailures : [])];
      const shown = outcome.suite.isOurs === true ? failures : failures.slice(0, MOST_FAILURES);
      const rest = failures.length - shown.length;
      return [
        `${outcome.suite.name}: ${failures.length} failures`,
        ...shown.map((line) => `  ${line}`),
        ...(rest > 0 ? [`  … and ${rest} more`] : []),
      ];
    })
    .join('\n');
}

/**
 * Puts the figures of the measured suites into a Markdown text, each between its own markers
 * (`<!-- figures:name -->`). What stands outside the markers is kept; a suite without markers is
 * added at the end.
 */
export function writeFigures({
  text,
  outcomes,
  day,
}: {
  text: string;
  outcomes: readonly SuiteOutcome[];
  /** ISO day of the measurement. */
  day: string;
}): string {
  let result = text;
  for (const outcome of outcomes) {
    if (outcome.state === 'skipped') continue;
    const { name, set } = outcome.suite;
    const start = `<!-- figures:${name} -->`;
    const end = `<!-- /figures:${name} -->`;
    const table = [COLUMNS.map(String), COLUMNS.map(() => '---')]
      .concat(outcome.result.measures.map(rowOf))
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
    const block = `${start}\nMeasured on ${day}, on ${set}.\n\n${table}\n${end}`;
    const from = result.indexOf(start);
    const to = result.indexOf(end, from);
    result =
      from >= 0 && to >= 0
        ? result.slice(0, from) + block + result.slice(to + end.length)
        : `${result.trimEnd()}\n\n## ${name}\n\n${block}\n`;
  }
  return result;
}
