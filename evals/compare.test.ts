import assert from 'node:assert/strict';
import { it } from 'node:test';
import { updateBaseline } from './baseline.ts';
import { formatComparison } from './compare.ts';
import type { CaseResult } from './desks/case-result.ts';
import type { SuiteOutcome } from './run-suites.ts';

const caseOf = (id: string, isPassed: boolean, part: 'dev' | 'test' = 'dev'): CaseResult => ({
  id,
  part,
  tags: [],
  said: [],
  runs: [{ isPassed, unfounded: [], wrong: [], answers: [] }],
});

function outcome(value: number, cases: CaseResult[]): SuiteOutcome {
  const measure = {
    name: 'whole cases, dev',
    value,
    unit: 'share',
    n: 2,
    bar: null,
    aim: null,
    better: 'higher',
  } as const;
  return {
    suite: {
      name: 'talk',
      set: 'ours',
      folder: 'cases',
      isOurs: true,
      run: () => Promise.reject(new Error('not run here')),
    },
    state: 'measured',
    result: { measures: [measure], failures: [], cases },
  };
}

const model = 'clerk';
const before = updateBaseline(
  { other: {} },
  {
    model,
    outcomes: [outcome(2 / 3, [caseOf('a', true), caseOf('b', false), caseOf('t', true, 'test')])],
  },
);

it('a case that passed before and fails now is named, of the development part alone', () => {
  const cases = [caseOf('a', false), caseOf('b', false), caseOf('new', false)];
  const text = formatComparison(before, {
    model,
    outcomes: [outcome(0, [...cases, caseOf('t', false, 'test')])],
  });
  assert.equal(
    text,
    [
      'talk: whole cases, dev 0.0 % of 2, was 66.7 % of 2 WORSE',
      'talk: passed before and fail now: a',
    ].join('\n'),
  );
});

it('the same figures are no change, and another model has no baseline', () => {
  const outcomes = [outcome(2 / 3, [caseOf('a', true)])];
  assert.equal(
    formatComparison(before, { model, outcomes }),
    'talk: no change against the baseline.',
  );
  assert.match(
    formatComparison(before, { model: 'claude-x', outcomes }),
    /^talk: there is no baseline of claude-x yet/,
  );
});

it('the baseline of other models and suites is kept, and holds no case of the test part', () => {
  assert.deepEqual(before, {
    other: {},
    clerk: {
      talk: { figures: { 'whole cases, dev': { value: 0.6667, n: 2 } }, dev: { a: 1, b: 0 } },
    },
  });
});
