import { isPriceOfNamed } from './check-price-of.ts';
import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';
import { plainText } from './plain-text.ts';
import { readAmounts } from './read-amounts.ts';
import type { ReadResults } from './read-results.ts';
import { DENIES } from './words.ts';

export interface KnownMoney {
  /** 'USD 104500'. */
  amounts: ReadonlySet<string>;
  /** Those the customer named; never a price. */
  heard: ReadonlySet<string>;
  percents: ReadonlySet<number>;
  /** Parts of the facts that say that something costs nothing more, or of discounts, as words. */
  free: readonly ReadonlySet<string>[];
  discounts: readonly ReadonlySet<string>[];
  /** Words of the facts that may name what is sold. */
  factWords: ReadonlySet<string>;
}

const IS_FREE = /\b(?:included|no (?:sur)?charge|no surcharge|free|without)\b/i;
const IS_DISCOUNT = /\bdiscounts?\b/i;
const IS_DENIED = /\b(?:cannot|can't|do not|don't|never)\b/i;
const USUAL = new Set(
  'a an the and or of to in on at for with by from is are be was it its that this you your we our us i as if so no not any all also each per more than then there here have has can will would may do does get comes come goes included includes include including free charge charges charged cost costs extra additional fee fees surcharge surcharges price prices discount discounts available service services order orders address addresses call phone email mail e ask please when already right which what one ones them they but though however myself ourselves yourself these those such just only some our too'.split(
    ' ',
  ),
);

export function collectAmounts({
  texts,
  results,
  heard,
}: {
  texts: readonly string[];
  results: ReadResults;
  heard: readonly string[];
}): KnownMoney {
  const facts = factsOf(texts);
  const amounts = new Set(facts.amounts);
  for (const cents of results.cents) amounts.add(keyOf('USD', cents));
  const percents = new Set([...facts.percents, ...results.percents]);
  for (const text of results.texts) {
    for (const { currency, cents } of readAmounts(plainText(text)))
      amounts.add(keyOf(currency, cents));
    for (const percent of percentsIn(text)) percents.add(percent);
  }
  const named = heard.flatMap((text) => readAmounts(text, 'price'));
  return {
    ...facts,
    amounts,
    percents,
    heard: new Set(named.map(({ currency, cents }) => keyOf(currency, cents))),
  };
}

export function checkMoney(
  claim: Extract<Claim, { kind: 'money' }>,
  { money, results, prices }: Known,
): boolean {
  // A desk that sells nothing quotes what others write of their prices.
  const sells = prices.length > 0;
  switch (claim.what) {
    case 'amount': {
      const { cents, head, tail } = claim;
      if (cents === null) return false;
      const key = keyOf(claim.currency, claim.cents);
      if (claim.isCustomers && money.heard.has(key)) return true;
      if (!money.amounts.has(key)) return false;
      return !sells || isPriceOfNamed({ head, tail, cents }, { ...results, prices });
    }
    case 'percent':
      if (/\b(?:off|discount)\b/i.test(claim.text)) return DENIES.test(claim.text);
      return money.percents.has(claim.percent);
    case 'free':
      return !sells || isSaidOf(claim.text, money.free, money.factWords);
    case 'discount':
      return !sells || isSaidOf(claim.text, money.discounts, money.factWords);
  }
}

/** Whether a part of the facts speaks of the same things, and of every thing that the facts know. */
function isSaidOf(
  text: string,
  parts: readonly ReadonlySet<string>[],
  factWords: ReadonlySet<string>,
): boolean {
  const words = [...wordsOf(text)];
  const known = words.filter((word) => factWords.has(word));
  return known.length > 0 && parts.some((part) => known.every((word) => part.has(word)));
}

type Facts = Omit<KnownMoney, 'heard'>;

const cache = new WeakMap<readonly string[], Facts>();
const factsByText = new Map<string, Facts>();
const MAX_CACHED = 50;

function factsOf(texts: readonly string[]): Facts {
  const known = cache.get(texts);
  if (known !== undefined) return known;
  const parts = texts.map(factsOfText);
  const facts: Facts = {
    amounts: new Set(parts.flatMap(({ amounts }) => [...amounts])),
    percents: new Set(parts.flatMap(({ percents }) => [...percents])),
    free: parts.flatMap(({ free }) => free),
    discounts: parts.flatMap(({ discounts }) => discounts),
    factWords: new Set(parts.flatMap(({ factWords }) => [...factWords])),
  };
  cache.set(texts, facts);
  return facts;
}

/** A prompt is long and the same for many turns. */
function factsOfText(text: string): Facts {
  const known = factsByText.get(text);
  if (known !== undefined) return known;
  const amounts = new Set<string>();
  const percents = new Set<number>();
  const free: ReadonlySet<string>[] = [];
  const discounts: ReadonlySet<string>[] = [];
  for (const line of text.split('\n')) {
    const plain = plainText(line);
    for (const { currency, cents } of readAmounts(plain)) amounts.add(keyOf(currency, cents));
    for (const percent of percentsIn(plain)) percents.add(percent);
    const topic = /^[^:]*:/.exec(plain)?.[0] ?? '';
    for (const part of plain.slice(topic.length).split(/;|(?<=\.) /)) {
      // "You cannot give a discount" is no promise of one.
      if (IS_DENIED.test(part)) continue;
      if (IS_DISCOUNT.test(part)) discounts.push(wordsOf(`${topic} ${part}`));
      // "Supplies up to $250 included" says nothing of what stands before its parenthesis.
      for (const piece of part.split(/[,()]/)) {
        if (IS_FREE.test(piece)) free.push(wordsOf(`${topic} ${piece}`));
      }
    }
  }
  const facts = { amounts, percents, free, discounts, factWords: wordsOf(text) };
  if (factsByText.size >= MAX_CACHED) factsByText.clear();
  factsByText.set(text, facts);
  return facts;
}

const percentsIn = (text: string): number[] =>
  Array.from(text.matchAll(/(\d+(?:\.\d+)?) ?%/g), ([, percent]) => Number(percent));

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  // "Moves" and "move" are one.
  return new Set(words.filter((word) => !USUAL.has(word)).map((word) => word.replace(/s$/, '')));
}

const keyOf = (currency: string, cents: number | null): string => `${currency} ${cents}`;
