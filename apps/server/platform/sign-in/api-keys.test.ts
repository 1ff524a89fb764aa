import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { apiKeyListSchema, createdApiKeySchema } from '@deskbell/protocol';
import { type Credentials, startTestApp, type TestApp } from './test-app.ts';

const bearer = (key: string): Credentials => ({ authorization: `Bearer ${key}` });

async function setUp(t: TestContext) {
  const app = await startTestApp(t);
  const admin = await app.newAccount('admin');
  const newKey = async (role: 'staff' | 'admin' = 'staff', name = 'Reports') => {
    const { status, body } = await app.ask('POST /api/keys', admin.credentials, { name, role });
    assert.equal(status, 201);
    return createdApiKeySchema.strict().parse(body);
  };
  return { ...app, admin, newKey };
}

const lastUse = async ({ tables }: TestApp, id: string): Promise<Date | null | undefined> => {
  const query = tables.selectFrom('api_keys').select('last_used_at').where('id', '=', id);
  return (await query.executeTakeFirst())?.last_used_at;
};

/** The use of a key is noted beside the request. */
async function untilUsedAt(app: TestApp, id: string, at: Date): Promise<void> {
  while ((await lastUse(app, id))?.getTime() !== at.getTime());
}

for (const [what, body, detail] of [
  ['without a name', { name: '  ' }, 'name is required'],
  ['with a name of two lines', { name: 'a\nb' }, 'name must be one line of text'],
  ['with a name that cannot be stored', { name: 'a\u0000' }, 'name must be one line of text'],
  ['with half a character', { name: 'a\ud800' }, 'name must be one line of text'],
  ['with a huge name', { name: 'x'.repeat(101) }, 'name must be at most 100 characters'],
  ['for a customer', { name: 'x', role: 'customer' }, "role must be 'staff' or 'admin'"],
  ['of their choice', { name: 'x', key: 'dbk_x' }, 'unknown field: key'],
] as const) {
  test(`no key is made ${what}`, async (t) => {
    const { ask, admin, tables } = await setUp(t);
    const refused = await ask('POST /api/keys', admin.credentials, body);
    assert.deepEqual([refused.status, refused.body.detail], [400, detail]);
    assert.deepEqual(await tables.selectFrom('api_keys').select('id').execute(), []);
  });
}

test('staff and their keys can neither see, make nor revoke keys', async (t) => {
  const { ask, newAccount, newKey } = await setUp(t);
  const { id, key } = await newKey('staff');
  const staff = await newAccount('staff');
  for (const credentials of [staff.credentials, bearer(key)]) {
    for (const [request, payload] of [
      ['GET /api/keys', undefined],
      ['POST /api/keys', { name: 'Mine', role: 'admin' }],
      [`DELETE /api/keys/${id}`, undefined],
    ] as const) {
      const { status, body } = await ask(request, credentials, payload);
      assert.deepEqual([status, body.detail], [403, 'this is for administrators only']);
    }
    assert.equal((await ask('GET /who', credentials)).status, 200);
  }
});

test('what is no key, a changed one or its hash lets nobody in', async (t) => {
  const { ask, newKey } = await setUp(t);
  const { key, hint } = await newKey();
  const other = key.endsWith('A') ? 'B' : 'A';
  for (const wrong of [
    'dbk_',
    hint,
    key.slice(0, -1),
    `${key}A`,
    key.toUpperCase(),
    `${key.slice(0, 10)}${other}${key.slice(11)}`,
    `dbk_${createHash('sha256').update(key).digest('base64url')}`,
    "dbk_' or true --",
    'x'.repeat(8_000),
  ]) {
    for (const header of [bearer(wrong), { 'x-api-key': wrong }]) {
      const { status, body } = await ask('GET /who', header);
      assert.equal(status, 401, wrong);
      assert.equal(body.code, 'wrong_credentials');
    }
  }
});

test('what has not the form of a key costs no SQL', async (t) => {
  const { ask, database } = await setUp(t);
  let queries = 0;
  database.pool.on('acquire', () => {
    queries += 1;
  });
  for (const wrong of ['x', 'dbk_short', `dbk_${'é'.repeat(43)}`]) {
    await ask('GET /who', { authorization: `Bearer ${encodeURI(wrong)}` });
  }
  assert.equal(queries, 0);
});

