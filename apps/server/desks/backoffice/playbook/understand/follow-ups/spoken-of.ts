import type { Goal, Memory, Row } from '../../memory.ts';
import type { Facet, Query } from '../../query.ts';
import { DAY } from '../account.ts';
import { hasWord, wordsBetweenSpaces } from '../alike.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { readCategory } from '../slots/read-filters.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { askOf } from './ask-on.ts';
import { ownWords, soughtWords } from './asking.ts';
import { aboutIt, FOR_IT, OF_PRICE } from './mail-told-of.ts';
import { hasAll, saidOf } from './view.ts';

const GENERIC =
  'ones?|e-?mail|mail|message|letter|task|to-?do|item|entry|thing|review|deadline|execution|row|vendor|supplier|guy|person|customer';
const KIND =
  'invoice|bill|statement|quote|claim|complaint|request|question|notice|note|order|permit|policy|reminder|payment|certificate|ticket|newsletter|refund|inspection|failure|report';
const LED =
  '(?:from|by|of|about|with|on|regarding|concerning|for|mentioning|called|titled|named|saying|where|to|(?:that|which) (?:says|mentions|mentioned|is about|was about|is from|was from|came from|comes from|has|talks about))';
const NAMED = new RegExp(
  `\\b(?:the|that|this) (?:[a-z]{3,12} )?(${GENERIC}|${KIND}) ${LED} (?:(?:the|our|that|this|an?|mr|mrs|ms)\\.? )*([^,;?!–—]{2,60}?)(?= - |[,;?!–—.]|$| (?:come|came|arrive|arrived|say|says|said|want|wants|wanted|need|needs|expect|expects|write|wrote|is|was|has|have|did|does|will|should|must)\\b)`,
);
/** "The ones from Sunday" are those that came in then. */
const OF_A_DAY =
  /^(?:(?:last|this|the) )?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}|\d{1,2}(?:st|nd|rd|th|\/\d{1,2})|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday|week(?:end)?|month)\b/;
const IS_GENERIC = new RegExp(`^(?:${GENERIC})$`);
const PLURALS =
  /\b(?:tasks|deadlines|e-?mails|mails|messages|vendors|agents|reviews|executions|failures|payments|invoices|appointments|all|any|every|how many|how often)\b/;
