import type { Business } from '../../../../bookings/business.ts';
import { areaOf } from '../../../../bookings/check-coverage.ts';
import type { Question } from '../memory.ts';
import { type Order, serviceOf } from '../order.ts';
import { type Place, readPlaces } from '../places.ts';
import { endOf } from './pair-places.ts';
import { readStreetAddresses } from './read-street-addresses.ts';
import type { ZipMention } from './read-zips.ts';

const BETWEEN =
  "(?: (?:zip|code|is|in|at|the|my|our|her|his|their|me|us|him|them|mom|dad|mother|father|parents|sister|brother|son|daughter|friend|friends|family|place|address|apartment|apt|flat|home|house|office|building|hotel|[a-z]+'s|rental|cottage|share))*:? ?$";

const PICKUP_BEFORE = new RegExp(
  `\\b(?:from|pick(?:ed|ing)?[- ]?up (?:in|at|from|is|near)|pick ?up:?|(?:start|begin)(?:s|ing|ning)?:?(?: (?:in|at|from|is))?|origin|out of|leaving)${BETWEEN}`,
);
const DELIVERY_BEFORE = new RegExp(
  `\\b(?:to|into|deliver(?:ed|y|ing)?(?: (?:to|in|at|is))?|drop(?:ped)?[- ]?off(?: (?:at|in|is))?|destination|finish(?:es|ing)?:?(?: (?:in|at|is))?|end(?:s|ing)?:?(?: (?:up )?(?:in|at|is))|going to)${BETWEEN}`,
);

/** A place that was named, as far as it is known. */
export interface NamedPlace {
  zip: string | undefined;
  /** The name of a town or area. */
  place: string | undefined;
  line?: string;
  city?: string | undefined;
  state?: string | undefined;
}

interface Mention extends NamedPlace {
  index: number;
  end: number;
  isThere?: true;
}

type Role = 'pickup' | 'delivery';

/** Which of the named ZIP codes, places and streets is the pickup and which the delivery. */
export function readAddresses(options: {
  text: string;
  zips: readonly ZipMention[];
  places: readonly Place[];
  known: Order;
  asked: Question | undefined;
  business: Business;
  /** What "there" is, where the message itself names nothing before it. */
  lastPlace?: NamedPlace | undefined;
}): Partial<Order> {
  const { text, asked } = options;
  const all = mentionsOf(options);
  const isWrong = ({ index }: Mention): boolean => NOT_THIS.test(leadOf(text, index));
  const mentions = all.filter((mention) => !isWrong(mention));
  const found: Partial<Order> = {};
  const hasPickup = (): boolean =>
    (found.pickupZip ?? found.pickupPlace ?? found.pickupLine) !== undefined;
  mentions.forEach((mention, index) => {
    const before = leadOf(text, mention.index);
    const after = text.slice(mention.end);
    const isPickup = PICKUP_BEFORE.test(before);
    const lead = text.slice(mentions[index - 1]?.end ?? 0, mention.index);
    const verb = roleAfter(after) ?? verbRole(lead);
    if (isPickup || (asked === 'pickup_zip' && !DELIVERY_BEFORE.test(before) && !hasPickup())) {
      put(found, 'pickup', mention);
    } else if (DELIVERY_BEFORE.test(before)) {
      put(found, 'delivery', mention);
    } else if (
      index < mentions.length - 1 &&
      /^,?(?: (?:to|and (?:then )?deliver)| ?->| ?-)/.test(after)
    ) {
      put(found, 'pickup', mention);
    } else if (verb !== undefined || mention.isThere) {
      put(found, verb ?? 'delivery', mention);
    } else if (hasPickup() || asked === 'delivery_zip') {
      put(found, 'delivery', mention);
    }
  });
  // "ZIP is 11201, delivery to 11968": the one that is left is where it starts.
  const isEnd = ({ zip, line }: Mention): boolean =>
    (zip !== undefined && zip === found.deliveryZip) ||
    (line !== undefined && line === found.deliveryLine);
  const left = mentions.filter((mention) => !isEnd(mention) && mention.zip !== undefined);
  if (left.length === 1 && left[0] && found.deliveryZip !== undefined && !hasPickup()) {
    if (knownPickup(options.known) === undefined) put(found, 'pickup', left[0]);
  }
  // "How about 06830? I have 3 boxes coming from 10019": the one that is left is where it goes.
  const isStart = ({ zip, line }: Mention): boolean =>
    (zip !== undefined && zip === found.pickupZip) ||
    (line !== undefined && line === found.pickupLine);
  const ends = mentions.filter((mention) => !isStart(mention) && mention.zip !== undefined);
  const hasDelivery =
    (found.deliveryZip ?? found.deliveryPlace ?? found.deliveryLine) !== undefined;
  if (ends.length === 1 && ends[0] && found.pickupZip !== undefined && !hasDelivery) {
    const { deliveryZip, deliveryLine } = options.known;
    const isServed =
      deliveryZip !== undefined && areaOf(options.business, deliveryZip) !== undefined;
    if (!isServed && deliveryLine === undefined && serviceOf(options.known) !== 'blade_transfer')
      put(found, 'delivery', ends[0]);
  }
  const [only, other] = mentions;
  const isPair = mentions.length === 2 && only?.zip !== undefined && other?.zip !== undefined;
  if (isPair && Object.keys(found).length === 0 && isStatementOf(options)) {
    put(found, 'pickup', only);
    put(found, 'delivery', other);
  }
  if (mentions.length === 1 && only !== undefined && Object.keys(found).length === 0) {
    const role = roleOfAlone(only, all.filter(isWrong), options);
    if (role !== undefined) put(found, role, only);
  }
  return found;
}

