import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reliabilityOf } from './reliability.ts';

test('under five events there is no score', () => {
  for (const [kept, broken] of [
    [0, 0],
    [4, 0],
    [0, 4],
  ] as const) {
    assert.deepEqual(reliabilityOf({ kept, broken }), {
      kept,
      broken,
      n: kept + broken,
      score: null,
      rating: 'insufficient_data',
    });
  }
});

test('the score is the mean of Beta(1 + kept, 1 + broken), and an edge belongs to the better rating', () => {
  const rate = (kept: number, broken: number) => {
    const { score, rating } = reliabilityOf({ kept, broken });
    return [score, rating];
  };
  assert.deepEqual(rate(5, 0), [6 / 7, 'good']);
  assert.deepEqual(rate(0, 5), [1 / 7, 'poor']);
  assert.deepEqual(rate(18, 0), [0.95, 'excellent']);
  assert.deepEqual(rate(17, 0), [18 / 19, 'good']);
  assert.deepEqual(rate(16, 2), [0.85, 'good']);
  assert.deepEqual(rate(15, 2), [16 / 19, 'fair']);
  assert.deepEqual(rate(6, 2), [0.7, 'fair']);
  assert.deepEqual(rate(5, 2), [6 / 9, 'poor']);
});
