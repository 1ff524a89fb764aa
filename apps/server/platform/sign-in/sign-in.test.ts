import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { currentUserSchema, problemSchema } from '@deskbell/protocol';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import fastify, { type FastifyBaseLogger, type LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { openDatabase } from '../database.ts';
import { createClientAddress } from '../http/client-address.ts';
import { registerProblemHandling } from '../http/problem-handling.ts';
import { createSameOriginCheck } from '../http/same-origin.ts';
import type { NewUser } from './auth.ts';
import { signInRoutes } from './routes.ts';
import { seedDemoAccounts } from './seed-demo-accounts.ts';
import { createSignIn } from './sign-in.ts';
import type { SignInTables } from './tables.ts';

const PASSWORD = 'correct horse 7';
const secret = randomBytes(32).toString('hex');

const setUp = async (
  t: TestContext,
  {
    publicUrl = 'http://localhost:8000',
    trustedProxies = [] as string[],
    attemptsPerFiveMinutes = 100,
    attemptsPerAccountHour = 100,
    onSignUp = async (_user: NewUser) => {},
  } = {},
) => {
  const logLines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  let queryCount = 0;
  database.pool.on('acquire', () => {
    queryCount += 1;
  });
  const signUps: NewUser[] = [];
  const signIn = createSignIn({
    database,
    secret,
    publicUrl,
    trustedOrigins: [],
    log,
    onSignUp: async (user) => {
      await onSignUp(user);
      signUps.push(user);
    },
  });
  const app = fastify({ loggerInstance: log as FastifyBaseLogger });
  registerProblemHandling(app);
  await app.register(signInRoutes, {
    signIn,
    publicUrl,
    secret,
    clientAddress: createClientAddress(trustedProxies),
    checkSameOrigin: createSameOriginCheck([]),
    attemptsPerFiveMinutes,
    attemptsPerAccountHour,
  });
  app.get('/who', async (request, reply) => ({ who: await signIn.customerFor(request, reply) }));
  const post = (
    path: string,
    payload: object,
    { cookie, ...headers }: Record<string, string> = {},
  ) =>
    app.inject({
      method: 'POST',
      url: `/api/auth${path}`,
      payload,
      headers: {
        host: 'localhost:8000',
        origin: 'http://localhost:8000',
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
    });
  const who = async (cookie: string) =>
    (await app.inject({ url: '/who', headers: { cookie } })).json().who;
  const signUp = (email = 'ada@example.com') =>
    post('/sign-up/email', { name: 'Ada', email, password: PASSWORD });
  return {
    app,
    signIn,
    post,
    who,
    signUp,
    signUps,
    logLines,
    tables: database.for<SignInTables>(),
    queryCount: () => queryCount,
  };
};

const setCookies = (response: LightMyRequestResponse): string[] =>
  [response.headers['set-cookie'] ?? []].flat();

/** The Cookie header a browser would send next. */
const cookieOf = (response: LightMyRequestResponse): string =>
  setCookies(response)
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

const userOf = (response: LightMyRequestResponse) => {
  assert.equal(response.statusCode, 200, response.body);
  const { user } = currentUserSchema.strict().parse(response.json());
  assert.ok(user !== null);
  return user;
};

const assertRefused = (response: LightMyRequestResponse, status: number, code: string) => {
  assert.equal(response.statusCode, status, response.body);
  assert.equal(response.headers['content-type'], 'application/problem+json');
  assert.equal(problemSchema.strict().parse(response.json()).code, code);
  assert.equal(cookieOf(response), '', 'a refusal signs nobody in');
};

test('a wrong password and an unknown address are refused with the same words', async (t) => {
  const { post, signUp } = await setUp(t);
  await signUp();
  const wrong = await post('/sign-in/email', { email: 'ada@example.com', password: 'not this' });
  const unknown = await post('/sign-in/email', { email: 'bob@example.com', password: 'not this' });
  assertRefused(wrong, 401, 'wrong_credentials');
  assertRefused(unknown, 401, 'wrong_credentials');
  assert.equal(wrong.body, unknown.body);
});

for (const [what, body, detail] of [
  ['a short password', { password: 'seven77' }, 'password must be at least 8 characters'],
  ['a huge password', { password: 'x'.repeat(129) }, 'password must be at most 128 characters'],
  ['a bad address', { email: 'ada' }, 'email must be an e-mail address'],
  ['an empty name', { name: '  ' }, 'name is required'],
  ['a broken name', { name: 'Z\u0000' }, 'name must not contain control characters'],
  ['a role of their choice', { role: 'admin' }, 'unknown field: role'],
  ['an id of their choice', { id: randomUUID() }, 'unknown field: id'],
] as const) {
  test(`nobody signs up with ${what}`, async (t) => {
    const { post, tables } = await setUp(t);
    const valid = { name: 'Ada', email: 'ada@example.com', password: PASSWORD };
    const response = await post('/sign-up/email', { ...valid, ...body });
    assertRefused(response, 400, 'invalid_request');
    assert.equal(response.json().detail, detail);
    assert.deepEqual(await tables.selectFrom('users').select('id').execute(), []);
  });
}

test('an address has one account, in any case and when two sign up at once', async (t) => {
  const { signUp, tables } = await setUp(t);
  const responses = await Promise.all([signUp(), signUp(), signUp('ADA@example.com')]);
  assert.deepEqual(responses.map((response) => response.statusCode).sort(), [200, 422, 422]);
  assertRefused(await signUp(), 422, 'account_exists');
  assert.equal((await tables.selectFrom('users').select('id').execute()).length, 1);
});

test('a cookie cannot be forged, altered, or made with another secret', async (t) => {
  const { who, signUp, tables } = await setUp(t);
  const cookie = cookieOf(await signUp());
  const { token } = await tables.selectFrom('sessions').select('token').executeTakeFirstOrThrow();
  const [sessionCookie = '', dataCookie = ''] = cookie.split('; ');
  const data = JSON.parse(Buffer.from(dataCookie.split('=', 2)[1] ?? '', 'base64url').toString());
  data.session.user.id = randomUUID();
  data.session.user.role = 'admin';
  const altered = Buffer.from(JSON.stringify(data)).toString('base64url');
  const victim = await who(cookie);
  for (const forged of [
    'deskbell.session_token=',
    'deskbell.session_token=%E0%A4%A',
    `deskbell.session_token=${token}`,
    `deskbell.session_token=${token}.${'A'.repeat(43)}%3D`,
    sessionCookie.replace(/=(.)/, (_all, first) => (first === 'x' ? '=y' : '=x')),
    dataCookie,
    `deskbell.session_token=x; ${dataCookie}`,
  ]) {
    assert.equal(await who(forged), null, forged);
  }
  assert.deepEqual(await who(`${sessionCookie}; deskbell.session_data=${altered}`), victim);
  const elsewhere = await setUp(t);
  assert.equal(await elsewhere.who(sessionCookie), null);
});

test('signing out ends the session at once, also for a kept copy of the cookies', async (t) => {
  const { app, post, who, signUp, tables } = await setUp(t);
  const cookie = cookieOf(await signUp());
  assert.notEqual(await who(cookie), null);
  const response = await post('/sign-out', {}, { cookie });
  assert.deepEqual(response.json(), { user: null });
  assert.equal(cookieOf(response), '');
  assert.ok(setCookies(response).every((line) => line.includes('Max-Age=0')));
  assert.equal(await who(cookie), null);
  const session = await app.inject({ url: '/api/auth/get-session', headers: { cookie } });
  assert.deepEqual(session.json(), { user: null });
  assert.deepEqual(await tables.selectFrom('sessions').select('id').execute(), []);
});

test('an expired session is nobody, and is deleted by the clean-up', async (t) => {
  const { who, signIn, signUp, tables } = await setUp(t);
  const [sessionCookie = ''] = cookieOf(await signUp()).split('; ');
  await tables
    .updateTable('sessions')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .execute();
  assert.equal(await signIn.deleteExpiredSessions(new Date(Date.now() - 60_000)), 0);
  assert.equal(await signIn.deleteExpiredSessions(new Date()), 1);
  assert.equal(await who(sessionCookie), null);
});

test('another site can neither sign a browser in nor out', async (t) => {
  const { post, who, signUp } = await setUp(t);
  const cookie = cookieOf(await signUp());
  const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const credentials = { email: 'ada@example.com', password: PASSWORD };
  assertRefused(await post('/sign-in/email', credentials, evil), 403, 'cross_site');
  assertRefused(await post('/sign-out', {}, { ...evil, cookie }), 403, 'cross_site');
  assertRefused(
    await post('/sign-out', {}, { cookie, origin: 'https://evil.example' }),
    403,
    'cross_site',
  );
  assert.notEqual(await who(cookie), null);
});

test('a program that is no browser signs in, whatever fetch metadata its library sends', async (t) => {
  const { app, signUp } = await setUp(t);
  await signUp();
  const response = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email: 'ada@example.com', password: PASSWORD },
    headers: { host: 'localhost:8000', 'sec-fetch-mode': 'cors' },
  });
  assert.equal(response.statusCode, 200);
});

