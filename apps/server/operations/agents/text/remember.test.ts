import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember } from './remember.ts';

function counted(options?: { mostTexts?: number; longestText?: number }) {
  const read: string[] = [];
  const length = remember((text) => {
    read.push(text);
    return text.length % 2 === 0;
  }, options);
  return { read, length };
}

test('a text is read once, also where the result is false', () => {
  const { read, length } = counted();
  assert.deepEqual(['a', 'ab', 'a', 'ab', ''].map(length), [false, true, false, true, true]);
  assert.deepEqual(read, ['a', 'ab', '']);
});

test('what is kept is bounded: long texts never, old ones not for ever', () => {
  const { read, length } = counted({ mostTexts: 2, longestText: 3 });
  for (const text of ['long', 'long', 'a', 'b', 'c', 'a', 'd', 'e', 'f', 'a']) length(text);
  assert.deepEqual(read, ['long', 'long', 'a', 'b', 'c', 'd', 'e', 'f', 'a']);
});
