import type { Business } from '../../../../../bookings/business.ts';
import { areaOf } from '../../../../../bookings/check-coverage.ts';
import { type Order, serviceOf } from '../../order/order.ts';
import type { Mention } from './mention.ts';
import { readPlaces } from './places.ts';

/** "Is 10011 OK for pickup?" */
const FOR_USE =
  /^ (?:(?:also )?(?:ok(?:ay)?|fine|good|possible|served|covered) )?(?:for|as) (?:the |a )?(pick-?ups?|collections?|deliver(?:y|ies)|drop-?offs?)\b/;

export type Role = 'pickup' | 'delivery';

/** The end that one address belongs to which no word puts to either. */
export function roleOfAlone(
  only: Mention,
  wrong: readonly Mention[],
  { text, known, business }: { text: string; known: Order; business: Business },
): Role | undefined {
  const sides = ['pickup', 'delivery'] as const;
  const use = FOR_USE.exec(text.slice(only.end))?.[1];
  if (use !== undefined) return /^[pc]/.test(use) ? 'pickup' : 'delivery';
  // "It is 11963, not 11968."
  const corrected = sides.find((side) => wrong.some(({ zip }) => zip === known[`${side}Zip`]));
  if (corrected !== undefined) return corrected;
  const sentence =
    text
      .slice(0, only.index)
      .split(/[.?!;]/)
      .at(-1) ?? '';
  const isOfHome = OWN_HOME.test(sentence) && !/^[^.!;]*\?/.test(text.slice(only.end));
  if (isOfHome && serviceOf(known) !== undefined && isFree('pickup', known)) {
    return known.direction === 'from_airport' ? 'delivery' : 'pickup';
  }
  const spokenOf = sides.filter((side) => NAMES_END[side].test(text));
  const [spoken] = spokenOf;
  if (spoken !== undefined && spokenOf.length === 1 && isStatementOf({ text, known })) {
    return spoken;
  }
  const respelled = sides.filter((side) => isRespelled(only, known, { side, text }));
  if (respelled.length === 1) return respelled[0];
  const inTown = sides.filter((side) => only.line !== undefined && isSameTown(only, known, side));
  if (inTown.length === 1 && knownPickup(known) !== undefined) return inTown[0];
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
  const isOpen = (side: Role): boolean => isFree(side, known);
  if (isOpen('pickup') && isOpen('delivery')) {
    const isBare = /^\W*$/.test(text.slice(0, only.index) + text.slice(only.end));
    const isPlace = /\b(?:in|at|near) (?:the )?$/.test(leadOf(text, only.index));
    return isBare || isPlace ? 'pickup' : undefined;
  }
  if (isOpen('pickup') === isOpen('delivery')) {
    const isShort = sentence.split(' ').length <= MOST_WORDS_OF_ZIP && !IS_ASIDE.test(sentence);
    return corrects(text) || isShort ? sideInSameArea(only.zip, known, business) : undefined;
  }
  return isOpen('pickup') ? 'pickup' : 'delivery';
}

/** "38 Main Street" of "30 Main Street, Apt 2", or, put right, the same number in another street. */
function isRespelled(
  { line, zip }: Mention,
  known: Order,
  { side, text }: { side: Role; text: string },
): boolean {
  const [knownLine, knownZip] = [known[`${side}Line`], known[`${side}Zip`]];
  if (line === undefined || knownLine === undefined) return false;
  // Every town has its Main Street.
  if (zip !== undefined && knownZip !== undefined && zip !== knownZip) return false;
  const [[number, street], [knownNumber, knownStreet]] = [partsOf(line), partsOf(knownLine)];
  return street === knownStreet || (number === knownNumber && corrects(text));
}

/** The house number and the street of a line, without its unit. */
const partsOf = (line: string): [string, string] => {
  const [number = '', ...street] = line.toLowerCase().split(',')[0]?.split(' ') ?? [];
  return [number, street.join(' ')];
};

const isSameTown = (only: Mention, known: Order, side: Role): boolean => {
  const city = known[`${side}City`]?.toLowerCase();
  return city !== undefined && (only.city ?? only.place)?.toLowerCase() === city;
};

/** "We're in …", "my apartment is in …". */
const OWN_HOME =
  /\b(?:(?:we|i)(?:'re|'m| are| am| live| stay)|(?:my|our) (?:apartment|home|place|flat|house|stuff|things) (?:is|are))(?: all| both| over| up| down| out)? (?:in|at|near)(?: the)? ?$/;
const isFree = (side: Role, known: Order): boolean =>
  (known[`${side}Zip`] ?? known[`${side}Place`] ?? known[`${side}Line`]) === undefined;
/** "11978", "and it is 11978". */
const MOST_WORDS_OF_ZIP = 5;
const IS_ASIDE = /\b(?:near|beside|next|by|around|serve|cover)\b/;
const ADDRESS = '(?:address|zip(?: code)?|code|place|location|point|end|town|side)';
/** "I told you the wrong pickup ZIP. It's 10037": the end is named apart from the code. */
const NAMES_END: Readonly<Record<Role, RegExp>> = {
  pickup: new RegExp(
    `\\b(?:pick-?up|start(?:ing)?|collection) ${ADDRESS}\\b|\\bwrong (?:pick-?up|start)\\b`,
  ),
  delivery: new RegExp(
    `\\b(?:delivery|drop-?off|destination) ${ADDRESS}\\b|\\bwrong (?:delivery|drop-?off|destination)\\b`,
  ),
};

const CORRECTS = [
  /\b(?:i'm|i am|we're|we are|(?:he|she|they)(?:'s|'re| is| are| lives?| sits?)?) (?:at|in)\b/,
  /\b(?:right (?:zip|code|one)|zip(?: code)? (?:is|was|should|has|changed)|mis\w+|old|new|now)\b/,
  /\b(?:whoops|my bad|shoot|wait|sorry|wrong|actually|i mean(?:t)?|instead|should be|correct\w*|typo|oops)\b/,
];
const corrects = (text: string): boolean => CORRECTS.some((signal) => signal.test(text));

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
export function mayLieIn(zip: string, name: string, business: Business): boolean {
  const area = areaOf(business, zip);
  return readPlaces(name.toLowerCase(), business).some(
    ({ areas, isUnlisted }) =>
      isUnlisted || (area !== undefined && areas.some((entry) => entry.area === area.area)),
  );
}

/** Whether addresses are told for an order, and no question about them is asked. */
export const isStatementOf = ({ text, known }: { text: string; known: Order }): boolean =>
  serviceOf(known) !== undefined && !/\?|^(?:do|does|can|is|are|what|how)\b/.test(text);

export const knownPickup = ({ pickupZip, pickupPlace, pickupLine }: Order): string | undefined =>
  pickupZip ?? pickupPlace ?? pickupLine;

/** The words before a mention, without what may stand between: a comma, a town and its ZIP code. */
export const leadOf = (text: string, index: number): string =>
  text.slice(Math.max(0, index - 90), index).replace(/->/g, ' to ');
