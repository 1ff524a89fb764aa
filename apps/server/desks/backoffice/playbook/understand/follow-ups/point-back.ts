import { MAX_LIMIT } from '../../../tools/inputs.ts';
import type { Goal, Memory, Row } from '../../memory.ts';
import type { Facet, Query } from '../../query.ts';
import { hasWord } from '../alike.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { topicOf } from '../topics/topics.ts';
import { askOf, ofShown } from './ask-on.ts';
import { isOwnQuestion, namesNothing } from './asking.ts';
import { titledRow } from './mail-told-of.ts';
import { facetOfPick, readAmountPick, readTimePick } from './pick-shown.ts';
import { hasPronoun, pointsBack, readRow, readRows } from './read-pointing.ts';
import { readRowToCome } from './rows-to-come.ts';
import { readTold } from './spoken-of.ts';
import { saidOf, shownOf } from './view.ts';

/** What only one mail has: asked without "it", it is about the one spoken of. */
const OF_A_MAIL = new Set<Facet>([
  'attachments',
  'sender',
  'arrival',
  'text',
  'assignee',
  'due',
  'todo',
  'answered',
  'advice',
  'weight',
  'amount',
  'recipient',
]);
const ITS_TASKS =
  /^(?:and |or |any |were there |are there |did it (?:make|create|cause) )+(?:the |any |other )?(?:tasks?|to-?dos?)[?.!]*$/;
const OF_MAILS = new Set<Query['topic'] | undefined>(['emails', 'executions', 'find', 'agents']);
const isShort = (text: string): boolean => text.split(' ').length <= 7;
const ask = (query: Query): Goal[] => [{ kind: 'query', query }];
const askRow = (row: Row, facet: Facet): Goal[] => {
  if (row.ref !== undefined) return ask({ topic: 'record', ref: row.ref, facet });
  return row.name === undefined
    ? [{ kind: 'say', what: 'no_rows' }]
    : ask({ topic: 'vendors', vendor: row.name });
};

/** What follows names nothing but the one it is done to: "who has to call her?" */
const WHO_HAS_TO =
  /^(?:and |so |but |ok )*who (?:has to|have to|needs? to|should|must|will|is (?:going|supposed) to|ought to) [a-z]+(?: (?:up|back|out|in|to|for|with|care of|about|it|her|him|them|this|that|there|now|then|first|today))*[?.!]*$/;
const MAKES =
  /\bto (?:make|give|take|do|return|write|send) (?:the |a |an |that |this |our )?(?:call|calls|decision|payment|answer|reply|order|booking)[\s?.!]*$/;
const asksWhoHasTo = (text: string): boolean =>
  isShort(text) && (WHO_HAS_TO.test(text) || (/\bwho\b/.test(text) && MAKES.test(text)));
/** Not "is it …", which may be about the weather. */
const IT = /\b(?:its?|he|she|they|him|her|his|them|their|that (?:mail|e-?mail|message|one))\b/;
const FOR_THIS =
  /\b(?:for|from|of|about|on|with|to) (?:this|that)(?=[\s?.!,]*$|[?.!,]| (?:already|yet|now|one|mail|e-?mail)\b)/;
const isOfMail = (text: string, facet: Facet): boolean =>
  (facet === 'text' ||
    topicOf(text).every((topic) =>
      ['emails', 'executions', 'tasks', 'deadlines', 'reviews'].includes(topic),
    )) &&
  !/\b(?:tasks|deadlines|e-?mails|mails|messages|reviews) (?:are|were|came|come|due|for|of|from|in)\b|\bhow many\b|\b(?:e-?mails?|mails?|messages?) (?:about|from|by)\b/.test(
    text,
  );

const OF_EACH =
  /\b(?:files|attachments|amounts|totals|prices|senders|due dates|what do they say|what are they about)\b/;
const FEW = 3;

/** "What are the files called?" of a few rows: of each. */
function ofEach(text: string, { rows }: Memory, facet: Facet): Goal[] | undefined {
  const isAsked = OF_EACH.test(text) && facet !== 'story' && rows.length > 1;
  return isAsked && rows.length <= FEW ? rows.flatMap((row) => askRow(row, facet)) : undefined;
}

