import type { Span } from '../../days/span.ts';
import type { Goal, Memory } from '../../memory.ts';
import type { Facet, Query, Topic } from '../../query.ts';
import { hasMeaning, inPlainWords } from '../alike.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { contentWords } from '../slots/read-names.ts';
import { isOffTopic } from '../talk/small-talk.ts';
import { ownWords, soughtWords } from './asking.ts';
import { askForEvent, rowWith } from './rows-with.ts';
import {
  inView,
  isNamed,
  mailOf,
  personInView,
  saidOf,
  senderOf,
  shownOf,
  toldOf,
} from './view.ts';

const ASKS =
  /^(?:(?:and|so|but|ok|then|well|also|or|now) )*(?:(?:from|to|for|on|in|at|by|until|with|of|since|about|after|before|starting|beginning|during) )?(?:what|which|who|whom|whose|where|when|why|how|did|does|do|is|was|were|are|has|have|had|can|could|will|would|should|must|may|any|anything)\b|\?\s*$/;
const POINTS = /\b(?:it|its|it's|he|she|they|him|her|his|hers|them|their|theirs|that|this|there)\b/;
/** Nothing of these is a word of its own: "that policy", "is there …". */
const STANDS_FOR_IT =
  /\b(?:it|its|it's|he|she|they|him|her|his|hers|them|their|theirs)\b|\b(?:that|this|then|there)(?=[\s?.!,]*$)|\bthat time\b|^(?:(?:and|so|but) )*(?:what|who|where|when|why|how|is|was|does|did) (?:is |was |does |did )?(?:that|this)\b/;
const ANEW =
  /\bhow many .*\b(?:sen[dt]|wr[io]te|written|got|get|receive\w*)\b|\b(?:of (?:them|those|these)|what happened|what'?s (?:new|up|happening)|what (?:about|came|else)|tell me|how (?:is|are)|e-?mails?|mails|messages|did we (?:get|hear|receive)|do we have (?:any|a|an|the)|have we|is there (?:any|an?)\b|are there|find|search|weather|you)\b/;
/** "Didn't a customer send a compliment?" asks for a mail of somebody else. */
const OF_ANOTHER =
  /^(?:(?:and|so|but|ok) )*(?:did|has|have|was|were)(?:n't| not)? (?:there )?(?:an?|any|some|another|one of our)(?: other| different)? (?:customers?|clients?|guests?|vendors?|suppliers?|colleagues?|driver|mail|e-?mail|message|compliment|complaint|invoice)\b/;
const OWN = new Set<Facet>([
  'due',
  'sender',
  'arrival',
  'assignee',
  'amount',
  'todo',
  'tasks',
  'answered',
  'attachments',
  'recipient',
]);
const MOST_WORDS = 14;
const MOST_UNKNOWN = 3;

/** "For how long?", "from where to where?" */
const FRAGMENT =
  /^(?:(?:and|so|but|or|ok) )*(?:(?:from|to|for|on|in|at|by|until|with|of|since|about|starting|beginning|during) (?:where|what|which|who|whom|whose|when|how)\b|where (?:to|from)[\s?.!]*$)/;

/** What is plainly asked of what was told: before anything else is searched for. */
export const readPlainlyAskedOn = ({
  text,
  memory,
  raw,
  topics,
  namedSpan: span,
}: Request): Goal[] | undefined => askOn(text, memory, { raw, isSure: true, topics, span });

/** The same of what no rule knows. */
export const readAskedOn = ({ text, memory, raw, namedSpan: span }: Request): Goal[] | undefined =>
  askOn(text, memory, { raw, isSure: false, topics: [], span });

/**
 * A short question that no rule knows, after one mail was told of: "from where to where?", "how many
 * bags?", "does it renew automatically?". What the mail says is the answer there is, or a mail
 * beside it. `isSure`: only where the mail has every word of it, or where it says "it" and names
 * nothing else.
 */
function askOn(
  said: string,
  memory: Memory,
  {
    raw,
    isSure,
    topics,
    span,
  }: { raw: string; isSure: boolean; topics: readonly Topic[]; span: Span | undefined },
): Goal[] | undefined {
  const text = inPlainWords(said);
  // "Why couldn't he come in?" tells of no mail that came in.
  if (topics.some((topic) => topic !== 'emails')) return undefined;
  if (topics.length > 0 && !STANDS_FOR_IT.test(text)) return undefined;
  if (!ASKS.test(text) || text.split(' ').length > MOST_WORDS) return undefined;
  if (OF_ANOTHER.test(text)) return undefined;
  const ref = inView(memory);
  if (ref !== undefined && isOfEarlier(text, span, memory)) return undefined;
  if (ref === undefined) {
    const row = isSure && !ANEW.test(text) ? rowWith(ownWords(text), memory) : undefined;
    if (row !== undefined) return ofRow(row, { text, memory });
    return isSure ? ofShown(text, memory, raw) : ofNamed(text, memory);
  }
  const told = toldOf(ref, memory);
  const words = ownWords(text);
  const unknown = words.filter((word) => !hasMeaning(told, word));
  const isKnown = words.length > 0 && unknown.length === 0;
  if ((isSure || !isKnown) && ANEW.test(text)) return undefined;
  const isIt =
    (STANDS_FOR_IT.test(text) || isOfItsKind(text, unknown)) &&
    unknown.length <= MOST_UNKNOWN &&
    !namesAnother(unknown, raw) &&
    !isOffTopic(text);
  const isBare = contentWords(text).length > 0 || FRAGMENT.test(text);
  // "Where did the dent happen?" is about the row that has it.
  const row = isSure && !isKnown && !ANEW.test(text) ? rowWith(words, memory) : undefined;
  if (row !== undefined) return ofRow(row, { text, memory });
  if (isSure && !isKnown && !(unknown.length > 0 ? isIt : isBare)) return undefined;
  const isMostly = unknown.length === 1 && (words.length > 1 || POINTS.test(text));
  if (unknown.length > 0 && !isMostly && !isIt) return undefined;
  const own = saidOf(ref, memory);
  const isOfTask = words.length > 0 && !words.every((word) => hasMeaning(own, word));
  const facet = isOfTask && isKnown ? 'tasks' : readFacet(text);
  const kept = OWN.has(facet) ? facet : 'text';
  return [{ kind: 'query', query: askOf(ref, kept, { text, memory }) }];
}

const BEFORE = /\b(?:before|earlier|previously|ever)\b/;

/** "Was Jo sick before, in November?" of days when the mail in view had not come. */
function isOfEarlier(text: string, span: Span | undefined, memory: Memory): boolean {
  const ref = inView(memory) ?? '';
  const { receivedAt } = memory.records.get(mailOf(ref, memory)) ?? {};
  if (span?.to === undefined || receivedAt === undefined) return false;
  return span.to < receivedAt.slice(0, 10) && BEFORE.test(text) && !STANDS_FOR_IT.test(text);
}

/** A question about a record; where what was told of it has not all of the words, about others too. */
export function askOf(
  ref: string,
  facet: Facet,
  { text, memory }: { text: string; memory: Memory },
): Query {
  const plain: Query = { topic: 'record', ref, facet };
  if (!['amount', 'due', 'text', 'attachments', 'assignee'].includes(facet)) return plain;
  const event = facet === 'due' || facet === 'text' ? askForEvent(text, memory) : undefined;
  if (event !== undefined) return event;
  const told = toldOf(ref, memory);
  const sought = facet === 'text' ? readSought(text) : undefined;
  const asked = soughtWords(inPlainWords(text)).filter((word) => !PLACE_WORDS.test(word));
  if (sought !== undefined) return { ...plain, asked, sought };
  // "Who has to get the records?": whose task that is, another mail of the thread may tell.
  if (facet === 'assignee') return asked.length === 0 ? plain : { ...plain, asked };
  const isTold = asked.every((word) => hasMeaning(told, word));
  return isTold && facet !== 'amount' && facet !== 'due' ? plain : { ...plain, asked };
}

const PLACE_WORDS =
  /^(?:towns?|city|cities|villages?|places?|streets?|state|address|house|building|location)$/;
const ASKS_FOR_PLACE =
  /^(?:(?:and|so|but|ok) )*(?:(?:in|to|from|at|for|on|of) )?(?:where|(?:which|what) (?:town|city|village|place|street|state|address|location))\b/;
const OF_PAYING = /\b(?:pay|paid|transfer|wire|settle|money|refund\w*|reply|answer|respond)\b/;
/** "Has she filed it?": what she wrote later may say so. */
const ASKS_IF_DONE =
  /^(?:(?:and|so|but|ok|then) )*(?:has|have|did|was|were) (?:he|she|they|it|that|this)(?: one)? (?:already |ever |then |finally |been |actually )*[a-z]{3,15}\b/;

const IS_BACK =
  /^(?:(?:and|so|but|ok) )*(?:do|did|have|has|is|was) (?:we|it|that|they)\b.{0,20}\bback\b/;

/** What kind of answer is asked for, where a kind tells which mail has it. */
function readSought(text: string): Query['sought'] {
  if (ASKS_FOR_PLACE.test(text)) return OF_PAYING.test(text) ? undefined : 'place';
  return ASKS_IF_DONE.test(text) || IS_BACK.test(text) ? 'done' : undefined;
}

function ofRow(ref: string, said: { text: string; memory: Memory }): Goal[] {
  const facet = readFacet(said.text);
  return [{ kind: 'query', query: askOf(ref, OWN.has(facet) ? facet : 'text', said) }];
}

/** "What is the disputed amount?" says of what kind it is, and names nothing. */
const isOfItsKind = (text: string, unknown: readonly string[]): boolean =>
  ['amount', 'due'].includes(readFacet(text)) && unknown.every((word) => /(?:ed|ing)$/.test(word));

const CAPITALS = /(?<=[\p{L}\d,;] )(?:the )?(\p{Lu}(?!\p{Lu}+(?!\p{L}))[\p{L}'-]+)/gu;

const NAMED_MAIL =
  /\b(?:the|that|this|our) ([a-z][a-z'-]{2,20}) (?:e-?mail|mail|message|letter|one|invoice|bill|task|review)\b/;

/** "What did the garage write about it?" */
const TELLER =
  /\b(?:did|does|do|has|have|will) (?:the |our |that )?([a-z][a-z'-]{2,20}) (?:\w+ )?(?:write|wrote|written|say|said|want|ask|send|sent|charge|offer|answer|reply|tell|told|mention)\b/;

/** Whether a word that is not known is somebody's name, a number or the name of another mail. */
function namesAnother(unknown: readonly string[], raw: string): boolean {
  const said = raw.slice(0, 400).toLowerCase();
  const named = [NAMED_MAIL, TELLER].map((pattern) => pattern.exec(said)?.[1] ?? '');
  if (named.some((word) => unknown.includes(word))) return true;
  const names = new Set(
    [...raw.slice(0, 400).matchAll(CAPITALS)].map(([, name = '']) =>
      name.toLowerCase().replace(/'s$/, ''),
    ),
  );
  return unknown.some((word) => names.has(word) || /\d/.test(word));
}

/** "Why couldn't he come?" after a list: one of its rows, which their mails tell apart. */
export function ofShown(text: string, memory: Memory, raw: string): Goal[] | undefined {
  if (!STANDS_FOR_IT.test(text) || ANEW.test(text) || isOffTopic(text)) return undefined;
  const asked = soughtWords(text);
  if (asked.length > MOST_UNKNOWN + 1) return undefined;
  const person = personInView(memory);
  const shown = shownOf(memory.rows, memory);
  const theirs = shown.filter(({ known }) =>
    isNamed(`${known.senderName ?? ''} ${known.address ?? ''}`, person ?? ''),
  );
  const among = (theirs.length > 0 ? theirs : shown).map(({ ref }) => ref);
  if (among.length < 2 || namesAnother(asked, raw)) return undefined;
  const facet = readFacet(text);
  // "How much does he want?" of several mails of one sender: the one that names an amount.
  const senders = new Set(among.map((ref) => senderOf(ref, memory)));
  if (asked.length === 0 && (facet !== 'amount' || senders.size > 1)) return undefined;
  return [
    {
      kind: 'query',
      query: { topic: 'record', among, asked, facet: OWN.has(facet) ? facet : 'text' },
    },
  ];
}

/** The mail was named in the same message: "something about a dent, which van was it?" */
function ofNamed(text: string, { query }: Memory): Goal[] | undefined {
  if (query?.topic !== 'find' || query.isList || query.cursor !== undefined) return undefined;
  if (!POINTS.test(text) || ANEW.test(text)) return undefined;
  if (ownWords(text).length > 1) return undefined;
  const { notes: _notes, pick: _pick, ...named } = query;
  const facet = readFacet(text);
  return [{ kind: 'query', query: { ...named, facet: OWN.has(facet) ? facet : 'text' } }];
}
