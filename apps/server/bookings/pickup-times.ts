import type { PickupTime, ServiceType } from './booking.ts';
import type { Business } from './business.ts';
import type { MiniMoveTier } from './catalogue.ts';

/** The first hours of the windows that can be chosen: 8 means from 8 to 9 AM. */
export const PICKUP_HOURS = [8, 9, 10] as const;

export const NOT_OFFERED =
  'This pickup time is not offered with what is booked; please choose another.';

export interface OfferedPickupTime {
  pickupTime: PickupTime;
  /** Added to the price. */
  priceCents: number;
}

/**
 * The times of day that can be booked with a service, and what each adds to its price. The morning
 * always can. One chosen hour is sold only with the tiers that the catalogue names a price for. No
 * preference is for packages, and Mini Moves are what is sold in packages; it costs nothing.
 */
export function offeredPickupTimes(
  business: Business,
  { serviceType, tier }: { serviceType: ServiceType; tier?: MiniMoveTier['tier'] | undefined },
): OfferedPickupTime[] {
  const offered: OfferedPickupTime[] = [{ pickupTime: 'morning', priceCents: 0 }];
  if (serviceType !== 'mini_move') return offered;
  const window = business.mini_move.tiers.find(
    (one) => one.tier === tier,
  )?.oneHourPickupWindowCents;
  if (window !== undefined && window !== null) {
    offered.push({ pickupTime: 'morning_specific', priceCents: window });
  }
  offered.push({ pickupTime: 'no_time_preference', priceCents: 0 });
  return offered;
}
