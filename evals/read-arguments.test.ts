import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readArguments } from './read-arguments.ts';

it('what makes no sense is refused with a sentence', () => {
  const calls: [string[], RegExp][] = [
    [['--part', 'both'], /--part is dev, test or all/],
    [['--runs', '0'], /--runs is a whole number/],
    [['--runs', '1.5'], /--runs is a whole number/],
    [['--write', '--part', 'dev'], /--write needs both parts/],
    [['--write', '--cases', 'here'], /leave --cases out/],
    [['--colour'], /--colour/],
    [['--model'], /--model/],
  ];
  for (const [args, sentence] of calls) {
    assert.throws(() => readArguments(args), { name: 'ArgumentsError', message: sentence });
  }
});

it('nothing given means both parts, once, answered by the clerk, and no failures are shown', () => {
  const { suites, parts, runs, model, failures, testFailures, write } = readArguments([]);
  assert.deepEqual([suites, parts, runs, model], [[], ['dev', 'test'], 1, 'clerk']);
  assert.deepEqual([failures, testFailures, write], [false, false, false]);
});
