import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinSpokenDigits } from './join-spoken-digits.ts';

test('counts, times and numbers of other lengths stay as they are', () => {
  for (const text of [
    'one or two bags',
    'at nine thirty',
    'ten nine eight',
    'one two three four five six seven',
    'twenty one boxes',
    '3 4 5',
    'no one told me',
  ]) {
    assert.equal(joinSpokenDigits(text), text);
  }
});

test('five digits in words or apart are one number', () => {
  assert.equal(joinSpokenDigits('zip one zero zero one four, ok'), 'zip 10014, ok');
  assert.equal(joinSpokenDigits('oh seven oh three oh'), '07030');
  assert.equal(joinSpokenDigits('one double oh two three?'), '10023?');
  assert.equal(joinSpokenDigits('one one nine thirty seven'), '11937');
  assert.equal(joinSpokenDigits('ten oh eleven'), '10011');
  assert.equal(joinSpokenDigits('eleven nine sixty eight'), '11968');
  assert.equal(joinSpokenDigits('1 0 0 1 1'), '10011');
  assert.equal(joinSpokenDigits('one-one-nine-three-seven'), '11937');
});
