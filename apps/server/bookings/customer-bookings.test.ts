import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { findNewestBookings, sumBookingHistory } from './customer-bookings.ts';
import { insertTestBookings, insertTestCustomer, openTestBusiness } from './test-business.ts';

const today = '2026-11-22';

test("another customer's bookings are never among one's own", async (t) => {
  const { database } = await openTestBusiness(t);
  const ada = await insertTestCustomer(database, 'Ada');
  const bob = await insertTestCustomer(database, 'Bob');
  const [adas] = await insertTestBookings(database, ada, [
    { pickupDate: '2026-12-01', status: 'paid' },
  ]);
  await insertTestBookings(database, bob, [
    { pickupDate: '2026-12-02', status: 'paid', totalCents: 99500 },
    { pickupDate: '2026-12-03', status: 'completed', totalCents: 99500 },
  ]);
  const bookings = await findNewestBookings(database, { customerId: ada, limit: 5 });
  assert.deepEqual(
    bookings.map(({ number }) => number),
    [adas],
  );
  assert.deepEqual(await sumBookingHistory(database, { customerId: ada, today }), {
    total: 1,
    completed: 0,
    upcoming: 1,
    spentCents: 28500,
  });
});

test('someone without bookings has none, and zeros', async (t) => {
  const { database } = await openTestBusiness(t);
  const customerId = randomUUID();
  assert.deepEqual(await findNewestBookings(database, { customerId, limit: 5 }), []);
  assert.deepEqual(await sumBookingHistory(database, { customerId, today }), {
    total: 0,
    completed: 0,
    upcoming: 0,
    spentCents: 0,
  });
});

test('the five made last come first, whatever their pickup date', async (t) => {
  const { database } = await openTestBusiness(t);
  const ada = await insertTestCustomer(database, 'Ada');
  const numbers = await insertTestBookings(
    database,
    ada,
    [3, 1, 7, 5, 2, 6, 4].map((day) => ({
      pickupDate: `2026-12-${10 - day}`.replace(/-(\d)$/, '-0$1'),
      createdAt: new Date(`2026-10-0${day}T12:00:00Z`),
    })),
  );
  const bookings = await findNewestBookings(database, { customerId: ada, limit: 5 });
  assert.deepEqual(
    bookings.map(({ number }) => number),
    [2, 5, 3, 6, 0].map((index) => numbers[index]),
  );
});

test('upcoming is paid or confirmed from today on, spent is paid and completed', async (t) => {
  const { database } = await openTestBusiness(t);
  const ada = await insertTestCustomer(database, 'Ada');
  await insertTestBookings(database, ada, [
    { pickupDate: '2026-11-22', status: 'paid', totalCents: 1 },
    { pickupDate: '2026-11-22', status: 'confirmed', totalCents: 10 },
    { pickupDate: '2026-11-21', status: 'paid', totalCents: 100 },
    { pickupDate: '2026-11-21', status: 'completed', totalCents: 1_000 },
    { pickupDate: '2026-12-01', status: 'pending', totalCents: 10_000 },
    { pickupDate: '2026-12-01', status: 'cancelled', totalCents: 2_000_000_000 },
  ]);
  assert.deepEqual(await sumBookingHistory(database, { customerId: ada, today }), {
    total: 6,
    completed: 1,
    upcoming: 2,
    spentCents: 1_101,
  });
});

test('sums beyond an integer column are exact', async (t) => {
  const { database } = await openTestBusiness(t);
  const ada = await insertTestCustomer(database, 'Ada');
  const booking = {
    pickupDate: '2026-11-01',
    status: 'completed',
    totalCents: 2_000_000_001,
  } as const;
  await insertTestBookings(database, ada, [booking, booking, booking]);
  const { spentCents } = await sumBookingHistory(database, { customerId: ada, today });
  assert.equal(spentCents, 6_000_000_003);
});
