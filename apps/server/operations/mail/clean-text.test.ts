import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanLine, cleanText } from './clean-text.ts';

const FORBIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}]/u;

test('whatever comes in, clean text is well-formed and holds nothing invisible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const clean = cleanText(`${a}\u{0}\u{d800}${b}\u{200b}\u{e0041}`);
      assert.ok(clean.isWellFormed());
      assert.doesNotMatch(clean, FORBIDDEN);
      assert.doesNotMatch(clean.replace(/[\n\t]/g, ''), /\p{Cc}/u);
      assert.equal(cleanText(clean), clean);
    }),
  );
});

test('line breaks of every kind become line feeds, and spaces of every width plain spaces', () => {
  assert.equal(cleanText('a\r\nb\rc\u{2028}d\u{a0}e\u{3000}f\tg'), 'a\nb\nc\nd e f\tg');
});

test('joiners and marks go, the letters around them stay', () => {
  assert.equal(cleanText('pay\u{200b}ment so\u{ad}on \u{202e}now'), 'payment soon now');
});

test('a clean line is one line, and is never cut inside a character', () => {
  assert.equal(cleanLine(' a\r\n b\t c ', 50), 'a b c');
  assert.equal(cleanLine('ab😀', 3), 'ab\u{fffd}');
});
