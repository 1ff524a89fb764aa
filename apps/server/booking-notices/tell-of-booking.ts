import type { Transaction } from 'kysely';
import type { WithNewBooking } from '../bookings/booking-observer.ts';
import { toStaffBooking } from '../bookings/booking-view.ts';
import type { Business } from '../bookings/business.ts';
import { insertBookingNotice } from '../operations/notifications/insert-booking-notice.ts';
import type { Operations } from '../operations/operations.ts';
import type { OperationsTables } from '../operations/tables.ts';
import { confirmationOf } from './confirmation.ts';
import { staffNoticeOf } from './staff-notice.ts';

/** Puts into the outbox what staff and the customer are told of a booking, as a part of making it. */
export function createTellOfBooking({
  business,
  operations: { settings },
  publicUrl,
  clock,
}: {
  business: Business;
  operations: Pick<Operations, 'settings'>;
  publicUrl: string;
  clock: () => Date;
}): WithNewBooking {
  return async (row, transaction) => {
    const { contact, ...booking } = toStaffBooking(row);
    if (contact === null) throw new Error('A booking was made for nobody.');
    await insertBookingNotice(
      {
        bookingNumber: booking.number,
        staff: staffNoticeOf({ booking, contact, business, publicUrl }),
        customer: {
          recipient: contact.email,
          replyTo: business.profile.email,
          ...confirmationOf({ booking, contact, business }),
        },
      },
      {
        // One transaction of one database, seen through the tables of another domain.
        transaction: transaction as unknown as Transaction<OperationsTables>,
        settings,
        now: clock(),
      },
    );
  };
}
