import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { staffAccountListSchema, staffAccountSchema } from '@deskbell/protocol';
import { startTestApp, TEST_PASSWORD } from './test-app.ts';

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const dana = { name: 'Dana', email: 'Dana@Example.com', password: 'another horse 8' };

async function setUp(t: TestContext) {
  const app = await startTestApp(t);
  const admin = await app.newAccount('admin');
  const rolesByEmail = async () => {
    const users = await app.tables.selectFrom('users').select(['email', 'role']).execute();
    return Object.fromEntries(users.map(({ email, role }) => [email, role]));
  };
  const sessionCount = async (userId: string) =>
    (await app.tables.selectFrom('sessions').select('id').where('user_id', '=', userId).execute())
      .length;
  return { ...app, admin, rolesByEmail, sessionCount };
}

for (const [what, body, detail] of [
  ['a short password', { password: 'seven77' }, 'password must be at least 8 characters'],
  ['a huge password', { password: 'x'.repeat(129) }, 'password must be at most 128 characters'],
  ['no password', { password: undefined }, 'password is required'],
  ['a bad address', { email: 'dana' }, 'email must be an e-mail address'],
  ['no name', { name: ' ' }, 'name is required'],
  ['a broken name', { name: 'D\u0000' }, 'name must not contain control characters'],
  ['the role of a customer', { role: 'customer' }, "role must be 'staff' or 'admin'"],
  ['an id of its own', { id: randomUUID() }, 'unknown field: id'],
] as const) {
  test(`no account of staff is made with ${what}`, async (t) => {
    const { ask, admin, rolesByEmail } = await setUp(t);
    const refused = await ask('POST /api/staff', admin.credentials, { ...dana, ...body });
    assert.deepEqual([refused.status, refused.body.detail], [400, detail]);
    assert.deepEqual(await rolesByEmail(), { 'admin@example.com': 'admin' });
  });
}

test('only administrators see, make, change and remove accounts', async (t) => {
  const { ask, admin, newAccount, apiKeys, rolesByEmail } = await setUp(t);
  const staff = await newAccount('staff');
  const customer = await newAccount('customer');
  const { key } = await apiKeys.create({ name: 'x', role: 'staff', createdBy: admin.id });
  for (const [credentials, status] of [
    [{}, 401],
    [customer.credentials, 403],
    [staff.credentials, 403],
    [bearer(key), 403],
  ] as const) {
    for (const [request, payload] of [
      ['GET /api/staff', undefined],
      ['POST /api/staff', dana],
      [`PATCH /api/staff/${staff.id}`, { role: 'admin' }],
      [`PATCH /api/staff/${customer.id}`, { role: 'staff' }],
      [`DELETE /api/staff/${admin.id}`, undefined],
    ] as const) {
      assert.equal((await ask(request, credentials, payload)).status, status, request);
    }
  }
  assert.deepEqual(await rolesByEmail(), {
    'admin@example.com': 'admin',
    'staff@example.com': 'staff',
    'customer@example.com': 'customer',
  });
});

test('signing up makes customers, whatever is sent along', async (t) => {
  const { ask, rolesByEmail } = await setUp(t);
  for (const [number, extra] of [
    {},
    { role: 'admin' },
    { user: { role: 'admin' } },
    { data: { role: 'admin' } },
    JSON.parse('{"__proto__": {"role": "admin"}}'),
  ].entries()) {
    const email = `user${number}@example.com`;
    const body = { ...dana, email, ...extra };
    await ask('POST /api/auth/sign-up/email?role=admin', { 'x-role': 'admin' }, body);
  }
  const { 'admin@example.com': _, ...roles } = await rolesByEmail();
  assert.equal(roles['user0@example.com'], 'customer');
  assert.deepEqual(new Set(Object.values(roles)), new Set(['customer']));
});

test('an address that has an account is refused in a sentence, and the account left as it is', async (t) => {
  const { ask, admin, newAccount, rolesByEmail, signInAs } = await setUp(t);
  const { id } = await newAccount('customer', 'dana@example.com');
  const customers = await ask('POST /api/staff', admin.credentials, { ...dana, role: 'admin' });
  assert.deepEqual([customers.status, customers.body.code], [422, 'account_exists']);
  assert.equal(
    customers.body.detail,
    `this e-mail address already has a customer's account, and nobody has proven whose it is; if you are sure, give it a role and a new password with PATCH /api/staff/${id}`,
  );
  assert.equal(customers.body.account_id, id);
  const own = await ask('POST /api/staff', admin.credentials, {
    ...dana,
    email: 'ADMIN@example.com',
  });
  assert.deepEqual(
    [own.status, own.body.detail, own.body.account_id],
    [422, 'a member of staff already has this e-mail address', undefined],
  );
  assert.deepEqual(await rolesByEmail(), {
    'admin@example.com': 'admin',
    'dana@example.com': 'customer',
  });
  await signInAs('dana@example.com', TEST_PASSWORD);
});

