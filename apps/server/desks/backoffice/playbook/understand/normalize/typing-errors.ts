import { PHRASINGS } from '../phrasings/phrasings.ts';
import { COMMON_WORDS } from './common-words.ts';
import { isGivenName } from './first-names.ts';

// Slips of the keyboard in words of everyday use: two letters swapped, one left out or typed twice.
// Nothing else is put right here, and never the first letter: what is no such slip may be a name.

const CONTRACTIONS = 'couldnt wouldnt shouldnt doesnt didnt wasnt werent havent hasnt arent'.split(
  ' ',
);
const ALSO =
  'which where there their these those should would could about something anything everything nothing someone anyone because between waiting assigned unassigned approved rejected customers suppliers vendors attachments executions deadlines priority schedule yesterday tomorrow originally original search searched quote quotes agreed exactly honestly recently actually booked'.split(
    ' ',
  );
/** Words of their own, and names, that a slip in another word would make. */
const OWN = new Set(
  'three greta marco trio brain sacred scared angle causal dairy quiet signal beat board form trail trial quite diary casual angel sing salve silver sliver brian marital martial untied united santa prefect perfect slat bread board baord paly lair lairs blot tiem'.split(
    ' ',
  ),
);

const LEAST_SWAPPED = 4;
const LEAST_LEFT_OUT = 7;

const KNOWN = new Set(
  [
    ...COMMON_WORDS,
    ...PHRASINGS.flatMap(({ phrasings }) => phrasings.flatMap((one) => one.split(' '))),
    ...CONTRACTIONS,
    ...ALSO,
  ].filter((word) => /^[a-z]{4,}$/.test(word)),
);

/** What each slip was meant to be; of two words that one may be, neither. */
const MEANT = new Map<string, string | undefined>();
for (const word of KNOWN) {
  const slips: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const isSwap = at + 1 < word.length && word[at] !== word[at + 1];
    if (isSwap && word.length >= LEAST_SWAPPED) {
      slips.push(`${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);
    }
    if (word.length >= LEAST_LEFT_OUT && at + 1 < word.length) {
      slips.push(`${word.slice(0, at)}${word.slice(at + 1)}`);
    }
  }
  for (const slip of new Set(slips)) {
    if (KNOWN.has(slip) || OWN.has(slip)) continue;
    MEANT.set(slip, MEANT.has(slip) ? undefined : word);
  }
}

const DOUBLED = /([a-z])\1/;
const LEAST_DOUBLED = 6;

function meantBy(word: string): string {
  if (KNOWN.has(word) || isGivenName(word)) return word;
  const meant = MEANT.get(word);
  if (meant !== undefined) return meant;
  const single = word.length >= LEAST_DOUBLED ? word.replace(DOUBLED, '$1') : word;
  return KNOWN.has(single) ? single : word;
}

/** A normalised text with such slips put right. */
export const withoutSlips = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}@./_-])[a-z]{4,20}(?![\p{L}\p{N}@_/]|\.\w|-\w)/gu, meantBy);
