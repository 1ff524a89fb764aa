import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Answer } from './answer.ts';
import type { CaseResult, CaseRun } from './case-result.ts';
import { measureCases } from './measure-cases.ts';

const answer = (costNanoUsd: number | null, durationMs = 1000): Answer => ({
  text: 'Fine.',
  calls: [],
  handoff: null,
  conversationId: 'c',
  turnId: 't',
  model: 'm',
  error: null,
  usage: { inputTokens: 100, outputTokens: 10, costNanoUsd },
  durationMs,
});
const run = (fields: Partial<CaseRun> = {}): CaseRun => ({
  isPassed: true,
  unfounded: [],
  wrong: [],
  answers: [answer(0)],
  ...fields,
});
const result = (part: 'dev' | 'test', ...runs: CaseRun[]): CaseResult => ({
  id: 'a',
  part,
  tags: [],
  said: ['Hello'],
  runs,
});
const bars = { passed: { bar: 0.9, aim: 1 }, calls: { bar: 0.95, aim: 1 } };

function figures(results: CaseResult[], { part = 'test', model = 'clerk' } = {}) {
  const measures = measureCases(results, { part: part as 'dev' | 'test', bars, model });
  return new Map(measures.map((measure) => [measure.name, measure]));
}

it('a case that fails in one of its runs has failed; the mean is told beside it', () => {
  const measured = figures([
    result('test', run(), run({ isPassed: false })),
    result('test', run(), run()),
  ]);
  assert.equal(measured.get('whole cases, pass^2, test')?.value, 0.5);
  assert.equal(measured.get('whole cases, pass@1 of 2 runs, test')?.value, 0.75);
});

it('an unfounded claim in any run counts, and the test part may have none', () => {
  const measured = figures([
    result('test', run({ unfounded: ['a', 'b'] }), run({ unfounded: ['c'] })),
  ]);
  const { value, bar, n } = measured.get('unfounded claims, test') ?? {};
  assert.deepEqual([value, bar, n], [3, 0, 2]);
});

it('bars hold for the test part, each part is measured on its own cases alone', () => {
  const results = [result('dev', run({ isPassed: false })), result('test', run())];
  const dev = figures(results, { part: 'dev' }).get('whole cases, dev');
  assert.deepEqual([dev?.value, dev?.n, dev?.bar, dev?.aim], [0, 1, null, null]);
  const test = figures(results).get('whole cases, test');
  assert.deepEqual([test?.value, test?.n, test?.bar], [1, 1, 0.9]);
});

it('what does not count in a case is not in the figure, and a bar without cases stays', () => {
  const measured = figures([result('test', run({ words: false })), result('test', run())]);
  assert.deepEqual(measured.get('facts in the answer, test')?.n, 1);
  assert.equal(measured.has('intent, test'), false);
  assert.equal(measured.get('tool and arguments, test')?.n, 0);
});

it('tokens, seconds and dollars are told of a language model, dollars only where all are known', () => {
  assert.equal(figures([result('test', run())]).has('cost, test'), false);
  const known = [answer(2e9, 1000), answer(1e9, 3000), answer(0, 2000)];
  const priced = figures([result('test', run({ answers: known }))], { model: 'm' });
  assert.equal(priced.get('cost, test')?.value, 3);
  assert.equal(priced.get('input tokens, test')?.value, 300);
  assert.equal(priced.get('time to the end of an answer, median, test')?.value, 2);
  const unknown = figures([result('test', run({ answers: [answer(null)] }))], { model: 'm' });
  assert.equal(unknown.has('cost, test'), false);
});
