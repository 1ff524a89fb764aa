import type { Business } from '../../../../../bookings/business.ts';
import { areaOf } from '../../../../../bookings/check-coverage.ts';
import type { Question } from '../../memory.ts';
import { type Order, serviceOf } from '../../order/order.ts';
import { type Mention, type NamedPlace, put } from './mention.ts';
import { endOf } from './pair-places.ts';
import type { Place } from './places.ts';
import { readStreetAddresses } from './read-street-addresses.ts';
import type { ZipMention } from './read-zips.ts';
import { replaceOutside } from './replace-outside.ts';
import {
  isStatementOf,
  knownPickup,
  leadOf,
  mayLieIn,
  type Role,
  roleOfAlone,
} from './role-of-alone.ts';

const BETWEEN =
  "(?: (?:zip|code|is|in|at|the|my|our|her|his|their|me|us|him|them|mom|dad|mother|father|parents|sister|brother|son|daughter|friend|friends|family|place|address|apartment|apt|flat|home|house|office|building|hotel|[a-z]+'s|rental|cottage|share))*:? ?$";

const PICKUP_BEFORE = new RegExp(
  `\\b(?:from|pick(?:ed|ing)?[- ]?up (?:in|at|from|is|near)|pick ?up:?|(?:start|begin)(?:s|ing|ning)?:?(?: (?:in|at|from|is))?|origin|out of|leaving|(?:bags|suitcases|luggage|boxes|trunks|duffels|things|stuff|pieces|items|they|those|everything) (?:are|is|wait|stand|will be|would be)(?: (?:all|still|waiting|standing|currently|right now|now|stored|kept|with \\w+))* (?:in|at))${BETWEEN}`,
);
const DELIVERY_BEFORE = new RegExp(
  `\\b(?:to|into|deliver(?:ed|y|ing)?(?: (?:to|in|at|is))?|drop(?:ped)?[- ]?off(?: (?:at|in|is))?|destination|finish(?:es|ing)?:?(?: (?:in|at|is))?|end(?:s|ing)?:?(?: (?:up )?(?:in|at|is))|going to)${BETWEEN}`,
);

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
  const mentions = withoutNames(
    withoutSlips(
      all.filter((mention) => !isWrong(mention)),
      text,
    ),
    text,
  );
  const found: Partial<Order> = {};
  const hasPickup = (): boolean =>
    (found.pickupZip ?? found.pickupPlace ?? found.pickupLine) !== undefined;
  mentions.forEach((mention, index) => {
    const before = leadOf(text, mention.index);
    const after = text.slice(mention.end);
    const isPickup = PICKUP_BEFORE.test(before);
    const lead = text.slice(mentions[index - 1]?.end ?? 0, mention.index);
    const verb = roleAfter(after) ?? verbRole(lead);
    const last = mentions[index - 1];
    const isItsZip =
      mention.line === undefined &&
      mention.zip !== undefined &&
      last?.place !== undefined &&
      last.zip === undefined &&
      !isPickup &&
      !DELIVERY_BEFORE.test(before) &&
      mayLieIn(mention.zip, last.place, options.business);
    const itsRole = (['pickup', 'delivery'] as const).find(
      (role) =>
        isItsZip && found[`${role}Place`] === last?.place && found[`${role}Zip`] === undefined,
    );
    if (itsRole !== undefined) {
      found[`${itsRole}Zip`] = mention.zip ?? '';
    } else if (
      isPickup ||
      (asked === 'pickup_zip' && !DELIVERY_BEFORE.test(before) && !hasPickup())
    ) {
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
  return replaceOutside(oneEndOfOne(found, options), mentions, options);
}

/** "It's 10056... no, 10075": the second is what the first was to be, and stands where it stood. */
function withoutSlips(mentions: readonly Mention[], text: string): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    if (last !== undefined && PUT_RIGHT.test(text.slice(last.end, mention.index))) {
      kept.splice(-1, 1, { ...mention, index: last.index });
    } else kept.push(mention);
  }
  return kept;
}

/** "The house in Sagaponack is 17 Sagg Road": the town says which house, the street is the address. */
const withoutNames = (mentions: readonly Mention[], text: string): Mention[] =>
  mentions.filter((mention, index) => {
    const next = mentions[index + 1];
    const isName = mention.line === undefined && next?.line !== undefined;
    return !(isName && IS_AT.test(text.slice(mention.end, next.index)));
  });