/** Whether addresses are told for an order, and no question about them is asked. */
const isStatementOf = ({ text, known }: { text: string; known: Order }): boolean =>
  serviceOf(known) !== undefined && !/\?|^(?:do|does|can|is|are|what|how)\b/.test(text);

const knownPickup = ({ pickupZip, pickupPlace, pickupLine }: Order): string | undefined =>
  pickupZip ?? pickupPlace ?? pickupLine;

const NOT_THIS = /\b(?:not|isn't|instead of|rather than|wasn't)(?: (?:to|from|in|at|the))? ?$/;
const PICKUP_VERB = /\b(?:pick|picks|picked|picking|pick-?up|collect|collected|fetch|grab)\b/g;
const DELIVERY_VERB =
  /\b(?:deliver|delivered|drop|dropped|goes|go|going|bring|brought|take|taken|send|sent|destination|(?:needs?|have|has|must|should|supposed) (?:to )?(?:be|get|arrive|end up)|wants? (?:it|them|her|his|their|the|our|my|these|those|everything)(?: \w+)?(?= (?:at|in|over)\b))\b/g;

/** "10013 for the pickup", "11968 is the delivery". */
function roleAfter(text: string): Role | undefined {
  const hit =
    /^ (?:(?:for|as|is) (?:the |my |our )?)?(?:(pick-?up|start|origin)|(?:delivery|drop-?off|destination))\b(?! (?:in|at|to|from|on|is|and)\b)/.exec(
      text,
    );
  if (hit === null) return undefined;
  return hit[1] === undefined ? 'delivery' : 'pickup';
}

/** "Pickup on December 12 at 10019": the last thing said to be done before an address. */
function verbRole(lead: string): Role | undefined {
  const clauses = lead.slice(-90).split(/[.;!?]/);
  // "Can you get them in the morning? At 10005."
  const isCut = /^ ?(?:at|in|near|from)(?: the| my| our)? ?$/.test(clauses.at(-1) ?? '');
  const clause = clauses.slice(isCut ? -2 : -1).join(' ');
  const last = (pattern: RegExp): number => [...clause.matchAll(pattern)].at(-1)?.index ?? -1;
  const [pickup, delivery] = [last(PICKUP_VERB), last(DELIVERY_VERB)];
  if (pickup === delivery) return undefined;
  return pickup > delivery ? 'pickup' : 'delivery';
}

