import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPhraseFinder, wordsOf } from './words.ts';

const find = createPhraseFinder({ urgent: 'urgent, right away', fire: 'fire|fires, past due' });
const hits = (text: string) =>
  find(wordsOf(text)).map(({ label, phrase, isNegated }) => [label, phrase, isNegated]);

test('only whole words match', () => {
  assert.deepEqual(hits('He was fired by the fireplace. Insurgents.'), []);
  assert.deepEqual(hits('FIRE! Two fires.'), [
    ['fire', 'fire', false],
    ['fire', 'fires', false],
  ]);
});

test('a phrase is not found across a comma, but across a hyphen', () => {
  assert.deepEqual(hits('In the past, due to rain, we waited'), []);
  assert.deepEqual(hits('It is past-due'), [['fire', 'past due', false]]);
});

test('a negation counts within three words of the same clause', () => {
  assert.deepEqual(hits('It isn’t really urgent'), [['urgent', 'urgent', true]]);
  assert.deepEqual(hits('not an urgent one'), [['urgent', 'urgent', true]]);
  assert.deepEqual(hits('I cannot wait, this is urgent'), [['urgent', 'urgent', false]]);
  assert.deepEqual(hits('not here so that it is urgent'), [['urgent', 'urgent', false]]);
});

test('hits say where they stand in the text', () => {
  const text = 'Come — right away!';
  const [hit] = find(wordsOf(text));
  assert.equal(text.slice(hit?.start, hit?.end), 'right away');
});

test('the number of words is bounded', () => {
  assert.equal(wordsOf('a '.repeat(20_000)).length, 5_000);
  assert.equal(wordsOf('’'.repeat(200_000)).length, 0);
});
