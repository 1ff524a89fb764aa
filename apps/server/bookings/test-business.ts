import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createTestDatabase, type Owner } from '../../../testing/postgres.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import type { BookingStatus } from './booking.ts';
import type { Business } from './business.ts';
import { loadBusiness } from './load-business.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { BookingTables } from './tables.ts';

/** For tests: a database of their own with the shipped catalogue, closed when the owner is done. */
export async function openTestBusiness(
  owner: Owner,
  { poolSize = 4 }: { poolSize?: number } = {},
): Promise<{ database: Database; business: Business }> {
  const { url } = await createTestDatabase(owner);
  const database = openDatabase({ url, poolSize, log: pino({ level: 'silent' }) });
  owner.after(() => database.close());
  await loadCatalogue(database);
  return { database, business: await loadBusiness(database) };
}

/** For tests: a customer who is in nobody's demonstration. Resolves to the id. */
export async function insertTestCustomer(database: Database, name: string): Promise<string> {
  const id = randomUUID();
  await database
    .for<BookingTables>()
    .insertInto('customers')
    .values({ id, name, email: `${name.toLowerCase()}@example.com`, phone: null })
    .execute();
  return id;
}

/** For tests: bookings of one customer. Resolves to their numbers, in the same order. */
export async function insertTestBookings(
  database: Database,
  customerId: string,
  bookings: readonly {
    pickupDate: string;
    status?: BookingStatus;
    totalCents?: number;
    createdAt?: Date;
  }[],
): Promise<string[]> {
  const rows = await database
    .for<BookingTables>()
    .insertInto('bookings')
    .values(
      bookings.map(({ pickupDate, status, totalCents = 28500, createdAt }) => ({
        customer_id: customerId,
        service_type: 'standard_delivery' as const,
        details: '{}',
        pickup_date: pickupDate,
        total_cents: totalCents,
        ...(status === undefined ? {} : { status }),
        ...(createdAt === undefined ? {} : { created_at: createdAt }),
      })),
    )
    .returning('number')
    .execute();
  return rows.map(({ number }) => number);
}
