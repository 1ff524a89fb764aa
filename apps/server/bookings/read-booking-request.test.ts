import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createBusiness } from './business.ts';
import { priceOrder } from './price-order.ts';
import { readBookingRequest, readOrderToPrice } from './read-booking-request.ts';
import { delivery, MORNING, move, transfer } from './routes/test-booking.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

const business = createBusiness(readShippedCatalogue());
const time = { now: MORNING, timezone: 'America/New_York' };

const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    'mini_move',
    'standard_delivery',
    'blade_transfer',
    'petite',
    'full',
    'morning_specific',
    'no_time_preference',
    'from_airport',
    'EWR',
    '2026-12-05',
    '2026-12-03',
    'NJ',
    '07101',
    '6 surfboards',
    0,
    2,
    1001,
    true,
    '\ud800\u0000',
  ),
  fc.string({ unit: 'binary' }),
);

/** A good booking, some of whose values have become anything, or are gone. */
const almostGood = fc
  .record({
    booking: fc.constantFrom(delivery, transfer, move),
    changes: fc.array(fc.record({ at: fc.nat(), to: fc.option(anything, { nil: undefined }) }), {
      maxLength: 4,
    }),
  })
  .map(({ booking, changes }) => {
    const body = structuredClone(booking) as unknown as Record<string, unknown>;
    for (const { at, to } of changes) {
      const places = placesOf(body);
      const place = places[at % places.length];
      if (place !== undefined) place.record[place.key] = to;
    }
    return JSON.parse(JSON.stringify(body)) as unknown;
  });

interface Place {
  record: Record<string, unknown>;
  key: string;
}

function placesOf(record: Record<string, unknown>): Place[] {
  return Object.entries(record).flatMap(([key, value]) => [
    { record, key },
    ...(typeof value === 'object' && value !== null && !Array.isArray(value)
      ? placesOf(value as Record<string, unknown>)
      : []),
  ]);
}

test('whatever is sent is either told what is wrong with it, or has a price and can be stored', () => {
  let goodCount = 0;
  fc.assert(
    fc.property(fc.oneof(almostGood, fc.jsonValue()), (body) => {
      const read = readBookingRequest(business, body, time);
      if (read === undefined) return;
      for (const { message } of read.errors) assert.notEqual(message, '');
      if (read.errors.length > 0) return;
      goodCount += 1;
      const price = priceOrder(business, read.order, time);
      assert.ok(price.ok, price.ok ? '' : price.reason);
      assert.ok(price.value.total_cents > 0 && price.value.total_cents < 2 ** 31);
      const stored = JSON.stringify([read.order, read.contact]);
      assert.ok(stored.isWellFormed());
      assert.doesNotMatch(stored, /\\u0000|\\ud[89a-f]/i);
    }),
    { numRuns: 3000 },
  );
  assert.ok(goodCount > 50, `${goodCount} were good`);
});

test('an order without an error has a price', () => {
  fc.assert(
    fc.property(almostGood, (body) => {
      const { order } = body as { order?: unknown };
      const read = readOrderToPrice(business, order, time);
      if (read === undefined || read.errors.length > 0) return;
      assert.ok(priceOrder(business, read.order, time).ok);
    }),
    { numRuns: 3000 },
  );
});

test('a field of the wrong kind is named once, not also as missing', () => {
  const body = {
    ...delivery,
    order: { ...delivery.order, pickup_address: 'Main St', pickup_date: 5 },
  };
  const read = readBookingRequest(business, body, time);
  assert.deepEqual(
    read?.errors.map(({ field }) => field),
    ['pickup_date', 'pickup_address'],
  );
});
