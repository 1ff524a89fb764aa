import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NUMBER_WORDS, ORDINALS, readNumber } from './number-words.ts';

test('a word that is no number, or one of more than three digits, is none', () => {
  for (const word of ['', 'tenant', 'sixty-one', '1234', '1.5', '-3']) {
    assert.equal(readNumber(word), undefined, word);
  }
});

test('numbers in digits and in one word', () => {
  const numbers = { '7': 7, '120': 120, zero: 0, twelve: 12, twenty: 20, thirty: 30, ninety: 90 };
  for (const [word, value] of Object.entries(numbers)) assert.equal(readNumber(word), value, word);
});

test('a longer number is not read as the shorter one it begins with', () => {
  const pattern = new RegExp(`^(?:${NUMBER_WORDS})`);
  for (const word of ['six', 'sixteen', 'sixty', 'seventy']) {
    assert.equal(pattern.exec(word)?.[0], word);
  }
});

test('places in a row, as words and as digits', () => {
  const places = { first: 1, '2nd': 2, third: 3, '3rd': 3, '11th': 11, twelfth: 12, '20th': 20 };
  for (const [word, place] of Object.entries(places)) assert.equal(ORDINALS.get(word), place, word);
  for (const word of ['1th', '11st', '12nd', '21st']) assert.equal(ORDINALS.has(word), false, word);
});
