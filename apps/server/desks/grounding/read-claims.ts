import type { LocalTime } from '@deskbell/clerk';
import type { Claim } from './claim.ts';
import { readAmounts } from './read-amounts.ts';
import { readBookingClaims } from './read-booking-claims.ts';
import { asksForCoverage, readCoverageClaims } from './read-coverage-claims.ts';
import { asksForDays, readDayClaims } from './read-day-claims.ts';
import { readPriceWords } from './read-price-words.ts';
import { type Sentence, splitSentences } from './split-sentences.ts';
import { isQuestion } from './words.ts';

/** What a sentence is understood from besides itself, as plain text. */
export interface Surroundings {
  /** The sentence that a list or a table hangs on; '' without one. */
  lead: string;
  /** The sentence before, or at the beginning the customer's message. */
  before: string;
}

const CUSTOMERS_AMOUNT =
  /\byou(?:'ve| have)? (?:said|mentioned|named|gave|given|told|stated|wrote|have|set|offered|asked)\b|\byour (?:\w+ )?(?:budget|limit|maximum|offer|figure)\b/i;
/** "I can't do $700", "the $700 you were quoted": an amount of the customer's is turned down or named. */
const REFUSES =
  /\b(?:can(?:'t| ?not)|not able to|unable to|won't|^with|(?:like|want|prefer|hope|trying) to (?:stay|keep|spend|pay))\b[^,;.]{0,40}$/i;
const ELSEWHERE = /^ (?:that )?you (?:were|got|are|have been|saw)\b|^ (?:\w+ ){0,2}elsewhere\b/i;
const BUDGET = /\b(?:budget|limit|maximum|offer|figure|mentioned|said|named|wrote|gave)\b/i;
const IS_PRICE =
  /\b(?:pric\w*|costs?|totals?|fees?|charg\w+|quot\w+|estimat\w+|rates?|pay|is what|it is|it's|that's|correct|right|indeed|yes|matche?s)\b/i;
const OF_THINGS =
  /\b(?:packing|unpacking|storage|coi|certificate|insurance|same-day|deliver\w*|shipping|moves?|supplies|weekends?)\b/i;
const OF_PRICES =
  /\b(?:charges?|costs?|fees?|packing|unpacking|deliver\w*|shipping|storage|coi|insurance|service|moves?)\b/i;
const YES =
  /^(?:yes|yep|yeah|absolutely|definitely|certainly|of course|sure|we do|we can|it is|it does|si|oui|ja|sim|claro|correct|indeed)\b[^a-z]*(?:(?:we (?:do|can|are)|it (?:is|does)|you (?:are|can)|that(?:'s| is) (?:right|fine|correct)|of course|sure|absolutely|indeed|por supuesto|bien sur)[^a-z]*)*$/i;

/** The claims in a text, sentence by sentence. `heard` is what the customer asked last. */
export function readClaims(text: string, now: LocalTime, heard = ''): Claim[] {
  return splitSentences(text, heard).flatMap((sentence) => readSentence(sentence, now));
}

export function readSentence({ text, lead, before }: Sentence, now: LocalTime): Claim[] {
  const claims: Claim[] = [];
  const amounts = readAmounts(text, lead || before);
  const isOfCustomer = CUSTOMERS_AMOUNT.test(text) && BUDGET.test(text) && !IS_PRICE.test(text);
  for (const { currency, cents, index, length } of amounts) {
    const head = text.slice(0, index);
    const tail = text.slice(index + length);
    const isCustomers = isOfCustomer || REFUSES.test(head) || ELSEWHERE.test(tail);
    claims.push({ kind: 'money', what: 'amount', currency, cents, isCustomers, head, tail, text });
  }
  const surroundings = { lead, before };
  const dates = readDayClaims(text, { ...surroundings, now });
  const places = readCoverageClaims(text, surroundings);
  for (const claim of readPriceWords(text)) {
    if (!isOfDays(claim, dates) && !isOfPlaces(claim, places))
      claims.push({ kind: 'money', ...claim });
  }
  for (const claim of dates) claims.push({ kind: 'date', ...claim });
  for (const claim of readBookingClaims(text, surroundings))
    claims.push({ kind: 'booking', ...claim });
  for (const claim of places) claims.push({ kind: 'coverage', ...claim });
  if (claims.length === 0 && YES.test(text)) return readYes(text, before, now);
  return claims;
}

/** "Both are free", said of days. */
function isOfDays(
  { what, text }: { what: string; text: string },
  dates: readonly { says: string; days: readonly string[]; text: string }[],
): boolean {
  if (what !== 'free' || OF_PRICES.test(text)) return false;
  return dates.some(
    (date) => date.says === 'available' && date.days.length > 0 && text.includes(date.text.trim()),
  );
}

/** "There is no extra charge for it", said of a place. */
const isOfPlaces = (
  { what, text }: { what: string; text: string },
  places: readonly { what: string; text: string }[],
): boolean =>
  what === 'free' &&
  places.some(
    (place) =>
      place.what === 'no_surcharge' && !OF_THINGS.test(place.text) && text.includes(place.text),
  );

/** A bare "Yes!" claims what was asked. */
function readYes(text: string, before: string, now: LocalTime): Claim[] {
  const asked = before
    .replace(/\?/g, '.')
    .replace(/^\W*(?:is|are|do|does|can|could|would|will)\b/i, 'so');
  if (!isQuestion(before) && !/^(?:is|are|do|does|can|could)\b/i.test(before)) return [];
  if (asksForCoverage(before)) {
    return readCoverageClaims(asked, { lead: '', before: '' })
      .filter(({ what }) => what !== 'surcharge')
      .map((claim) => ({ kind: 'coverage', ...claim, text: `${text} ${claim.text}` }));
  }
  if (!asksForDays(before)) return [];
  return readDayClaims(asked, { lead: '', before: '', now }).map((claim) => ({
    kind: 'date',
    ...claim,
    text: `${text} ${claim.text}`,
  }));
}
