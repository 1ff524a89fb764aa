import { NUMBER_WORDS, readNumberWords } from './number-words.ts';

/** An amount of money in a text; `cents` is null when what is written is no number that is known. */
export interface Amount {
  currency: string;
  cents: number | null;
  index: number;
  length: number;
}

const NUMBER = String.raw`(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d(?: \d)+(?!\d)|\d+(?:[,.'_]\d+)*)`;
const SCALE = String.raw`(?: ?(k|thousand|grand|hundred|mil|million)\b)?`;
const CODES = 'usd|us dollars?|eur|gbp|cad|aud|chf|jpy|mxn|brl';
const SYMBOL = String.raw`(?:\bus ?|\b(?:ca|au|nz|[ac]))?\$|\p{Sc}|\b(?:${CODES})\b`;
const UNIT = String.raw`\p{Sc}|(?:${CODES}|dol+ar\w*|bucks?|euros?|reais|pounds sterling|cents?|quid)\b|美元|美金|ドル|달러|元|円|원`;
const AND = `(?:(?: ?- ?| to | or | and )(${NUMBER})${SCALE})?`;

const BEFORE = new RegExp(
  String.raw`(${SYMBOL}) ?(\.?${NUMBER})${SCALE}(?:( ?- ?| to )(?=\d)(${NUMBER})${SCALE})?`,
  'giu',
);
const AFTER = new RegExp(String.raw`(?<![\d.,$])(${NUMBER})${SCALE}${AND}[ -]?(${UNIT})`, 'giu');
const IN_WORDS = new RegExp(String.raw`\b(${NUMBER_WORDS})[ -](${UNIT})`, 'giu');
const GRAND = /\b(?:an? )?(?:[a-z]+[ -]){0,3}?grand\b(?! (?:total|piano|central))/giu;
const FOREIGN =
  /\b(?:cien\w*|\w*cient[oa]s|mil|cents?|mille|\w*hundert\w*|\w*tausend\w*|cem|\w*zentos|\w*veinte|vingt\w*|trente|\w*zig) (?:de )?(?:dolares|dollars?|euros?|reais)\b/giu;
const PRICE_WORD =
  /\b(?:pric\w+|costs?|totals?|totall?ing|fees?|charg\w+|pay|estimat\w+|quot\w+|surcharges?|rates?|amounts?|sum|due|owed?|balance|deposit|comes? to|preco|precio|prix|preis|custa|cuesta|coute|kostet|gesamt\w*)\b/i;
const BARE = new RegExp(
  String.raw`(?<![\w$#.,:/+-]|\d[ -])(${NUMBER})${SCALE}(?= *(?:$|[.,;!?)|]|(?:for|per|in total|total|altogether|plus|each|flat|only|if|when|today|now|as|with|at|on|an?) \b))(?!\d)`,
  'giu',
);
const BARE_WORDS = new RegExp(String.raw`\b(${NUMBER_WORDS})(?![ -]?\w)`, 'giu');
/** Numbers that are something else than money. */
const OTHER_NUMBERS =
  /\(?\b\d{3}\)?[ .-]?\d{3}[.-]\d{4}\b|\b\d{5}(?:-\d{4})?\b(?![.,]\d)|\btt-?\d+|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b|\b\d{1,2}:\d\d\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? (?:20\d\d|\d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?)\b|\b(?:terminals?|zip(?: code)?|#|(?:invoice|order|ticket|case|task|flight|gate|suite|apt|unit|room|number|no\.|permit|policy|account|po|ref(?:erence)?)(?: (?:number|no\.?|#))?) ?[a-z]{0,3}-?\d+/gi;
const LEAST_BARE = 20;

/**
 * The amounts of money in plain text, in digits or words, with whatever currency. A number alone
 * counts where prices are spoken of: in this text, or in what leads to it.
 */
export function readAmounts(text: string, lead = ''): Amount[] {
  const found: Amount[] = [];
  let rest = text;
  const take = (hit: RegExpExecArray, amounts: readonly Omit<Amount, 'index' | 'length'>[]) => {
    for (const amount of amounts)
      found.push({ ...amount, index: hit.index, length: hit[0].length });
    rest =
      rest.slice(0, hit.index) +
      '\u0001'.repeat(hit[0].length) +
      rest.slice(hit.index + hit[0].length);
  };
  for (const hit of rest.matchAll(BEFORE)) {
    const [, symbol = '', number = '', scale, , second, secondScale] = hit;
    const currency = currencyOf(symbol);
    const amounts = [{ currency, cents: centsOf(number, scale ?? (second && secondScale)) }];
    if (second !== undefined) amounts.push({ currency, cents: centsOf(second, secondScale) });
    take(hit, amounts);
  }
  for (const hit of rest.matchAll(AFTER)) {
    const [, number = '', scale, second, secondScale, unit = ''] = hit;
    const currency = currencyOf(unit);
    const each = isCents(unit) ? 1 : 100;
    const amounts = [{ currency, cents: centsOf(number, scale ?? (second && secondScale), each) }];
    if (second !== undefined) amounts.push({ currency, cents: centsOf(second, secondScale, each) });
    take(hit, amounts);
  }
  for (const hit of rest.matchAll(IN_WORDS)) {
    const [, words = '', unit = ''] = hit;
    const cents = readNumberWords(words) * (isCents(unit) ? 1 : 100);
    take(hit, [{ currency: currencyOf(unit), cents }]);
  }
  for (const hit of rest.matchAll(GRAND)) {
    take(hit, [{ currency: 'USD', cents: readNumberWords(hit[0]) * 100 }]);
  }
  for (const hit of rest.matchAll(FOREIGN)) take(hit, [{ currency: 'USD', cents: null }]);
  if (!PRICE_WORD.test(text) && !PRICE_WORD.test(lead)) return found;
  rest = rest.replace(OTHER_NUMBERS, (hit) => '\u0001'.repeat(hit.length));
  for (const hit of rest.matchAll(BARE)) {
    // "The account ending 0071": no amount is written with zeros before it.
    if (/^0\d{3}/.test(hit[1] ?? '')) continue;
    const cents = centsOf(hit[1] ?? '', hit[2]);
    if (cents === null || cents >= LEAST_BARE * 100) take(hit, [{ currency: 'USD', cents }]);
  }
  for (const hit of rest.matchAll(BARE_WORDS)) {
    const value = readNumberWords(hit[1] ?? '');
    if (/hundred|thousand|grand/i.test(hit[0]))
      take(hit, [{ currency: 'USD', cents: value * 100 }]);
  }
  return found;
}

const SCALES: Readonly<Record<string, number>> = { hundred: 100, million: 1_000_000 };

function centsOf(number: string, scale: string | undefined, each = 100): number | null {
  const bare = number.replace(/[ '_]/g, '');
  // The last separator is a decimal one when one or two digits follow it.
  const [, whole = '', decimals = ''] = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  const factor = scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1000);
  const value = Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`);
  const cents = Math.round(value * factor * each);
  return Number.isSafeInteger(cents) ? cents : null;
}

const isCents = (unit: string): boolean => /^cents?$|¢/i.test(unit);

function currencyOf(written: string): string {
  const unit = written.toLowerCase().replace(/\s/g, '');
  if (/^(?:us)?\$$|^usd?|^dol|^buck|^cent|^¢/.test(unit)) return 'USD';
  return unit.toUpperCase();
}
