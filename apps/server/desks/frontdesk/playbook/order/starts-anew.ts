import type { Memory } from '../memory.ts';
import type { Details } from '../reading/read-details.ts';
import { carriedOver, isOfPlace } from './carried-over.ts';

const TAKES_BACK = /\b(?:scratch|forget) (?:all )?(?:that|it|this|everything|it all)\b/;
const BEGINS = /\b(?:start (?:over|again|from scratch)|reset|new (?:booking|order|request|one))\b/;
/** One more order beside the one that was spoken about. */
const ONE_MORE =
  /\b(?:second|another|separate|new|additional|different|third|extra|further|one more) (?:\w+ )?(?:booking|order|delivery|move|request|reservation|transfer|trip|shipment|pick-?up)\b|\bseparately\b/;
const ONE_MORE_ONE =
  /\b(?:and|also|plus|then|now|need|want|like|make|book|add|please|for|have) (?:a|an|me a|one) (?:second|third|further|separate|additional|new) one\b|\banother one\b(?=[,:;]| please| for | from )/;
/** "And one for my mother: …" */
const ONE_FOR =
  /\b(?:and|also|plus|then|need|want|book|make|another) (?:one|another|another one|one more) for (?:my|our|his|her|a) [a-z]+\b/;
/** "I also need one the other way round", "the next booking: …". */
const ONE_IN_ADDITION =
  /\b(?:also|then|now|and|plus) (?:i |we )?(?:need|want|book|like|would like|'d like) one\b(?! (?:hour|of)\b)|\b(?:next|2nd|one more) (?:booking|order|one)\b(?=[,:;]| please| is\b| for\b| from\b| on\b)/;
/** "I also want to book …", "and please book …", with goods, an end and a day of its own. */
const ALSO_BOOKS =
  /\b(?:also|as well|too|besides|then|and|plus|next)\b[^.?!]{0,25}\b(?:book|reserve|schedule|order|arrange)\b(?! (?:it|that|them|this|those|these)\b)|\b(?:book|reserve|schedule|order)\b[^.?!]{0,20}\b(?:also|as well|too)\b/;
/** It is about the one that was spoken about. "The same pickup" is an address. */
const SAME_ONE = [
  /\b(?:same|that|this) (?:\w+ )?(?:booking|order|delivery|move|one|request|reservation|transfer|trip|shipment)\b/,
  /\b(?:that|this) pick-?up\b/,
  /\bto (?:that|this|it|the same)\b(?! (?:two )?(?:address|place|zip|town|house|destination|airport|terminal|location))/,
] as const;
const isSameOne = (text: string): boolean => SAME_ONE.some((way) => way.test(text));

/**
 * Whether a message begins an order of its own. `isRestart`: its words take back what was said. Words
 * that only correct a detail ("scratch that, make it 4") begin nothing.
 */
export function startsAnew(
  memory: Memory,
  text: string,
  { details, isRestart }: { details: Details; isRestart: boolean },
): 'anew' | 'correction' | undefined {
  const groups = groupsOf(details);
  if (isRestart) {
    if (BEGINS.test(text) || !TAKES_BACK.test(text)) return 'anew';
    return groups === 1 ? 'correction' : 'anew';
  }
  const isKnown = memory.handedOff !== undefined || memory.estimate !== undefined;
  const ways = [ONE_MORE, ONE_MORE_ONE, ONE_IN_ADDITION, ONE_FOR];
  const isOther = ways.some((way) => way.test(text)) && !isSameOne(text);
  const hasGoods = ['count', 'specialty', 'tier', 'service'].some((key) => key in details.order);
  if (isKnown && isOther && hasGoods && groups > 1) return 'anew';
  // "Another booking: the same bags back from there"
  const sameCount =
    isKnown && isOther ? carriedOver(memory.order, text, details.order).count : undefined;
  if (sameCount !== undefined && isOtherDay(memory, details)) return 'anew';
  const isWhole = hasGoods && groups > 2 && isOtherDay(memory, details);
  const isNext = memory.handedOff !== undefined && ALSO_BOOKS.test(text) && !isSameOne(text);
  if (isNext && (isWhole || isNextThere(memory, text, details))) return 'anew';
  return isWholeOrder(memory, text, details) ? 'anew' : undefined;
}

/** Goods, both ends and a day of its own, and no word of a correction. */
function isWholeOrder(memory: Memory, text: string, details: Details): boolean {
  const { order, zips } = details;
  const isOfAirport = order.airport !== undefined && zips.length > 0;
  const hasEnds = zips.length > 1 || isOfAirport;
  const hasGoods = (order.count ?? order.specialty ?? order.tier) !== undefined;
  const isOther = hasGoods && hasEnds && isOtherDay(memory, details);
  return memory.handedOff !== undefined && isOther && !CORRECTS.test(text);
}

const CORRECTS =
  /\b(?:instead|actually|make (?:it|that|this)|sorry|chang\w+|rather|no|not|wait|correct\w*|mistake|wrong|after all|i meant?|should be)\b/;

/** "Also book 3 boxes for the 22nd, please": other goods on another day, between the same places. */
function isNextThere(memory: Memory, text: string, details: Details): boolean {
  const { order, zips, places } = details;
  const isElsewhere = zips.length > 0 || places.length > 0;
  const hasGoods = order.count !== undefined || order.specialty !== undefined;
  return hasGoods && !isElsewhere && BESIDES.test(text) && isOtherDay(memory, details);
}

const BESIDES = /\b(?:also|as well|too|besides|plus|another|in addition|separate\w*)\b/;

/** Whether all days of a message are others than the one that was handed over. */
const isOtherDay = ({ handedOff }: Memory, { days }: Details): boolean => {
  const named = days.filter(({ first }) => first !== '');
  return named.length > 0 && named.every(({ first }) => first !== handedOff?.day);
};

/** "A second booking: …", which is to be prepared at once. */
export const asksForBooking = (text: string): boolean =>
  /\b(?:bookings?|orders?|reservations?|book|reserve)\b/.test(text) && !/\?/.test(text);

/** How much of an order a message says: what, where and when. */
export function groupsOf({ order, zips, places, days }: Details): number {
  return [
    order.service ?? order.tier,
    order.count ?? order.specialty,
    zips[0] ?? places[0],
    days.find(({ first }) => first !== ''),
  ].filter((part) => part !== undefined).length;
}

/** Forgets the order and what was said of it, but for "the same addresses" of a second one. */
export function beginAnew(memory: Memory, text = '', details?: Details): void {
  const isThere = details !== undefined && isNextThere(memory, text, details);
  const places = Object.entries(memory.order).filter(([key]) => isThere && isOfPlace(key));
  const carried = carriedOver(memory.order, text, details?.order);
  memory.order = { ...Object.fromEntries(places), ...carried };
  memory.handedOff = undefined;
  memory.dayIsOpen = false;
  memory.dayWasRefused = false;
  memory.estimate = undefined;
  memory.days = undefined;
  memory.topic = undefined;
  memory.isTurned = false;
  memory.choices = undefined;
  memory.daysNamed = [];
  memory.zipsAsked = [];
  memory.priced = [];
  memory.inTurn = undefined;
}
