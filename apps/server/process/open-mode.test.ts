import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpenToThisMachine, refuseWithoutCredentials } from './open-mode.ts';
import { StartError } from './start-error.ts';

const local = {
  isProduction: false,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:8000',
  firstAdmin: undefined,
};

for (const [what, settings] of [
  ['production', { isProduction: true }],
  ['an address that others reach', { host: '0.0.0.0' }],
  ['every address of IPv6', { host: '::' }],
  ['an address of the network', { host: '192.168.1.5' }],
  ['a name', { host: 'desk.example.com' }],
  ['a public name behind a proxy', { publicUrl: 'https://desk.example.com' }],
  ['an administrator', { firstAdmin: { email: 'dana@example.com', password: 'correct horse' } }],
  ['a name that only looks local', { publicUrl: 'http://localhost.example.com' }],
] as const) {
  test(`the back office is closed with ${what}`, () => {
    assert.equal(isOpenToThisMachine({ ...local, ...settings }), false);
  });
}

test('the back office is open to this machine on loopback in development', () => {
  for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) {
    assert.equal(isOpenToThisMachine({ ...local, host }), true, host);
  }
  assert.equal(isOpenToThisMachine({ ...local, publicUrl: 'http://[::1]:8000' }), true);
});

test('a server that others reach needs somebody who can sign in', () => {
  for (const host of [
    '0.0.0.0',
    '::',
    '192.168.1.5',
    'desk.example.com',
    '127.0.0.1.example.com',
  ]) {
    assert.throws(
      () => refuseWithoutCredentials({ host }, { canSignIn: false }),
      (error) =>
        error instanceof StartError &&
        error.message ===
          `HOST is ${host}, which others can reach, and nobody can sign in to the back office yet; set ADMIN_EMAIL and ADMIN_PASSWORD to make an administrator, or HOST=127.0.0.1.`,
    );
    refuseWithoutCredentials({ host }, { canSignIn: true });
  }
  for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost', 'LOCALHOST']) {
    refuseWithoutCredentials({ host }, { canSignIn: false });
  }
});
