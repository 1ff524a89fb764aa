import { defineTool, type Tool } from '@deskbell/engine';
import { z } from 'zod';
import { sumBookingHistory } from '../../../bookings/customer-bookings.ts';
import { toDollars } from '../../../bookings/dollars.ts';
import { localDay } from '../../../platform/business-day.ts';
import type { Database } from '../../../platform/database.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { signedInCustomer } from './signed-in-customer.ts';

export function createLookupBookingHistory({
  database,
  timezone,
}: {
  database: Database;
  timezone: string;
}): Tool<FrontDeskPrincipal> {
  return defineTool({
    name: 'lookup_booking_history',
    description:
      'Sums up all bookings of the customer who is signed in: how many in total, completed and upcoming (paid or confirmed from today on), and what was spent in dollars (paid and completed). It takes no arguments.',
    label: 'Looking up your booking history…',
    input: z.strictObject({}),
    run: async (_, { principal, clock }) => {
      const history = await sumBookingHistory(database, {
        customerId: signedInCustomer(principal),
        today: localDay(clock(), timezone),
      });
      return {
        content: {
          total_bookings: history.total,
          completed: history.completed,
          upcoming: history.upcoming,
          total_spent: toDollars(history.spentCents),
        },
      };
    },
  });
}
