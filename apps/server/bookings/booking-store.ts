import type { BookingContact, BookingOrder, BookingPrice } from '@deskbell/protocol';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { Database } from '../platform/database.ts';
import { announceChange } from '../platform/record-changes.ts';
import type { BookingStatus, ServiceType } from './booking.ts';
import type { WithNewBooking } from './booking-observer.ts';
import type { BookingTables } from './tables.ts';

export type BookingRow = Selectable<BookingTables['bookings']>;

/** What makes the same request find the same booking. */
export interface Idempotency {
  /** With what it is a key of. */
  key: string;
  /** Of the request's body and of whose it is. */
  requestHash: string;
}

/** What is booked: checked, and priced by this server. */
export interface BookingToMake {
  order: BookingOrder;
  contact: BookingContact;
  price: BookingPrice;
  /** The account; null: a guest, who becomes a customer of their own. */
  customerId: string | null;
  idempotency: Idempotency | undefined;
}

export type Replay =
  | { kind: 'replayed'; row: BookingRow }
  /** The key belongs to another request. */
  | { kind: 'key_reused' };

export type MakeBookingOutcome = { kind: 'made'; row: BookingRow } | Replay;

export interface BookingStore {
  /** By its number. */
  find(number: string): Promise<BookingRow | undefined>;
  findReplay(idempotency: Idempotency): Promise<Replay | undefined>;
  /**
   * Stores a booking, once for each key however many ask at the same time: they wait for the first.
   * `admit` is called only when there is one to make; what it throws is thrown, and nothing stored.
   */
  make(booking: BookingToMake, admit: () => Promise<void>): Promise<MakeBookingOutcome>;
  /** Changes the status if the booking has one of `from`; else tells which it has. */
  changeStatus(change: {
    number: string;
    /** None is none: then it stays. */
    from: readonly BookingStatus[];
    to: BookingStatus;
  }): Promise<
    | { kind: 'changed'; row: BookingRow }
    | { kind: 'kept'; status: BookingStatus }
    | { kind: 'not_found' }
  >;
}

export function createBookingStore(
  database: Database,
  withNewBooking?: WithNewBooking,
): BookingStore {
  const tables = database.for<BookingTables>();

  async function findReplay(
    from: Pick<typeof tables, 'selectFrom'>,
    { key, requestHash }: Idempotency,
  ): Promise<Replay | undefined> {
    const row = await from
      .selectFrom('bookings')
      .selectAll()
      .where('idempotency_key', '=', key)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return row.request_hash === requestHash ? { kind: 'replayed', row } : { kind: 'key_reused' };
  }

  return {
    find: (number) =>
      tables.selectFrom('bookings').selectAll().where('number', '=', number).executeTakeFirst(),

    findReplay: (idempotency) => findReplay(tables, idempotency),

    make: (booking, admit) =>
      tables.transaction().execute(async (transaction) => {
        const { idempotency } = booking;
        if (idempotency !== undefined) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${idempotency.key}, 0))`.execute(
            transaction,
          );
          const replay = await findReplay(transaction, idempotency);
          if (replay !== undefined) return replay;
        }
        await admit();
        const customerId = booking.customerId ?? (await insertGuest(transaction, booking.contact));
        const row = await insertBooking(transaction, booking, customerId);
        await withNewBooking?.(row, transaction);
        await announceChange(transaction, { kind: 'booking', id: row.number });
        return { kind: 'made', row };
      }),

    async changeStatus({ number, from, to }) {
      const changed = await tables.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('bookings')
          .set({ status: to, updated_at: sql<Date>`now()` })
          .where('number', '=', number)
          .where('status', '=', sql<BookingStatus>`any(${[...from]})`)
          .returningAll()
          .executeTakeFirst();
        if (row !== undefined) await announceChange(transaction, { kind: 'booking', id: number });
        return row;
      });
      if (changed !== undefined) return { kind: 'changed', row: changed };
      const kept = await tables
        .selectFrom('bookings')
        .select('status')
        .where('number', '=', number)
        .executeTakeFirst();
      return kept === undefined ? { kind: 'not_found' } : { kind: 'kept', status: kept.status };
    },
  };
}

async function insertGuest(
  transaction: Transaction<BookingTables>,
  { name, email, phone }: BookingContact,
): Promise<string> {
  const { id } = await transaction
    .insertInto('customers')
    .values({ name, email, phone })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertBooking(
  transaction: Transaction<BookingTables>,
  { order, contact, price, idempotency }: BookingToMake,
  customerId: string,
): Promise<BookingRow> {
  const { service_type, pickup_date } = order;
  if (service_type === undefined || pickup_date === undefined) {
    throw new Error('An order was to be booked without a service or a day.');
  }
  const lines = price.line_items.map(({ label, amount_cents }) => ({
    label,
    amountCents: amount_cents,
  }));
  return await transaction
    .insertInto('bookings')
    .values({
      customer_id: customerId,
      service_type,
      details: JSON.stringify(detailsOf(service_type, order)),
      pickup_date,
      pickup_time: order.pickup_time ?? 'morning',
      pickup_hour: order.pickup_hour ?? null,
      pickup_address: jsonOrNull(order.pickup_address),
      delivery_address: jsonOrNull(order.delivery_address),
      special_instructions: order.special_instructions ?? null,
      total_cents: price.total_cents,
      price_lines: JSON.stringify(lines),
      contact_name: contact.name,
      contact_email: contact.email,
      contact_phone: contact.phone,
      idempotency_key: idempotency?.key ?? null,
      request_hash: idempotency?.requestHash ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const jsonOrNull = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

/** The fields of an order that only its service has, under their own names. */
function detailsOf(serviceType: ServiceType, order: BookingOrder): Partial<BookingOrder> {
  const { item_description, coi_required, standard_delivery_item_count } = order;
  switch (serviceType) {
    case 'mini_move':
      return {
        package_type: order.package_type,
        standard_delivery_item_count,
        item_description,
        include_packing: order.include_packing,
        include_unpacking: order.include_unpacking,
        coi_required,
      };
    case 'standard_delivery':
      return { standard_delivery_item_count, item_description, coi_required };
    case 'blade_transfer':
      return {
        blade_bag_count: order.blade_bag_count,
        transfer_direction: order.transfer_direction,
        blade_airport: order.blade_airport,
        blade_terminal: order.blade_terminal,
        blade_flight_date: order.blade_flight_date,
        blade_flight_time: order.blade_flight_time,
        item_description,
      };
  }
}