/** "By when?" after a list: it is about one of its rows, and nobody knows which. */
export function readWhich({ text, memory }: Request): Goal[] | undefined {
  const { rows, focus } = memory;
  const facet = readFacet(text);
  if (!(OF_A_MAIL.has(facet) && isShort(text) && namesNothing(text))) return undefined;
  return focus === undefined && rows.length > 1 && topicOf(text).length === 0
    ? (ofEach(text, memory, facet) ?? [{ kind: 'which' }])
    : undefined;
}

/** The rows after those that were listed. */
export function more({ query, rows, nextCursor }: Memory): Goal[] {
  if (query === undefined) return [];
  if (nextCursor === null || nextCursor === undefined) return [{ kind: 'say', what: 'no_more' }];
  const firstNumber = (rows.at(-1)?.number ?? 0) + 1;
  const { cursor: _cursor, notes: _notes, ...rest } = query;
  return nextCursor === 'more'
    ? ask({ ...rest, limit: Math.min(MAX_LIMIT, firstNumber + 9), firstNumber })
    : ask({ ...rest, cursor: nextCursor, firstNumber });
}

/** "What was the payout before that one?": the letter beside the one spoken of. */
const BESIDE =
  /^(?:(?:and|ok|so|then|show(?: me)?|tell me|how much|how high|when|what|about|is|was|were|did|does) )*the ([a-z]{3,20}) (before|after|preceding|following)(?: (?:that|it|this|the last|that last)(?: one)?)?(?: (?:say|about|from|come|arrive))?[?.!]*$/;
const BESIDE_OF_ANY = /^(?:one|e-?mail|mail|message)$/;
const NEXT =
  /^(?:(?:and|ok|so|then|show(?: me)?|the|go to|what about) )*(next|following|previous)(?: one)?(?: please)?[?.!]*$/;
