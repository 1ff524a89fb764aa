import { type Kysely, sql } from 'kysely';
import { localDay } from '../platform/business-day.ts';
import type { CalendarDate } from '../platform/calendar-date.ts';
import type { Database } from '../platform/database.ts';
import { createDemoBookings, demoGuests } from './demo-bookings.ts';
import { demoCustomers } from './demo-customers.ts';
import { loadBusiness } from './load-business.ts';
import type { BookingTables } from './tables.ts';

/**
 * Lays the demonstration's customers and bookings around today. Run at every start (after
 * `loadCatalogue`): on the day it was last laid it changes nothing, on any other it moves its own
 * bookings, which keep their ids and numbers. Bookings and customers that are not marked as
 * demonstration are never touched. Servers may run it at the same time.
 */
export async function seedDemo({
  database,
  clock,
  timezone,
}: {
  database: Database;
  clock: () => Date;
  timezone: string;
}): Promise<'seeded' | 'moved' | 'unchanged'> {
  const today = localDay(clock(), timezone);
  if ((await readLastDay(database.for<BookingTables>())) === today) return 'unchanged';
  const business = await loadBusiness(database);

  return database
    .for<BookingTables>()
    .transaction()
    .execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('deskbell.demo'))`.execute(transaction);
      // Again, now that no other server is doing the same.
      const lastDay = await readLastDay(transaction);
      if (lastDay === today) return 'unchanged';

      await transaction
        .insertInto('customers')
        .values(
          [...demoCustomers, ...demoGuests].map((customer) => ({ ...customer, is_demo: true })),
        )
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      await layBookings(transaction, createDemoBookings({ business, today }));
      await transaction
        .insertInto('demo_seed')
        .values({ seeded_on: today })
        .onConflict((conflict) => conflict.column('is_only_row').doUpdateSet({ seeded_on: today }))
        .execute();
      return lastDay === undefined ? 'seeded' : 'moved';
    });
}

async function readLastDay(tables: Kysely<BookingTables>): Promise<CalendarDate | undefined> {
  const last = await tables.selectFrom('demo_seed').select('seeded_on').executeTakeFirst();
  return last?.seeded_on;
}

async function layBookings(
  transaction: Kysely<BookingTables>,
  bookings: ReturnType<typeof createDemoBookings>,
): Promise<void> {
  if (bookings.length === 0) return;
  const existing = await transaction
    .selectFrom('bookings')
    .select(['id', 'number'])
    .where('is_demo', '=', true)
    .execute();
  const numbers = new Map(existing.map(({ id, number }) => [id, number]));

  await transaction
    .insertInto('bookings')
    .values(
      bookings.map((booking) => {
        const number = numbers.get(booking.id);
        // Naming the number keeps PostgreSQL from drawing a new one for a row it will only move.
        return number === undefined ? booking : { ...booking, number };
      }),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ ref }) => ({
          status: ref('excluded.status'),
          details: ref('excluded.details'),
          pickup_date: ref('excluded.pickup_date'),
          total_cents: ref('excluded.total_cents'),
          price_lines: ref('excluded.price_lines'),
          contact_name: ref('excluded.contact_name'),
          contact_email: ref('excluded.contact_email'),
          contact_phone: ref('excluded.contact_phone'),
          created_at: ref('excluded.created_at'),
          updated_at: ref('excluded.updated_at'),
        }))
        .where('bookings.is_demo', '=', true),
    )
    .execute();
}
