import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import {
  insertTestBookings,
  insertTestCustomer,
  openTestBusiness,
} from '../../../bookings/test-business.ts';
import { createLookupBookingHistory } from './lookup-booking-history.ts';
import { createLookupBookingStatus } from './lookup-booking-status.ts';
import { runTestTool } from './run-test-tool.ts';

const timezone = 'America/New_York';

async function openDesk(t: Parameters<typeof openTestBusiness>[0]) {
  const { database, business } = await openTestBusiness(t);
  return {
    database,
    status: createLookupBookingStatus({ business, database }),
    history: createLookupBookingHistory({ database, timezone }),
  };
}

const customer = (customerId: string) => ({
  principal: { kind: 'customer' as const, customerId },
});

test('no argument opens the bookings of somebody else', async (t) => {
  const { database, status, history } = await openDesk(t);
  const ada = await insertTestCustomer(database, 'Ada');
  const bob = await insertTestCustomer(database, 'Bob');
  const [bobs] = await insertTestBookings(database, bob, [
    { pickupDate: '2026-06-20', status: 'paid', totalCents: 99500 },
  ]);
  for (const input of [
    { customer_id: bob },
    { customerId: bob },
    { user_id: bob },
    { email: 'bob@example.com' },
    { booking_number: bobs },
    { principal: { kind: 'customer', customerId: bob } },
    JSON.parse(`{"__proto__": {"customerId": "${bob}"}}`),
    [bob],
    bob,
  ]) {
    for (const tool of [status, history]) {
      const result = await runTestTool(tool, input, customer(ada));
      assert.doesNotMatch(JSON.stringify(result), new RegExp(`${bobs}|995|2026-06-20`));
      assert.ok('error' in result, JSON.stringify(input));
    }
  }
  assert.deepEqual(await runTestTool(status, {}, customer(ada)), {
    bookings: [],
    message: 'This account has no bookings yet.',
  });
  assert.equal((await runTestTool(history, {}, customer(ada))).total_bookings, 0);
});

test('a visitor who reaches a lookup gets nothing', async (t) => {
  const { database, status, history } = await openDesk(t);
  const bob = await insertTestCustomer(database, 'Bob');
  await insertTestBookings(database, bob, [{ pickupDate: '2026-06-20' }]);
  for (const tool of [status, history]) {
    const result = await runTestTool(tool, {});
    assert.deepEqual(result, { error: 'Bookings can be looked up only after signing in.' });
  }
});

test('the status is that of the newest five, without any internal id', async (t) => {
  const { database, status } = await openDesk(t);
  const ada = await insertTestCustomer(database, 'Ada');
  const numbers = await insertTestBookings(
    database,
    ada,
    [1, 2, 3, 4, 5, 6].map((day) => ({
      pickupDate: `2026-06-1${day}`,
      status: 'confirmed',
      totalCents: 28550,
      createdAt: new Date(`2026-05-0${day}T12:00:00Z`),
    })),
  );
  const { bookings } = await runTestTool(status, {}, customer(ada));
  assert.deepEqual(
    bookings,
    [6, 5, 4, 3, 2].map((day) => ({
      booking_number: numbers[day - 1],
      service: 'Standard Delivery',
      status: 'confirmed',
      pickup_date: `2026-06-1${day}`,
      total: 285.5,
    })),
  );
  assert.doesNotMatch(JSON.stringify(bookings), /[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('the history counts from today in New York on', async (t) => {
  const { database, history } = await openDesk(t);
  const ada = await insertTestCustomer(database, 'Ada');
  await insertTestBookings(database, ada, [
    { pickupDate: '2026-06-01', status: 'paid', totalCents: 10_050 },
    { pickupDate: '2026-06-02', status: 'confirmed', totalCents: 20_000 },
    { pickupDate: '2026-05-31', status: 'completed', totalCents: 30_000 },
    { pickupDate: '2026-06-30', status: 'pending' },
    { pickupDate: '2026-06-30', status: 'cancelled' },
  ]);
  const at = (instant: string) =>
    runTestTool(history, {}, { ...customer(ada), now: new Date(instant) });
  const evening = await at('2026-06-02T03:59:59Z');
  assert.deepEqual(evening, { total_bookings: 5, completed: 1, upcoming: 2, total_spent: 400.5 });
  assert.equal((await at('2026-06-02T04:00:00Z')).upcoming, 1);
});

test('an account without a customer record is simply one without bookings', async (t) => {
  const { status } = await openDesk(t);
  const result = await runTestTool(status, {}, customer(randomUUID()));
  assert.deepEqual(result.bookings, []);
});
