import { defineTool, type Tool } from '@deskbell/engine';
import { z } from 'zod';
import type { Business } from '../../../bookings/business.ts';
import { findNewestBookings } from '../../../bookings/customer-bookings.ts';
import { toDollars } from '../../../bookings/dollars.ts';
import type { Database } from '../../../platform/database.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { signedInCustomer } from './signed-in-customer.ts';

const MAX_BOOKINGS = 5;

export function createLookupBookingStatus({
  business,
  database,
}: {
  business: Business;
  database: Database;
}): Tool<FrontDeskPrincipal> {
  return defineTool({
    name: 'lookup_booking_status',
    description: `Lists the newest ${MAX_BOOKINGS} bookings of the customer who is signed in, with their status, pickup date and total in dollars. It takes no arguments and can show nobody else's bookings.`,
    label: 'Looking up your bookings…',
    input: z.strictObject({}),
    run: async (_, { principal }) => {
      const bookings = await findNewestBookings(database, {
        customerId: signedInCustomer(principal),
        limit: MAX_BOOKINGS,
      });
      return {
        content: {
          bookings: bookings.map(({ number, serviceType, status, pickupDate, totalCents }) => ({
            booking_number: number,
            service: business[serviceType].label,
            status,
            pickup_date: pickupDate,
            total: toDollars(totalCents),
          })),
          ...(bookings.length === 0 ? { message: 'This account has no bookings yet.' } : {}),
        },
      };
    },
  });
}