test('a page opened under another name of this server can sign in and out', async (t) => {
  const { post, who, signUp } = await setUp(t);
  await signUp();
  const lan = { host: '192.168.1.5:8000', origin: 'http://192.168.1.5:8000' };
  const credentials = { email: 'ada@example.com', password: PASSWORD };
  const cookie = cookieOf(await post('/sign-in/email', credentials, lan));
  assert.notEqual(await who(cookie), null);
  assert.equal((await post('/sign-out', {}, { ...lan, cookie })).statusCode, 200);
  assert.equal(await who(cookie), null);
});

test('nothing else of better-auth is reachable', async (t) => {
  const { app } = await setUp(t);
  const head = await app.inject({ method: 'HEAD', url: '/api/auth/get-session' });
  assert.equal(head.statusCode, 404);
  for (const path of [
    'ok',
    'error',
    'list-sessions',
    'callback/x',
    'reset-password/x',
    'verify-email',
  ]) {
    assert.equal((await app.inject(`/api/auth/${path}`)).statusCode, 404, path);
  }
  for (const path of [
    'update-user',
    'delete-user',
    'change-email',
    'sign-in/social',
    'set-password',
  ]) {
    const response = await app.inject({ method: 'POST', url: `/api/auth/${path}`, payload: {} });
    assert.equal(response.statusCode, 404, path);
  }
});

