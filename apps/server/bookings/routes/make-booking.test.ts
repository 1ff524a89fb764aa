import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { type Booking, bookingSchema, problemSchema } from '@deskbell/protocol';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { findNewestBookings, sumBookingHistory } from '../customer-bookings.ts';
import type { BookingTables } from '../tables.ts';
import { ask, delivery, MORNING, move, signUp, transfer, withOrder } from './test-booking.ts';

const PATH = '/api/bookings';

const start = (t: TestContext, options: Parameters<typeof startTestServer>[1] = {}) =>
  startTestServer(t, { clock: () => MORNING, ...options });

const rowsOf = (server: TestServer) =>
  server.database.for<BookingTables>().selectFrom('bookings').selectAll().orderBy('id').execute();

const countOf = async (server: TestServer, table: 'bookings' | 'customers'): Promise<number> =>
  (await server.database.for<BookingTables>().selectFrom(table).select('id').execute()).length;

const fieldsOf = (body: { errors?: { field: string }[] | undefined }): string[] =>
  (body.errors ?? []).map(({ field }) => field).sort();

test('a double click books once: 20 identical requests at a time give one booking and one customer', async (t) => {
  const server = await start(t, { bookingsPerHour: 1 });
  const headers = { 'idempotency-key': randomUUID() };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask<Booking>(server, PATH, { body: delivery, headers })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [
    ...Array.from({ length: 19 }, () => 200),
    201,
  ]);
  assert.equal(new Set(answers.map(({ body }) => body.number)).size, 1);
  assert.deepEqual([await countOf(server, 'bookings'), await countOf(server, 'customers')], [1, 1]);
  const told = server.logLines.filter((line) => line.includes('A booking was made'));
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', /"booking":"TT-\d{6}"/);
  assert.doesNotMatch(server.logLines.join(), /Ada|ada@|350 5th|555-?0123/);
});

test('a key that was used for another booking is refused, and says nothing of that one', async (t) => {
  const server = await start(t);
  const headers = { 'idempotency-key': randomUUID() };
  assert.equal((await ask(server, PATH, { body: delivery, headers })).status, 201);
  const other = await ask(server, PATH, { body: transfer, headers });
  assert.equal(other.status, 409);
  assert.equal(other.body.code, 'idempotency_mismatch');
  assert.doesNotMatch(JSON.stringify(other.body), /TT-|Ada|350 5th/);
  assert.equal(await countOf(server, 'bookings'), 1);
});

test('one key is one booking: with another sender it is refused, and tells nothing of whose it is', async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  const bob = await signUp(server, 'Bob');
  const senders = [{}, ada.headers, bob.headers];
  for (const first of senders) {
    const key = { 'idempotency-key': randomUUID() };
    for (const headers of [first, ...senders.filter((sender) => sender !== first)]) {
      const answer = await ask(server, PATH, { body: delivery, headers: { ...key, ...headers } });
      assert.equal(answer.status, headers === first ? 201 : 409);
      if (headers !== first) assert.doesNotMatch(JSON.stringify(answer.body), /TT-|Ada|350 5th/);
    }
  }
  assert.equal(await countOf(server, 'bookings'), senders.length);
});

test('a session that began or ended meanwhile changes neither whose a booking is nor how many there are', async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  const book = (as: string, headers: Record<string, string>) =>
    ask<Booking>(server, PATH, { body: { ...delivery, as }, headers });

  const asCustomer = { 'idempotency-key': randomUUID() };
  const first = await book('customer', { ...asCustomer, ...ada.headers });
  assert.equal(first.status, 201);
  for (const headers of [asCustomer, { 'idempotency-key': randomUUID() }, {}]) {
    const signedOut = await book('customer', headers);
    assert.equal(signedOut.status, 401);
    assert.equal(signedOut.body.code, 'not_signed_in');
  }
  assert.equal(
    (await book('customer', { ...asCustomer, ...ada.headers })).body.number,
    first.body.number,
  );

  const asGuest = { 'idempotency-key': randomUUID() };
  const second = await book('guest', asGuest);
  assert.equal(second.status, 201);
  const signedIn = await book('guest', { ...asGuest, ...ada.headers });
  assert.deepEqual([signedIn.status, signedIn.body.number], [200, second.body.number]);
  assert.equal((await book('guest', ada.headers)).status, 201);

  const rows = await rowsOf(server);
  const owned = rows.filter(({ customer_id }) => customer_id === ada.id);
  assert.deepEqual([rows.length, owned.map(({ number }) => number)], [3, [first.body.number]]);
  assert.deepEqual(fieldsOf((await book('admin', {})).body), ['as']);
});

