import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainReliability, sayAmount, sayReliability } from './say-reliability.ts';

const few = { kept: 2, broken: 1, n: 3, score: null, rating: 'insufficient_data' } as const;
const none = { ...few, kept: 0, broken: 0, n: 0 } as const;
const good = { kept: 12, broken: 1, n: 13, score: 13 / 15, rating: 'good' } as const;

describe('reliability in words', () => {
  it('is no score while there are too few events', () => {
    assert.equal(sayReliability(none), 'no events yet');
    assert.equal(sayReliability(few), 'not enough events yet (3 of 5)');
    assert.match(
      explainReliability(few),
      /^Of 3 events observed, 2 .* and 1 did not\. A score takes 5\.$/,
    );
    assert.match(explainReliability(none), /^Nothing has been observed yet/);
  });

  it('always says what it rests on, and how it came about', () => {
    assert.equal(sayReliability(good), '0.87 good, 13 events');
    assert.match(explainReliability(good), /\(1 \+ 12 kept\) \/ \(2 \+ 13 events\) = 0\.87:/);
  });

  it('never looks better than the rating beside it', () => {
    const fair = { kept: 84, broken: 14, n: 98, score: 0.8499, rating: 'fair' } as const;
    assert.equal(sayReliability(fair), '0.849 fair, 98 events');
    assert.equal(sayReliability({ ...good, score: 0.85 }), '0.85 good, 13 events');
  });
});

describe('an amount', () => {
  it('stays what it is when its currency is not one', () => {
    assert.equal(sayAmount(null, 'USD'), '–');
    assert.equal(sayAmount(125_050, null), '1,250.50');
    assert.equal(sayAmount(125_000, 'dollars'), 'dollars 1,250.00');
    assert.equal(sayAmount(125_000, 'USD'), '$1,250.00');
  });
});