test('guessing is stopped with 429, whatever X-Forwarded-For says', async (t) => {
  const { post, signUp } = await setUp(t, { attemptsPerFiveMinutes: 3 });
  await signUp();
  const guess = (number: number) =>
    post(
      '/sign-in/email',
      { email: 'ada@example.com', password: `guess ${number}` },
      { 'x-forwarded-for': `198.51.100.${number}` },
    );
  for (let number = 0; number < 3; number += 1) {
    const response = await guess(number);
    assertRefused(response, 401, 'wrong_credentials');
    assert.equal(response.headers['ratelimit-remaining'], String(2 - number));
  }
  const stopped = await guess(4);
  assertRefused(stopped, 429, 'rate_limited');
  const waitSeconds = Number(stopped.headers['retry-after']);
  assert.ok(waitSeconds > 290 && waitSeconds <= 300, String(waitSeconds));
  assert.equal(stopped.headers['ratelimit-limit'], '3');
});

test('behind a trusted proxy each client has its own attempts, an IPv6 /64 being one', async (t) => {
  const { post } = await setUp(t, { attemptsPerFiveMinutes: 1, trustedProxies: ['127.0.0.1'] });
  const guess = async (address: string) => {
    const credentials = { email: 'ada@example.com', password: 'a guess' };
    const response = await post('/sign-in/email', credentials, { 'x-forwarded-for': address });
    return response.statusCode;
  };
  assert.equal(await guess('2001:db8::1'), 401);
  assert.equal(await guess('2001:db8::2'), 429);
  assert.equal(await guess('2001:db8:0:1::1'), 401);
});

