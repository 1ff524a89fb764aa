import type { Tool } from '@deskbell/engine';
import type { Business } from '../../../bookings/business.ts';
import type { Database } from '../../../platform/database.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { createBuildBookingHandoff } from './build-booking-handoff.ts';
import { createCheckAvailability } from './check-availability.ts';
import { createCheckZipCoverage } from './check-zip-coverage.ts';
import { createGetPricingEstimate } from './get-pricing-estimate.ts';
import { createLookupBookingHistory } from './lookup-booking-history.ts';
import { createLookupBookingStatus } from './lookup-booking-status.ts';

export type FrontDeskTools = readonly Tool<FrontDeskPrincipal>[];

/**
 * The front desk's tools, all read-only. They are made once, so that what a provider caches stays
 * the same bytes; a visitor gets four, a signed-in customer two more at the end, which answer for
 * `context.principal` and nobody else.
 */
export function createFrontDeskTools(options: {
  business: Business;
  database: Database;
  timezone: string;
}): (principal: FrontDeskPrincipal) => FrontDeskTools {
  const forVisitors: FrontDeskTools = [
    createCheckZipCoverage(options.business),
    createGetPricingEstimate(options),
    createCheckAvailability(options),
    createBuildBookingHandoff(options),
  ];
  const forCustomers: FrontDeskTools = [
    ...forVisitors,
    createLookupBookingStatus(options),
    createLookupBookingHistory(options),
  ];
  return ({ kind }) => (kind === 'customer' ? forCustomers : forVisitors);
}
