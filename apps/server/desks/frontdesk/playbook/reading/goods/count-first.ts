import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';
import { BAGS, ITEMS } from './piece-nouns.ts';
import { unlistedPiece } from './unlisted-pieces.ts';

const NUMBER = `(\\d{1,2}|${NUMBER_WORDS})`;
const NOUN = `\\b((?:${BAGS}|${ITEMS})(?<=s|luggage))`;
const ABOUT =
  '(?:(?:there are|there will be|about|around|only|just|say|maybe|like|probably|i think) )*';
/** The number after the noun: "boxes, 5 of them", "suitcases (4)", "bags x 3". */
const WAYS = [
  `${NOUN}(?: (?:then|please|too|instead|though))?[,.:;!?]* (?:- )?${ABOUT}${NUMBER} of (?:them|those|these)\\b`,
  `${NOUN}(?:,|:| -| \\() ?${ABOUT}${NUMBER}(?: in (?:total|all)| altogether| all told| \\)|\\)| -(?= )|(?=$|[.,;!?](?!\\d)))`,
  `${NOUN} ?[x×] ?${NUMBER}(?!\\d)`,
].map((way) => new RegExp(way, 'g'));

/** "The lanterns, 4 of them", of what is on no list. */
const OF_THEM = new RegExp(
  `\\b([a-z]{4,}s)(?: (?:then|please|too|instead|though))?, ?${ABOUT}${NUMBER} of (?:them|those|these)\\b`,
  'g',
);

/** A message with every number before what it counts. */
export const countFirst = (text: string): string =>
  WAYS.reduce(
    (rest, way) => rest.replace(way, (_hit, noun: string, number: string) => `${number} ${noun} `),
    text.replace(OF_THEM, (hit, noun: string, number: string) =>
      unlistedPiece([noun], readNumber(number) ?? 0) === undefined ? hit : `${number} ${noun} `,
    ),
  );
