import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { costNanoUsd } from './cost.ts';

const usage = {
  inputTokens: 1000,
  outputTokens: 100,
  cacheWriteTokens: 10,
  cacheReadTokens: 3,
};

describe('costNanoUsd', () => {
  it('is unknown, not zero, for a model without a known price', () => {
    assert.equal(costNanoUsd('claude-haiku-5-5', usage), null);
    assert.equal(costNanoUsd('llama3.3', usage), null);
  });

  it('prices each kind of token', () => {
    assert.equal(costNanoUsd('claude-sonnet-5-5', usage), 2_000_000 + 1_000_000 + 25_000 + 600);
  });

  it('is 2 USD for a million input tokens of Claude Sonnet 5.5', () => {
    const million = { ...usage, outputTokens: 0, cacheWriteTokens: 0, cacheReadTokens: 0 };
    const cost = costNanoUsd('claude-sonnet-5-5', { ...million, inputTokens: 1_000_000 });
    assert.equal(cost, 2_000_000_000);
  });

  it('is nothing for the clerk', () => {
    assert.equal(costNanoUsd('clerk', usage), 0);
  });
});
