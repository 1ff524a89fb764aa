import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findBusyDays } from './busy-days.ts';
import { insertTestBookings, insertTestCustomer, openTestBusiness } from './test-business.ts';

const range = { from: '2026-12-01', to: '2026-12-31' };
const times = (count: number, pickupDate: string) =>
  Array.from({ length: count }, () => ({ pickupDate }));

test('a day is busy from 8 bookings on, and cancelled ones do not count', async (t) => {
  const { database } = await openTestBusiness(t);
  const customer = await insertTestCustomer(database, 'Ada');
  await insertTestBookings(database, customer, [
    ...times(7, '2026-12-01'),
    { pickupDate: '2026-12-01', status: 'cancelled' },
    ...times(8, '2026-12-02'),
    ...times(20, '2026-12-31'),
    ...times(9, '2027-01-01'),
    ...times(9, '2026-11-30'),
  ]);
  const busy = await findBusyDays(database, { range, threshold: 8 });
  assert.deepEqual([...busy].sort(), ['2026-12-02', '2026-12-31']);
});

test('every status but cancelled counts', async (t) => {
  const { database } = await openTestBusiness(t);
  const customer = await insertTestCustomer(database, 'Ada');
  const statuses = ['pending', 'confirmed', 'paid', 'completed'] as const;
  await insertTestBookings(
    database,
    customer,
    statuses.map((status) => ({ pickupDate: '2026-12-05', status })),
  );
  assert.equal((await findBusyDays(database, { range, threshold: 4 })).size, 1);
  assert.equal((await findBusyDays(database, { range, threshold: 5 })).size, 0);
});

test('a crowded day is read up to the threshold, not to its end', async (t) => {
  // One connection, because each reports what it has read by itself.
  const { database } = await openTestBusiness(t, { poolSize: 1 });
  const customer = await insertTestCustomer(database, 'Ada');
  const tables = database.for<unknown>();
  await sql`
    insert into bookings (customer_id, service_type, pickup_date, total_cents)
    select ${customer}::uuid, 'standard_delivery', date '2026-01-01' + n / 100, 28500
    from generate_series(0, 365 * 100 - 1) as n
  `.execute(tables);
  await sql`vacuum analyze bookings`.execute(tables);

  const readEntries = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(tables);
    const { rows } = await sql<{ entries: number }>`
      select idx_tup_read as entries from pg_stat_user_indexes
      where indexrelname = 'bookings_of_day'
    `.execute(tables);
    return rows[0]?.entries ?? 0;
  };
  const before = await readEntries();
  assert.equal((await findBusyDays(database, { range, threshold: 8 })).size, 31);
  assert.equal((await readEntries()) - before, 31 * 8);
});
