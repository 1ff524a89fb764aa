import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../config.ts';
import { describeServer } from './announcement.ts';
import type { StaffCredentials } from './staff-credentials.ts';

const admin = { ADMIN_EMAIL: 'dana@example.com', ADMIN_PASSWORD: 'correct horse 7' };

/** What is said of the back office. */
function describe(env: Record<string, string>, credentials: Partial<StaffCredentials>): string[] {
  const lines = describeServer(
    readConfig({ SEED_DEMO: 'off', ...env }),
    { models: [], warnings: [] },
    { canSignIn: false, firstAdmin: undefined, ...credentials },
  );
  assert.ok(!lines.join().includes(admin.ADMIN_PASSWORD));
  return lines.slice(2);
}

const open =
  'The back office needs no sign-in from this machine; it does as soon as HOST or PUBLIC_URL is another or ADMIN_EMAIL is set.';
const nobody =
  'Nobody can sign in to the back office yet: set ADMIN_EMAIL and ADMIN_PASSWORD to make an administrator.';

test('the open mode is said, whether or not somebody could sign in', () => {
  assert.deepEqual(describe({}, {}), [open]);
  assert.deepEqual(describe({}, { canSignIn: true }), [open]);
});

test('a closed back office that nobody can sign in to is said', () => {
  assert.deepEqual(describe({ NODE_ENV: 'production' }, {}), [nobody]);
  assert.deepEqual(describe({ PUBLIC_URL: 'https://desk.example.com' }, {}), [nobody]);
});

test('a closed back office that somebody can sign in to needs no word', () => {
  assert.deepEqual(describe({ NODE_ENV: 'production' }, { canSignIn: true }), []);
  const there = { canSignIn: true, firstAdmin: 'there' } as const;
  assert.deepEqual(describe({ HOST: '0.0.0.0', ...admin }, there), []);
  assert.deepEqual(describe(admin, there), []);
});

test('what became of ADMIN_EMAIL is said', () => {
  const made = { canSignIn: true, firstAdmin: 'made' } as const;
  assert.deepEqual(describe({ HOST: '0.0.0.0', ...admin }, made), [
    'The administrator dana@example.com was made and can sign in with ADMIN_PASSWORD; another one set later changes nothing.',
  ]);
  const left = { canSignIn: true, firstAdmin: 'left_alone' } as const;
  assert.deepEqual(describe({ HOST: '0.0.0.0', ...admin }, left), [
    "ADMIN_EMAIL is dana@example.com, whose account is not an administrator's and was left as it is.",
  ]);
});

test('websites that cannot embed a server without https are told', () => {
  const env = {
    NODE_ENV: 'production',
    CORS_ORIGINS: 'https://hotel.example, http://plain.example, https://inn.example',
  };
  const there = { canSignIn: true };
  assert.deepEqual(describe(env, there), [
    'Pages of https://hotel.example, https://inn.example cannot embed the chat until PUBLIC_URL is an https address.',
  ]);
  assert.deepEqual(describe({ ...env, CORS_ORIGINS: 'http://plain.example' }, there), []);
  assert.deepEqual(describe({ ...env, PUBLIC_URL: 'https://desk.example' }, there), []);
  assert.deepEqual(describe({ CORS_ORIGINS: env.CORS_ORIGINS }, there), [open]);
});