test('a lost answer is got again after the day has become too late to book, and in another order of fields', async (t) => {
  let now = MORNING;
  const server = await start(t, { clock: () => now });
  const headers = { 'idempotency-key': randomUUID() };
  const first = await ask<Booking>(server, PATH, { body: delivery, headers });
  now = new Date('2026-12-05T15:00:00Z');
  const { order, contact, expected_total_cents } = delivery;
  const again = await ask<Booking>(server, PATH, {
    body: {
      expected_total_cents,
      contact,
      order: Object.fromEntries(Object.entries(order).reverse()),
    },
    headers,
  });
  assert.equal(again.status, 200);
  assert.deepEqual(again.body, first.body);
});

test('another price than the one shown is refused with the new one, and nothing is booked', async (t) => {
  const server = await start(t);
  for (const expected_total_cents of [28499, 0, -28500, 28500_00]) {
    const { status, body } = await ask(server, PATH, {
      body: { ...delivery, expected_total_cents },
    });
    assert.equal(status, 409);
    assert.equal(body.code, 'price_changed');
    assert.equal(problemSchema.parse(body).price?.total_cents, 28500);
    assert.match(String(body.detail), /\$285/);
  }
  assert.deepEqual([await countOf(server, 'bookings'), await countOf(server, 'customers')], [0, 0]);
});

test('nobody says whose a booking is: an id, a status or a price in the body is an unknown field', async (t) => {
  const server = await start(t);
  const bob = await signUp(server, 'Bob');
  const forged: [unknown, string][] = [
    [{ ...delivery, customer_id: bob.id }, 'customer_id'],
    [withOrder(delivery, { customer_id: bob.id }), 'customer_id'],
    [{ ...delivery, contact: { ...delivery.contact, id: bob.id } }, 'contact.id'],
    [{ ...delivery, status: 'paid' }, 'status'],
    [withOrder(delivery, { total_cents: 1 }), 'total_cents'],
    [
      withOrder(delivery, { pickup_address: { ...delivery.order.pickup_address, lat: 1 } }),
      'pickup_address.lat',
    ],
  ];
  for (const [body, field] of forged) {
    const answer = await ask(server, PATH, { body });
    assert.equal(answer.status, 400, field);
    assert.deepEqual(fieldsOf(answer.body), [field]);
    assert.match(String(answer.body.detail), /unknown field/);
  }
  assert.equal(await countOf(server, 'bookings'), 0);
});

test('every wrong field is named at once, whether its kind or its value is wrong', async (t) => {
  const server = await start(t);
  const { status, body } = await ask(server, PATH, {
    body: {
      order: {
        service_type: 'standard_delivery',
        standard_delivery_item_count: 'three',
        pickup_date: '2026-11-21',
        pickup_time: 'no_time_preference',
        pickup_address: { address_line_1: ' ', city: 'Miami', state: 'FL', zip_code: '33139' },
        delivery_address: { ...delivery.order.delivery_address, zip_code: '07101' },
        colour: 'red',
      },
      contact: { name: '', email: 'ada@', phone: '12' },
    },
  });
  assert.equal(status, 400);
  assert.deepEqual(fieldsOf(body), [
    'colour',
    'contact.email',
    'contact.name',
    'contact.phone',
    'delivery_address.zip_code',
    'expected_total_cents',
    'pickup_address.address_line_1',
    'pickup_address.state',
    'pickup_address.zip_code',
    'pickup_date',
    'pickup_time',
    'standard_delivery_item_count',
  ]);
  const sentences = Object.fromEntries((body.errors ?? []).map((one) => [one.field, one.message]));
  assert.match(String(sentences.pickup_date), /in the past/);
  assert.equal(sentences.colour, 'unknown field: colour');
  assert.match(String(sentences['pickup_address.state']), /NY, NJ, CT/);
  assert.match(String(sentences['delivery_address.zip_code']), /07101 is in NJ, not in NY/);
  assert.equal(problemSchema.parse(body).code, 'invalid_request');
});

