import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';
import { BAGS, ITEMS } from '../reading/goods/piece-nouns.ts';

// Short forms of extras and numbers told in the ways of everyday speech, written out in full.

const EXTRAS: readonly (readonly [RegExp, string])[] = [
  [/\bw\/ ?o(?:ut)?\b/g, 'without'],
  [/\bw ?\/ ?(?=[a-z\d])/g, 'with '],
  [/\bw (?=(?:coi|cert|pack|unpack|pckg|unpk|an? |the |ins)\w*)/g, 'with '],
  [/\bincl\b\.?/g, 'including'],
  [/\badd'?l\b\.?/g, 'additional'],
  [/\bbldg\b\.?/g, 'building'],
  [/\bc\.? ?o\.? ?i\.(?=\W|$)|\bc\. ?o\. ?i\b/g, 'coi'],
  [/\bcert(?:s|if|ificate)?\.? (?:of )?(?:ins(?:ur)?|insur)\b\.?/g, 'coi'],
  [/\bcert(?:s|if)?\b\.? (?=of insurance\b)/g, 'certificate '],
  [/\b(?:ins|insur|insurance|bldg|building)\b\.? cert(?:ificates?)?\b\.?/g, 'coi'],
  [/\bun-?(?:pkg|pckg|pck|pk|pking|packg)\b\.?/g, 'unpacking'],
  [/(?<=\b(?:with|and|plus|including|also|\+) (?:the )?)un-?pack\b/g, 'unpacking'],
  [/\b(?:pckg|pking|pckng|packg)\b\.?/g, 'packing'],
  [/\borg\b\.? (?=(?:un)?pack)/g, ''],
  [/\bp\/?u\b(?= (?:window|slot|time|hour|from|at|on|date|day|zip|\d))/g, 'pickup'],
  [/\bd\/o\b(?= (?:window|at|on|zip|\d))/g, 'drop off'],
  [
    /\b(?:1|one)[- ]?(?:h|hr|hrs)\b\.?(?=(?: pick-?up| collection)? ?(?:window|slot|time|pick-?up))/g,
    'one-hour',
  ],
  [/\b(?:std|stnd|stdrd|stand)\b\.?(?= (?:move|delivery|size|tier|mini|package))/g, 'standard'],
  [/(?<=\b(?:tier|size|move|package|mini move)[:,]? )(?:std|stnd)\b\.?/g, 'standard'],
  [/\b(?:std|stnd)\b\.?(?= tier)/g, 'standard'],
  [/(?<=[a-z]) ?\+ ?(?=[a-z])/g, ' plus '],
  [/\bflite\b/g, 'flight'],
  [/\btak(es?|ing) of(?= (?:on|at|from)\b)/g, 'tak$1 off'],
];

const NOUN = `(?:${BAGS}|${ITEMS})`;
const NUMBER = `(\\d{1,2}|${NUMBER_WORDS})`;
/** What is one thing though it comes in two. */
const ONE_PAIR =
  '(?!(?:[a-z]+ )?(?:skis|shoes|boots|skates|poles|gloves|scissors|glasses|pants)\\b)';
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:an?|one|this|my|our) (?:pair|duo) of ${ONE_PAIR}`, 'g'), '2 '],
  [/\b(?:an?|this|my|our) (?:trio|threesome) of /g, '3 '],
  [/\b(?:an?|this|my|our) (?:quartet|foursome) of /g, '4 '],
  [/\btwo pairs? of (?=(?:bags|suitcases|boxes|duffels|trunks))/g, '4 '],
  [/\b(?:a )?half[- ]dozen\b/g, '6'],
  [/\b(?:an?|one) dozen and a half\b/g, '18'],
  [/\b(?:a )?baker'?s dozen\b/g, '13'],
  [/\b(?:an? )?dozen or so\b/g, '12'],
  [new RegExp(`\\b(?:a score|twenty-odd)(?: of)? (?=${NOUN}\\b)`, 'g'), '20 '],
];
const DOZENS = /\b(two|three|four|five|[2-5]) dozens?\b(?: of)?/g;
/** "3+2 suitcases" */
const SUM = new RegExp(`\\b(\\d{1,2}) ?(?:\\+|plus) ?(\\d{1,2})(?= (?:\\w+ )?${NOUN}\\b)`, 'g');
/** "A handful, well five, boxes": the number that is given after all. */
const AFTER_ALL = new RegExp(
  `\\b(?:an? )?(?:handful|few|couple|bunch|some)(?: of)?,? (?:(?:well|so|say|that is|i think|i mean|maybe|or|actually|probably) )+${NUMBER},?(?= (?:\\w+ )?${NOUN}\\b)`,
  'g',
);
/** "Suitcases (a pair)", "#3 bags", "qty 4 boxes". */
const SIGNS = new RegExp(
  `(?:#|\\bno\\.? |\\bqty\\b[.:]? ?)${NUMBER} ?(?=(?:\\w+ )?${NOUN}\\b)`,
  'g',
);
/** "4 no. boxes", "~6 bags", "approx. 6". */
const ABOUT = /(?:~|±|\b(?:approx|ca)\b\.?) ?(?=\d)/g;
/** "Bags to JFK, 3 of them" */
const OF_THEM = new RegExp(
  `\\b((?:${BAGS}|${ITEMS})(?<=s|luggage))\\b((?: (?:to|from|for) (?:[a-z0-9]+ ?){1,4}?)), ${NUMBER} of (?:them|those)\\b`,
  'g',
);

/** A normalised text with abbreviations and colloquial numbers in the words the rules know. */
export function spellOut(text: string): string {
  const inFull = [...EXTRAS, ...GROUPS].reduce(
    (rest, [pattern, full]) => rest.replace(pattern, full),
    text,
  );
  return inFull
    .replace(DOZENS, (_, count: string) => String(12 * (readNumber(count) ?? Number(count))))
    .replace(SUM, (_, a: string, b: string) => String(Number(a) + Number(b)))
    .replace(AFTER_ALL, '$1')
    .replace(SIGNS, '$1 ')
    .replace(ABOUT, '')
    .replace(OF_THEM, '$3 $1$2');
}