const IS_AT =
  /^(?:(?:'s)? (?:house|address|place|home|one))?(?: (?:is|was|should be|has to be|must be)|'s| ?:)(?: (?:at|actually|now|really|in fact))* $/;

const PUT_RIGHT =
  /^[ .,;!-]+(?:(?:no|sorry|oops|wait|rather|actually|or rather|i mean(?:t)?|make (?:it|that)|correction|pardon)[ .,;!-]+)+(?:(?:it's|it is|that's|to|from|in) )?$/;

/** "I drop them at 10006, pick them up there": one place is one end, and goods do not stay. */
function oneEndOfOne(
  found: Partial<Order>,
  { text }: Parameters<typeof readAddresses>[0],
): Partial<Order> {
  const { pickupZip, deliveryZip, pickupLine, deliveryLine } = found;
  const isOne = pickupZip !== undefined && pickupZip === deliveryZip;
  if (!isOne || pickupLine !== deliveryLine || !/\bthere\b/.test(text)) return found;
  const other = WE_GO_ON.test(text) ? 'pickup' : 'delivery';
  return Object.fromEntries(Object.entries(found).filter(([key]) => !key.startsWith(other)));
}

/** What the customer does with the goods afterwards. */
const WE_GO_ON =
  /\b(?:i|we|they|he|she)(?:'ll|'d| will| can| could| would| then)? (?:then )?(?:take|drive|carry|bring|go|get|continue)(?: \w+){0,3} from there\b/;

const NOT_THIS = /\b(?:not|isn't|instead of|rather than|wasn't)(?: (?:to|from|in|at|the))? ?$/;
const PICKUP_VERB = /\b(?:pick|picks|picked|picking|pick-?up|collect|collected|fetch|grab)\b/g;
const DELIVERY_VERB = new RegExp(
  `\\b(?:${[
    'deliver|delivered|drop|dropped|goes|go|going|bring|brought|take|taken|send|sent|destination',
    '(?:needs?|have|has|must|should|supposed) (?:to )?(?:be|get|arrive|end up)',
    '(?:wants?|needs?) (?:it|them|her|his|their|the|our|my|these|those|everything)(?: \\w+)?(?= (?:at|in|over)\\b)',
  ].join('|')})\\b`,
  'g',
);

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
    // "You pick up there, at 45 Newtown Lane" names it.
    const isNamed = named.some(
      (mention) =>
        mention.index > index && IS_NAMED.test(text.slice(index + 'there'.length, mention.index)),
    );
    if (isNamed) return [];
    const before = named.findLast((mention) => mention.end <= index);
    // "From 10011 to there" is two places.
    const isOther = before !== undefined && /^[^.?!]* to $/.test(text.slice(before.end, index));
    const earlier = named.findLast(
      (mention) => before !== undefined && mention.end <= before.index,
    );
    const antecedent = isOther ? (earlier ?? lastPlace) : (before ?? lastPlace);
    if (antecedent === undefined) return [];
    return [{ ...antecedent, index, end: index + 'there'.length, isThere: true }];
  });
  return [...named, ...there].sort((a, b) => a.index - b.index);
}

const IS_NAMED = /^(?:,|:| -)? ?(?:at|in|which is|that is|it's) $/;

/** "From there", "deliver it there", and not "is there" or "be there". */
const DONE_THERE =
  'from|to|deliver\\w*|pick\\w*|collect\\w*|brought|bring|taken?|taking|send|sent|ship\\w*|go|goes|going|moved?|moving';
const BETWEEN_THERE =
  'it|them|up|things|over|out|down|back|everything|stuff|bags|boxes|items|suitcases';
/** "6 boxes there, from 10003". */
const GOODS_THERE =
  '\\b[a-z]{3,}s(?: over| out| up| down)? there(?=$|[,.?!]| (?:from|on|for|please|cost|costs|then|with|instead|next|this|tomorrow)\\b)';
const THERE = new RegExp(
  `\\b(?:${DONE_THERE})(?: (?:${BETWEEN_THERE}))* there\\b(?! (?:is|are|was|were|will|anything|any)\\b)|${GOODS_THERE}`,
  'g',
);
