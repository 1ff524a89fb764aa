import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  insertTestBookings,
  insertTestCustomer,
  openTestBusiness,
} from '../../../bookings/test-business.ts';
import { createCheckAvailability } from './check-availability.ts';
import { runTestTool } from './run-test-tool.ts';

const timezone = 'America/New_York';

test('a day with 8 bookings is busy, and no result tells how many there are', async (t) => {
  const { database, business } = await openTestBusiness(t);
  const tool = createCheckAvailability({ business, database, timezone });
  const customer = await insertTestCustomer(database, 'Ada');
  const bookings = (count: number, pickupDate: string) =>
    Array.from({ length: count }, () => ({ pickupDate }));
  await insertTestBookings(database, customer, [
    ...bookings(7, '2026-06-09'),
    { pickupDate: '2026-06-09', status: 'cancelled' },
    ...bookings(57, '2026-06-10'),
  ]);
  const result = await runTestTool(tool, { start_date: '2026-06-09', num_days: 1 });
  const day = { is_weekend: false, surcharges: [], blocked: false, blocked_reason: null };
  assert.deepEqual(result, {
    dates: [
      { date: '2026-06-09', availability: 'available', ...day },
      { date: '2026-06-10', availability: 'busy', ...day },
    ],
    summary: 'Availability from 2026-06-09 to 2026-06-10.',
  });
  assert.doesNotMatch(JSON.stringify(result), /57/);
});

test('the range has both ends, 15 days unless said otherwise, 31 at most', async (t) => {
  const { database, business } = await openTestBusiness(t);
  const tool = createCheckAvailability({ business, database, timezone });
  const count = async (num_days?: unknown) => {
    const { dates } = await runTestTool(tool, { start_date: '2026-06-09', num_days });
    return (dates as unknown[]).length;
  };
  assert.deepEqual(
    [await count(), await count(0), await count('7'), await count(30), await count(90)],
    [15, 1, 8, 31, 31],
  );
});

test('a past start, a bad date and a negative number are errors; today in New York is not', async (t) => {
  const { database, business } = await openTestBusiness(t);
  const tool = createCheckAvailability({ business, database, timezone });
  const error = async (input: unknown) => String((await runTestTool(tool, input)).error);
  assert.match(await error({ start_date: '2026-05-31' }), /in the past; today is 2026-06-01/);
  assert.match(await error({ start_date: '06/09/2026' }), /YYYY-MM-DD/);
  assert.match(await error({ start_date: '2026-02-30' }), /real date/);
  assert.match(await error({}), /start_date/);
  assert.match(await error({ start_date: '2026-06-09', num_days: -1 }), /whole number/);
  const lateEvening = { now: new Date('2026-06-02T03:59:00Z') };
  const result = await runTestTool(tool, { start_date: '2026-06-01', num_days: 0 }, lateEvening);
  assert.equal((result.dates as { blocked: boolean }[])[0]?.blocked, true);
});