test('two accounts for one address at once: one is made', async (t) => {
  const { ask, admin } = await setUp(t);
  const answers = await Promise.all(
    [1, 2, 3].map(() => ask('POST /api/staff', admin.credentials, dana)),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 422, 422]);
});

test('an account of staff is made, signs in by the ordinary door, and is in the list', async (t) => {
  const { ask, admin, signInAs } = await setUp(t);
  const made = await ask('POST /api/staff', admin.credentials, dana);
  assert.equal(made.status, 201);
  const account = staffAccountSchema.strict().parse(made.body);
  assert.deepEqual(account, {
    ...account,
    name: 'Dana',
    email: 'dana@example.com',
    role: 'staff',
  });
  assert.deepEqual(made.response.cookies, [], 'it signs nobody in');
  const credentials = await signInAs('dana@example.com', dana.password);
  assert.deepEqual((await ask('GET /who', credentials)).body, {
    userId: account.id,
    role: 'staff',
  });
  const list = await ask('GET /api/staff', admin.credentials);
  const { staff } = staffAccountListSchema.parse(list.body);
  assert.deepEqual(
    staff.map(({ id, role }) => [id, role]),
    [
      [admin.id, 'admin'],
      [account.id, 'staff'],
    ],
  );
});

test('a role given or taken counts from the next request on, in every process, for open sessions', async (t) => {
  const { ask, admin, newAccount, startAnother } = await setUp(t);
  const other = await startAnother();
  const { id, credentials } = await newAccount('customer');
  const statuses = async () => [
    (await ask('GET /who', credentials)).status,
    (await other.ask('GET /who', credentials)).status,
    (await other.ask('GET /api/staff', credentials)).status,
  ];
  assert.deepEqual(await statuses(), [403, 403, 403]);
  const change = (role: string) => ask(`PATCH /api/staff/${id}`, admin.credentials, { role });
  assert.deepEqual((await change('staff')).body.role, 'staff');
  assert.deepEqual(await statuses(), [200, 200, 403]);
  assert.deepEqual((await change('admin')).body.role, 'admin');
  assert.deepEqual(await statuses(), [200, 200, 200]);
  assert.deepEqual((await change('staff')).body.role, 'staff');
  assert.deepEqual(await statuses(), [200, 200, 403]);
});

test('whoever is removed is out at once everywhere, and stays a customer by name', async (t) => {
  const { ask, admin, newAccount, startAnother, sessionCount, rolesByEmail, signInAs } =
    await setUp(t);
  const other = await startAnother();
  const { id, credentials } = await newAccount('staff');
  assert.equal((await ask('GET /who', credentials)).status, 200);
  assert.equal((await other.ask('GET /who', credentials)).status, 200);

  const removed = await ask(`DELETE /api/staff/${id}`, admin.credentials);
  assert.deepEqual([removed.status, removed.response.body], [204, '']);
  for (const process of [{ ask }, other]) {
    const { status, body } = await process.ask('GET /who', credentials);
    assert.deepEqual([status, body.code], [401, 'not_signed_in']);
  }
  assert.equal(await sessionCount(id), 0);
  assert.equal((await rolesByEmail())['staff@example.com'], 'customer');
  const again = await signInAs('staff@example.com');
  assert.equal((await ask('GET /who', again)).status, 403);

  const twice = await ask(`DELETE /api/staff/${id}`, admin.credentials);
  assert.deepEqual([twice.status, twice.body.detail], [404, 'there is no such member of staff']);
});

test('signing out ends a copy of the cookies for staff routes, in every process', async (t) => {
  const { ask, admin, startAnother } = await setUp(t);
  const other = await startAnother();
  assert.equal((await other.ask('GET /who', admin.credentials)).status, 200);
  const page = { ...admin.credentials, origin: 'http://localhost:8000' };
  assert.equal((await ask('POST /api/auth/sign-out', page, {})).status, 200);
  assert.equal((await other.ask('GET /who', admin.credentials)).status, 401);
});

test('nobody removes or demotes themselves, nor the last administrator', async (t) => {
  const { ask, admin, apiKeys, newAccount, rolesByEmail } = await setUp(t);
  const { key } = await apiKeys.create({ name: 'x', role: 'admin', createdBy: admin.id });
  const path = `/api/staff/${admin.id}`;
  for (const [request, credentials, payload, detail] of [
    [
      `PATCH ${path}`,
      admin.credentials,
      { role: 'staff' },
      'you cannot take your own role away; ask another administrator',
    ],
    [
      `DELETE ${path}`,
      admin.credentials,
      undefined,
      'you cannot remove yourself; ask another administrator',
    ],
    [
      `PATCH ${path}`,
      bearer(key),
      { role: 'staff' },
      'this is the last administrator; make somebody else one first',
    ],
    [
      `DELETE ${path.toUpperCase().replace('/API/STAFF', '/api/staff')}`,
      bearer(key),
      undefined,
      'this is the last administrator; make somebody else one first',
    ],
  ] as const) {
    const { status, body } = await ask(request, credentials, payload);
    assert.deepEqual([status, body.code, body.detail], [409, 'conflict', detail]);
  }
  assert.deepEqual(await rolesByEmail(), { 'admin@example.com': 'admin' });

  const second = await newAccount('admin', 'second@example.com');
  assert.equal((await ask(`DELETE ${path}`, second.credentials)).status, 204);
  assert.equal((await ask(`DELETE /api/staff/${second.id}`, bearer(key))).status, 409);
});

