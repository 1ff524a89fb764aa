import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearWord } from './near-words.ts';

const NAMES = [
  'boxright',
  'supplies',
  'harbor',
  'leasing',
  'peconic',
  'storage',
  'montauk',
  'garage',
];

test('a short word, a number and a word like none stand for no name', () => {
  for (const word of ['van', 'boxes', '77381', 'surfboard', 'harvest', 'storm']) {
    assert.equal(nearWord(word, NAMES), undefined, word);
  }
});

test('of two names as near neither is meant', () => {
  assert.equal(nearWord('harbot', ['harbor', 'harbos']), undefined);
});

test('a name is meant that is a letter off, or ends otherwise', () => {
  for (const [word, name] of [
    ['boxrite', 'boxright'],
    ['Harbour', 'harbor'],
    ['leesing', 'leasing'],
    ['peconik', 'peconic'],
    ['montouk', 'montauk'],
  ] as const) {
    assert.equal(nearWord(word, NAMES), name);
  }
});
