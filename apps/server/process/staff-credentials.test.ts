import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { openDatabase } from '../platform/database.ts';
import { createApiKeys } from '../platform/sign-in/api-keys.ts';
import { createSignIn } from '../platform/sign-in/sign-in.ts';
import { createStaffAccounts } from '../platform/sign-in/staff-accounts.ts';
import type { Role, SignInTables } from '../platform/sign-in/tables.ts';
import { prepareStaffCredentials } from './staff-credentials.ts';
import { StartError } from './start-error.ts';

const firstAdmin = { email: 'Dana@Example.com', password: 'correct horse 7' };
const log = pino({ level: 'silent' });

async function setUp(t: TestContext) {
  const { url } = await createTestDatabase(t);
  const startProcess = () => {
    const database = openDatabase({ url, log });
    t.after(() => database.close());
    const signIn = createSignIn({
      database,
      secret: 'a secret for tests, thirty-two characters or more',
      publicUrl: 'http://localhost:8000',
      trustedOrigins: [],
      log,
      onSignUp: async () => {},
    });
    const prepare = (admin?: typeof firstAdmin) =>
      prepareStaffCredentials({ config: { firstAdmin: admin }, database, signIn });
    return { database, signIn, prepare };
  };
  const process = startProcess();
  const tables = process.database.for<SignInTables>();
  const newAccount = (role: Role, email: string) =>
    process.signIn.createAccount({
      id: crypto.randomUUID(),
      name: role,
      email,
      password: 'another horse 8',
      role,
    });
  const users = () => tables.selectFrom('users').select(['email', 'role', 'name']).execute();
  const passwords = async () =>
    (await tables.selectFrom('accounts').select('password').execute()).map((row) => row.password);
  return { ...process, startProcess, newAccount, users, passwords };
}

const isStartError = (sentence: string) => (error: unknown) =>
  error instanceof StartError && error.message === sentence;

for (const [role, owner] of [
  ['customer', 'a customer'],
  ['staff', 'a member of staff'],
] as const) {
  test(`an ADMIN_EMAIL of ${owner} is told, and the account left as it is`, async (t) => {
    const { prepare, newAccount, users, passwords } = await setUp(t);
    await newAccount(role, 'dana@example.com');
    const before = [await users(), await passwords()];
    await assert.rejects(
      prepare(firstAdmin),
      isStartError(
        `ADMIN_EMAIL is Dana@Example.com, which is the address of ${owner} already and was left as it is; set another address for the administrator.`,
      ),
    );
    assert.deepEqual([await users(), await passwords()], before);
  });
}

test('whoever was demoted or removed since neither comes back nor stops the server', async (t) => {
  const { database, signIn, prepare, newAccount, users } = await setUp(t);
  await prepare(firstAdmin);
  await newAccount('admin', 'second@example.com');
  const accounts = createStaffAccounts({ database, signIn });
  const dana = (await accounts.list()).find(({ email }) => email === 'dana@example.com');
  assert.ok(dana !== undefined);
  await accounts.change(dana.id, { role: 'staff' });
  assert.deepEqual(await prepare(firstAdmin), { canSignIn: true, firstAdmin: 'left_alone' });
  await accounts.remove(dana.id);
  assert.deepEqual(await prepare(firstAdmin), { canSignIn: true, firstAdmin: 'left_alone' });
  const roles = Object.fromEntries((await users()).map(({ email, role }) => [email, role]));
  assert.deepEqual(roles, { 'dana@example.com': 'customer', 'second@example.com': 'admin' });
});

test('a later start with another password changes nothing', async (t) => {
  const { prepare, passwords } = await setUp(t);
  await prepare(firstAdmin);
  const before = await passwords();
  const again = await prepare({ ...firstAdmin, password: 'third horse 999' });
  assert.deepEqual(again, { canSignIn: true, firstAdmin: 'there' });
  assert.deepEqual(await passwords(), before);
});

test('processes that start at once make one administrator', async (t) => {
  const { startProcess, users } = await setUp(t);
  const started = await Promise.all([1, 2, 3].map(() => startProcess().prepare(firstAdmin)));
  assert.deepEqual(started.map((credentials) => credentials.firstAdmin).toSorted(), [
    'made',
    'there',
    'there',
  ]);
  assert.deepEqual(await users(), [
    { email: 'dana@example.com', role: 'admin', name: 'Dana@Example.com' },
  ]);
});

test('customers and revoked keys are nobody who could sign in; staff and keys are', async (t) => {
  const { database, prepare, newAccount } = await setUp(t);
  const nobody = { canSignIn: false, firstAdmin: undefined };
  const somebody = { canSignIn: true, firstAdmin: undefined };
  assert.deepEqual(await prepare(), nobody);
  await newAccount('customer', 'customer@example.com');
  assert.deepEqual(await prepare(), nobody);
  const apiKeys = createApiKeys({ database, clock: () => new Date() });
  const { record } = await apiKeys.create({ name: 'x', role: 'staff', createdBy: 'local' });
  assert.deepEqual(await prepare(), somebody);
  await apiKeys.revoke(record.id, 'local');
  assert.deepEqual(await prepare(), nobody);
  await newAccount('staff', 'staff@example.com');
  assert.deepEqual(await prepare(), somebody);
});
