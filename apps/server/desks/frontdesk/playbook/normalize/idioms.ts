import { NUMBER_WORDS } from '@deskbell/clerk';
import { BAGS, ITEMS } from '../reading/goods/piece-nouns.ts';

// What people say for prices, numbers and goods without the words the rules know.

const COME_TO = '(?:go(?:es)?(?: out)? for|run(?: me| us)?|sell for|set (?:me|us) back)';

const PIECES = `(?:${BAGS}|${ITEMS}|surfboards?|pelotons?|cribs?|wardrobe box(?:es)?)`;
const NUMBER = `(\\d{1,2}|${NUMBER_WORDS})`;

const ONE_PIECE =
  '(?:bag|suitcase|trunk|duffel|backpack|box|chair|armchair|lamp|table|desk|bike|bicycle|stroller|rug|mirror|painting|tv|monitor|guitar|cello|violin|wheelchair|scooter|snowboard|printer)';
const PRICED_FOR =
  '(?:price|cost|quote|estimate|charge|much)(?: would it be| is it| does it cost| do you charge)? (?:for|of|to (?:send|ship|move|get|bring|take|deliver))|what (?:does|would|will|is)';

const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:what|how (?:much|bad))(?:'s| is| would| will)(?: be)? the damage\b(?! (?:done|to|on|of|policy|cover))/g,
    'how much is it',
  ],
  [
    new RegExp(
      `\\bwhat(?:'s| is| does| do| would| will) ((?:an?|the|your|one|two|\\d{1,2}) [^.?!,]{2,50}?) ${COME_TO}\\b`,
      'g',
    ),
    'how much is $1',
  ],
  [
    new RegExp(
      `\\bwhat (?:does|do|would|will|might) (?:it|that|this|they|those|these|one) (?:all )?${COME_TO}\\b`,
      'g',
    ),
    'how much is it',
  ],
  [new RegExp(`\\bboth (?:of )?(?:my|our|the|his|her) (${PIECES})(?<=s)\\b`, 'g'), '2 $1'],
  // "8 instead of 7 boxes"
  [new RegExp(`\\b${NUMBER} (?:instead of|rather than) ${NUMBER} (${PIECES})\\b`, 'g'), '$1 $3'],
  // "The price for my bike to 11937": one
  [
    new RegExp(
      `\\b(${PRICED_FOR}) (?:my|our|his|her|their|the)(?: [a-z]+'s)? (${ONE_PIECE})(?= (?:to|from|at|cost|go|going)\\b| \\d{5})`,
      'g',
    ),
    '$1 1 $2',
  ],
  // "Surfboard x2", "boxes (3)"
  [
    new RegExp(`(?<!\\d |\\d|-)\\b(${PIECES}) ?(?:[x×] ?(\\d{1,2})\\b|\\((\\d{1,2})\\))`, 'g'),
    '$2$3 $1',
  ],
  // "My 2 suitcases, my wife's 3"
  [
    new RegExp(
      `\\b${NUMBER} (${PIECES})\\b([^.?!\\d]{0,25}\\b(?:[a-z]+'s|hers|his|theirs) )${NUMBER}(?=,|$| (?:and|plus|to|from)\\b)`,
      'g',
    ),
    '$1 $2$3$4 $2',
  ],
  [/\b(?:one|1) and a half dozen\b|\b1\.5 dozen\b/g, '18'],
  [
    new RegExp(
      `\\b(\\d{1,2}|${NUMBER_WORDS}) (?:or so|or thereabouts|give or take|plus or minus)(?: of)?,? (?=[a-z])`,
      'g',
    ),
    '$1 ',
  ],
  [/\b(?:nye|new ye+[ae]?rs? eve)\b/g, "new year's eve"],
  [/(?<!\d ?)\$\$+(?! ?\d)/g, 'how much'],
  [
    /\bwhat (?:do|would|will|did) you (?:take|want|ask|charge) for (?=\d|an?\b|the\b|my\b|two\b|three\b|four\b|five\b|six\b)/g,
    'how much for ',
  ],
  // "I thought it was 75 a bag": a rate, and no number of bags
  [
    /(?<!\$ ?|\d)\b(\d{2,3})(?: dollars| bucks)? (?:an?|per) (bag|item|piece|box|suitcase|day)\b/g,
    '$$$1 per $2',
  ],
  [/\bmeds\b/g, 'medication'],
  [/\bbubbly\b/g, 'champagne'],
  [/\b(?:e-?cigs?|smokes)\b/g, 'cigarettes'],
  [/\bnew (?:yrs?|yers?|yeers?)\b/g, 'new year'],
];

/** A normalised text with idioms of price and number in plain words. */
export const withoutIdioms = (text: string): string =>
  IDIOMS.reduce((rest, [pattern, plain]) => rest.replace(pattern, plain), text)
    .replace(BOOKING_NUMBER, (_, digits: string) => `tt-${digits.padStart(6, '0')}`)
    .replace(LETTER_IN_ZIP, (zip) => zip.replaceAll('o', '0'));

/** "1o001": a letter for a zero. */
const LETTER_IN_ZIP = /\b(?=\d[\do]*o)\d[\do]{4}\b/g;

/** "TT 17", "tt#42" */
const BOOKING_NUMBER = /\btt ?[#-]? ?(\d{1,6})\b/g;
