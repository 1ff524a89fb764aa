import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@deskbell/protocol';
import { checkEmail, checkName, checkNewPassword, checkPassword } from './check-fields.ts';

describe('checks of the account forms', () => {
  it('ask for what is missing', () => {
    for (const check of [checkName, checkEmail]) {
      for (const value of ['', ' ', '\t']) assert.match(check(value) ?? '', /^Enter your .+\.$/);
    }
    assert.equal(checkPassword(''), 'Enter your password.');
    assert.equal(checkNewPassword(''), 'Choose a password.');
  });

  it('refuse what is no e-mail address', () => {
    for (const value of [
      'ada',
      'ada@',
      '@example.com',
      'ada@example',
      'a da@example.com',
      'a@b@c.d',
    ]) {
      assert.match(checkEmail(value) ?? '', /name@example\.com/, value);
    }
    assert.equal(checkEmail(' ada+1@mail.example.com '), null);
  });

  it('take any password for signing in, spaces included', () => {
    assert.equal(checkPassword(' '), null);
  });

  it("keep to the protocol's lengths of a new password", () => {
    assert.match(checkNewPassword('x'.repeat(MIN_PASSWORD_LENGTH - 1)) ?? '', /at least 8/);
    assert.equal(checkNewPassword('x'.repeat(MIN_PASSWORD_LENGTH)), null);
    assert.equal(checkNewPassword('x'.repeat(MAX_PASSWORD_LENGTH)), null);
    assert.match(checkNewPassword('x'.repeat(MAX_PASSWORD_LENGTH + 1)) ?? '', /at most 128/);
  });

  it('say the same as the page', () => {
    const page = readFileSync(new URL('../pages/register.liquid', import.meta.url), 'utf8');
    assert.ok(page.includes(`At least ${MIN_PASSWORD_LENGTH} characters`));
    assert.ok(page.includes(`minlength="${MIN_PASSWORD_LENGTH}"`));
    assert.ok(page.includes(`maxlength="${MAX_PASSWORD_LENGTH}"`));
  });
});
