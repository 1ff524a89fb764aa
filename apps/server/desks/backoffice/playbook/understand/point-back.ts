import type { Goal, Memory, Row } from '../memory.ts';
import type { Facet, Query, Topic } from '../query.ts';
import { readFacet } from './read-facet.ts';
import { saysNothingElse } from './read-names.ts';
import { pointsBack, readRow, readRows } from './read-pointing.ts';
import { readTold } from './spoken-of.ts';
import { topicOf } from './topics.ts';

/** The tools list no more at once. */
const MOST_ROWS = 50;
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
/** The words a question about one mail is put in: they name no other mail. */
const OF_THE_QUESTION =
  /\b(?:responsible|charge|owner|assigned|working|answer\w*|repl(?:y|ied)|respond\w*|react\w*|pay|settle|transfer|trust|believe|open|click|safe|legit\w*|real|genuine|scam|fraud\w*|phishing|spam|fake|urgent|urgency|risk\w*|critical|important|dangerous|suspicious|wrong|inside|exactly|flagged|held|due|asked|requested|wants|wanted|needed|expects?|address|behind|amounts?|totals?|prices?|costs?|fees?|sums?|level|complain\w*|reported|offers?|proposes?|suggests?|mentions?|else|deadline|there|long|tak(?:e|ing) care|care|time|recipients?|addressed|whom|task|tasks|came|paid|act|dates?|days?|don't|won't|happens?|waiting|until|till|before|really|actually|then)\b/g;
const OF_MAILS = new Set<Query['topic'] | undefined>(['emails', 'executions', 'find', 'agents']);
const namesNothing = (text: string): boolean =>
  saysNothingElse(text.replace(OF_THE_QUESTION, ' ').replace(/ {2,}/g, ' '));
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

/** "By when?" after a list: it is about one of its rows, and nobody knows which. */
export function asksWhich(text: string, { rows, focus }: Memory): boolean {
  const isAboutOne = OF_A_MAIL.has(readFacet(text)) && isShort(text) && namesNothing(text);
  return isAboutOne && focus === undefined && rows.length > 1 && topicOf(text).length === 0;
}

/** The rows after those that were listed. */
export function more({ query, rows, nextCursor }: Memory): Goal[] {
  if (query === undefined) return [];
  if (nextCursor === null || nextCursor === undefined) return [{ kind: 'say', what: 'no_more' }];
  const firstNumber = (rows.at(-1)?.number ?? 0) + 1;
  const { cursor: _cursor, notes: _notes, ...rest } = query;
  return nextCursor === 'more'
    ? ask({ ...rest, limit: Math.min(MOST_ROWS, firstNumber + 9), firstNumber })
    : ask({ ...rest, cursor: nextCursor, firstNumber });
}

const BESIDE =
  /^(?:(?:and|ok|so|then|show(?: me)?|what about|what was) )*the (?:one|e-?mail|mail|message) (before|after)(?: (?:that|it|this|that one))?[?.!]*$/;
const ALL_OF_ONE =
  /^(?:(?:no|nope|sorry|wait|actually)[,.! ]+)?(?:please )?(?:show (?:me )?|list |i want |give me )?(?:all|everything)(?: of)? (?:his|hers|her|theirs|their)(?: tasks| ones)?[\s?.!]*$/;
const ALL_AFTER_ALL =
  /^(?:(?:no|nope|sorry|wait|actually)[,.! ]+)?(?:please )?(?:show (?:me )?|list |i want |give me )?all(?: of (?:them|those|these|it))?(?: please)?[?.!]*$/;
const NEXT =
  /^(?:(?:and|ok|so|then|show(?: me)?|the|go to|what about) )*(next|following|previous)(?: one)?(?: please)?[?.!]*$/;
