import type { Goal } from '../../memory.ts';
import type { Trouble } from '../../query.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';

// "Did anything of theirs arrive broken?" after a vendor's history: what was observed answers it.

const TROUBLES: readonly (readonly [Trouble, RegExp])[] = [
  ['any', /\b(?:go|goes|gone|went|going) (?:wrong|badly)\b|\b(?:trouble|problems?|issues?)\b/],
  ['disputed', /\b(?:disput\w*|contest\w*|challeng\w*|complain\w*)\b/],
  ['broken', /\b(?:brok\w+|damag\w*|crack\w*|smash\w*|defect\w*|faulty|scratch\w*|crushed)\b/],
  ['missing', /\b(?:missing|incomplete|lost|too few|left out)\b/],
  ['late', /\b(?:late|delay\w*|behind|missed|on time|punctual|overdue|let us down)\b/],
  ['late', /\b(?:fail\w* to|never|not) (?:deliver|show up|come|arrive)\w*/],
  ['wrong', /\b(?:wrong\w*|incorrect\w*|mistakes?|errors?|mess\w* up|overcharg\w*)\b/],
  ['wrong', /\b(?:too much|twice|duplicat\w*)\b/],
];
const OF_DELIVERY = /\b(?:deliver\w*|shipments?|shipping)\b/;
/** What else was wrong may be anything. */
const OF_MONEY =
  /\b(?:invoic\w*|bill\w*|charg\w*|overcharg\w*|prices?|statements?|amounts?|sums?|totals?|paid|pay)\b/;
const ASKS_IF =
  /^(?:(?:and|so|but|ok|then|well|also|or) )*(?:did|do|does|has|have|had|was|were|is|are|any|anything|ever)(?:n't)?\b/;
const THEIRS = /\b(?:they|them|theirs?)\b/;
const ANY = /\b(?:its?|anything|something|any|ever|one)\b/;
/** What a vendor does and sends; each is the beginning of words. */
const OF_A_VENDOR =
  'invoic bill deliver order ship goods product boxes parcel package price charg payment work service statement arriv condition miss deadline date promis let down time theirs someone customer'.split(
    ' ',
  );
/** Asks for what is new, of whomever. */
const OF_DAYS =
  /\b(?:today|tonight|yesterday|tomorrow|now|currently|(?:this|last|next) (?:week|month))\b/;
/** Of these nothing is a vendor's. */
const OF_THE_DESK = /\b(?:tasks?|to-?dos?|reviews?|executions?|agents?|e-?mails? (?:fail|late))/;

/** Trouble with invoices, or with deliveries, is of their kind. */
function kindOf(text: string, called: Trouble): Trouble {
  if (called !== 'wrong' && called !== 'any') return called;
  if (OF_MONEY.test(text)) return 'wrong';
  return OF_DELIVERY.test(text) ? 'late' : 'any';
}

/** Whether something of the vendor just told of went badly; undefined where that is not asked. */
export function readVendorTrouble({ text, memory: { query } }: Request): Goal[] | undefined {
  if (query?.topic !== 'vendors' || query.vendor === undefined) return undefined;
  if (!ASKS_IF.test(text) || OF_THE_DESK.test(text)) return undefined;
  const found = TROUBLES.find(([, said]) => said.test(text));
  if (found === undefined) return undefined;
  const [called, said] = found;
  const trouble = kindOf(text, called);
  const name = contentWords(query.vendor.toLowerCase());
  const words = contentWords(text.replace(new RegExp(said, 'g'), ' '));
  const isOfName = words.some((word) => name.includes(word));
  const isKnown = (word: string): boolean =>
    name.includes(word) ||
    OF_A_VENDOR.some((stem) => word.startsWith(stem)) ||
    FIND_WORDS.test(word);
  const isOfThem = isOfName || THEIRS.test(text);
  const isOfAny = trouble !== 'any' && ANY.test(text) && !OF_DAYS.test(text);
  if (!(isOfThem || isOfAny) || !words.every(isKnown)) return undefined;
  const { vendor, span } = query;
  return ask({ topic: 'vendors', vendor, trouble, ...(span ? { span } : {}) });
}