test('an empty booking is told everything that it needs; what is no object is refused', async (t) => {
  const server = await start(t);
  const { body } = await ask(server, PATH, { body: {} });
  for (const field of ['service_type', 'pickup_date', 'pickup_address.zip_code', 'contact.email']) {
    assert.ok(fieldsOf(body).includes(field), field);
  }
  const deep = `${'['.repeat(8000)}${']'.repeat(8000)}`;
  const bodies = ['[]', 'null', '"text"', '{', '', deep, `{"order": ${deep}}`, `{"x": ${deep}}`];
  for (const text of bodies) {
    for (const headers of [{}, { 'idempotency-key': randomUUID() }]) {
      const answer = await ask(server, PATH, { body: text, headers });
      assert.equal(answer.status, 400, text.slice(0, 40));
    }
  }
  const huge = await ask(server, PATH, { body: { ...delivery, filler: 'x'.repeat(17_000) } });
  assert.equal(huge.body.code, 'body_too_large');
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`field${index}`, 1]));
  const flooded = await ask(server, PATH, { body: { ...delivery, ...many } });
  assert.equal(flooded.body.errors?.length, 50);
});

const wrong: [string, unknown, string, RegExp][] = [
  [
    'a day that does not exist',
    withOrder(delivery, { pickup_date: '2026-02-30' }),
    'pickup_date',
    /YYYY-MM-DD/,
  ],
  [
    'today',
    withOrder(delivery, { pickup_date: '2026-11-22' }),
    'pickup_date',
    /today.*\(631\) 595-5100/,
  ],
  [
    'nothing to carry',
    withOrder(delivery, { standard_delivery_item_count: 0 }),
    'standard_delivery_item_count',
    /specialty item/,
  ],
  [
    'too many items',
    withOrder(delivery, { standard_delivery_item_count: 1001 }),
    'standard_delivery_item_count',
    /up to 1000/,
  ],
  [
    'no address',
    withOrder(delivery, { delivery_address: undefined }),
    'delivery_address.address_line_1',
    /street/,
  ],
  [
    'a ZIP code that is none',
    withOrder(delivery, { pickup_address: { ...delivery.order.pickup_address, zip_code: '1000' } }),
    'pickup_address.zip_code',
    /five digits/,
  ],
  [
    'a long description',
    withOrder(delivery, { item_description: 'x'.repeat(501) }),
    'item_description',
    /500/,
  ],
  [
    'long instructions',
    withOrder(delivery, { special_instructions: '🚚'.repeat(501) }),
    'special_instructions',
    /500/,
  ],
  ['a move without a size', withOrder(move, { package_type: undefined }), 'package_type', /size/],
  [
    'more pieces than the size takes',
    withOrder(move, { standard_delivery_item_count: 31 }),
    'package_type',
    /30 pieces/,
  ],
  [
    'a chosen hour with the small move',
    withOrder(move, { package_type: 'petite' }),
    'pickup_time',
    /not offered/,
  ],
  [
    'a chosen hour with the large move',
    withOrder(move, { package_type: 'full' }),
    'pickup_time',
    /not offered/,
  ],
  [
    'a chosen hour that is not told',
    withOrder(move, { pickup_hour: undefined }),
    'pickup_hour',
    /8, 9, 10/,
  ],
  ['an hour in the afternoon', withOrder(move, { pickup_hour: 14 }), 'pickup_hour', /8, 9, 10/],
  ['one bag', withOrder(transfer, { blade_bag_count: 1 }), 'blade_bag_count', /from 2 to/],
  [
    'an airport not served',
    withOrder(transfer, { blade_airport: 'LGA' }),
    'blade_airport',
    /JFK and EWR/,
  ],
  [
    'terminal 3 at JFK',
    withOrder(transfer, { blade_terminal: '3' }),
    'blade_terminal',
    /1, 4, 5, 7, 8/,
  ],
  [
    'no direction',
    withOrder(transfer, { transfer_direction: undefined }),
    'transfer_direction',
    /to or from/,
  ],
  [
    'no flight',
    withOrder(transfer, { blade_flight_date: undefined }),
    'blade_flight_date',
    /day of the flight/,
  ],
  [
    'a flight before its pickup',
    withOrder(transfer, { blade_flight_date: '2026-12-03' }),
    'blade_flight_date',
    /leaves before/,
  ],
  [
    'an hour that does not exist',
    withOrder(transfer, { blade_flight_time: '25:00' }),
    'blade_flight_time',
    /HH:MM/,
  ],
  [
    'an address at the airport',
    withOrder(transfer, { delivery_address: delivery.order.delivery_address }),
    'delivery_address',
    /airport/,
  ],
  [
    'two people’s e-mail addresses',
    { ...delivery, contact: { ...delivery.contact, email: 'a@example.com, b@example.com' } },
    'contact.email',
    /no e-mail address/,
  ],
  [
    'a header smuggled into an e-mail address',
    { ...delivery, contact: { ...delivery.contact, email: 'a@example.com\r\nBcc: b@example.com' } },
    'contact.email',
    /no e-mail address/,
  ],
  [
    'an extension',
    { ...delivery, contact: { ...delivery.contact, phone: '631 555 0123 ext. 4' } },
    'contact.phone',
    /extension/,
  ],
  [
    'a name without end',
    { ...delivery, contact: { ...delivery.contact, name: 'A'.repeat(121) } },
    'contact.name',
    /120/,
  ],
];