test('guessing one password from many addresses is stopped, and locks out no browser that has signed in before', async (t) => {
  const { post, signUp, logLines } = await setUp(t, {
    attemptsPerAccountHour: 3,
    trustedProxies: ['127.0.0.1'],
  });
  const email = 'ada@example.com';
  const known = cookieOf(await signUp(email));
  await signUp('eve@example.com');
  const eve = cookieOf(await signUp('mallory@example.com'));
  let address = 0;
  const from = (headers: Record<string, string>, password: string, account = email) => {
    address += 1;
    const forwarded = { 'x-forwarded-for': `198.51.100.${address}`, ...headers };
    return post('/sign-in/email', { email: account, password }, forwarded);
  };
  // Nobody's attempts are told apart by upper case, by an account of the guesser or by a forgery.
  assertRefused(await from({}, 'guess one'), 401, 'wrong_credentials');
  assertRefused(
    await from({ cookie: eve }, 'guess two', 'ADA@example.com'),
    401,
    'wrong_credentials',
  );
  const forged = known.replace(/(known_device=[\w-]{22}\.).{5}/, '$1AAAAA');
  assertRefused(await from({ cookie: forged }, 'guess three'), 401, 'wrong_credentials');
  for (const password of ['guess four', PASSWORD]) {
    const stopped = await from({}, password);
    assertRefused(stopped, 429, 'rate_limited');
    assert.ok(Number(stopped.headers['retry-after']) > 3_500);
  }
  assertRefused(await from({}, 'a guess', 'nobody@example.com'), 401, 'wrong_credentials');
  userOf(await from({}, PASSWORD, 'eve@example.com'));

  const signedIn = await from({ cookie: known }, PASSWORD);
  assert.equal(userOf(signedIn).email, email);
  for (let count = 0; count < 3; count += 1) {
    assertRefused(await from({ cookie: known }, 'forgotten'), 401, 'wrong_credentials');
  }
  assertRefused(await from({ cookie: known }, PASSWORD), 429, 'rate_limited');
  userOf(await from({ cookie: cookieOf(signedIn) }, PASSWORD));
  assert.ok(!logLines.join().includes('known_device'));
});

test('signing in correctly uses up no attempts', async (t) => {
  const { post, signUp } = await setUp(t, { attemptsPerFiveMinutes: 1, attemptsPerAccountHour: 1 });
  await signUp();
  for (let count = 0; count < 3; count += 1) {
    userOf(await post('/sign-in/email', { email: 'ada@example.com', password: PASSWORD }));
  }
});

test('a customer signs up, is signed in, and has a customer of the same id', async (t) => {
  const { app, who, signUp, signUps } = await setUp(t);
  const response = await signUp('Ada@Example.com');
  const user = userOf(response);
  assert.deepEqual(user, { ...user, name: 'Ada', email: 'ada@example.com', role: 'customer' });
  assert.deepEqual(signUps, [{ id: user.id, name: 'Ada', email: 'ada@example.com' }]);
  const cookie = cookieOf(response);
  assert.deepEqual(await who(cookie), { customerId: user.id, role: 'customer' });
  const session = await app.inject({ url: '/api/auth/get-session', headers: { cookie } });
  assert.deepEqual(userOf(session), user);
});

test('a customer that could not be made at sign-up is made at the next sign-in', async (t) => {
  let isBroken = true;
  const { post, signUp, signUps, logLines } = await setUp(t, {
    onSignUp: async () => {
      if (isBroken) throw new Error('no room at the inn');
    },
  });
  const failed = await signUp();
  assertRefused(failed, 500, 'internal');
  assert.ok(!failed.body.includes('inn'));
  const failures = logLines.filter((line) => line.includes('no room at the inn'));
  assert.equal(failures.length, 1);
  const credentials = { email: 'ada@example.com', password: PASSWORD };
  assertRefused(await post('/sign-in/email', credentials), 500, 'internal');
  isBroken = false;
  const user = userOf(await post('/sign-in/email', credentials));
  assert.deepEqual(signUps, [{ id: user.id, name: 'Ada', email: 'ada@example.com' }]);
});

test('cookies are out of reach of scripts and other sites, and https only over https', async (t) => {
  const plain = await (await setUp(t)).signUp();
  for (const line of setCookies(plain)) {
    assert.match(line, /^deskbell\./);
    assert.match(line, /; HttpOnly/);
    assert.match(line, /; SameSite=Lax/);
    assert.doesNotMatch(line, /Secure|Domain/);
  }
  const publicUrl = 'https://chat.example.com';
  const { app, post } = await setUp(t, { publicUrl });
  const secure = await post(
    '/sign-up/email',
    { name: 'Ada', email: 'ada@example.com', password: PASSWORD },
    { host: 'chat.example.com', origin: publicUrl },
  );
  for (const line of setCookies(secure)) {
    assert.match(line, /^__Secure-deskbell\./);
    assert.match(line, /; Secure/);
  }
  const response = await app.inject({ url: '/who', headers: { cookie: cookieOf(secure) } });
  assert.equal(response.json().who.customerId, userOf(secure).id);
});