/** The end that one address belongs to which no word puts to either. */
function roleOfAlone(
  only: Mention,
  wrong: readonly Mention[],
  { text, known, business }: Parameters<typeof readAddresses>[0],
): Role | undefined {
  const sides = ['pickup', 'delivery'] as const;
  // "It is 11963, not 11968."
  const corrected = sides.find((side) => wrong.some(({ zip }) => zip === known[`${side}Zip`]));
  if (corrected !== undefined) return corrected;
  // The street of a ZIP code that was told before.
  const same = sides.find((side) => only.zip !== undefined && known[`${side}Zip`] === only.zip);
  if (same !== undefined && only.line !== undefined) return same;
  // "It's 10025", of a place that was named before.
  const named = sides.find((side) => {
    const place = known[`${side}Place`];
    return (
      only.zip !== undefined &&
      place !== undefined &&
      known[`${side}Zip`] === undefined &&
      mayLieIn(only.zip, place, business)
    );
  });
  if (named !== undefined) return named;
  // "11201 is the zip", of a street that was told before.
  const unzipped = sides.filter(
    (side) => known[`${side}Line`] !== undefined && known[`${side}Zip`] === undefined,
  );
  const [street] = unzipped;
  if (only.zip !== undefined && only.line === undefined && unzipped.length === 1 && street) {
    const city = known[`${street}City`];
    if (city === undefined || mayLieIn(only.zip, city, business)) return street;
  }
  const service = serviceOf(known);
  if (service === 'blade_transfer' && !/\b(?:serve|cover|deliver)\b/.test(text)) {
    return known.direction === 'from_airport' ? 'delivery' : 'pickup';
  }
  if (!isStatementOf({ text, known })) return undefined;
  const isOpen = (side: Role): boolean =>
    (known[`${side}Zip`] ?? known[`${side}Place`] ?? known[`${side}Line`]) === undefined;
  if (isOpen('pickup') && isOpen('delivery')) {
    const isBare = /^\W*$/.test(text.slice(0, only.index) + text.slice(only.end));
    const isPlace = /\b(?:in|at|near) (?:the )?$/.test(leadOf(text, only.index));
    return isBare || isPlace ? 'pickup' : undefined;
  }
  if (isOpen('pickup') === isOpen('delivery')) {
    return CORRECTS.test(text) ? sideInSameArea(only.zip, known, business) : undefined;
  }
  return isOpen('pickup') ? 'pickup' : 'delivery';
}

const CORRECTS =
  /\b(?:(?:i'm|i am|we're|we are) (?:at|in)|old|new|now|whoops|my bad|shoot|wait|sorry|wrong|actually|i mean(?:t)?|instead|should be|correct\w*|typo|oops|mistake)\b/;

/** The end that lies where a corrected ZIP code lies, when the other one does not. */
function sideInSameArea(
  zip: string | undefined,
  known: Order,
  business: Business,
): Role | undefined {
  const area = zip === undefined ? undefined : areaOf(business, zip)?.area;
  if (area === undefined) return undefined;
  const liesThere = (other: string | undefined): boolean =>
    other !== undefined && areaOf(business, other)?.area === area;
  const [pickup, delivery] = [liesThere(known.pickupZip), liesThere(known.deliveryZip)];
  if (pickup === delivery) return undefined;
  return pickup ? 'pickup' : 'delivery';
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
  lastPlace,
}: Parameters<typeof readAddresses>[0]): Mention[] {
  const streets: Mention[] = readStreetAddresses(text, business).map((address) => ({
    ...address,
    zip: address.zip,
    place: undefined,
  }));
  const isApart = ({ index }: { index: number }): boolean =>
    !streets.some((street) => index >= street.index && index < street.end);
  const named: Mention[] = [
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
  ];
  const there = [...text.matchAll(THERE)].flatMap((hit): Mention[] => {
    const index = hit.index + hit[0].length - 'there'.length;
    const before = named.findLast((mention) => mention.end <= index);
    // "From 10011 to there" is two places.
    const isOther = before !== undefined && / to $/.test(text.slice(before.end, index));
    const earlier = named.findLast(
      (mention) => before !== undefined && mention.end <= before.index,
    );
    const antecedent = isOther ? (earlier ?? lastPlace) : (before ?? lastPlace);
    if (antecedent === undefined) return [];
    return [{ ...antecedent, index, end: index + 'there'.length, isThere: true }];
  });
  return [...named, ...there].sort((a, b) => a.index - b.index);
}

/** "From there", "deliver it there", and not "is there" or "be there". */
const THERE =
  /\b(?:from|to|deliver\w*|pick\w*|collect\w*|brought|bring|taken?|taking|send|sent|ship\w*|go|goes|going|moved?|moving)(?: (?:it|them|up|things|over|everything|stuff|bags|boxes|items|suitcases))* there\b(?! (?:is|are|was|were|will|anything|any)\b)/g;

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
