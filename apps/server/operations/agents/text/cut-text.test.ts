import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText } from './cut-text.ts';

test('no character is halved', () => {
  assert.equal(cutText('ab😀c', 3), 'ab');
  assert.equal(cutText('ab😀c', 4), 'ab😀');
  assert.equal(cutText('ab😀c', 9), 'ab😀c');
});