test('changing the password needs the old one and ends the other sessions', async (t) => {
  const { post, who, signUp } = await setUp(t);
  const elsewhere = cookieOf(await signUp());
  const credentials = { email: 'ada@example.com', password: PASSWORD };
  const cookie = cookieOf(await post('/sign-in/email', credentials));
  const change = { newPassword: 'another horse 8' };
  const path = '/change-password';
  const wrong = { ...change, currentPassword: 'not this one' };
  assertRefused(await post(path, wrong, { cookie }), 401, 'wrong_credentials');
  assertRefused(await post(path, { ...change, currentPassword: PASSWORD }), 401, 'not_signed_in');
  const changed = await post(path, { ...change, currentPassword: PASSWORD }, { cookie });
  userOf(changed);
  assert.equal(await who(elsewhere), null);
  assert.notEqual(await who(cookieOf(changed)), null);
  assertRefused(await post('/sign-in/email', credentials), 401, 'wrong_credentials');
});

test('asking who it is needs no SQL without a cookie, nor with a fresh one', async (t) => {
  const { app, who, signUp, queryCount } = await setUp(t);
  const cookie = cookieOf(await signUp());
  const before = queryCount();
  assert.equal((await app.inject('/who')).json().who, null);
  assert.equal(await who('theme=dark'), null);
  for (let count = 0; count < 20; count += 1) assert.notEqual(await who(cookie), null);
  assert.equal(queryCount(), before);
});

test('a stale copy of the session is renewed from the database, once', async (t) => {
  const { app, who, signUp, queryCount } = await setUp(t);
  const [sessionCookie = ''] = cookieOf(await signUp()).split('; ');
  const renewed = await app.inject({ url: '/who', headers: { cookie: sessionCookie } });
  assert.notEqual(renewed.json().who, null);
  const dataCookie = cookieOf(renewed);
  assert.match(dataCookie, /^deskbell\.session_data=/);
  const before = queryCount();
  assert.notEqual(await who(`${sessionCookie}; ${dataCookie}`), null);
  assert.equal(queryCount(), before);
});

test('demo customers can sign in under their own ids, however often they are seeded', async (t) => {
  const { signIn, post, signUps } = await setUp(t);
  const customers = [
    { id: randomUUID(), name: 'Maya', email: 'maya@example.com' },
    { id: randomUUID(), name: 'Jonas', email: 'Jonas@example.com' },
  ];
  const seed = () => seedDemoAccounts({ signIn, customers, password: PASSWORD });
  const created = await Promise.all([seed(), seed()]);
  assert.equal((created[0] ?? 0) + (created[1] ?? 0), 2);
  assert.equal(await seed(), 0);
  for (const { id, email } of customers) {
    const user = userOf(await post('/sign-in/email', { email, password: PASSWORD }));
    assert.equal(user.id, id);
  }
  assert.equal(signUps.length, 2);
});

test('no address, password, token or hash is ever logged', async (t) => {
  const { post, signUp, logLines, tables } = await setUp(t);
  const cookie = cookieOf(await signUp());
  await signUp();
  await post('/sign-in/email', { email: 'ada@example.com', password: 'not this' });
  await post('/sign-out', {}, { cookie });
  const { password } = await tables
    .selectFrom('accounts')
    .select('password')
    .executeTakeFirstOrThrow();
  for (const text of ['ada@', PASSWORD, 'not this', password ?? '', 'session_token']) {
    assert.ok(!logLines.join('').includes(text), text);
  }
});

test('a short secret is refused at once', async (t) => {
  const { url } = await createTestDatabase(t);
  const log = pino({ level: 'silent' });
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  const options = { database, publicUrl: 'http://localhost', trustedOrigins: [], log };
  assert.throws(
    () => createSignIn({ ...options, secret: 'short', onSignUp: async () => {} }),
    /at least 32 characters/,
  );
});