test('a revoked key is refused from the next request on, in every process; again is no error', async (t) => {
  const { ask, admin, newKey, startAnother, clock } = await setUp(t);
  const other = await startAnother();
  const { id, key } = await newKey('admin');
  assert.equal((await ask('GET /who', bearer(key))).status, 200);
  assert.equal((await other.ask('GET /who', bearer(key))).status, 200);

  const revoked = await ask(`DELETE /api/keys/${id}`, admin.credentials);
  assert.deepEqual([revoked.status, revoked.response.body], [204, '']);
  for (const process of [{ ask }, other]) {
    const { status, body } = await process.ask('GET /who', bearer(key));
    assert.deepEqual([status, body.detail], [401, 'this API key is wrong or has been revoked']);
  }
  const revokedAt = clock.now;
  clock.now = new Date(revokedAt.getTime() + 60_000);
  assert.equal((await ask(`DELETE /api/keys/${id.toUpperCase()}`, admin.credentials)).status, 204);
  const { keys } = apiKeyListSchema.parse((await ask('GET /api/keys', admin.credentials)).body);
  assert.deepEqual(
    keys.map((one) => one.revoked_at),
    [revokedAt.toISOString()],
  );
});

test('a key that is not there cannot be revoked', async (t) => {
  const { ask, admin, newKey } = await setUp(t);
  const { key } = await newKey();
  for (const id of [randomUUID(), 'none', '%00', key]) {
    const { status, body } = await ask(`DELETE /api/keys/${id}`, admin.credentials);
    assert.deepEqual([status, body.detail], [404, 'there is no such API key']);
  }
});

test('pages of other sites make and revoke no keys, whoever is signed in', async (t) => {
  const { ask, admin, newKey } = await setUp(t);
  const { id, key } = await newKey('admin');
  const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  for (const credentials of [admin.credentials, bearer(key)]) {
    const headers = { ...credentials, ...evil };
    const made = await ask('POST /api/keys', headers, { name: 'Theirs', role: 'admin' });
    assert.deepEqual([made.status, made.body.code], [403, 'cross_site']);
    const revoked = await ask(`DELETE /api/keys/${id}`, headers);
    assert.deepEqual([revoked.status, revoked.body.code], [403, 'cross_site']);
  }
});

test('a key is shown once, in a form scanners know, and stored as its hash alone', async (t) => {
  const { ask, admin, newKey, tables } = await setUp(t);
  const { key, ...made } = await newKey('staff', '  Reports ');
  assert.match(key, /^dbk_[A-Za-z0-9_-]{43}$/);
  assert.deepEqual(made, {
    id: made.id,
    name: 'Reports',
    role: 'staff',
    hint: key.slice(0, 8),
    created_by: admin.id,
    created_at: '2026-11-22T15:00:00.000Z',
    last_used_at: null,
    revoked_at: null,
  });
  const list = await ask('GET /api/keys', admin.credentials);
  assert.deepEqual(list.body, { keys: [made] });
  assert.equal(list.response.headers['cache-control'], 'no-store');
  const stored = await tables.selectFrom('api_keys').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual(stored.key_hash, createHash('sha256').update(key).digest());
  const { key_hash: _, ...others } = stored;
  assert.ok(!JSON.stringify(others).includes(key.slice(8)));
});

test('a key is somebody of its own, with its role, beside any cookie', async (t) => {
  const { ask, admin, newKey, newAccount } = await setUp(t);
  const staff = await newKey('staff');
  const administrator = await newKey('admin');
  const customer = await newAccount('customer');
  for (const { id, key, role } of [staff, administrator]) {
    for (const cookies of [{}, admin.credentials, customer.credentials]) {
      const { body } = await ask('GET /who', { ...cookies, ...bearer(key) });
      assert.deepEqual(body, { userId: id, role });
      const again = await ask('GET /who', { ...cookies, 'x-api-key': key });
      assert.deepEqual(again.body, { userId: id, role });
    }
  }
  const made = await ask('POST /api/keys', bearer(administrator.key), { name: 'Next' });
  assert.deepEqual([made.status, made.body.created_by], [201, administrator.id]);
  const list = apiKeyListSchema.parse((await ask('GET /api/keys', bearer(administrator.key))).body);
  assert.deepEqual(
    list.keys.map(({ id }) => id),
    [made.body.id, administrator.id, staff.id],
  );
});