const OTHER =
  /^(?:(?:and|ok|so|then|no|sorry|not that one|i meant?|show(?: me)?|tell me about|open|what about|how about|what is|what's|who sent|why did),? )*the other(?: one| e-?mail| mail| message| task| vendor| supplier| execution| review| deadline| failure)?\b(?!s)(?! (?:ones|\d|two|three|four|five|mails|e-?mails|tasks|vendors))/;

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

const BACK =
  /^(?:(?:ok|now|so|and|well|then|let's|let us|can we|please|go|going|come|coming|show me|get) )*(?:back to (?:the |those |these |our |my )?(?:list of )?|(?:the|those|these) (?=[a-z]+ again))(tasks|to-?dos|e-?mails|mails|messages|deadlines|reviews|vendors|suppliers|agents|executions|failures|attention list|list)(?: list)?(?: again| please)?[?.!]*$/;
const TOPIC_OF_LIST: readonly (readonly [RegExp, Topic])[] = [
  [/^(?:task|to)/, 'tasks'],
  [/mail|message/, 'emails'],
  [/^deadline/, 'deadlines'],
  [/^review/, 'reviews'],
  [/^(?:vendor|supplier)/, 'vendors'],
  [/^agent/, 'agents'],
  [/^(?:execution|failure)/, 'executions'],
  [/^attention/, 'attention'],
];

/** "Back to the tasks": the last question about them again. */
export function readBack(
  text: string,
  { asked, query, nextCursor, isUnlisted }: Memory,
): Goal[] | undefined {
  const isWhole = typeof nextCursor !== 'string' && isUnlisted === undefined;
  if (isWhole && query !== undefined && query.topic !== 'find' && ALL_AFTER_ALL.test(text)) {
    const { topic, status, taskStatus, isOverdue, agent: _agent } = query;
    return ask({
      topic,
      ...(status === undefined ? {} : { status }),
      ...(taskStatus === undefined ? {} : { taskStatus }),
      ...(isOverdue === undefined ? {} : { isOverdue }),
    });
  }
  if (query?.topic === 'tasks' && query.assignee !== undefined && ALL_OF_ONE.test(text)) {
    return ask({ topic: 'tasks', assignee: query.assignee });
  }
  const noun = BACK.exec(text)?.[1];
  const topic = TOPIC_OF_LIST.find(([pattern]) => noun !== undefined && pattern.test(noun))?.[1];
  const last = topic === undefined ? undefined : asked.get(topic);
  if (last === undefined) return undefined;
  const { cursor: _cursor, firstNumber: _number, notes: _notes, ...kept } = last;
  return ask(kept);
}

const EXTREME =
  /^(?:(?:and|ok|so|then|show(?: me)?|open|what about|what is|what's) )*the (?:very )?(latest|newest|most recent|last|oldest|earliest|first)(?: (?:one|of (?:them|those|these)|e-?mail|mail|message))?[?.!]*$/;

/** "The newest one" of mails that were counted, not listed. */
export function readExtreme(text: string, { query, rows }: Memory): Goal[] | undefined {
  const word = EXTREME.exec(text)?.[1];
  if (word === undefined || query === undefined || rows.length > 0) return undefined;
  const { isList: _isList, cursor: _cursor, firstNumber: _number, notes: _notes, ...kept } = query;
  const pick = /^(?:old|earl|first)/.test(word) ? 'oldest' : 'newest';
  if (kept.topic === 'find') return ask({ ...kept, pick });
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
  const beside = BESIDE.exec(text)?.[1];
  const word =
    beside === undefined ? NEXT.exec(text)?.[1] : beside === 'before' ? 'next' : 'previous';
  const { focus, rows, records } = memory;
  if (word === undefined || focus === undefined) return undefined;
  const sender = records.get(records.get(focus)?.emailRef ?? focus)?.senderName;
  if (rows.length < 2 && beside !== undefined && sender !== undefined) {
    const pick = beside === 'before' ? 'before' : 'after';
    return ask({ topic: 'find', words: sender, sentBy: sender, pick, beside: focus });
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

/** "The second one", "why did it fail?": a record spoken of before. */
export function readPointed(text: string, plain: string, memory: Memory): Goal[] | undefined {
  const facet = readFacet(text);
  const several = readRows(text, memory);
  if (several !== undefined) return several.flatMap((entry) => askRow(entry, facet));
  const row = readRow(text, memory);
  if (row === 'absent') return [{ kind: 'say', what: 'no_rows' }];
  if (row !== undefined) return askRow(row, facet);
  const { focus } = memory;
  const isBare = OF_A_MAIL.has(facet) || ITS_TASKS.test(text);
  if (focus !== undefined && isBare && plain === text && isShort(text)) {
    if (namesNothing(text)) return ask({ topic: 'record', ref: focus, facet });
  }
  const told = readTold(text, memory);
  if (told !== undefined) return told;
  // "Who has to call her?": whatever is to be done is a task of it.
  if (focus !== undefined && facet === 'assignee' && WHO_HAS_TO.test(text) && isShort(text)) {
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
    return ask({ topic: 'record', ref: focus, facet });
  }
  const isAboutIt =
    pointsBack(plain) ||
    (facet !== 'story' && namesNothing(plain) && pointsBack(plain.replace(OF_THE_QUESTION, ' ')));
  if (!isAboutIt) return undefined;
  // "Is it all running?" is about more than the record spoken of.
  const isOwnTopic = topicOf(plain).some((topic) => topic !== 'emails' && topic !== 'executions');
  if (facet === 'story' && isOwnTopic) return undefined;
  if (memory.focus !== undefined) return ask({ topic: 'record', ref: memory.focus, facet });
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
  return facet === 'story' && topicOf(plain).length > 0 ? undefined : [{ kind: 'which' }];
}
