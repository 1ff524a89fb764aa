import assert from 'node:assert/strict';
import { test } from 'node:test';
import { characterCount, cleanLine, cleanLines } from './clean-text.ts';

test('nothing is left that PostgreSQL refuses or nobody can see', () => {
  for (let code = 0; code < 0x2_0000; code += 1) {
    // Unlike fromCodePoint's callers, a hostile sender has halves of characters too.
    const text = `a${String.fromCodePoint(code)}b`;
    for (const cleaned of [cleanLine(text), cleanLines(text)]) {
      assert.ok(cleaned.isWellFormed(), code.toString(16));
      assert.doesNotMatch(cleaned, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    }
  }
});

test('a line in which nothing can be seen is no line', () => {
  for (const text of ['\u200b', '\u3164 \u00ad', '\ufeff\u2060\u200e', '\u0000\u202e']) {
    assert.equal(cleanLine(text), '');
  }
});

test('what people write stays: names, emoji with their joiners, right-to-left text', () => {
  for (const text of ["Renée O'Brien-Łuk", '👩‍👩‍👧 × 2', 'שלום', '田中', 'a <b> & "c"']) {
    assert.equal(cleanLine(text), text);
    assert.equal(cleanLines(text), text);
  }
});

test('a line is one line; lines stay lines', () => {
  assert.equal(cleanLine(' a\r\n\tb\u2028c '), 'a b c');
  assert.equal(cleanLines(' a \r\n\t b\u2028c\r\r\r\rd\n'), 'a\nb\nc\n\nd');
});

test('characters are counted as people count them', () => {
  assert.equal(characterCount('🚚é'), 2);
});