test('whatever cannot be done is refused at its field, with a sentence that says what can', async (t) => {
  const server = await start(t);
  for (const [name, body, field, sentence] of wrong) {
    const answer = await ask(server, PATH, { body });
    assert.equal(answer.status, 400, name);
    const error = answer.body.errors?.find((one) => one.field === field);
    assert.match(error?.message ?? '', sentence, name);
  }
  assert.equal(await countOf(server, 'bookings'), 0);
});

test('tomorrow is too late from 6 PM in New York on, also in summer and on the days the clocks change', async (t) => {
  let now = MORNING;
  const server = await start(t, { clock: () => now });
  const cases: [string, string, boolean][] = [
    // Winter: UTC-5. Summer: UTC-4. 2026-11-01 and 2027-03-14: the clocks changed that morning.
    ['2026-11-23T22:59:59Z', '2026-11-24', true],
    ['2026-11-23T23:00:00Z', '2026-11-24', false],
    ['2026-07-08T21:59:59Z', '2026-07-09', true],
    ['2026-07-08T22:00:00Z', '2026-07-09', false],
    ['2026-11-01T22:59:59Z', '2026-11-02', true],
    ['2026-11-01T23:00:00Z', '2026-11-02', false],
    ['2027-03-14T21:59:59Z', '2027-03-15', true],
    ['2027-03-14T22:00:00Z', '2027-03-15', false],
    // Midnight in UTC is still the evening before; after midnight in New York it is today.
    ['2026-11-24T00:30:00Z', '2026-11-25', true],
    ['2026-11-24T04:59:59Z', '2026-11-25', true],
    ['2026-11-24T05:00:00Z', '2026-11-24', false],
    ['2026-11-24T05:00:00Z', '2026-11-25', true],
  ];
  for (const [moment, pickup_date, mayBook] of cases) {
    now = new Date(moment);
    const { status, body } = await ask(server, PATH, {
      body: withOrder(delivery, { pickup_date }),
    });
    assert.equal(status, mayBook ? 201 : 400, `${moment} for ${pickup_date}: ${body.detail}`);
    if (!mayBook) assert.deepEqual(fieldsOf(body), ['pickup_date']);
  }
});

