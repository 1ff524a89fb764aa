import { sql } from 'kysely';
import type { CalendarDate } from '../platform/calendar-date.ts';
import type { Database } from '../platform/database.ts';
import type { BookingStatus, ServiceType } from './booking.ts';
import type { BookingTables } from './tables.ts';

export interface BookingSummary {
  number: string;
  serviceType: ServiceType;
  status: BookingStatus;
  pickupDate: CalendarDate;
  totalCents: number;
}

export interface BookingHistory {
  total: number;
  completed: number;
  /** Paid or confirmed, with a pickup on `today` or later. */
  upcoming: number;
  /** Of paid and completed bookings. */
  spentCents: number;
}

/** A customer's own bookings, the newest first. */
export async function findNewestBookings(
  database: Database,
  { customerId, limit }: { customerId: string; limit: number },
): Promise<BookingSummary[]> {
  return database
    .for<BookingTables>()
    .selectFrom('bookings')
    .select([
      'number',
      'service_type as serviceType',
      'status',
      'pickup_date as pickupDate',
      'total_cents as totalCents',
    ])
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Sums over all of a customer's own bookings. */
export async function sumBookingHistory(
  database: Database,
  { customerId, today }: { customerId: string; today: CalendarDate },
): Promise<BookingHistory> {
  return database
    .for<BookingTables>()
    .selectFrom('bookings')
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where status = 'completed')`.as('completed'),
      sql<number>`count(*) filter (
        where status in ('paid', 'confirmed') and pickup_date >= ${today}::date
      )`.as('upcoming'),
      sql<number>`coalesce(
        sum(total_cents) filter (where status in ('paid', 'completed')), 0
      )::bigint`.as('spentCents'),
    ])
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
}
