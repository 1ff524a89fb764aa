import { isPriceOfNamed } from './check-price-of.ts';
import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';
import { plainText } from './plain-text.ts';
import { readAmounts } from './read-amounts.ts';
import { amountKey, type Facts, percentsIn, soldWordsIn } from './read-facts.ts';
import type { ReadResults } from './read-results.ts';
import { DENIES } from './words.ts';

export interface KnownMoney {
  /** As `amountKey` writes them. */
  amounts: ReadonlySet<string>;
  /** Those the customer named; never a price. */
  heard: ReadonlySet<string>;
  percents: ReadonlySet<number>;
}

export function collectAmounts({
  facts,
  results,
  heard,
}: {
  facts: Facts;
  results: ReadResults;
  heard: readonly string[];
}): KnownMoney {
  const amounts = new Set(facts.amounts);
  for (const cents of results.cents) amounts.add(amountKey('USD', cents));
  const percents = new Set([...facts.percents, ...results.percents]);
  for (const text of results.texts) {
    for (const { currency, cents } of readAmounts(plainText(text)))
      amounts.add(amountKey(currency, cents));
    for (const percent of percentsIn(text)) percents.add(percent);
  }
  const named = heard.flatMap((text) => readAmounts(text, 'price'));
  return {
    amounts,
    percents,
    heard: new Set(named.map(({ currency, cents }) => amountKey(currency, cents))),
  };
}

export function checkMoney(
  claim: Extract<Claim, { kind: 'money' }>,
  { money, facts, results, prices }: Known,
): boolean {
  // A desk that sells nothing quotes what others write of their prices.
  const sells = prices.length > 0;
  switch (claim.what) {
    case 'amount': {
      const { cents, head, tail } = claim;
      if (cents === null) return false;
      const key = amountKey(claim.currency, claim.cents);
      if (claim.isCustomers && money.heard.has(key)) return true;
      if (!money.amounts.has(key)) return false;
      return !sells || isPriceOfNamed({ head, tail, cents }, { ...results, prices });
    }
    case 'percent':
      if (/\b(?:off|discount)\b/i.test(claim.text)) return DENIES.test(claim.text);
      return money.percents.has(claim.percent);
    case 'free':
      return !sells || isSaidOf(claim.text, facts.free, facts.soldWords);
    case 'discount':
      return !sells || isSaidOf(claim.text, facts.discounts, facts.soldWords);
  }
}

/** Whether a part of the facts speaks of the same things, and of every thing that the facts know. */
function isSaidOf(
  text: string,
  parts: readonly ReadonlySet<string>[],
  soldWords: ReadonlySet<string>,
): boolean {
  const words = [...soldWordsIn(text)];
  const known = words.filter((word) => soldWords.has(word));
  return known.length > 0 && parts.some((part) => known.every((word) => part.has(word)));
}
