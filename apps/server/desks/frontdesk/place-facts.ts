import type { Business } from '../../bookings/business.ts';
import type { ServiceArea } from '../../bookings/catalogue.ts';
import { areaOf, readZipCode } from '../../bookings/check-coverage.ts';
import type { KnownPlace, PlaceFacts } from '../grounding/places.ts';
import { readPlaces } from './playbook/reading/places/places.ts';

/** Airports that transfers serve by arrangement at most. */
const ARRANGED_AIRPORT = /\b(?:lga|la ?guardia|westchester|teterboro|islip|macarthur)\b/gi;

/** What the catalogue says of the places that an answer names. */
export function createPlaceFacts(business: Business): PlaceFacts {
  return {
    placesIn: (text) => [
      ...(text.match(ARRANGED_AIRPORT) ?? []).map(() => ({ isServed: null, hasSurcharge: null })),
      ...readPlaces(text.toLowerCase(), business).map(({ zip, areas }) => {
        const own = zip === undefined ? undefined : areaOf(business, zip);
        if (zip !== undefined) return ofZipCode(own);
        return areas.length === 0 ? { isServed: null, hasSurcharge: null } : ofAreas(areas);
      }),
    ],
    zipCode: (zipCode) =>
      readZipCode(zipCode) === undefined ? undefined : ofZipCode(areaOf(business, zipCode)),
  };
}

const ofZipCode = (area: ServiceArea | undefined): KnownPlace =>
  area === undefined ? { isServed: false, hasSurcharge: null } : ofAreas([area]);

function ofAreas(areas: readonly ServiceArea[]): KnownPlace {
  const isDearer = areas.map(({ surchargeCents }) => surchargeCents > 0);
  const hasSurcharge = isDearer.every(Boolean) ? true : isDearer.some(Boolean) ? null : false;
  return { isServed: true, hasSurcharge };
}
