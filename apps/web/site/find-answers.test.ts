import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createFinder } from './find-answers.ts';

const words = {
  ignored: ['is', 'the', 'how'],
  synonyms: [['price', 'cost', 'much', '$']],
  services: [],
};
const finds = (question: string, text: string) => createFinder(question, words)?.(text);

it('finds a text by the beginnings of its words, in any order, and not by their middles', () => {
  assert.equal(finds('Mail  CERTIF', 'By certified mail.'), true);
  assert.equal(finds('mail fax', 'By certified mail.'), false);
  assert.equal(finds('ate', 'A certificate'), false);
  assert.equal(finds('zebra', ''), false);
});

it('finds what means the same, amounts of money among it', () => {
  for (const question of ['price', 'How much is the cost?']) {
    assert.equal(finds(question, 'It is $20 a day.'), true, question);
    assert.equal(finds(question, 'It is 20 a day.'), false, question);
  }
});

it('takes common words for what is asked only when there are no others', () => {
  assert.equal(finds('how is the mail', 'By mail'), true);
  assert.equal(finds('how', 'By mail'), false);
  for (const nothing of ['', '  ', '?!']) assert.equal(finds(nothing, 'By mail'), undefined);
});