test('more bookings than an hour has are refused with the time to wait; replays and refusals cost nothing', async (t) => {
  const server = await start(t, { bookingsPerHour: 2 });
  const key = { 'idempotency-key': randomUUID() };
  assert.equal((await ask(server, PATH, { body: delivery, headers: key })).status, 201);
  for (let index = 0; index < 3; index += 1) {
    assert.equal((await ask(server, PATH, { body: delivery, headers: key })).status, 200);
    assert.equal((await ask(server, PATH, { body: {} })).status, 400);
  }
  const second = await ask(server, PATH, { body: transfer });
  assert.equal(second.status, 201);
  assert.equal(second.headers.get('ratelimit-remaining'), '0');
  const third = await ask(server, PATH, { body: transfer });
  assert.equal(third.status, 429);
  assert.equal(third.body.code, 'rate_limited');
  assert.ok(Number(third.headers.get('retry-after')) > 3500);
  assert.equal(third.headers.get('ratelimit-limit'), '2');
  assert.equal((await ask(server, PATH, { body: delivery, headers: key })).status, 200);
  assert.deepEqual([await countOf(server, 'bookings'), await countOf(server, 'customers')], [2, 2]);
});

test('a page of another website cannot book, nor change a booking, nor ask for prices', async (t) => {
  const server = await start(t, { backOffice: {} });
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
    const asked = [
      await ask(server, PATH, { body: delivery, headers }),
      await ask(server, `${PATH}/estimate`, { body: delivery.order, headers }),
      await ask(server, `${PATH}/TT-000001`, {
        method: 'PATCH',
        body: { status: 'paid' },
        headers,
      }),
    ];
    for (const { status, body } of asked)
      assert.deepEqual([status, body.code], [403, 'cross_site']);
  }
  assert.equal(await countOf(server, 'bookings'), 0);
});

test('hostile text is stored as text: SQL, markup, control characters and halves of characters', async (t) => {
  const server = await start(t);
  const sql = `Robert'); drop table bookings;-- "$1" \\`;
  const { status, body } = await ask<Booking>(server, PATH, {
    body: {
      ...withOrder(delivery, {
        item_description: `${sql} {{7*7}}`,
        special_instructions:
          '  <script>alert(1)</script>\r\n\u0000\u0007ring\ud800 twice\n\n\n\n\u202egnirts  ',
        pickup_address: { ...delivery.order.pickup_address, address_line_1: ` 1\u0000 Main\tSt\n` },
      }),
      contact: { ...delivery.contact, name: `\u202e${sql}\udfff` },
    },
  });
  assert.equal(status, 201);
  assert.equal(body.details.item_description, `${sql} {{7*7}}`);
  assert.equal(body.special_instructions, '<script>alert(1)</script>\nring twice\n\ngnirts');
  assert.equal(body.pickup_address?.address_line_1, '1 Main St');
  const [row] = await rowsOf(server);
  assert.equal(row?.contact_name, sql);
});

test('a guest becomes a customer of their own, also with the e-mail address of an account', async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  for (let index = 0; index < 2; index += 1) {
    assert.equal((await ask(server, PATH, { body: delivery })).status, 201);
  }
  const rows = await rowsOf(server);
  assert.equal(new Set([ada.id, ...rows.map(({ customer_id }) => customer_id)]).size, 3);
  const own = await ask<{ bookings: Booking[] }>(server, PATH, { headers: ada.headers });
  assert.deepEqual(own.body.bookings, []);
});

test("a signed-in customer's booking is theirs, whatever contact it names, and the assistant finds it", async (t) => {
  const server = await start(t);
  const ada = await signUp(server, 'Ada');
  const { status, body } = await ask<Booking>(server, PATH, {
    body: { ...move, contact: { ...move.contact, email: 'bob@example.com' } },
    headers: ada.headers,
  });
  assert.equal(status, 201);
  const found = await findNewestBookings(server.database, { customerId: ada.id, limit: 5 });
  assert.deepEqual(found, [
    {
      number: body.number,
      serviceType: 'mini_move',
      status: 'pending',
      pickupDate: '2026-12-04',
      totalCents: 212500,
    },
  ]);
  const history = { customerId: ada.id, today: '2026-11-22' };
  assert.equal((await sumBookingHistory(server.database, history)).total, 1);
  const customers = await server.database
    .for<BookingTables>()
    .selectFrom('customers')
    .select('email')
    .where('id', '=', ada.id)
    .execute();
  assert.deepEqual(customers, [{ email: 'ada@example.com' }]);
});