test('when a key was last used is known to within a minute, for one write a minute', async (t) => {
  const app = await setUp(t);
  const { id, key } = await app.newKey();
  const { clock, ask } = app;
  const first = clock.now;
  await ask('GET /who', bearer(key));
  await untilUsedAt(app, id, first);

  clock.now = new Date(first.getTime() + 59_999);
  await ask('GET /who', bearer(key));
  assert.deepEqual(await lastUse(app, id), first);

  clock.now = new Date(first.getTime() + 60_000);
  await ask('GET /who', bearer(key));
  await untilUsedAt(app, id, clock.now);
});

test('a request does not wait for its use to be noted', async (t) => {
  const { ask, newKey, database } = await setUp(t);
  const { id, key } = await newKey();
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('select 1 from api_keys where id = $1 for update', [id]);
    assert.equal((await ask('GET /who', bearer(key))).status, 200);
    assert.equal((await ask('GET /who', bearer(key))).status, 200);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a request does not fail when its use cannot be noted, and the next one tries again', async (t) => {
  const { ask, newKey, database } = await setUp(t);
  const { key } = await newKey();
  await database.pool.query(`
    create sequence tries;
    create function refuse() returns trigger language plpgsql as
      $$ begin perform nextval('tries'); raise exception 'no'; end $$;
    create trigger refuse before update on api_keys for each row execute function refuse()`);
  const tries = async () => {
    const { rows } = await database.pool.query(
      'select case when is_called then last_value else 0 end::int as tries from tries',
    );
    return rows[0].tries;
  };
  while ((await tries()) < 2) {
    assert.equal((await ask('GET /who', bearer(key))).status, 200);
  }
});

test('a key is found by an index', async (t) => {
  const { database } = await setUp(t);
  await database.pool.query(
    `insert into api_keys (id, name, role, key_hash, hint, created_by, created_at)
     select gen_random_uuid(), 'x', 'staff', sha256(i::text::bytea), 'dbk_xxxx', 'local', now()
     from generate_series(1, 5000) as i`,
  );
  await database.pool.query('analyze api_keys');
  const { rows } = await database.pool.query(
    "explain select id from api_keys where key_hash = sha256('7') and revoked_at is null",
  );
  assert.match(JSON.stringify(rows), /Index Scan using api_keys_key_hash_key/);
});

test('nothing of a key is ever logged, also when the database fails', async (t) => {
  const { ask, newKey, logLines, admin, database, tables } = await setUp(t);
  const { key, id } = await newKey('admin');
  await ask('GET /who', bearer(key));
  await ask('GET /who', { 'x-api-key': key });
  await ask('GET /who', bearer(`${key}x`));
  await ask(`DELETE /api/keys/${id}`, admin.credentials);
  await ask('GET /who', bearer(key));
  const { key_hash } = await tables
    .selectFrom('api_keys')
    .select('key_hash')
    .executeTakeFirstOrThrow();
  await database.pool.query('alter table api_keys rename to gone');
  assert.equal((await ask('GET /who', bearer(key))).status, 500);
  const log = logLines.join('');
  for (const secret of [
    key.slice(4),
    key.slice(8),
    key_hash.toString('hex'),
    key_hash.toString('base64'),
  ]) {
    assert.ok(!log.includes(secret));
  }
  assert.match(log, /An API key was made/);
  assert.match(log, /An API key was revoked/);
  assert.match(log, /request failed/);
});

test('in the open mode whoever sits there makes the first key, and a wrong key is refused', async (t) => {
  const app = await startTestApp(t, { isOpenToThisMachine: true });
  const { status, body } = await app.ask('POST /api/keys', {}, { name: 'First', role: 'admin' });
  assert.deepEqual([status, body.created_by], [201, 'local']);
  assert.deepEqual((await app.ask('GET /who', bearer(String(body.key)))).body, {
    userId: body.id,
    role: 'admin',
  });
  assert.equal((await app.ask('GET /who', bearer('wrong'))).status, 401);
  assert.deepEqual((await app.ask('GET /who')).body, { userId: 'local', role: 'admin' });
});
