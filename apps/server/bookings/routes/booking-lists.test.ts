import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Booking, bookingPageSchema, type StaffBooking } from '@deskbell/protocol';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { createApiKeys } from '../../platform/sign-in/api-keys.ts';
import type { BookingStatus } from '../booking.ts';
import { insertTestBookings, insertTestCustomer } from '../test-business.ts';
import { ask, delivery, MORNING, signUp } from './test-booking.ts';

const PATH = '/api/bookings';

const start = (t: TestContext) =>
  startTestServer(t, { clock: () => MORNING, backOffice: {}, isOpenToThisMachine: false });

async function apiKey(server: TestServer): Promise<Record<string, string>> {
  const apiKeys = createApiKeys({ database: server.database, clock: () => MORNING });
  const { key } = await apiKeys.create({ name: 'test', role: 'staff', createdBy: 'local' });
  return { 'x-api-key': key };
}

/** Every page of a list, by the numbers on it. */
async function pagesOf(
  server: TestServer,
  path: string,
  headers: Record<string, string>,
): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { status, body } = await ask<{ bookings: Booking[]; next_cursor: string | null }>(
      server,
      path + query,
      { headers },
    );
    assert.equal(status, 200);
    pages.push(body.bookings.map(({ number }) => number));
    cursor = body.next_cursor;
  }
  return pages;
}

test("another customer's bookings are never listed, whatever the query, the cursor or a key says", async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  const bob = await signUp(server, 'Bob');
  await insertTestBookings(server.database, ada.id, [{ pickupDate: '2026-12-04' }]);
  const numbers = await insertTestBookings(
    server.database,
    bob.id,
    Array.from({ length: 3 }, () => ({ pickupDate: '2026-12-05' })),
  );

  const nobody = await ask(server, PATH);
  assert.deepEqual([nobody.status, nobody.body.code], [401, 'not_signed_in']);
  const withKey = await ask(server, PATH, { headers: await apiKey(server) });
  assert.equal(withKey.status, 401);
  const bobs = await ask<{ next_cursor: string }>(server, `${PATH}?limit=1`, {
    headers: bob.headers,
  });
  const stolen = await ask(server, `${PATH}?cursor=${bobs.body.next_cursor}`, {
    headers: ada.headers,
  });
  assert.doesNotMatch(JSON.stringify(stolen.body), new RegExp(numbers.join('|')));
  for (const query of [`customer_id=${bob.id}`, `number=${numbers[0]}`, 'cursor=x', 'limit=0']) {
    const { status } = await ask(server, `${PATH}?${query}`, { headers: ada.headers });
    assert.equal(status, 400, query);
  }
  const own = await ask(server, PATH, { headers: ada.headers });
  assert.equal(bookingPageSchema.parse(own.body).bookings.length, 1);
  assert.ok(!('contact' in ((own.body.bookings as object[])[0] ?? {})));
});

test('pages go on where the one before ended, also among bookings of the same moment', async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  const createdAt = new Date('2026-11-01T12:00:00Z');
  const older = await insertTestBookings(
    server.database,
    ada.id,
    Array.from({ length: 5 }, () => ({ pickupDate: '2026-12-04', createdAt })),
  );
  const [newest] = await insertTestBookings(server.database, ada.id, [
    { pickupDate: '2026-12-01', createdAt: new Date('2026-11-02T12:00:00Z') },
  ]);
  const pages = await pagesOf(server, `${PATH}?limit=2`, ada.headers);
  assert.deepEqual(
    pages.map(({ length }) => length),
    [2, 2, 2],
  );
  assert.equal(pages[0]?.[0], newest);
  assert.deepEqual(pages.flat().sort(), [...older, newest].sort());
});

