import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSpeller } from './create-speller.ts';

const correct = createSpeller({
  words: ['failed', 'executions', 'vendor'],
  real: ['vender'],
  short: [[/\bpls\b/g, 'please']],
});

test('words that are right, short, or words of their own stay as they are', () => {
  assert.equal(correct('failed vendor vender'), 'failed vendor vender');
  assert.equal(correct('fail nailed vend'), 'fail nailed vend');
});

test('one letter off is put right, a swap counts as one, and long words may have two', () => {
  assert.equal(correct('faild fialed vendr'), 'failed failed vendor');
  assert.equal(correct('excutionz'), 'executions');
  assert.equal(correct('vndr'), 'vndr');
});

test('short forms are written in full first', () => {
  assert.equal(correct('faild pls'), 'failed please');
});
