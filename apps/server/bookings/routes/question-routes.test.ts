import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Availability, availabilitySchema, type BookingPrice } from '@deskbell/protocol';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { insertTestBookings, insertTestCustomer } from '../test-business.ts';
import { AVAILABILITY_PER_HOUR, ESTIMATES_PER_HOUR } from './booking-routes.ts';
import { ask, delivery, MORNING, move, transfer } from './test-booking.ts';

const PATH = '/api/bookings/availability';

const start = (t: TestContext, clock = () => MORNING) => startTestServer(t, { clock });

const estimate = (server: Parameters<typeof ask>[0], body: unknown) =>
  ask<BookingPrice>(server, '/api/bookings/estimate', { body });

const sentenceOf = (body: { errors?: { field: string; message: string }[] | undefined }) =>
  (body.errors ?? []).map(({ field, message }) => `${field}: ${message}`).join('\n');

test('a past start, a day that does not exist and an unknown parameter are refused', async (t) => {
  const server = await start(t);
  const past = await ask(server, `${PATH}?start=2026-11-21`);
  assert.equal(past.status, 400);
  assert.match(sentenceOf(past.body), /^start: start 2026-11-21 is in the past/);
  for (const query of ['start=2026-02-30', 'start=x', 'days=0', 'days=32', 'days=1.5', 'count=1']) {
    const { status, body } = await ask(server, `${PATH}?${query}`);
    assert.deepEqual([status, body.code], [400, 'invalid_request'], query);
  }
});

test('a busy day is told as busy, and no answer tells how many bookings a day has', async (t) => {
  const server = await start(t);
  const customer = await insertTestCustomer(server.database, 'Ada');
  const bookings = (count: number, pickupDate: string) =>
    Array.from({ length: count }, () => ({ pickupDate }));
  await insertTestBookings(server.database, customer, [
    ...bookings(7, '2026-12-04'),
    ...bookings(57, '2026-12-05'),
  ]);
  const { status, body } = await ask<Availability>(server, `${PATH}?start=2026-12-04&days=2`);
  assert.equal(status, 200);
  assert.deepEqual(body.days, [
    {
      date: '2026-12-04',
      availability: 'available',
      is_weekend: false,
      surcharges: [],
      blocked: false,
      blocked_reason: null,
    },
    {
      date: '2026-12-05',
      availability: 'busy',
      is_weekend: true,
      surcharges: [
        { service_type: 'mini_move', name: 'Weekend - Mini Move', amount_cents: 17500 },
        {
          service_type: 'standard_delivery',
          name: 'Weekend - Standard Delivery',
          amount_cents: 5000,
        },
      ],
      blocked: false,
      blocked_reason: null,
    },
  ]);
  assert.doesNotMatch(JSON.stringify(body), /57/);
});

test("without a start the days begin today by the business's clock: past midnight in UTC it is still the day before", async (t) => {
  let now = new Date('2026-11-24T04:59:00Z');
  const server = await start(t, () => now);
  const evening = availabilitySchema.parse((await ask(server, PATH)).body);
  assert.deepEqual([evening.days[0]?.date, evening.days.length], ['2026-11-23', 31]);
  assert.equal(evening.earliest_date, '2026-11-25');
  assert.deepEqual(
    evening.days.slice(0, 3).map(({ blocked }) => blocked),
    [true, true, false],
  );
  assert.match(evening.days[1]?.blocked_reason ?? '', /From 6 PM on.*\(631\) 595-5100/);
  now = new Date('2026-11-24T05:00:00Z');
  const night = availabilitySchema.parse((await ask(server, `${PATH}?days=1`)).body);
  assert.deepEqual([night.days[0]?.date, night.earliest_date], ['2026-11-24', '2026-11-25']);
});

