import assert from 'node:assert/strict';
import { it } from 'node:test';
import { saysOne, saysWords } from './match-words.ts';

it('a number is not said by a longer one, nor by one with other cents', () => {
  for (const text of ['It is $165.', 'It is $1,600.', 'It is $16.50.', 'It is $116.']) {
    assert.equal(saysWords(text, '$16'), false, text);
  }
  for (const [text, wanted] of [
    ['13 mails', '3'],
    ['1,003 mails', '3'],
    ['1,003 mails', '1'],
    ['TT-000042', '42'],
    ['version 3.1', '3'],
  ] as const) {
    assert.equal(saysWords(text, wanted), false, `${text}: ${wanted}`);
  }
});

it('a number is said on its own, at the end of a sentence and with empty cents', () => {
  for (const text of ['It is $16.', 'It is $16, all in.', '**$16**', 'It is $16.00', '$16']) {
    assert.equal(saysWords(text, '$16'), true, text);
  }
  assert.equal(saysWords('3 mails.', '3'), true);
});

it('case, spaces and the kind of quotes and dashes do not count, other words do', () => {
  assert.equal(saysWords('We don’t\n serve  THAT – sorry', "don't serve that - sorry"), true);
  assert.equal(saysWords('We serve that', "don't serve"), false);
  assert.equal(saysWords('a (b) [c] $', '(b) [c] $'), true);
});

it('of several wordings one is enough, and none is not', () => {
  assert.equal(saysOne('call us', ['e-mail', 'call']), true);
  assert.equal(saysOne('write to us', ['e-mail', 'call']), false);
});
