import type { MoneyClaim } from './claim.ts';
import { splitClauses } from './split-clauses.ts';
import { ASKS, DENIES, isQuestion } from './words.ts';

type PriceWord = Exclude<MoneyClaim, { what: 'amount' }> & { text: string };

const PERCENT =
  /(\d+(?:[.,]\d+)?) ?(?:%|per ?cent\b|por ciento|prozent|pour cent)|\bhalf (?:off|price)\b/gi;
const FREE =
  /(?<!feel |hassle-|hassle |stress-|worry-|toll-|toll |duty-)\bfree\b(?! (?:of (?!charge|cost|fee)|to\b|up\b|on |from |until |that |for (?:your|the|a) (?:pickup|move)|days?\b|slots?\b|dates?\b|spots?\b|or busy))|\b(?:gratis|gratuit[oae]?s?|gratuitement|kostenlos\w*|kostenfrei\w*|umsonst|complimentary|on the house|courtesy of|cortesia|(?:no|zero|without|free of|any) (?:\w+ )?(?:(?:extra|additional|further) )?(?:charges?|costs?|fees?)|at no (?:extra|additional|further)?\b|(?:not|\w+n't)(?: \w+){0,2} (?:any|an?) (?:(?:extra|additional|further) )?(?:charges?|costs?|fees?|cents?|dime)\b|costs? (?:you )?nothing|sin (?:costo|cargo|coste)|sans frais|ohne (?:aufpreis|kosten)|sem custo|nothing extra|won't (?:cost|charge) you (?:anything|a thing)|waiv\w+)\b/gi;
/** "The weekend surcharge is gone", "we've dropped the fee". */
const LIFTED =
  /\b(?:charges?|surcharges?|fees?|costs?) (?:is|are|was|were|(?:has|have) (?:\w+ )?been)(?: \w+)? (?:gone|lifted|dropped|removed|scrapped|abolished|suspended|forgiven|deleted|history|cancell?ed|taken (?:off|out|away)|zero(?:ed)?)\b|\b(?:we|i)(?:'ve| have|'ll| will| can)?(?: \w+)? (?:dropp?(?:ed)?|lift(?:ed)?|remove[ds]?|scrap(?:ped)?|skip(?:ped)?|forg[io]ven?|take|took|taken off) (?:(?:the|any|your|that|off) )*(?:[\w-]+ )?(?:charges?|surcharges?|fees?)\b|\b(?:no more|no longer (?:an?|any)) (?:[\w-]+ )?(?:surcharges?|fees?)\b/i;
const DISCOUNT =
  /\b(?:discount\w*|promo(?:tion\w*)?(?! codes?)|rebates?|price match|on us(?! to\b)|descuentos?|remises?|rabatt\w*|descontos?|knock(?:ed)? \S+ off|(?:two|2|three|3|buy)[- ](?:for|one|1|get)[- ](?:one|1|two|2|get)|(?:a|our|this|today's) (?:[\w-]+ )?(?:specials?(?! item|ty)|deals?)|cheaper than|special (?:offer|rate|price))\b/gi;
const IS_CONDITION = /\b(?:if|whether|which|when)\b/i;
const REFERS = /\b(?:call|phone|e-?mail|reach out|contact|ask)\b/i;
const ANY = new RegExp(
  [PERCENT, FREE, LIFTED, DISCOUNT].map(({ source }) => source).join('|'),
  'i',
);

/** Percentages, and things said to be free, waived or discounted. */
export function readPriceWords(text: string): PriceWord[] {
  const found: PriceWord[] = [];
  if (!ANY.test(text)) return found;
  const hasQuestion = isQuestion(text) && ASKS.test(text);
  for (const clause of splitClauses(text, ANY)) {
    for (const hit of clause.matchAll(PERCENT)) {
      const percent = hit[1] === undefined ? 50 : Number(hit[1].replace(',', '.'));
      // "100 % sure" is no price.
      if (percent !== 100 || /\b(?:off|discount|refund)/i.test(clause)) {
        found.push({ what: 'percent', percent, text: clause });
      }
    }
    if (hasQuestion) continue;
    for (const hit of clause.matchAll(FREE)) {
      const head = clause.slice(0, hit.index);
      const isDenied = DENIES.test(head) || (/^free$/i.test(hit[0]) && IS_CONDITION.test(head));
      if (!isDenied && !isOfSurcharge(hit[0])) found.push({ what: 'free', text: clause });
    }
    const lifted = LIFTED.exec(clause);
    if (lifted !== null && !DENIES.test(clause.slice(0, lifted.index))) {
      found.push({ what: 'free', text: clause });
    }
    if (DISCOUNT.test(clause) && !DENIES.test(clause) && !REFERS.test(clause)) {
      found.push({ what: 'discount', text: clause });
    }
    DISCOUNT.lastIndex = 0;
  }
  return found;
}

const isOfSurcharge = (words: string): boolean => /surcharge/i.test(words);
