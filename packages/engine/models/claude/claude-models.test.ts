import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeModelLifecycle, isRetired } from './claude-models.ts';

const november = new Date('2026-11-22T12:00:00Z');

describe('the lifecycle of Claude models', () => {
  it('knows no end of the default model or of an unknown one', () => {
    for (const name of ['claude-sonnet-5-5', 'something-else']) {
      assert.equal(isRetired(name, november), false);
      assert.equal(describeModelLifecycle(name, november), null);
    }
  });

  it('says in a sentence that a retired model fails', () => {
    assert.equal(isRetired('claude-sonnet-4-20250514', november), true);
    assert.match(
      describeModelLifecycle('claude-sonnet-4-20250514', november) ?? '',
      /^The model claude-sonnet-4-20250514 was retired on 2026-06-15 and every call to it fails\.$/,
    );
  });

  it('warns of a model that ends, and retires it on the day itself', () => {
    assert.equal(isRetired('claude-sonnet-4-5', november), false);
    assert.match(describeModelLifecycle('claude-sonnet-4-5', november) ?? '', /is retired on/);
    assert.equal(isRetired('claude-sonnet-4-5', new Date('2026-11-29T23:59:59Z')), false);
    assert.equal(isRetired('claude-sonnet-4-5', new Date('2026-11-30T00:00:00Z')), true);
  });
});