const OTHER =
  /^(?:(?:and|ok|so|then|no|sorry|not that one|i meant?|show(?: me)?|tell me about|open|what about|how about|what is|what's|who sent|why did|with|of|for|from|about|by),? )*the other(?: one| e-?mail| mail| message| task| vendor| supplier| execution| review| deadline| failure)?\b(?!s)(?! (?:ones|\d|two|three|four|five|mails|e-?mails|tasks|vendors))/;

/** "The other one": of two rows the one not told of; else what was spoken of before this. */
function readOther(text: string, memory: Memory): Goal[] | undefined {
  if (!OTHER.test(text)) return undefined;
  const { rows, recent, focus, records, query } = memory;
  const mailOf = (ref: string): string => records.get(ref)?.emailRef ?? ref;
  const here = focus === undefined ? undefined : mailOf(focus);
  const facet = readFacet(text);
  if (query?.topic === 'vendors' && query.vendor !== undefined) {
    const names = (memory.lists.get('vendors') ?? []).filter(
      ({ ref, name }) => ref === undefined && name !== undefined,
    );
    const others = names.filter(({ name }) => name?.toLowerCase() !== query.vendor?.toLowerCase());
    const [other] = others;
    return other !== undefined && names.length === 2 ? askRow(other, facet) : [{ kind: 'which' }];
  }
  const others = rows.filter(({ ref }) => ref !== undefined && mailOf(ref) !== here);
  const [only] = others;
  if (only !== undefined && others.length === 1) return askRow(only, facet);
  const before = recent.findLast((ref) => mailOf(ref) !== here);
  if (before !== undefined) return ask({ topic: 'record', ref: before, facet });
  return rows.length > 0 ? [{ kind: 'which' }] : undefined;
}

/** "The latest one" of mails that were counted, not listed. */
export function readExtreme(text: string, { query, rows }: Memory): Goal[] | undefined {
  const pick = rows.length > 0 || query === undefined ? undefined : readTimePick(text);
  if (pick === undefined || query === undefined) return undefined;
  const { isList: _isList, cursor: _cursor, firstNumber: _number, notes: _notes, ...kept } = query;
  const facet = facetOfPick(text);
  if (kept.topic === 'find') return ask({ ...kept, pick, ...(facet === 'story' ? {} : { facet }) });
  if (kept.topic === 'reviews') {
    return ask({ ...kept, pick, ...(facet === 'story' ? {} : { facet }) });
  }
  // Mails come newest first, tasks and deadlines by their day.
  const isFirst = kept.topic === 'emails' ? pick === 'newest' : pick === 'oldest';
  return isFirst && ['emails', 'tasks', 'deadlines'].includes(kept.topic)
    ? ask({ ...kept, limit: 1 })
    : undefined;
}

/** "Next", after one row of a list was told of: the row beside it. */
export function readNeighbour(text: string, memory: Memory): Goal[] | undefined {
  const other = readOther(text, memory);
  if (other !== undefined) return other;
  // Mails are listed newest first.
  const [, noun = '', step] = BESIDE.exec(text) ?? [];
  const isNamed =
    BESIDE_OF_ANY.test(noun) ||
    (memory.focus !== undefined && hasWord(saidOf(memory.focus, memory), noun));
  const beside =
    step === undefined || !isNamed ? undefined : /^(?:before|prec)/.test(step) ? 'before' : 'after';
  const word =
    beside === undefined ? NEXT.exec(text)?.[1] : beside === 'before' ? 'next' : 'previous';
  const { focus, rows, records } = memory;
  if (word === undefined || focus === undefined) return undefined;
  const sender = records.get(records.get(focus)?.emailRef ?? focus)?.senderName;
  if (rows.length < 2 && beside !== undefined && sender !== undefined) {
    const asked = readFacet(text.replace(/ (?:before|after|preceding|following)\b.*$/, ''));
    const facet = asked === 'story' ? {} : { facet: asked };
    return ask({
      topic: 'find',
      words: sender,
      sentBy: sender,
      pick: beside,
      beside: focus,
      ...facet,
    });
  }
  const { executionRef } = records.get(focus) ?? {};
  const here = rows.find(
    ({ ref }) =>
      ref !== undefined &&
      (ref === focus || ref === executionRef || records.get(ref)?.emailRef === focus),
  );
  if (here === undefined || rows.length < 2) return undefined;
  const number = here.number + (word === 'previous' ? -1 : 1);
  const row = rows.find((entry) => entry.number === number);
  if (row !== undefined) return askRow(row, 'story');
  return typeof memory.nextCursor === 'string' && word !== 'previous'
    ? undefined
    : [{ kind: 'say', what: 'no_rows' }];
}

const WHICH_DAY =
  /^(?:(?:and|so|but|ok) )*(?:(?:on|at) )?(?:when|(?:what|which) (?:exact )?(?:days?|dates?|time))(?: exactly| was (?:it|that|this))?[\s?.!]*$/;
const OF_WRITING =
  /\b(?:wr(?:ite|ote|itten)|sen[dt]|came|come|mail(?:ed)?|e-?mail(?:ed)?|letter|receive[ds]?|got|arrived?|repl\w+|answer(?:ed)?)\b/;

/** What is asked of a record; "and on which day?" after who wrote it asks when that came. */
function facetHere(text: string, { heard }: Memory): Facet {
  const facet = readFacet(text);
  const isOfWriting = WHICH_DAY.test(text) && OF_WRITING.test(heard.text);
  return facet === 'due' && isOfWriting ? 'arrival' : facet;
}

/** "Until when is there nothing for us to do?" is asked of what was told. */
const UNTIL_WHEN =
  /^(?:(?:and|so|but|ok) )*(?:until|till|by|from|since|before|as of|starting) (?:when|(?:what|which) (?:time|day|date|hour))\b/;

/** "Since when is that one overdue?": the only row that is. */
function overdueRow(text: string, memory: Memory): string | undefined {
  if (
    !/\b(?:it|that one|this one|that|she|he)\b/.test(text) ||
    !/^(?:\w+ )?since when\b/.test(text)
  )
    return undefined;
  const [only, another] = shownOf(memory.rows, memory).filter(({ known }) => known.isOverdue);
  return another === undefined ? only?.ref : undefined;
}

/** "The second one", "why did it fail?": a record spoken of before. */
export function readPointed(request: Request): Goal[] | undefined {
  const { text, plain, memory } = request;
  if (isOwnQuestion(request)) return undefined;
  const facet = facetHere(text, memory);
  if (memory.isUnlisted && memory.rows.length === 0 && memory.query !== undefined) {
    const toCome = readRowToCome(text, memory.query);
    const { words, each, pick } = toCome?.rowOf ?? {};
    if (toCome !== undefined && (words ?? each ?? pick) !== undefined) return ask(toCome);
  }
  const several = readRows(text, memory);
  if (several !== undefined) return several.flatMap((entry) => askRow(entry, facet));
  const amountPick = memory.rows.length > 1 ? readAmountPick(text) : undefined;
  if (amountPick !== undefined) {
    const among = memory.rows.flatMap(({ ref }) => ref ?? []);
    return ask({ topic: 'record', among, amountPick, facet: facetOfPick(text) });
  }
  const row = readRow(text, memory);
  if (row === 'absent') return [{ kind: 'say', what: 'no_rows' }];
  if (row !== undefined) return askRow(row, facet);
  const { focus } = memory;
  const titled = namesNothing(text) ? titledRow(text, memory) : undefined;
  if (titled !== undefined) return ask({ topic: 'record', ref: titled, facet });
  const isBare = OF_A_MAIL.has(facet) || ITS_TASKS.test(text);
  if (focus !== undefined && isBare && plain === text && isShort(text)) {
    if (namesNothing(text)) return ask(askOf(focus, facet, { text, memory }));
  }
  const late = focus === undefined ? overdueRow(text, memory) : undefined;
  if (late !== undefined) return ask({ topic: 'record', ref: late, facet });
  const told = readTold(text, memory);
  if (told !== undefined) return told;
  if (focus !== undefined && UNTIL_WHEN.test(text) && namesNothing(text)) {
    return ask(askOf(focus, facet, { text, memory }));
  }
  // "Who has to call her?": whatever is to be done is a task of it.
  if (focus !== undefined && facet === 'assignee' && asksWhoHasTo(text)) {
    return ask({ topic: 'record', ref: focus, facet });
  }
  // "What does it say about the deposit?" names something of the mail spoken of.
  if (
    focus !== undefined &&
    facet !== 'story' &&
    (IT.test(text) || FOR_THIS.test(text)) &&
    !/:/.test(text) &&
    isOfMail(plain, facet)
  ) {
    return ask(askOf(focus, facet, { text, memory }));
  }
  const isAboutIt =
    pointsBack(plain) || (facet !== 'story' && namesNothing(plain) && hasPronoun(plain));
  if (!isAboutIt) return undefined;
  // "Is it all running?" is about more than the record spoken of.
  const isOwnTopic = topicOf(plain).some((topic) => topic !== 'emails' && topic !== 'executions');
  if (facet === 'story' && isOwnTopic) return undefined;
  if (focus !== undefined) return ask(askOf(focus, facet, { text, memory }));
  const { query } = memory;
  // The mail was named in the same message: "the linen mail, who sent it and when is it due?"
  if (facet !== 'story' && query?.topic === 'find' && query.isList === undefined) {
    const { cursor: _cursor, firstNumber: _number, notes: _notes, ...named } = query;
    return ask({ ...named, facet });
  }
  const refs = memory.rows.flatMap(({ ref }) => ref ?? []);
  const [only] = refs;
  if (refs.length === 1 && only !== undefined) return ask({ topic: 'record', ref: only, facet });
  if (refs.length === 0) return undefined;
  if (facet === 'failure' && (OF_MAILS.has(memory.query?.topic) || /fail|error|wrong/.test(text))) {
    const failed = refs.filter((ref) => memory.records.get(ref)?.status === 'failed');
    const [one] = failed;
    if (failed.length === 1 && one !== undefined) return ask({ topic: 'record', ref: one, facet });
    const span = memory.query?.span;
    return ask({
      topic: 'executions',
      status: 'failed',
      aspect: 'reasons',
      ...(span ? { span } : {}),
    });
  }
  if (facet === 'story' && topicOf(plain).length > 0) return undefined;
  return ofShown(text, memory, '') ?? ofEach(text, memory, facet) ?? [{ kind: 'which' }];
}
