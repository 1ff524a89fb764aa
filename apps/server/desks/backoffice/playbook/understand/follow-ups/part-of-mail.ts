import type { Goal } from '../../memory.ts';
import { isSlipOf } from '../normalize/slips.ts';
import type { Request } from '../request.ts';
import { askOf } from './ask-on.ts';
import { inView, mailOf } from './view.ts';

// Parts of the mail in view that are named by their nouns alone: its wording, a number in it.

/** What the wording of a mail is called. */
const WORDINGS =
  'text texts txt body wording wordings phrasing content contents verbatim transcript worded phrased'.split(
    ' ',
  );
/** Where all of it is wanted, or where it is to say something. */
const WHOLE = new Set('full whole entire complete exact original actual say says said'.split(' '));
const MAIL = new Set('message mail e-mail email letter words note'.split(' '));
/** Nothing of these names another mail. */
const BESIDE = new Set(
  "what what's whats is are does do did was the a an of in on to and ok so now then but please just again here there me us it its that this out aloud loud word for all i we you can could would may let let's have has get got see read reads show give tell quote open print paste display view want need like exactly really actually part inside itself how go goes written wrote".split(
    ' ',
  ),
);
/** Of a shorter word only a letter too many is a slip: "boddy", not "boy". */
const LEAST_LEFT_OUT = 6;
const ORDERS = /^(?:please |can you |could you |and )*(?:text|mail|e-?mail|message) (?:me|us)\b/;

const isWording = (word: string): boolean =>
  WORDINGS.includes(word) ||
  WORDINGS.some(
    (meant) =>
      (meant.length >= LEAST_LEFT_OUT || word.length > meant.length) && isSlipOf(word, meant),
  );

/** "What's the body say?", "full text please": nothing but the wording is named. */
function asksForWording(text: string): boolean {
  if (ORDERS.test(text)) return false;
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []).map((word) =>
    word === "what's" || word === "let's" ? word : word.replace(/'s$/, ''),
  );
  if (words.length === 0 || words.length > 12) return false;
  const others = words.filter((word) => !BESIDE.has(word) && !isWording(word));
  const isOfMail = others.some((word) => MAIL.has(word)) && others.some((word) => WHOLE.has(word));
  const isNamed = words.some(isWording) || isOfMail;
  return isNamed && others.every((word) => MAIL.has(word) || WHOLE.has(word));
}

const NUMBERED =
  'order|invoice|bill|shipment|delivery|parcel|package|claim|policy|permit|quote|booking|reservation|case|dispute|statement|ticket|contract|lease|card|payment|payout';
const NUMBER = '(?:numbers?|no\\.?|nr\\.?|#|id|ids|ref|reference|code)';
const ASK =
  "^(?:(?:and|so|but|ok|please|now) )*(?:(?:what(?:'s|s| is| was| are)?|which|tell me|give me|show me|do we have|is there|can you (?:tell|give) me|i need|get me) )?";
/** "What's the number of that order?", "order id for that shipment". */
const NUMBERS: readonly RegExp[] = [
  `${ASK}(?:the |an? )?(?:exact )?(?:(?:${NUMBERED}) )?${NUMBER} (?:of|on|for|to|in) (?:that|this|the) (?:${NUMBERED})(?: please| again)?[\\s?.!]*$`,
  `${ASK}(?:that|this|the) (?:${NUMBERED})(?:'s)? ${NUMBER}(?: please| again)?[\\s?.!]*$`,
].map((source) => new RegExp(source));

/** A part of the mail in view, asked for without "it"; undefined where none is, or none is in view. */
export function readPart({ text, memory }: Request): Goal[] | undefined {
  const ref = inView(memory);
  if (ref === undefined) return undefined;
  if (asksForWording(text))
    return [{ kind: 'query', query: { topic: 'record', ref, facet: 'text' } }];
  if (!NUMBERS.some((pattern) => pattern.test(text))) return undefined;
  const { subject = '' } = memory.records.get(mailOf(ref, memory)) ?? {};
  // Where its title has one, no other mail is read for it.
  const isTitled = /\d{3}/.test(subject);
  return [
    {
      kind: 'query',
      query: isTitled
        ? { topic: 'record', ref, facet: 'text' }
        : askOf(ref, 'text', { text, memory }),
    },
  ];
}
