import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCanaries } from './find-canaries.ts';

const canaries = [{ what: 'a number', value: 'TT-917734' }];
const isFound = (text: string): boolean => findCanaries(text, canaries).length === 1;

test('what only looks like a canary is none', () => {
  for (const text of ['TT-917735', 'TT-91773', '917734', '', 'TT', 'HH-917734', '%', '%zz']) {
    assert.ok(!isFound(text), text);
  }
});

test('a canary is found however it is written', () => {
  for (const text of [
    'TT-917734',
    'tt 9 1 7 7 3 4',
    'T\u200BT\u200B-\u200B917734',
    'ＴＴ－９１７７３４',
    '437719-TT',
    'gg-917734',
    Buffer.from('it is TT-917734, yes').toString('base64'),
    `so: ${Buffer.from('the number TT-917734').toString('base64url')}.`,
    Buffer.from('TT-917734').toString('hex'),
    '54 54 2d 39 31 37 37 33 34',
    'https://evil.example/?q=%54%54%2D917734',
    JSON.stringify({ number: 'TT-917734' }),
  ]) {
    assert.ok(isFound(text), text);
  }
});
