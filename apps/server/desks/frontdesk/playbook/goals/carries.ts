import { keepReadings, type LocalTime, timedKey } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { areaOf, readZipCode } from '../../../../bookings/check-coverage.ts';
import { LARGEST_DELIVERY, type Order, serviceOf } from '../order/order.ts';
import { type Details, readDetails } from '../reading/read-details.ts';

/** What a request carries besides its words. */
export interface Carries {
  hasZip: boolean;
  hasPlace: boolean;
  /** A ZIP code outside the service area, or a place that is in none of its areas. */
  hasOutside: boolean;
  hasDay: boolean;
  /** A service, a tier, a number of pieces or a specialty item. */
  hasService: boolean;
  hasSpecialty: boolean;
  hasTier: boolean;
  hasCount: boolean;
  /** So few pieces that they go as a delivery. */
  hasFew: boolean;
}

/** Reads what a text carries on its own, whatever was said before it. */
export const createCarriesReader = (
  business: Business,
): ((text: string, now: LocalTime) => Readonly<Carries>) =>
  keepReadings(
    (text: string, now: LocalTime) =>
      carriesOf(readDetails({ text, known: {}, asked: undefined, business, now }), business),
    timedKey,
  );

/** What the details of a text come to. */
export function carriesOf({ order, zips, places, days }: Details, business: Business): Carries {
  const isOutside = (zip: string): boolean =>
    readZipCode(zip) !== undefined && areaOf(business, zip) === undefined;
  return {
    hasZip: zips.length > 0,
    hasPlace: places.length > 0,
    hasOutside:
      [...zips, ...places.flatMap(({ zip }) => zip ?? [])].some(isOutside) ||
      places.some(({ isUnlisted, zip }) => isUnlisted === true && zip === undefined),
    hasSpecialty: order.specialty !== undefined,
    hasTier: order.tier !== undefined,
    hasCount: order.count !== undefined,
    hasFew: order.count !== undefined && order.count <= LARGEST_DELIVERY,
    hasDay: days.some(({ first, isImpossible }) => first !== '' || isImpossible === true),
    hasService:
      serviceOf(order as Order) !== undefined ||
      order.specialty !== undefined ||
      order.count !== undefined,
  };
}
