import { keepReadings, type LocalTime } from '@deskbell/clerk';
import { plainText } from './plain-text.ts';
import { readAmounts } from './read-amounts.ts';
import { readNamedDays } from './read-named-days.ts';

/** What a desk's facts say, whatever is asked. */
export interface Facts {
  /** As `amountKey` writes them. */
  amounts: ReadonlySet<string>;
  percents: ReadonlySet<number>;
  /** Parts that say that something costs nothing more, or of discounts, as words. */
  free: readonly ReadonlySet<string>[];
  discounts: readonly ReadonlySet<string>[];
  /** Every word, lower case. */
  words: ReadonlySet<string>;
  /** Words that may name what is sold. */
  soldWords: ReadonlySet<string>;
}

const IS_FREE = /\b(?:included|no (?:sur)?charge|no surcharge|free|without)\b/i;
const IS_DISCOUNT = /\bdiscounts?\b/i;
const IS_DENIED = /\b(?:cannot|can't|do not|don't|never)\b/i;
const USUAL = new Set(
  'a an the and or of to in on at for with by from is are be was it its that this you your we our us i as if so no not any all also each per more than then there here have has can will would may do does get comes come goes included includes include including free charge charges charged cost costs extra additional fee fees surcharge surcharges price prices discount discounts available service services order orders address addresses call phone email mail e ask please when already right which what one ones them they but though however myself ourselves yourself these those such just only some our too'.split(
    ' ',
  ),
);

/** A prompt is long, and the same for many turns: what was read of a text is kept. */
const factsOf = keepReadings(readText, (text) => text);
const daysOf = keepReadings(
  (text: string, now: LocalTime) =>
    text.split('\n').flatMap((line) => readNamedDays(line, now).flatMap(({ days }) => days)),
  (text, now) => `${now.today} ${text}`,
);

export function readFacts(texts: readonly string[]): Facts {
  const parts = texts.map(factsOf);
  return {
    amounts: new Set(parts.flatMap(({ amounts }) => [...amounts])),
    percents: new Set(parts.flatMap(({ percents }) => [...percents])),
    free: parts.flatMap(({ free }) => free),
    discounts: parts.flatMap(({ discounts }) => discounts),
    words: new Set(parts.flatMap(({ words }) => [...words])),
    soldWords: new Set(parts.flatMap(({ soldWords }) => [...soldWords])),
  };
}

/** The days that the facts name, seen from today. */
export const factDays = (texts: readonly string[], now: LocalTime): string[] =>
  texts.flatMap((text) => daysOf(text, now));

function readText(text: string): Facts {
  const amounts = new Set<string>();
  const percents = new Set<number>();
  const free: ReadonlySet<string>[] = [];
  const discounts: ReadonlySet<string>[] = [];
  for (const line of text.split('\n')) {
    const plain = plainText(line);
    for (const { currency, cents } of readAmounts(plain)) amounts.add(amountKey(currency, cents));
    for (const percent of percentsIn(plain)) percents.add(percent);
    const topic = /^[^:]*:/.exec(plain)?.[0] ?? '';
    for (const part of plain.slice(topic.length).split(/;|(?<=\.) /)) {
      // "You cannot give a discount" is no promise of one.
      if (IS_DENIED.test(part)) continue;
      if (IS_DISCOUNT.test(part)) discounts.push(soldWordsIn(`${topic} ${part}`));
      // "Supplies up to $250 included" says nothing of what stands before its parenthesis.
      for (const piece of part.split(/[,()]/)) {
        if (IS_FREE.test(piece)) free.push(soldWordsIn(`${topic} ${piece}`));
      }
    }
  }
  const words = new Set(wordsIn(text));
  return { amounts, percents, free, discounts, words, soldWords: soldWordsIn(text) };
}

/** 'USD 104500'. */
export const amountKey = (currency: string, cents: number | null): string => `${currency} ${cents}`;

export const percentsIn = (text: string): number[] =>
  Array.from(text.matchAll(/(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)/gi), ([, percent]) =>
    Number(percent),
  );

/** "Moves" and "move" are one. */
export const soldWordsIn = (text: string): Set<string> =>
  new Set(
    wordsIn(text)
      .filter((word) => !USUAL.has(word))
      .map((word) => word.replace(/s$/, '')),
  );

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