test('what keeps an order from having a price is named; an unfinished rest is not', async (t) => {
  const server = await start(t);
  const cases: [unknown, RegExp][] = [
    [{}, /^service_type: /],
    [{ service_type: 'helicopter' }, /^service_type: .*one of mini_move/],
    [{ service_type: 'mini_move' }, /^package_type: /],
    [{ service_type: 'standard_delivery' }, /^standard_delivery_item_count: /],
    [{ service_type: 'blade_transfer' }, /^blade_bag_count: /],
    [{ ...transfer.order, blade_bag_count: 1 }, /^blade_bag_count: .*from 2 to/],
    [{ ...delivery.order, pickup_date: '2026-11-22' }, /^pickup_date: .*today/],
    [
      { ...delivery.order, pickup_address: { zip_code: '33139' } },
      /^pickup_address.zip_code: .*33139/,
    ],
    [{ ...delivery.order, pickup_time: 'morning_specific' }, /^pickup_time: /],
    [{ ...delivery.order, total_cents: 1 }, /^total_cents: unknown field/],
    [{ ...delivery.order, coi_required: 'yes' }, /^coi_required: .*true or false/],
  ];
  for (const [body, sentence] of cases) {
    const answer = await estimate(server, body);
    assert.equal(answer.status, 400, String(sentence));
    assert.match(sentenceOf(answer.body), sentence);
    assert.equal(answer.body.errors?.length, 1, sentenceOf(answer.body));
  }
  const unfinished = { ...transfer.order, blade_terminal: '3', blade_flight_date: '2026-11-01' };
  assert.equal((await estimate(server, unfinished)).status, 200);
});

test('an order is priced as far as it is known, in cents', async (t) => {
  const server = await start(t);
  const total = async (order: unknown) => (await estimate(server, order)).body.total_cents;
  const petite = { service_type: 'mini_move', package_type: 'petite' };
  const items = (standard_delivery_item_count: number) => ({
    service_type: 'standard_delivery',
    standard_delivery_item_count,
  });
  const bags = (zips: [string?, string?]) => ({
    service_type: 'blade_transfer',
    blade_bag_count: 2,
    ...(zips[0] !== undefined && { pickup_address: { zip_code: zips[0] } }),
    ...(zips[1] !== undefined && { delivery_address: { zip_code: zips[1] } }),
  });
  assert.deepEqual(
    [
      await total(petite),
      await total({ ...petite, coi_required: true }),
      await total(items(3)),
      await total(items(5)),
      await total({ ...items(3), pickup_date: '2026-12-05' }),
      await total(bags([])),
      await total(bags(['07101', '07101'])),
      await total(bags(['10001', '07101'])),
      await total(move.order),
      await total({ ...move.order, pickup_time: 'no_time_preference' }),
    ],
    [99500, 104500, 28500, 47500, 33500, 15000, 50000, 32500, 212500, 195000],
  );
  const { body } = await estimate(server, { ...items(1), item_description: 'wardrobe box' });
  assert.deepEqual(body.line_items, [
    { label: '1 item (minimum charge $285)', amount_cents: 28500 },
    { label: 'Wardrobe box', amount_cents: 27500 },
  ]);
  assert.match(body.disclaimer, /may apply/);
});

test('an order that nothing can change any more has a price, not an estimate', async (t) => {
  const server = await start(t);
  const disclaimerOf = async (order: unknown) => (await estimate(server, order)).body.disclaimer;
  for (const { order } of [delivery, move, transfer]) {
    assert.equal(await disclaimerOf(order), 'This is the price you book at.');
    const { pickup_date: _, ...undated } = order;
    const { pickup_address: __, ...unplaced } = order;
    for (const unfinished of [undated, unplaced]) {
      assert.match(await disclaimerOf(unfinished), /^This is an estimate/);
    }
  }
  const packed = await disclaimerOf({ ...delivery.order, include_packing: true });
  assert.match(packed, /^This is the price you book at\. Packing .* not in this price\.$/);
});

test('whoever asks too often is told when to go on', async (t) => {
  const server = await start(t);
  const questions = [
    { limit: AVAILABILITY_PER_HOUR, ask: () => ask(server, `${PATH}?days=1`) },
    { limit: ESTIMATES_PER_HOUR, ask: () => estimate(server, {}) },
  ];
  for (const question of questions) {
    for (let asked = 0; asked < question.limit; asked += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, question.ask));
      assert.ok(answers.every(({ status }) => status !== 429));
    }
    const { status, headers } = await question.ask();
    assert.equal(status, 429);
    assert.equal(headers.get('ratelimit-limit'), String(question.limit));
    assert.ok(Number(headers.get('retry-after')) > 0);
  }
});
