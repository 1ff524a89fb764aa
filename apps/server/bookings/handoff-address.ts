import type { PrefillData } from '@deskbell/protocol';
import type { HandoffRequest } from './build-handoff.ts';
import { type Business, contactOf } from './business.ts';
import { areaOf, readZipCode } from './check-coverage.ts';
import { findState } from './order-values.ts';
import { type Outcome, refuse } from './outcome.ts';

type PrefillAddress = NonNullable<PrefillData['pickup_address']>;

/** One of the two addresses of a prefill, as far as it is known; refused when it cannot be. */
export function readHandoffAddress(
  business: Business,
  request: HandoffRequest,
  role: 'pickup' | 'delivery',
): Outcome<Pick<PrefillData, 'pickup_address' | 'delivery_address'>> {
  const address: PrefillAddress = {};
  const line = knownText(request[`${role}_address_line_1`]);
  const city = knownText(request[`${role}_city`]);
  if (line !== undefined) address.address_line_1 = line;
  if (city !== undefined) address.city = city;

  const givenState = knownText(request[`${role}_state`]);
  const state = givenState === undefined ? undefined : findState(business, givenState);
  if (givenState !== undefined) {
    if (state === undefined) {
      const codes = business.booking.states.map(({ code }) => code).join(', ');
      return refuse(
        `${role}_state must be one of ${codes}; for another state, ${contactOf(business)}.`,
      );
    }
    address.state = state.code;
  }

  const givenZip = knownText(request[`${role}_zip`]);
  if (givenZip !== undefined) {
    const zipCode = readZipCode(givenZip);
    if (zipCode === undefined) return refuse(`${role}_zip must be a ZIP code with five digits.`);
    const area = areaOf(business, zipCode);
    if (area === undefined) {
      return refuse(
        `${role}_zip ${zipCode} is outside the service area; for a custom quote, ${contactOf(business)}. Leave out the address of an airport.`,
      );
    }
    if (state !== undefined && state.code !== area.state) {
      return refuse(`${role}_zip ${zipCode} is in ${area.state}, not in ${state.code}.`);
    }
    address.zip_code = zipCode;
  }
  const isKnown = Object.keys(address).length > 0;
  return { ok: true, value: isKnown ? { [`${role}_address`]: address } : {} };
}

/** Text without the space around it; undefined when nothing is left. */
export function knownText(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
