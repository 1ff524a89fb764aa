import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { StaffUser } from '@deskbell/protocol';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { wordings } from '../../desks/backoffice/test-wordings.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { createApiKeys } from '../../platform/sign-in/api-keys.ts';

const PASSWORD = 'correct horse 7';

test('who asks is told who that is: an account, a key, or whoever sits at this machine', async (t) => {
  const server = await startTestServer(t, { backOffice: {}, isOpenToThisMachine: false });
  const askAs = async (headers: Record<string, string>) => {
    const response = await fetch(`${server.url}/api/me`, { headers });
    return { status: response.status, body: (await response.json()) as StaffUser };
  };
  assert.equal((await askAs({})).status, 401);

  const id = randomUUID();
  const email = 'ann@example.com';
  await server.signIn.createAccount({ id, name: 'Ann', email, password: PASSWORD, role: 'staff' });
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const account = await askAs({ cookie });
  assert.equal(account.status, 200);
  assert.deepEqual(account.body, {
    user_id: id,
    name: 'Ann',
    email,
    role: 'staff',
    is_open_mode: false,
    business: { name: 'ToteTaxi', time_zone: 'America/New_York' },
    version: packageJson.version,
    quick_questions: Object.values(wordings).map(([asSeeded]) => asSeeded),
  });

  const apiKeys = createApiKeys({ database: server.database, clock: () => new Date() });
  const made = await apiKeys.create({ name: 'Reports', role: 'admin', createdBy: id });
  const { body: key } = await askAs({ 'x-api-key': made.key, cookie });
  assert.deepEqual(
    [key.user_id, key.name, key.email, key.role, key.is_open_mode],
    [made.record.id, 'Reports', null, 'admin', false],
  );
});

test('in the open mode the user is this machine, and a page can see that it is open', async (t) => {
  const { url } = await startTestServer(t, { backOffice: {} });
  const response = await fetch(`${url}/api/me`);
  const body = (await response.json()) as StaffUser;
  assert.deepEqual(
    [body.user_id, body.name, body.email, body.role, body.is_open_mode],
    ['local', 'This machine', null, 'admin', true],
  );
});
