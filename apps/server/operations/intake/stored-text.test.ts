import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storedKey, storedText } from './stored-text.ts';

describe('storedText', () => {
  it('is well-formed, without control characters, and never cut inside a character', () => {
    assert.equal(storedText('a\u0000b\r\nc\u0085d', 100), 'a b  c d');
    assert.equal(storedText('a\ud800b', 100), 'a\ufffdb');
    assert.equal(storedText('ab🧳', 3), 'ab');
    assert.equal(storedText('ab🧳', 4), 'ab🧳');
    assert.equal(storedText('x'.repeat(1_000_000), 5), 'xxxxx');
  });
});

describe('storedKey', () => {
  it('keeps a usual key as it is and fits any other into an index', () => {
    assert.equal(storedKey('CAF+abc=1@mail.example'), 'CAF+abc=1@mail.example');
    assert.match(storedKey('é'.repeat(300)), /^sha256:/);
    assert.match(storedKey('x'.repeat(5_000_000)), /^sha256:/);
    assert.notEqual(storedKey('x'.repeat(600)), storedKey('x'.repeat(601)));
  });
});
