import type { Business } from '../../../../bookings/business.ts';
import { areaOf } from '../../../../bookings/check-coverage.ts';
import type { Question } from '../memory.ts';
import type { Order } from '../order.ts';
import { type Place, readPlaces } from '../places.ts';
import { endOf } from './pair-places.ts';
import { readStreetAddresses } from './read-street-addresses.ts';
import type { ZipMention } from './read-zips.ts';

const BETWEEN =
  '(?: (?:zip|code|is|in|at|the|my|our|place|address|apartment|home|house|office|building|hotel))*:? ?$';

const PICKUP_BEFORE = new RegExp(
  `\\b(?:from|pick(?:ed|ing)?[- ]?up (?:in|at|from|is|near)|pick ?up:?|starting (?:in|at)|origin|out of|leaving)${BETWEEN}`,
);
const DELIVERY_BEFORE = new RegExp(
  `\\b(?:to|into|deliver(?:ed|y|ing)?(?: (?:to|in|at|is))?|drop(?:ped)?[- ]?off(?: (?:at|in|is))?|destination|going to)${BETWEEN}`,
);

interface Mention {
  index: number;
  end: number;
  zip: string | undefined;
  /** The name of a town or area. */
  place: string | undefined;
  line?: string;
  city?: string | undefined;
  state?: string | undefined;
}

/** Which of the named ZIP codes, places and streets is the pickup and which the delivery. */
export function readAddresses(options: {
  text: string;
  zips: readonly ZipMention[];
  places: readonly Place[];
  known: Order;
  asked: Question | undefined;
  business: Business;
}): Partial<Order> {
  const { text, known, asked, business } = options;
  const mentions = mentionsOf(options);
  const found: Partial<Order> = {};
  const hasPickup = (): boolean =>
    (found.pickupZip ?? found.pickupPlace ?? found.pickupLine) !== undefined;
  mentions.forEach((mention, index) => {
    const before = leadOf(text, mention.index);
    const after = text.slice(mention.end);
    const isPickup = PICKUP_BEFORE.test(before);
    if (isPickup || (asked === 'pickup_zip' && !DELIVERY_BEFORE.test(before) && !hasPickup())) {
      put(found, 'pickup', mention);
    } else if (DELIVERY_BEFORE.test(before) || hasPickup() || asked === 'delivery_zip') {
      put(found, 'delivery', mention);
    } else if (
      index < mentions.length - 1 &&
      /^,?(?: (?:to|and (?:then )?deliver)| ?->| ?-)/.test(after)
    ) {
      put(found, 'pickup', mention);
    }
  });
  const [only] = mentions;
  if (mentions.length === 1 && only?.zip !== undefined && Object.keys(found).length === 0) {
    // "It's 10025", of a place that was named before.
    const role = (['pickup', 'delivery'] as const).find((side) => {
      const place = known[`${side}Place`];
      return (
        place !== undefined &&
        known[`${side}Zip`] === undefined &&
        mayLieIn(only.zip ?? '', place, business)
      );
    });
    if (role !== undefined) put(found, role, only);
  }
  return found;
}

/** Whether a ZIP code can be that of a place: one outside our areas may be anywhere. */
function mayLieIn(zip: string, name: string, business: Business): boolean {
  const area = areaOf(business, zip);
  return readPlaces(name.toLowerCase(), business).some(
    ({ areas, isUnlisted }) =>
      isUnlisted || (area !== undefined && areas.some((entry) => entry.area === area.area)),
  );
}

/** Streets with their towns, and the ZIP codes and places that belong to none of them. */
function mentionsOf({
  text,
  zips,
  places,
  business,
}: Parameters<typeof readAddresses>[0]): Mention[] {
  const streets: Mention[] = readStreetAddresses(text, business).map((address) => ({
    ...address,
    zip: address.zip,
    place: undefined,
  }));
  const isApart = ({ index }: { index: number }): boolean =>
    !streets.some((street) => index >= street.index && index < street.end);
  return [
    ...streets,
    ...zips
      .filter(({ zip }) => /^\d{5}(?:-\d{4})?$/.test(zip))
      .filter(isApart)
      .map(({ zip, index }) => ({ zip, index, end: index + zip.length, place: undefined })),
    ...places.filter(isApart).map((place) => ({
      zip: place.zip,
      index: place.index,
      end: endOf(place),
      place: place.name,
      city: place.zip === undefined || place.areas.length > 0 ? undefined : place.name,
    })),
  ].sort((a, b) => a.index - b.index);
}

/** The words before a mention, without what may stand between: a comma, a town and its ZIP code. */
const leadOf = (text: string, index: number): string =>
  text.slice(Math.max(0, index - 90), index).replace(/->/g, ' to ');

function put(found: Partial<Order>, role: 'pickup' | 'delivery', mention: Mention): void {
  const { zip, place, line, city, state } = mention;
  if (zip !== undefined) found[`${role}Zip`] = zip;
  if (place !== undefined) found[`${role}Place`] = place;
  if (line !== undefined) found[`${role}Line`] = line;
  if (city !== undefined) found[`${role}City`] = city;
  if (state !== undefined) found[`${role}State`] = state;
}
