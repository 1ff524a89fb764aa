import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makePassword } from './make-password.ts';

describe('a password that is made', () => {
  it('has 20 characters that nobody mixes up, and is another one each time', () => {
    const passwords = new Set(Array.from({ length: 500 }, () => makePassword()));
    assert.equal(passwords.size, 500);
    for (const password of passwords) assert.match(password, /^[a-km-np-zA-HJ-NP-Z2-9]{20}$/);
  });

  it('leaves out bytes that would make some characters more likely', () => {
    // 256 is no multiple of the 56 characters: from 224 on a round is not complete.
    const fills = [224, 255, 223];
    const password = makePassword((bytes) => void bytes.fill(fills.shift() ?? 0));
    assert.equal(password, '9'.repeat(20));
  });
});