const LEADS_BACK =
  /^(?:(?:ok|now|so|and|well|then|let's|let us|can we|please|going|go|getting|come|coming|return(?:ing)?|switch(?:ing)?) )*back to (?:the |that |our |this )?|^(?:about|regarding|concerning) (?:the|that) |\bthat (?=[a-z]{3,})/;

const refsOf = (rows: readonly Row[], words: readonly string[], memory: Memory): string[] =>
  rows.flatMap(({ ref, name }) =>
    ref !== undefined && hasAll(saidOf(ref, memory, name), words) ? [ref] : [],
  );

/** "The one from Jo", "the task with the extinguisher records": what was listed or told before. */
export function readNamed(text: string, memory: Memory): Goal[] | undefined {
  const hit = NAMED.exec(text);
  if (hit === null) return readNamedOne(text, memory);
  const [, kind = '', name = ''] = hit;
  const own = ownWords(name).filter((word) => !FIND_WORDS.test(word));
  if (own.length === 0 || OF_A_DAY.test(name)) return undefined;
  const words = IS_GENERIC.test(kind) ? own : [kind, ...own];
  const facet = facetBeside(text, hit[0]);
  const ofKind = memory.lists.get(/^(?:task|to-?do)$/.test(kind) ? 'tasks' : 'emails') ?? [];
  const [ref] = [
    ...refsOf(memory.rows, words, memory),
    ...refsOf(ofKind, words, memory),
    ...spokenOf(words, memory),
    ...[...memory.lists.values()].flatMap((rows) => refsOf(rows, words, memory)),
  ];
  const near = ref ?? (/^ones?$/.test(kind) ? mostOf(memory, own) : undefined);
  if (near !== undefined) return ask({ topic: 'record', ref: near, facet });
  if (!/^ones?$/.test(kind) || memory.rows.length === 0) return undefined;
  const isSender = /\b(?:from|by)\b/.test(hit[0]);
  const sought = own.slice(0, 6).join(' ');
  return ask({
    topic: 'find',
    words: sought,
    facet,
    ...(isSender ? { sentBy: sought } : {}),
  });
}

/** The one row that has more of the words than every other. */
export function mostOf(memory: Memory, words: readonly string[]): string | undefined {
  const counted = memory.rows.flatMap(({ ref, name }) => {
    if (ref === undefined) return [];
    const said = saidOf(ref, memory, name);
    return [{ ref, known: words.filter((word) => hasWord(said, word)).length }];
  });
  const most = Math.max(1, ...counted.map(({ known }) => known));
  const [best, another] = counted.filter(({ known }) => known === most);
  return another === undefined ? best?.ref : undefined;
}

/** "Which one is at 7:30?" of what was listed. */
const WHICH_ONE =
  /^(?:(?:and|so|but|ok) )*which (?:one|of (?:them|these|those)) (?:is|was|says|mentions|concerns|has) (?!(?:the )?(?:most|first|last|latest|newest|oldest|next)\b)(.{2,40})$/;

const ONE =
  /(?:\b(?:the|that|this)|^(?:(?:and|ok|so|but|then|what about|how about) )*(?!what|which|who|how|is|are|did|do|any|an?\b)) ?([^,.;?!]{2,40}?) (?:one|thing|business|matter|issue|affair|story)(?=$|[?.!,:]| -| (?:is|was|did|does|say|says|and|from|due|please|what|who|when|why|where|how|about|again|for|with|then|now|we|they|again)\b)/;

/** "What's the disputed payment about?" */
const ABOUT_WHAT =
  /^(?:(?:and|so|but|ok) )*what(?:'s| is| was| are| were) (?:the|that|this) ([^,;?!]{3,50}?) (?:all )?about[\s?.!]*$/;

/** "The BoxRight one" of what was listed. */
function readNamedOne(text: string, memory: Memory): Goal[] | undefined {
  const subject = contentWords(ABOUT_WHAT.exec(text)?.[1] ?? '');
  if (subject.some((word) => !FIND_WORDS.test(word))) {
    const ref =
      onlyTitled(subject, memory) ??
      onlyOf(refsOf(memory.rows, subject, memory)) ??
      spokenOf(subject, memory)[0];
    return ref === undefined
      ? ask({ topic: 'find', words: subject.slice(0, 6).join(' ') })
      : ask({ topic: 'record', ref, facet: 'text' });
  }
  const asked = WHICH_ONE.exec(text)?.[1];
  if (asked !== undefined) {
    const words = [...contentWords(asked), ...(asked.match(/\d{1,2}:\d\d/g) ?? [])].map((word) =>
      word.replace(':', ' '),
    );
    const ref = mostOf(
      memory,
      words.filter((word) => !FIND_WORDS.test(word)),
    );
    if (ref !== undefined) return ask({ topic: 'record', ref, facet: 'story' });
  }
  const name = ONE.exec(text)?.[1];
  const words = name === undefined ? [] : contentWords(name).filter((one) => !FIND_WORDS.test(one));
  // Of several that say it, the one that is called so.
  const titled = onlyTitled(words, memory);
  const [ref] =
    words.length === 0
      ? onlyOfCategory(name ?? '', memory)
      : [
          ...(titled === undefined ? [] : [titled]),
          ...refsOf(memory.rows, words, memory),
          ...spokenOf(words, memory),
        ];
  return ref === undefined
    ? undefined
    : ask({ topic: 'record', ref, facet: readFacet(text.replace(name ?? '', 'same')) });
}

/** "The vendor one": the only mail of its kind that was told of. */
function onlyOfCategory(name: string, { records }: Memory): readonly string[] {
  const category = readCategory(name);
  if (category === undefined) return [];
  const refs = [...records].flatMap(([ref, record]) =>
    record.category === category && ref.startsWith('[email:') ? [ref] : [],
  );
  return refs.length === 1 ? refs : [];
}

/** A name such as "the mail that came from Jo" asks for no sender. */
function facetBeside(text: string, named: string): Facet {
  const beside = readFacet(text.replace(named, `it ${/\bsay\b/.test(named) ? 'say' : ''}`));
  if (beside !== 'story') return beside;
  const after = readFacet(named.replace(/\b(?:from|by)\b/g, ' '));
  // "The one about the rent" names it.
  const isName = after === 'amount' && !/\b(?:how much|amount|total|cost)\b/.test(named);
  return after === 'tasks' || after === 'review' || isName ? 'story' : after;
}

const spokenOf = (words: readonly string[], memory: Memory): string[] =>
  [memory.focus, ...memory.recent.toReversed()].filter(
    (ref) => ref !== undefined && hasAll(saidOf(ref, memory), words),
  ) as string[];

/**
 * A question whose own words all stand in a mail spoken of, or in one row of the last list: "what
 * would a second visit cost?", "when is that invoice due?", "back to the inspection".
 */
export function readTold(text: string, memory: Memory): Goal[] | undefined {
  const facet = readFacet(text);
  const isBack = LEADS_BACK.test(text);
  if (PLURALS.test(text)) return undefined;
  if (facet === 'story' && !isBack) return readInText(text, memory);
  const words = ownWords(text.replace(LEADS_BACK, ' ')).filter(
    (word) => !FIND_WORDS.test(word) || /\d/.test(word),
  );
  if (words.length === 0 && memory.rows.length > 1) {
    // "When was the list of trips due?" names a row by words that many mails have.
    const titled = onlyTitled(soughtWords(text), memory);
    if (titled !== undefined) return ask({ topic: 'record', ref: titled, facet });
  }
  if (words.length === 0 || words.length > 6) return undefined;
  const [told] = spokenOf(words, memory);
  if (told !== undefined) return ask(askOf(told, facet, { text, memory }));
  const row =
    onlyOf(refsOf(memory.rows, words, memory)) ??
    onlyTitled(words, memory) ??
    (facet === 'due' ? dated(words, memory) : undefined);
  return row === undefined ? undefined : ask({ topic: 'record', ref: row, facet });
}

const OF_DATES = new Set<Query['topic'] | undefined>(['tasks', 'deadlines']);

/** "When does van 2 have to be at the garage?" of a list of dates: the row with most of its words. */
function dated(words: readonly string[], memory: Memory): string | undefined {
  if (!OF_DATES.has(memory.query?.topic)) return undefined;
  const ref = mostOf(memory, words);
  if (ref === undefined) return undefined;
  const said = saidOf(ref, memory);
  const known = words.filter((word) => hasWord(said, word)).length;
  return known * 2 >= words.length ? ref : undefined;
}

const onlyOf = ([only, another]: readonly string[]): string | undefined =>
  another === undefined ? only : undefined;

/** Where the mails of several rows have the words: the only row that is called by them. */
const onlyTitled = (words: readonly string[], { rows }: Memory): string | undefined =>
  words.length === 0
    ? undefined
    : onlyOf(
        rows.flatMap(({ ref, name = '' }) =>
          ref !== undefined && hasAll(wordsBetweenSpaces(name), words) ? [ref] : [],
        ),
      );

const SAYS =
  /^(?:(?:and|so|but|ok|then) )*what (?:does|did|is|was) (?:the |our )?(?!(?:it|he|she|they|this|that|we|i|you|the|our|everyone|everybody|anyone|somebody)\b)([a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20}){0,2}?) (?:(?:want|need|say|write|ask|tell|suggest|offer|propose|complain|report|request|mention)\b(?! to (?:do|get|finish|work|have)\b)|(?:want|say|writ|ask|suggest|offer|propos|complain|request)ing\b)/;

/** "What does Evelyn need?": of those listed the one she sent, else what she wrote. */
export function readSays({ text, memory, span }: Request): Goal[] | undefined {
  const hit = SAYS.exec(text);
  const name = hit?.[1];
  const words = name === undefined ? [] : contentWords(name);
  if (name === undefined || words.length === 0 || words.some((word) => FIND_WORDS.test(word))) {
    return undefined;
  }
  const isFrom = (ref: string): boolean => {
    const record = memory.records.get(ref);
    const mail = record?.emailRef === undefined ? record : memory.records.get(record.emailRef);
    return hasAll(` ${(mail?.senderName ?? '').toLowerCase()}`, words);
  };
  const refs = memory.rows.flatMap(({ ref }) => ref ?? []);
  // "What does the garage want?", not "what does the password mail say?"
  const isKind = hit?.[0].includes(` the ${name}`) || hit?.[0].includes(` our ${name}`);
  if (isKind && ![...memory.records.keys()].some(isFrom)) return undefined;
  const theirs = [...new Set([...refs, ...memory.recent.toReversed()].filter(isFrom))];
  const [ref] = theirs;
  const asked = soughtWords(text).filter((word) => !words.includes(word));
  if (span !== undefined) {
    return ask({ topic: 'find', words: words.join(' '), sentBy: words.join(' '), span });
  }
  if (theirs.length > 1 && asked.length > 0) {
    return ask({ topic: 'record', among: theirs, asked, facet: 'text' });
  }
  if (ref !== undefined) return ask({ topic: 'record', ref, facet: 'text' });
  const ofIt = FOR_IT.test(text) ? aboutIt(isFrom, asked, memory) : undefined;
  if (ofIt !== undefined) return ask({ ...ofIt, facet: OF_PRICE.test(text) ? 'amount' : 'text' });
  const about = contentWords(text.slice(hit?.[0].length ?? 0)).filter(
    (word) => !FIND_WORDS.test(word) && !DAY.test(word) && !words.includes(word),
  );
  return ask({
    topic: 'find',
    words: [...words, ...about.slice(0, 5)].join(' '),
    sentBy: words.join(' '),
  });
}

const ASKS =
  /^(?:(?:and|so|but|ok|then) )*(?:which|what|who|where|how|did|does|do|is|was|were|are|has|have|can|will)\b/;
const ASKS_ANEW =
  /\b(?:of (?:them|those|these)|what happened|what'?s (?:new|up|happening|the (?:status|story))|what (?:about|came|else)|tell me|how (?:about|is|are)|e-?mail|mail|message|did we (?:get|hear|receive)|do we have|have we|is there|are there|find|search)\b/;

/** "Which claim is it about?": its words stand in the mail spoken of, which is quoted. */
function readInText(text: string, memory: Memory): Goal[] | undefined {
  const { focus } = memory;
  if (focus === undefined || !ASKS.test(text) || ASKS_ANEW.test(text)) return undefined;
  const words = ownWords(text);
  const isTold =
    words.length > 0 &&
    words.length <= 4 &&
    words.every((word) => !FIND_WORDS.test(word)) &&
    hasAll(saidOf(focus, memory), words);
  return isTold ? ask(askOf(focus, 'text', { text, memory })) : undefined;
}

const ask = (query: Query): Goal[] => [{ kind: 'query', query }];
