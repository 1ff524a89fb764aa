import {
  createSpeller,
  joinSpokenDigits,
  keepReadings,
  NUMBER_WORDS,
  readNumber,
  type Speller,
} from '@deskbell/clerk';
import { withoutIdioms } from './idioms.ts';
import { spellOut } from './spell-out.ts';
import { withTotalsPlain } from './total-idioms.ts';

/** Words the rules rely on. Anything one letter off (two in long words) is taken for them. */
const WORDS =
  'petite standard delivery deliver service availability available airport terminal manhattan brooklyn hamptons southampton montauk amagansett surfboard peloton suitcase suitcases luggage package packing unpacking certificate insurance booking bookings schedule reserve transfer estimate price pricing storage discount cancel cancellation history status pickup items pieces boxes wardrobe hoboken greenwich kennedy newark tipping refund please without flight flights flying arrive arrives arriving arrival landing departure departs departing christmas thanksgiving valentines presidents memorial juneteenth halloween'.split(
    ' ',
  );

/** Real words that happen to be near one of the above. */
const REAL =
  'bay big bar bat ban bog bug boy fox box crab bond pleased pleases lease parking parked hampton prices priced standards delivered delivers deliver delivery booked booker item piece services serviced servicing cancelled canceled cancels transfers transferred estimates estimated packages package packed pack packs storages store stored discounts statue pricey prince pride prize nice rice place itself pickups picks picked reserved reserves reservation scheduled schedules insured ensure installed moving surfboards pelotons boxed boxer boxing certified certificates terminals airports pieced peaces refunds refunded tapping dipping ripping sipping zipping available unavailable bugs bars bats bays bass bans begs bogs boys bows bots boats boots books bowls beds bands banks balls bikes lambs clamps bike cars coats crabs totems pains trucks backing tricking traction teens fight fights fright frights frying flyer lending lading depart departed department arrived president memorials presidents valentine picking instance instances state states stats christian bones booting packaged'.split(
    ' ',
  );

/** What an order counts; after a number these are known in any writing near them. */
const COUNTED =
  'bags bag boxes box items item pieces piece suitcases suitcase duffels duffel cartons crates bins trunks totes packages surfboards pelotons cribs wardrobe things chairs lamps'.split(
    ' ',
  );

const MANY_OF_THEM = new RegExp(
  `(?<!\\b(?:\\d{1,3}|${NUMBER_WORDS}|the|my|our|those|these|all) (?:\\w+ )?)\\b((?:wardrobe |golf |garment |duffel |moving |big |large |small )?(?:box(?:es)?|bags|suitcases|surfboards|pelotons|cribs|bikes|bicycles|trunks|duffels|chairs|lamps|cartons|crates|bins))(?:,| -)? (${NUMBER_WORDS}|\\d{1,2}) of (?:them|those)\\b(?! (?:is|are|go|stay|come|can|will|were))`,
  'g',
);

/** How people write on phones; the rules know the words in full. */
const SHORT: readonly [RegExp, string][] = [
  [/\bdoz\b\.?/g, 'dozen'],
  [/(?<=\b\d{5}),? ?(?:[-=]*>+|-) ?(?=\d{5}\b)/g, ' to '],
  [/(?<=[a-z0-9]) ?(?:[-=]+>+|>+) ?(?=[a-z0-9])/g, ' to '],
  [/\bpack(?:-| )?(?:n|and|&|'n'?)(?:-| )?play(s?)\b/g, 'playpen$1'],
  [/\b(?:mcuh|muhc|mutch|mch)\b/g, 'much'],
  [/\b(?:bok|boook|bokk|obok|bbok)\b/g, 'book'],
  [/\b(?:wnat|watn|wnt|wanto)\b/g, 'want'],
  [/\b(?:bxes|boxs|boxex|boxse|bxs)\b/g, 'boxes'],
  [/\b(?:bgs|bgas)\b/g, 'bags'],
  [
    /(?<!\b(?:terminal|apt|apartment|unit|floor|gate) #?)\b4(?= (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)/g,
    'for',
  ],
  [/\bthis (?:morning|afternoon|evening)\b/g, 'today'],
  [/\b(?:bklyn|bkln)\b/g, 'brooklyn'],
  [/\b(?:bgs|bgz|bagz)\b/g, 'bags'],
  [/\b(?:boxs|bxs)\b/g, 'boxes'],
  [/\b(?:itms|itmes)\b/g, 'items'],
  [/\bairprt\b/g, 'airport'],
  [/\bdiff\b/g, 'difference'],
  [/\b(\d{1,3})[- ]?ish\b/g, '$1'],
  // "3 boxes but actually make that 5"
  [
    /\b(?:\d{1,3}|an?|one||two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ((?:\w+ )?(?:bags?|box(?:es)?|items?|pieces?|suitcases?|duffels?|things|cartons|trunks?))[,.;-]* (?:(?:but|oh|no|wait|sorry|actually|scratch that|i mean|rather|make (?:it|that)|that's|it's|let's say|say)[, -]+){1,5}(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?![-/:%]|\d|(?:st|nd|rd|th)\b| (?:am|pm|bags?|box(?:es)?|items?|pieces?|suitcases?|days?|weeks?|o'clock)\b)/g,
    '$2 $1',
  ],
  // "January, maybe the 12th"
  [
    /\b(january|february|march|april|may|june|july|august|september|october|november|december)((?: (?:would|is|works|could|might|suits|sounds)[a-z ]{0,20})?), ?(?:maybe|perhaps|say|probably|ideally|preferably) (?:on )?the (\d{1,2})(?:st|nd|rd|th)?\b/g,
    '$1 $3$2',
  ],
  [
    /\b(january|february|march|april|may|june|july|august|september|october|november|december)(?:,? ?(?:maybe|perhaps|say|probably|possibly|preferably|ideally|like|around|about|or so|then)){0,2},? (?:on )?the (\d{1,2})(?:st|nd|rd|th)?\b(?! (?:week|half|one|to|and|or))/g,
    '$1 $2',
  ],
  // "Wardrobe boxes, two of them"
  [MANY_OF_THEM, '$2 $1'],
  [/\bpick ?up (?=\d{5}\b)/g, 'pick up from '],
  [/\bdrop ?off (?=\d{5}\b)/g, 'drop off at '],
];

const spell = createSpeller({ words: WORDS, real: REAL, short: SHORT, counted: COUNTED });

/** A normalised text as the rules read it: typing errors put right, ZIP codes in digits. */
export const correctSpelling: Speller = keepReadings(
  (text: string) =>
    withTotalsPlain(
      withoutIdioms(spell(joinSpokenDigits(spellOut(text).replace(PART_OF_HOUR, inDigits)))),
    ),
  (text) => text,
);

const PART_OF_HOUR = new RegExp(
  `\\b(half past|half|(?:a )?quarter past|(?:a )?quarter after|(?:a )?quarter to|(?:a )?quarter of) (\\d{1,2}|${NUMBER_WORDS})\\b(?= ?(?:[ap]\\.?m\\b|in the|at night|o'?clock|tonight|[,.!?]|$))`,
  'g',
);

/** "Half past six" as 6:30. */
function inDigits(hit: string, part: string, word: string): string {
  const hour = readNumber(word) ?? 0;
  if (hour < 1 || hour > 12) return hit;
  if (part.startsWith('half')) return `${hour}:30`;
  if (/ (?:to|of)$/.test(part)) return `${hour === 1 ? 12 : hour - 1}:45`;
  return `${hour}:15`;
}