test('customers and nobody neither list all bookings nor change one; without a back office there is no such route', async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  const [number] = await insertTestBookings(server.database, ada.id, [
    { pickupDate: '2026-12-04' },
  ]);
  const asked = async (headers: Record<string, string>) => [
    (await ask(server, `${PATH}/all`, { headers })).status,
    (await ask(server, `${PATH}/all/${number}`, { headers })).status,
    (await ask(server, `${PATH}/${number}`, { method: 'PATCH', body: { status: 'paid' }, headers }))
      .status,
  ];
  assert.deepEqual(await asked({}), [401, 401, 401]);
  assert.deepEqual(await asked(ada.headers), [403, 403, 403]);
  assert.deepEqual(await asked({ 'x-api-key': 'wrong' }), [401, 401, 401]);

  const frontDeskOnly = await startTestServer(t, { clock: () => MORNING });
  assert.equal((await ask(frontDeskOnly, `${PATH}/all`)).status, 404);
});

test('staff find bookings by status and pickup day, with whom they are for', async (t) => {
  const server = await start(t);
  const headers = await apiKey(server);
  const customer = await insertTestCustomer(server.database, 'Eve');
  const statuses: BookingStatus[] = ['pending', 'paid', 'cancelled', 'paid', 'pending'];
  const numbers = await insertTestBookings(
    server.database,
    customer,
    statuses.map((status, index) => ({
      status,
      pickupDate: `2026-12-0${9 - index}`,
      createdAt: new Date(`2026-11-0${index + 1}T12:00:00Z`),
    })),
  );
  const at = (...indexes: number[]) => indexes.map((index) => numbers[index]);
  const find = async (query: string) =>
    (await pagesOf(server, `${PATH}/all?limit=2${query}`, headers)).flat();
  assert.deepEqual(await find(''), at(4, 3, 2, 1, 0));
  assert.deepEqual(await find('&status=paid'), at(3, 1));
  assert.deepEqual(await find('&pickup_from=2026-12-06&pickup_to=2026-12-08'), at(3, 2, 1));
  assert.deepEqual(await find('&pickup_from=2026-12-06&status=paid'), at(3, 1));
  for (const query of ['status=lost', 'pickup_from=2026-02-30', 'pickup_to=x', 'cursor=e30']) {
    assert.equal((await ask(server, `${PATH}/all?${query}`, { headers })).status, 400, query);
  }

  assert.equal((await ask(server, PATH, { body: delivery })).status, 201);
  const { body } = await ask<{ bookings: StaffBooking[] }>(server, `${PATH}/all`, { headers });
  assert.deepEqual(body.bookings[0]?.contact, delivery.contact);
  assert.equal(body.bookings[1]?.contact, null);
});

test('one booking is read by its number; what is no number is not there', async (t) => {
  const server = await start(t);
  const headers = await apiKey(server);
  assert.equal((await ask(server, PATH, { body: delivery })).status, 201);
  const { body } = await ask<{ bookings: StaffBooking[] }>(server, `${PATH}/all`, { headers });
  const [made] = body.bookings;
  for (const unknown of ['TT-999999', 'TT-1', '%00', "TT-000001'--", made?.number.slice(3)]) {
    assert.equal((await ask(server, `${PATH}/all/${unknown}`, { headers })).status, 404, unknown);
  }
  const one = await ask(server, `${PATH}/all/${made?.number.toLowerCase()}`, { headers });
  assert.deepEqual([one.status, one.body], [200, made]);
});

