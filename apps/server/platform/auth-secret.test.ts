import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepAuthSecret } from './auth-secret.ts';

test('the secret is made once, long, and readable by nobody else', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const secrets = await Promise.all([keepAuthSecret(folder), keepAuthSecret(folder)]);
  const [first] = secrets;
  assert.ok(first !== undefined && first.length >= 43);
  assert.deepEqual([...secrets, await keepAuthSecret(folder)], [first, first, first]);
  assert.deepEqual(await readdir(folder), ['auth-secret']);
  assert.equal((await stat(join(folder, 'auth-secret'))).mode & 0o777, 0o600);
});
