import { defineTool, type Tool, ToolError } from '@deskbell/engine';
import type { Business } from '../../../bookings/business.ts';
import { findBusyDays } from '../../../bookings/busy-days.ts';
import {
  checkAvailability,
  MAX_AVAILABILITY_DAYS,
  readAvailabilityRange,
} from '../../../bookings/check-availability.ts';
import type { Database } from '../../../platform/database.ts';
import { inputOf, textField } from '../../tool-fields.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { countField } from './fields.ts';

const DEFAULT_DAYS = 14;

export function createCheckAvailability({
  business,
  database,
  timezone,
}: {
  business: Business;
  database: Database;
  timezone: string;
}): Tool<FrontDeskPrincipal> {
  return defineTool({
    name: 'check_availability',
    description:
      'Tells for each day of a period whether it is available or busy, whether it can be booked online (blocked and why), and which weekend or peak surcharges it carries. Busy does not mean blocked. Use it when the customer asks about dates; for one day use num_days 0.',
    label: 'Checking availability…',
    input: inputOf({
      start_date: textField().describe('The first day, YYYY-MM-DD; today or later.'),
      num_days: countField()
        .optional()
        .describe(
          `How many days after the first, 0 to ${MAX_AVAILABILITY_DAYS}; ${DEFAULT_DAYS} when left out.`,
        ),
    }),
    run: async ({ start_date, num_days = DEFAULT_DAYS }, { clock }) => {
      const time = { now: clock(), timezone };
      const range = readAvailabilityRange({ startDate: start_date, days: num_days }, time);
      if (!range.ok) throw new ToolError(range.reason);
      const busyDays = await findBusyDays(database, {
        range: range.value,
        threshold: business.booking.busyFromBookingsPerDay,
      });
      const { from, to } = range.value;
      return {
        content: {
          dates: checkAvailability(business, { range: range.value, busyDays }, time),
          summary: from === to ? `Availability on ${from}.` : `Availability from ${from} to ${to}.`,
        },
      };
    },
  });
}