test('bookings are found by number, and by how the name or address of whom they are for begins', async (t) => {
  const server = await start(t);
  const headers = await apiKey(server);
  const customer = await insertTestCustomer(server.database, 'Eve');
  const contacts = [
    ['Ann_a O\\Hara', 'ann@one.example'],
    ['Annika 100%', 'x_y@two.example'],
    ['Ébano', 'xay@three.example'],
  ];
  const numbers = await insertTestBookings(
    server.database,
    customer,
    ['01', '02', '03', '04'].map((day) => ({
      pickupDate: `2026-12-${day}`,
      createdAt: new Date(`2026-11-${day}T12:00:00Z`),
      ...(day === '03' ? { status: 'paid' as const } : {}),
    })),
  );
  for (const [index, [name, email]] of contacts.entries()) {
    await server.database.pool.query(
      `update bookings set contact_name = $2, contact_email = $3, contact_phone = '2125550123'
       where number = $1`,
      [numbers[index], name, email],
    );
  }
  const find = async (q: string, more = '') =>
    (await pagesOf(server, `${PATH}/all?limit=2&q=${encodeURIComponent(q)}${more}`, headers))
      .flat()
      .map((number) => numbers.indexOf(number));
  for (const q of ['%00', '', '%20', 'x'.repeat(201)]) {
    assert.equal((await ask(server, `${PATH}/all?q=${q}`, { headers })).status, 400, q);
  }
  assert.deepEqual(await find('ann'), [1, 0]);
  assert.deepEqual(await find(' ANN@one'), [0]);
  assert.deepEqual(await find('Ann_a o\\h'), [0]);
  assert.deepEqual(await find('ann_k'), []);
  assert.deepEqual(await find('x_y'), [1]);
  assert.deepEqual(await find('%'), []);
  assert.deepEqual(await find('éb'), [2]);
  assert.deepEqual(await find('one.example'), []);
  assert.deepEqual(await find('éb', '&status=pending'), []);
  assert.deepEqual(await find('a', '&pickup_from=2026-12-02'), [1]);
  const number = numbers[3] ?? '';
  for (const written of [number, number.toLowerCase(), String(Number(number.slice(3)))]) {
    assert.deepEqual(await find(written), [3], written);
  }
  assert.deepEqual(await find('999999999999999999'), []);
});

test('a booking goes its way and no other; two who change it at once do not both', async (t) => {
  const server = await start(t);
  const headers = (await signUp(server, 'Sam', 'staff')).headers;
  const customer = await insertTestCustomer(server.database, 'Eve');
  const all: BookingStatus[] = ['pending', 'confirmed', 'paid', 'completed', 'cancelled'];
  const possible = new Set([
    'pending confirmed',
    'pending paid',
    'confirmed paid',
    'paid completed',
    'pending cancelled',
    'confirmed cancelled',
    'paid cancelled',
  ]);
  for (const from of all) {
    const numbers = await insertTestBookings(
      server.database,
      customer,
      all.map(() => ({ pickupDate: '2026-12-04', status: from })),
    );
    for (const [index, to] of all.entries()) {
      const answer = await ask<StaffBooking>(server, `${PATH}/${numbers[index]}`, {
        method: 'PATCH',
        body: { status: to },
        headers,
      });
      const mayChange = possible.has(`${from} ${to}`);
      assert.equal(answer.status, mayChange ? 200 : 409, `${from} to ${to}`);
      if (mayChange) assert.equal(answer.body.status, to);
      else assert.match(answer.body.detail ?? '', new RegExp(`is ${from}.*cannot become ${to}`));
    }
  }

  const [number] = await insertTestBookings(server.database, customer, [
    { pickupDate: '2026-12-04', status: 'paid' },
  ]);
  const race = await Promise.all(
    ['completed', 'cancelled'].map((status) =>
      ask(server, `${PATH}/${number}`, { method: 'PATCH', body: { status }, headers }),
    ),
  );
  assert.deepEqual(race.map(({ status }) => status).sort(), [200, 409]);
  for (const unknown of ['TT-999999', 'TT-1', 'all', "TT-000001' or 1=1"]) {
    const path = `${PATH}/${encodeURIComponent(unknown)}`;
    const { status } = await ask(server, path, {
      method: 'PATCH',
      body: { status: 'paid' },
      headers,
    });
    assert.equal(status, 404, unknown);
  }
});

