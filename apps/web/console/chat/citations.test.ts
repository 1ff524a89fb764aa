import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitCitations, spokenLine, titleLine } from './citations.ts';

describe('citations', () => {
  it('leaves what the server does not check as the words it is', () => {
    for (const text of [
      '[vendor:8f14e45fceea]',
      '[email:8f14]',
      '[email:8F14E45FCEEA]',
      '[email:8f14e45fceeaa]',
      '[booking:TT-1]',
      '[email: 8f14e45fceea]',
      '[constructor:8f14e45fceea]',
    ]) {
      assert.deepEqual(splitCitations(text), [text]);
    }
  });

  it('finds every record between the words', () => {
    assert.deepEqual(splitCitations('Late [task:0a1b2c3d4e5f][email:8f14e45fceea], so ask.'), [
      'Late ',
      { kind: 'task', id: '0a1b2c3d4e5f' },
      { kind: 'email', id: '8f14e45fceea' },
      ', so ask.',
    ]);
  });

  it('reads a kind aloud instead of an id', () => {
    assert.equal(spokenLine('It failed [execution:8f14e45fceea].'), 'It failed (execution).');
  });

  it('names a record shortly in a title', () => {
    assert.equal(
      titleLine('What happened with [execution:8f14e45fceea]?'),
      'What happened with execution 8f14?',
    );
  });
});