test('two administrators who remove each other at once leave one', async (t) => {
  const { ask, admin, newAccount, rolesByEmail } = await setUp(t);
  const second = await newAccount('admin', 'second@example.com');
  const answers = await Promise.all([
    ask(`DELETE /api/staff/${second.id}`, admin.credentials),
    ask(`DELETE /api/staff/${admin.id}`, second.credentials),
  ]);
  const statuses = answers.map(({ status }) => status).toSorted();
  // The second is either too late to be an administrator or finds itself the last one.
  assert.equal(statuses[0], 204);
  assert.ok([401, 403, 409].includes(statuses[1] ?? 0), String(statuses));
  assert.deepEqual(Object.values(await rolesByEmail()).toSorted(), ['admin', 'customer']);
});

test('a new password replaces the old one and signs the account out everywhere', async (t) => {
  const { ask, admin, newAccount, signInAs, startAnother } = await setUp(t);
  const other = await startAnother();
  const { id, credentials } = await newAccount('staff');
  const changed = await ask(`PATCH /api/staff/${id}`, admin.credentials, {
    password: dana.password,
  });
  assert.equal(changed.status, 200);
  assert.equal((await ask('GET /who', credentials)).status, 401);
  assert.equal((await other.ask('GET /who', credentials)).status, 401);
  await assert.rejects(signInAs('staff@example.com', TEST_PASSWORD), /401/);
  const again = await signInAs('staff@example.com', dana.password);
  assert.equal((await ask('GET /who', again)).status, 200);
});

test('a customer gets a new password by a role only', async (t) => {
  const { ask, admin, newAccount, signInAs } = await setUp(t);
  const { id, credentials } = await newAccount('customer');
  const { password } = dana;
  const without = await ask(`PATCH /api/staff/${id}`, admin.credentials, { password });
  assert.deepEqual(
    [without.status, without.body.detail],
    [404, 'there is no such member of staff'],
  );
  await signInAs('customer@example.com', TEST_PASSWORD);

  const change = { password, role: 'staff' };
  assert.equal((await ask(`PATCH /api/staff/${id}`, admin.credentials, change)).status, 200);
  assert.equal((await ask('GET /who', credentials)).status, 401);
  await assert.rejects(signInAs('customer@example.com', TEST_PASSWORD), /401/);
  await signInAs('customer@example.com', password);
});

test('changes of nothing, of unknown fields or accounts are refused', async (t) => {
  const { ask, admin, newAccount } = await setUp(t);
  const { id } = await newAccount('staff');
  const { id: customerId } = await newAccount('customer');
  for (const [path, payload, status, detail] of [
    [id, {}, 400, 'say what is to change: role or password'],
    [id, { role: 'customer' }, 400, "role must be 'staff' or 'admin'"],
    [id, { email: 'x@example.com' }, 400, 'unknown field: email'],
    [id, { password: 'short' }, 400, 'password must be at least 8 characters'],
    [randomUUID(), { role: 'staff' }, 404, 'there is no such member of staff'],
    ['none', { role: 'staff' }, 404, 'there is no such member of staff'],
  ] as const) {
    const refused = await ask(`PATCH /api/staff/${path}`, admin.credentials, payload);
    assert.deepEqual([refused.status, refused.body.detail], [status, detail]);
  }
  for (const path of [customerId, randomUUID(), 'none']) {
    assert.equal((await ask(`DELETE /api/staff/${path}`, admin.credentials)).status, 404);
  }
});

test('names, addresses and passwords of staff are not logged; who did what to whom is', async (t) => {
  const { ask, admin, logLines } = await setUp(t);
  const { body } = await ask('POST /api/staff', admin.credentials, dana);
  const path = `/api/staff/${body.id}`;
  await ask(`PATCH ${path}`, admin.credentials, { role: 'admin', password: 'third horse 9' });
  await ask(`DELETE ${path}`, admin.credentials);
  const log = logLines.join('');
  for (const text of ['dana@', 'Dana', dana.password, 'third horse']) {
    assert.ok(!log.includes(text), text);
  }
  for (const what of ['made', 'changed', 'removed']) {
    const line = logLines.find((one) => one.includes(`A staff account was ${what}`));
    assert.ok(line?.includes(`"userId":"${body.id}"`), what);
    assert.ok(line?.includes(`"by":"${admin.id}"`), what);
  }
});
