import { PROHIBITED } from '../../goals/signals/policy-signals.ts';

/** What is counted in messages and is nothing to be carried. */
const NO_PIECES = new Set(
  `days weeks months years hours hrs minutes mins seconds nights mornings evenings afternoons weekends weekdays mondays tuesdays wednesdays thursdays
  fridays saturdays sundays holidays times ways reasons things stages trips visits rounds turns occasions
  persons people adults kids children guests friends sisters brothers siblings parents sons daughters teenagers teens boys girls ladies guys men women
  movers drivers workers helpers employees students roommates neighbors neighbours families couples passengers travelers travellers customers clients
  bedrooms rooms floors stories storeys levels flights stairs steps bathrooms baths doors entrances buildings apartments houses homes places addresses stops streets
  blocks towns cities areas zones locations airports terminals zips codes boroughs counties states countries beds brs bridges corners lanes kings
  bookings orders deliveries moves transfers pickups reservations shipments services options sizes tiers extras choices offers plans loads hauls runs
  dollars bucks cents percents pounds lbs kilos kgs inches feet yards ounces miles gallons liters litres quarts pints meters metres tons points stars
  questions ways changes mistakes details corrections parts numbers dates slots windows prices quotes estimates costs fees surcharges taxes tips discounts
  cars vans trucks vehicles trains planes buses wheels dogs cats pets animals birds puppies kittens certificates cois lots sets pairs kinds types sorts
  bunches piles halves thirds quarters others ones ours yours theirs hers this his was has does goes plus less always perhaps sometimes yes
  hamptons suitcases hundreds thousands dozens errands jobs emails calls texts messages policies rules links accounts cards payments refunds credits
  seats tickets legs sides ends entries words letters digits lines pages forms tags labels kisses thanks regards weddings parties meetings classes`.split(
    /\s+/,
  ),
);
/** Where something is sent, moved or brought. */
const SENDS =
  /\b(?:\d{5}|sen[dt]|sending|ship\w*|deliver\w*|transport\w*|mov(?:e|ing)|tak(?:e|ing)|bring\w*|collect\w*|carry|haul|over (?:to|from))\b/;
const PLURAL = /^[a-z]{2,}[^\W\dsui]s$|^[a-z]{3,}(?:ues|eus)$/;
const MOST = 60;

/** Whether a text may count things whose name is not known: "3 lanterns from 10011 to 11937". */
export const sendsThings = (text: string): boolean => SENDS.test(text);

/**
 * The name of things that so many words after a number count, though it is on no list; undefined
 * when they are none that are carried.
 */
export function unlistedPiece(
  words: readonly string[],
  value: number,
): { name: string; length: number } | undefined {
  if (value < 2 || value > MOST) return undefined;
  const [first = '', second = ''] = words;
  const isName = (word: string): boolean => PLURAL.test(word) && !NO_PIECES.has(word);
  if (isName(first)) return { name: first, length: 1 };
  const isAdjective = /^[a-z-]{3,}$/.test(first) && !NO_PIECES.has(first) && !LITTLE.has(first);
  return isAdjective && isName(second) ? { name: `${first} ${second}`, length: 2 } : undefined;
}

const LITTLE = new Set(
  'and for from the with per our your his her their more other people family pair set lot bunch couple plus not but then each am pm out off into over under until till between next last business working full half'.split(
    ' ',
  ),
);

/** "2 boxes of fireworks": what is not carried is no goods of an order. */
export const isRefusedPiece = (words: string): boolean => PROHIBITED.test(words);
