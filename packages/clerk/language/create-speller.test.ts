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

const count = createSpeller({
  words: ['suitcases'],
  real: ['bugs', 'boys'],
  counted: ['bags', 'boxes', 'items'],
});

test('what numbers stand before is put right after a number only, and words of their own stay', () => {
  assert.equal(count('bgs and boxs'), 'bgs and boxs');
  assert.equal(count('2 bugs, 3 boys, 4 days'), '2 bugs, 3 boys, 4 days');
  assert.equal(count('4 bgs, two boxs, 12 itms'), '4 bags, two boxes, 12 items');
  assert.equal(count('4 bgas and 3 siutcases'), '4 bags and 3 suitcases');
});

test('letters held down too long are one', () => {
  assert.equal(
    count('4 bagsss pleaseeee hwo much fro 5 boxesss'),
    '4 bags pleasee how much for 5 boxes',
  );
});

test('common slips of English words are put right where they can be nothing else', () => {
  assert.equal(count('fro 10011 to 11937'), 'from 10011 to 11937');
  assert.equal(count('the furst week'), 'the first week');
  assert.equal(count('clench your fist'), 'clench your fist');
  assert.equal(count('isnt it, cant you'), "isn't it, can't you");
  assert.equal(count('are you able 2 pick up'), 'are you able to pick up');
});