test('what is stored is what was checked and priced: names as in a handoff, phone as E.164, every line', async (t) => {
  const server = await start(t);
  const made = await ask<Booking>(server, PATH, {
    body: withOrder(move, {
      pickup_address: {
        ...delivery.order.pickup_address,
        state: 'new york',
        zip_code: '10001-1234',
      },
      include_packing: true,
      blade_airport: 'JFK',
    }),
  });
  // With packing it costs more than the customer was shown.
  const price = made.body.price as unknown as { total_cents: number };
  assert.equal(price.total_cents, 212500 + 253500 + 20914);
  const { status, body } = await ask<Booking>(server, PATH, {
    body: {
      ...withOrder(move, {
        pickup_address: {
          ...delivery.order.pickup_address,
          state: 'new york',
          zip_code: '10001-1234',
        },
        include_packing: true,
        blade_airport: 'JFK',
      }),
      expected_total_cents: price.total_cents,
    },
  });
  assert.equal(status, 201);
  bookingSchema.parse(body);
  assert.match(body.number, /^TT-\d{6}$/);
  const { number: _, created_at: __, ...rest } = body;
  assert.deepEqual(rest, {
    status: 'pending',
    service_type: 'mini_move',
    details: {
      package_type: 'standard',
      include_packing: true,
      include_unpacking: false,
      coi_required: false,
    },
    pickup_date: '2026-12-04',
    pickup_time: 'morning_specific',
    pickup_hour: 9,
    pickup_address: delivery.order.pickup_address,
    delivery_address: delivery.order.delivery_address,
    special_instructions: null,
    price: {
      line_items: [
        { label: 'Standard Move', amount_cents: 195000 },
        { label: 'Professional packing', amount_cents: 253500 },
        { label: 'Tax on packing and unpacking (8.25%)', amount_cents: 20914 },
        { label: 'One-hour pickup window', amount_cents: 17500 },
      ],
      total_cents: 486914,
    },
  });
  const [row] = await rowsOf(server);
  assert.equal(row?.contact_phone, '+16315550123');
  assert.ok(!server.logLines.some((line) => /ada@example|5550123|350 5th/.test(line)));
});

test('a transfer has one address, the one that is not the airport', async (t) => {
  const server = await start(t);
  const to = await ask<Booking>(server, PATH, {
    body: withOrder(transfer, {
      blade_airport: 'jfk',
      blade_terminal: 'Terminal 4',
      blade_flight_time: '5:30 PM',
    }),
  });
  assert.equal(to.status, 201);
  assert.deepEqual(to.body.details, {
    blade_bag_count: 2,
    transfer_direction: 'to_airport',
    blade_airport: 'JFK',
    blade_terminal: '4',
    blade_flight_date: '2026-12-04',
    blade_flight_time: '17:30',
  });
  assert.equal(to.body.delivery_address, null);
  const from = await ask<Booking>(server, PATH, {
    body: withOrder(transfer, {
      transfer_direction: 'from_airport',
      pickup_address: undefined,
      delivery_address: delivery.order.delivery_address,
    }),
  });
  assert.equal(from.status, 201);
  assert.deepEqual(
    [from.body.pickup_address, from.body.delivery_address?.zip_code],
    [null, '11937'],
  );
});

test('specialty items alone can be booked, at their own prices', async (t) => {
  const server = await start(t);
  const { status, body } = await ask<Booking>(server, PATH, {
    body: {
      ...withOrder(delivery, {
        standard_delivery_item_count: 0,
        item_description: '2 surfboard, 1 peloton',
      }),
      expected_total_cents: 120000,
    },
  });
  assert.equal(status, 201);
  assert.deepEqual(
    body.price.line_items.map(({ label, amount_cents }) => [label, amount_cents]),
    [
      ['Surfboard x 2', 70000],
      ['Peloton / large equipment', 50000],
    ],
  );
});
