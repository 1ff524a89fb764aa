import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../platform/calendar-date.ts';
import type { Database } from '../platform/database.ts';
import { findBusyDays } from './busy-days.ts';
import { sumBookingHistory } from './customer-bookings.ts';
import { demoCustomers } from './demo-customers.ts';
import { seedDemo } from './seed-demo.ts';
import type { BookingTables } from './tables.ts';
import { insertTestBookings, openTestBusiness } from './test-business.ts';

const timezone = 'America/New_York';
const noonOf = (date: string) => () => new Date(`${date}T17:00:00Z`);

const readBookings = (database: Database) =>
  database.for<BookingTables>().selectFrom('bookings').selectAll().orderBy('id').execute();

for (const today of ['2026-11-22', '2026-12-31', '2028-02-29', '2027-07-01']) {
  test(`on ${today} the demonstration lies around that day`, async (t) => {
    const { database } = await openTestBusiness(t);
    assert.equal(await seedDemo({ database, clock: noonOf(today), timezone }), 'seeded');

    const bookings = await readBookings(database);
    assert.equal(bookings.length, 60);
    for (const { pickup_date, status, created_at, total_cents, price_lines, is_demo } of bookings) {
      const isOver = pickup_date < today;
      const fitting = isOver
        ? ['completed', 'cancelled']
        : ['pending', 'confirmed', 'paid', 'cancelled'];
      assert.ok(fitting.includes(status), `${status} on ${pickup_date}`);
      assert.ok(created_at < noonOf(today)(), 'made in the past');
      assert.ok(created_at.toISOString().slice(0, 10) < pickup_date, 'made before its pickup');
      assert.ok(total_cents >= 15000 && is_demo);
      const sum = price_lines.reduce((total, { amountCents }) => total + amountCents, 0);
      assert.equal(sum, total_cents);
    }
    const statuses = new Set(bookings.map(({ status }) => status));
    assert.equal(statuses.size, 5);
    const range = { from: today, to: addDays(today, 14) };
    const busy = await findBusyDays(database, { range, threshold: 8 });
    assert.deepEqual([...busy], [addDays(today, 9)]);
  });
}

test('both demo customers have something behind and something before them', async (t) => {
  const { database } = await openTestBusiness(t);
  await seedDemo({ database, clock: noonOf('2026-11-22'), timezone });
  for (const { id, name } of demoCustomers) {
    const history = await sumBookingHistory(database, { customerId: id, today: '2026-11-22' });
    assert.ok(history.completed > 0 && history.upcoming > 0 && history.spentCents > 0, name);
  }
});

test('a second start on the same day changes nothing, not even what someone edited', async (t) => {
  const { database } = await openTestBusiness(t);
  await seedDemo({ database, clock: noonOf('2026-11-22'), timezone });
  await database
    .for<BookingTables>()
    .updateTable('bookings')
    .set({ status: 'cancelled' })
    .execute();
  const before = await readBookings(database);
  assert.equal(await seedDemo({ database, clock: noonOf('2026-11-22'), timezone }), 'unchanged');
  assert.deepEqual(await readBookings(database), before);
});

test('days later its bookings have moved on, with the same ids and numbers', async (t) => {
  const { database } = await openTestBusiness(t);
  await seedDemo({ database, clock: noonOf('2026-11-22'), timezone });
  const before = await readBookings(database);
  assert.equal(await seedDemo({ database, clock: noonOf('2026-12-02'), timezone }), 'moved');
  const after = await readBookings(database);
  const identity = ({ id, number, customer_id, status }: (typeof after)[number]) =>
    [id, number, customer_id, status].join();
  assert.deepEqual(after.map(identity), before.map(identity));
  assert.deepEqual(
    after.map(({ pickup_date }) => pickup_date),
    before.map(({ pickup_date }) => addDays(pickup_date, 10)),
  );
});

test("real bookings, a demo customer's own too, are never touched", async (t) => {
  const { database } = await openTestBusiness(t);
  const [maya] = demoCustomers;
  await seedDemo({ database, clock: noonOf('2026-11-22'), timezone });
  const numbers = await insertTestBookings(database, maya.id, [{ pickupDate: '2026-11-25' }]);
  const realOnes = async () => (await readBookings(database)).filter(({ is_demo }) => !is_demo);
  const before = await realOnes();
  assert.deepEqual(numbers, ['TT-000061']);
  await seedDemo({ database, clock: noonOf('2027-01-05'), timezone });
  assert.deepEqual(await realOnes(), before);
});

test('moving the demonstration uses up no booking numbers', async (t) => {
  const { database } = await openTestBusiness(t);
  const [maya] = demoCustomers;
  for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) {
    await seedDemo({ database, clock: noonOf(day), timezone });
  }
  assert.deepEqual(await insertTestBookings(database, maya.id, [{ pickupDate: '2026-12-25' }]), [
    'TT-000061',
  ]);
});

test('servers that start together lay it once', async (t) => {
  const { database } = await openTestBusiness(t);
  const options = { database, clock: noonOf('2026-11-22'), timezone };
  const outcomes = await Promise.all([seedDemo(options), seedDemo(options), seedDemo(options)]);
  assert.deepEqual(outcomes.sort(), ['seeded', 'unchanged', 'unchanged']);
  assert.equal((await readBookings(database)).length, 60);
});

test('the day is the one in the business zone', async (t) => {
  const { database } = await openTestBusiness(t);
  const clock = () => new Date('2026-11-23T03:00:00Z');
  await seedDemo({ database, clock, timezone });
  const seed = await database
    .for<BookingTables>()
    .selectFrom('demo_seed')
    .selectAll()
    .executeTakeFirst();
  assert.equal(seed?.seeded_on, '2026-11-22');
});

test('a catalogue that was changed never stops the demonstration', async (t) => {
  const { database } = await openTestBusiness(t);
  const tables = database.for<BookingTables>();
  await tables.deleteFrom('service_area_zip_codes').where('zip_code', '>', '11900').execute();
  assert.equal(await seedDemo({ database, clock: noonOf('2026-11-22'), timezone }), 'seeded');
  const some = await readBookings(database);
  assert.ok(some.length > 0 && some.length < 60);
  await tables.deleteFrom('service_area_zip_codes').execute();
  assert.equal(await seedDemo({ database, clock: noonOf('2026-11-23'), timezone }), 'moved');
});
