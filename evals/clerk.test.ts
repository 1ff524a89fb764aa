import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEvalContext } from './create-eval-context.ts';
import { loadSuites } from './load-suites.ts';
import { formatFailures, formatTable } from './report.ts';
import { isPassed, runSuites, type SuiteOutcome, verdictOf } from './run-suites.ts';
import type { SuiteResult } from './suite.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FEWEST_QUESTIONS = 400;
const FEWEST_CONVERSATIONS = 80;

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

  it('is asked every case there is, as many of the one part as of the other', () => {
    assert.equal(outcomes.length, 6);
    for (const kind of ['questions', 'refusals', 'conversations']) {
      const results = resultsOf(kind);
      assert.deepEqual(
        results.flatMap(({ problems = [] }) => problems),
        [],
      );
      const [dev, test] = [countOf(results, 'dev'), countOf(results, 'test')];
      assert.ok(Math.abs(dev - test) <= (dev + test) / 20, `${kind}: ${dev} and ${test}`);
    }
    const questions = countOf([...resultsOf('questions'), ...resultsOf('refusals')]);
    assert.ok(questions >= FEWEST_QUESTIONS, `${questions} questions`);
    assert.ok(countOf(resultsOf('conversations')) >= FEWEST_CONVERSATIONS);
  });

  it('meets every bar of the test part', () => {
    const isUnder = (outcome: SuiteOutcome): boolean =>
      outcome.state === 'measured' &&
      outcome.result.measures.some((measure) => verdictOf(measure) === 'UNDER BAR');
    const under = outcomes.filter(isUnder);
    assert.ok(isPassed(outcomes), `\n${formatTable(under)}\n\n${formatFailures(under)}`);
  });
});
