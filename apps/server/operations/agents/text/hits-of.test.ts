import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hitsOf } from './hits-of.ts';

test('nothing is found where nothing is, wherever the pattern stood before', () => {
  const pattern = /\d+/g;
  pattern.lastIndex = 3;
  assert.deepEqual(hitsOf('none', pattern), []);
  pattern.lastIndex = 3;
  assert.equal(hitsOf('12 and 3', pattern).length, 2);
});

test('hits are those of matchAll, also empty ones', () => {
  for (const pattern of [/(\d)(\w)?/g, /x*/g, /\b/g, /$/g]) {
    const text = '1a 2 xx 3b';
    assert.deepEqual([...hitsOf(text, pattern)], [...text.matchAll(pattern)]);
  }
});
