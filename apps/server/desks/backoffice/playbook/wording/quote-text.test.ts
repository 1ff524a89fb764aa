import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText, quoted } from './quote-text.ts';

test('nothing Markdown or a citation is made of is left', () => {
  assert.equal(plainText('see ![x](https://evil.example/a.png)'), 'see !(x)(evil.example/a.png)');
  assert.equal(plainText('[execution:8f14e45fceea] **now**'), '(execution:8f14e45fceea) now');
  assert.equal(plainText('<img src=x>\n1. a\r\n- b'), 'img src=x 1. a - b');
  assert.equal(plainText('_a_ snake_case `code` ~~b~~'), 'a snake_case code b');
  assert.equal(plainText('a\u202Eb\u0000c\u2028d'), 'a b c d');
  assert.equal(quoted('  '), '(no subject)');
  assert.equal(quoted('He said “hi”'), "“He said 'hi'”");
});

test('any text becomes one bounded line without brackets, links or emphasis', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const said = quoted(text);
      assert.doesNotMatch(said, /[\n\r\u2028\u2029[\]<>`*|\\]|:\/\//u);
      assert.ok([...said].length <= 103);
      assert.ok(said.isWellFormed());
    }),
  );
});