test('among a hundred thousand bookings a page of any list reads its own rows off an index', async (t) => {
  const server = await start(t);
  const { pool } = server.database;
  const ada = await signUp(server, 'Ada');
  const crowd = await insertTestCustomer(server.database, 'Crowd');
  await fillWithBookings(server, { count: 100_000, some: ada.id, most: crowd });
  const staff = await apiKey(server);
  const lists: [string, Record<string, string>][] = [
    [`${PATH}?limit=20`, ada.headers],
    [`${PATH}/all?limit=20`, staff],
    [`${PATH}/all?limit=20&status=pending`, staff],
    [`${PATH}/all?limit=20&status=completed`, staff],
    [`${PATH}/all?limit=20&pickup_from=2026-12-01&pickup_to=2026-12-31`, staff],
    [`${PATH}/all?limit=20&pickup_from=2026-01-01&status=cancelled`, staff],
    [`${PATH}/all?limit=20&q=contact`, staff],
    [`${PATH}/all?limit=20&q=contact&status=pending`, staff],
  ];
  for (const [path, headers] of lists) {
    const first = await ask<{ next_cursor: string | null }>(server, path, { headers });
    const { next_cursor } = first.body;
    const pages = next_cursor === null ? [path] : [path, `${path}&cursor=${next_cursor}`];
    for (const page of pages) {
      const statement = (await statementsOf(server, () => ask(server, page, { headers }))).at(-1);
      const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) ${statement?.text}`,
        statement?.values,
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      const blocks = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
      assert.ok(blocks > 0 && blocks < 60, `${page}: ${blocks} blocks`);
      assert.doesNotMatch(JSON.stringify(plan), /Seq Scan|"Sort"/, page);
    }
  }
});

test('among a hundred thousand bookings a rare name is looked up, a frequent one met on the way', async (t) => {
  const server = await start(t);
  const { pool } = server.database;
  const crowd = await insertTestCustomer(server.database, 'Crowd');
  await fillWithBookings(server, { count: 100_000, some: crowd, most: crowd });
  const headers = await apiKey(server);
  for (const [q, count] of [
    ['contact 9999', 11],
    ['person4242@', 1],
    ['contact', 20],
    ['nobody', 0],
    ['77777', 1],
  ] as const) {
    const path = `${PATH}/all?limit=20&q=${encodeURIComponent(q)}`;
    let found: StaffBooking[] = [];
    const statements = await statementsOf(server, async () => {
      const { body } = await ask<{ bookings: StaffBooking[] }>(server, path, { headers });
      found = body.bookings;
    });
    assert.equal(found.length, count, q);
    for (const { text, values } of statements) {
      const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) ${text}`,
        values,
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      const blocks = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
      // The look-up stops at 2,001 of each kind.
      assert.ok(blocks < 1_500, `${q}: ${blocks} blocks`);
      assert.doesNotMatch(JSON.stringify(plan), /Seq Scan/, q);
    }
  }
});

async function fillWithBookings(
  { database: { pool } }: TestServer,
  { count, some, most }: { count: number; some: string; most: string },
): Promise<void> {
  await pool.query(
    `insert into bookings (customer_id, service_type, pickup_date, total_cents, contact_name,
       contact_email, contact_phone, status, created_at)
     select case when n % 1000 = 0 then $1::uuid else $2::uuid end, 'standard_delivery',
       date '2026-01-01' + n % 700, 28500, 'Contact ' || n, 'person' || n || '@example.com', '2125550123',
       case when n % 20000 = 0 then 'pending' when n % 3000 = 0 then 'cancelled' else 'completed' end,
       timestamptz '2026-01-01' + n * interval '1 minute'
     from generate_series(1, $3::int) as n`,
    [some, most, count],
  );
  await pool.query('analyze bookings');
}

interface Statement {
  text: string;
  values: unknown[];
}

/** The statements about bookings that a request sends to the pool. */
async function statementsOf(
  { database: { pool } }: TestServer,
  request: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const query = pool.query;
  const record = (...call: unknown[]): unknown => {
    const [text, values] = call;
    if (typeof text === 'string' && text.includes('from bookings')) {
      statements.push({ text, values: values as unknown[] });
    }
    return Reflect.apply(query, pool, call);
  };
  Object.assign(pool, { query: record });
  try {
    await request();
  } finally {
    Object.assign(pool, { query });
  }
  return statements;
}
