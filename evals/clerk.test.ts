import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readBaseline } from './baseline.ts';
import { createEvalContext } from './create-eval-context.ts';
import { loadSuites } from './load-suites.ts';
import { formatFailures, formatTable } from './report.ts';
import { runSuites, type SuiteOutcome } from './run-suites.ts';
import type { Measure, SuiteResult } from './suite.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FEWEST_QUESTIONS = 400;
const FEWEST_CONVERSATIONS = 80;

/** By more than one case. */
const isWorse = ({ value, n, unit, better }: Measure, before: number): boolean => {
  const slack = unit === 'count' ? 1 : 1 / n + 1e-4;
  return (better === 'higher' ? before - value : value - before) > slack;
};

/** Attacks have a test of their own. */
const NAME = /-(?:questions|refusals|conversations)$/;

describe('the clerk at both desks', () => {
  let outcomes: SuiteOutcome[];
  const { context, close } = createEvalContext({
    parts: ['dev', 'test'],
    runs: 1,
    progress: () => {},
  });
  before(async () => {
    const suites = (await loadSuites(folder('suites'))).filter(
      ({ name, isOurs }) => isOurs === true && NAME.test(name),
    );
    const casesFolder = folder('cases');
    outcomes = await runSuites({ suites, dataFolder: casesFolder, casesFolder, context });
  });
  after(close);

  const resultsOf = (kind: string): SuiteResult[] =>
    outcomes.flatMap((outcome) =>
      outcome.state === 'measured' && outcome.suite.name.endsWith(`-${kind}`)
        ? [outcome.result]
        : [],
    );
  const countOf = (results: readonly SuiteResult[], part?: string): number =>
    results
      .flatMap(({ cases = [] }) => cases)
      .filter((one) => part === undefined || one.part === part).length;

  it('is asked every case there is, no fewer of the development part than of the test part', () => {
    assert.equal(outcomes.length, 6);
    for (const kind of ['questions', 'refusals', 'conversations']) {
      const results = resultsOf(kind);
      assert.deepEqual(
        results.flatMap(({ problems = [] }) => problems),
        [],
      );
      const [dev, test] = [countOf(results, 'dev'), countOf(results, 'test')];
      assert.ok(dev >= test * 0.95, `${kind}: ${dev} and ${test}`);
    }
    const questions = countOf([...resultsOf('questions'), ...resultsOf('refusals')]);
    assert.ok(questions >= FEWEST_QUESTIONS, `${questions} questions`);
    assert.ok(countOf(resultsOf('conversations')) >= FEWEST_CONVERSATIONS);
  });

  it('is by no figure worse than recorded, but for one case whose wording varies', async () => {
    const { clerk = {} } = await readBaseline(folder('baseline.json'));
    const worse = outcomes.filter(
      (outcome) =>
        outcome.state === 'measured' &&
        outcome.result.measures.some((measure) => {
          const before = clerk[outcome.suite.name]?.figures[measure.name];
          assert.ok(before, `${outcome.suite.name}: ${measure.name} is not recorded`);
          return isWorse(measure, before.value);
        }),
    );
    assert.equal(worse.length, 0, `\n${formatTable(worse)}\n\n${formatFailures(worse)}`);
  });
});
