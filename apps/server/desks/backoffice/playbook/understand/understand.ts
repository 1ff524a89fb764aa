import { createRetriever, isAbuse, type LocalTime } from '@deskbell/clerk';
import { namesImpossibleDay } from '../days/dates.ts';
import { readSpan, type SpanMention } from '../days/read-span.ts';
import type { Goal, Memory } from '../memory.ts';
import type { Facet, Query, Topic } from '../query.ts';
import { quoted } from '../wording/quote-text.ts';
import { accountFor, isOnlyAbout } from './account.ts';
import { askOn } from './ask-on.ts';
import { asksForOthersChats, asksForSecrets } from './asks-for-secrets.ts';
import { buildQueries } from './build-query.ts';
import { PHRASINGS } from './phrasings.ts';
import {
  asksWhich,
  more,
  readBack,
  readExtreme,
  readNeighbour,
  readPointed,
} from './point-back.ts';
import { readCannot, searchedFor } from './read-cannot.ts';
import { readFacet } from './read-facet.ts';
import { isHighRisk, readCategory, readSender } from './read-filters.ts';
import {
  contentWords,
  readFindWords,
  readSenderName,
  readTaskWords,
  readTeller,
  saysNothingElse,
} from './read-names.ts';
import { readAssignee } from './read-people.ts';
import { readRefs } from './read-ref.ts';
import { readWish } from './read-wish.ts';
import { refine } from './refine.ts';
import { readSameSender } from './same-sender.ts';
import { isOffTopic, readSmallTalk } from './small-talk.ts';
import { readNamed, readSays } from './spoken-of.ts';
import { topicOf } from './topics.ts';

/** What there is to go by besides the words: what was said before, and how it was written. */
export interface Context {
  memory: Memory;
  now: LocalTime;
  /** The message before it was put in lower case. */
  raw: string;
}

const retriever = createRetriever(PHRASINGS, 0.5);
/** The tools list no more at once. */
const MOST_ROWS = 50;
const ALL_OF_THEM =
  /\b(?:how many|how often|(?:who|anyone|anybody|what) else|e-?mails|mails|messages|everything)\b/;
const MORE =
  /^(?:(?:and|ok|please|yes|show|me|give|list|see|can you|could you|the|any|are there|what about|some|i want|load|go to|let me see|a few|few) )*(?:more|next(?: (?:page|ones?|\d+|ten|five|few|rows|batch))?|the rest|rest|others?|remaining(?: ones)?|keep going|go on|continue|further|show all|all of them|the other \d+)(?: of (?:them|those|these|it)|(?: more)? please| results?| rows?| ones?| e-?mails?| tasks?| executions?| failures?| entries)*[?.!]*$/;

const EVERYTHING =
  /^(?:show|give|tell|list|see|what|everything|all)\b(?:[a-z' ]{0,30}\b)?(?:everything|all)[\s?.!]*$/;
const IN_ALL = / (?:in total|altogether|in all|overall|all together)(?=[?.!,]|$)/;
/** "Mrs. Boyle just called." */
const TITLED =
  /^(?!.*\b(?:what|which|when|why|how|did|does|has|is)\b)(?:.*\s)?(?:mr|mrs|ms|miss|mister|dr)\.? ([\p{L}][\p{L}'-]{1,20})\b/u;
const TITLE = /(?<!\d ?)\b(?:mr|mrs|ms|mister|dr)\b\.? (?=[\p{L}]{2})/gu;
const PERSON =
  /\b(?:to|for|tell|call|answer|ask|inform|e-?mail|mail|remind|thank|refund|text|contact|notify|ring|message|reach|from|with) (?:Mr\.? |Mrs\.? |Ms\.? )?(\p{Lu}[\p{L}'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20})?)/u;

/** Whom a wish names: "reply to Sam Ross that …". */
const readNamedPerson = (raw: string): string | undefined =>
  PERSON.exec(raw.slice(0, 400))?.[1]?.toLowerCase();

/** "How often were they late?" of a vendor told of. */
const OF_THEIR_WORK =
  /\b(?:they|them|their|it|its|he|she)\b.*\b(?:late|on time|punctual|reliab\w+|deliver\w*|promises?|delay\w*|missed|let us down)\b/;

/** Not only another name: "which order was it?" */
const ASKS_OF_IT =
  /^(?:(?:and|so|but|ok|then) )*(?:which|what (?!about)|who|when|where|why|how (?!about)|did|does|do|is|was|were|are|has|have|can)\b/;
const isShort = (text: string): boolean => text.split(' ').length <= 6;

const say = (what: (Goal & { kind: 'say' })['what']): Goal[] => [{ kind: 'say', what }];
const ask = (query: Query): Goal[] => [{ kind: 'query', query }];

/** What one request means; empty when nothing in it is understood. */
export function understand(written: string, context: Context): Goal[] {
  // "In total" is no span of time where an amount is asked for.
  const text = (readFacet(written) === 'amount' ? written.replace(IN_ALL, '') : written).replace(
    TITLE,
    '',
  );
  const { memory, now, raw } = context;
  const refs = readRefs(text);
  const [ref] = refs;
  if (refs.length === 0) {
    const smallTalk = readSmallTalk(text);
    if (smallTalk !== undefined) return say(smallTalk);
  }
  if (asksForSecrets(text)) return say('instructions');
  if (asksForOthersChats(text)) return say('others_chats');
  const wish = readWish(text);
  if (wish !== undefined) {
    const named = readNamedPerson(raw);
    if (named !== undefined) memory.named = named;
    return say(wish);
  }
  const titled = TITLED.exec(written)?.[1];
  if (titled !== undefined && contentWords(titled).length > 0 && topicOf(text).length === 0) {
    return ask({ topic: 'find', words: titled, sentBy: titled });
  }
  if (ref !== undefined) {
    return refs.slice(0, 3).flatMap(({ kind, id }) => {
      const isRun = kind === undefined && /\bexecutions?\b/.test(text);
      return ask({
        topic: 'record',
        ref: isRun ? `[execution:${id}]` : id,
        facet: readFacet(text),
      });
    });
  }
  if (namesImpossibleDay(text) && readSpan(text, now, 'past') === undefined)
    return say('no_such_day');
  const near =
    readBack(text, memory) ??
    readExtreme(text, memory) ??
    readNamed(text, memory) ??
    readNeighbour(text, memory);
  if (near !== undefined) return near;
  const { query } = memory;
  if (MORE.test(text) && query?.topic === 'vendors' && query.vendor === undefined) {
    return ask({ ...query, limit: MOST_ROWS });
  }
  if (MORE.test(text) && memory.query !== undefined && memory.nextCursor !== undefined) {
    return more(memory);
  }
  const span = readSpan(text, now, 'past');
  const undated =
    span === undefined
      ? text
      : `${text.slice(0, span.index)} ${text.slice(span.index + span.length)}`
          .replace(/\s+/g, ' ')
          .trim();
  const isFilter = span?.isRelative || span?.isLedTo || saysNothingElse(undated);
  const plain = isFilter ? undated : text;
  const said = topicOf(plain).length > 0 ? topicOf(plain) : topicOf(text);
  // What is pressing is told of now; what came in on other days is mail.
  const isOfPast = (span?.span.from ?? now.today) < now.today && isHighRisk(text);
  const topics: readonly Topic[] = said[0] === 'attention' && isOfPast ? ['emails'] : said;
  const theirs = readSameSender(plain, topics, { memory, span: isFilter ? span?.span : undefined });
  if (theirs !== undefined) return theirs;
  const pointed = readPointed(text, plain, memory) ?? readSays(text, memory);
  if (pointed !== undefined) return pointed;
  const refined = refine(text, plain, topics, context);
  if (refined !== undefined) return refined;
  const sure = topics.length === 0 ? askOn(text, memory, true) : undefined;
  if (sure !== undefined) return sure;
  if (asksWhich(text, memory)) return [{ kind: 'which' }];
  const isVendors = topics.includes('vendors');
  const searchable = readCannot(plain, 'find').rest.replace(/ {2,}/g, ' ').trim();
  const name = isVendors || topics.includes('tasks') ? undefined : readSenderName(searchable);
  if (name !== undefined && readSender(text) === undefined) {
    const query: Query = {
      topic: 'find',
      words: name,
      sentBy: name,
      ...(isFilter && span !== undefined ? { span: span.span } : {}),
      ...(ALL_OF_THEM.test(text) ? { isList: true as const } : {}),
      notes: [`Looked up as a name: mails from ${quoted(name)} first, then mails that mention it.`],
    };
    return ask(accountFor(query, text, context));
  }
  const words = readSender(text) === undefined ? readFindWords(searchable) : undefined;
  if (
    words !== undefined &&
    !isVendors &&
    !topics.includes('agents') &&
    !isAboutTasks(topics, text)
  ) {
    const days = isFilter && span !== undefined ? { span: span.span } : {};
    const facet = /\bwho else\b/.test(text) ? 'story' : readFacet(text);
    const isList = facet === 'story' && ALL_OF_THEM.test(text) ? { isList: true as const } : {};
    const teller = readTeller(searchable);
    const theirs = teller === undefined ? {} : { sentBy: teller };
    const query: Query = { topic: 'find', words, ...days, facet, ...isList, ...theirs };
    return ask(accountFor(query, text, context));
  }
  const task = topics[0] === 'tasks' ? readTaskWords(plain) : undefined;
  if (task !== undefined && readAssignee(text, raw) === undefined) {
    const facet = readFacet(text);
    const query: Query = {
      topic: 'find',
      words: task.replace(/(?: due| open| late)+$/, ''),
      facet: facet === 'story' || facet === 'due' ? 'tasks' : facet,
    };
    return ask(accountFor(query, text, context));
  }
  if (topics.length > 0) return topics.flatMap((topic) => askAll(topic, text, context));
  // "Just the customers, last three days": mail is meant where a kind of people is named alone.
  const isOfPeople = span !== undefined && saysNothingElse(plain) && memory.query === undefined;
  if (isOfPeople && readCategory(plain) !== undefined) return askAll('emails', text, context);
  if (isHighRisk(text) && !/\b(?:i|we|you) risk\b/.test(text)) {
    const suspicions = text.match(/\b(?:phishing|spam|scams?|fraud\w*|malicious)\b/g) ?? [];
    return [
      ...askAll('emails', text, context),
      ...(suspicions.length === 0 ? [] : searchFor(suspicions, span)),
    ];
  }
  if (isAbuse(text)) return say('abuse');
  if (span !== undefined && plain.replace(/[^\p{L}\p{N}]/gu, '') === '') {
    return ask({ topic: 'summary', span: span.span });
  }
  const { query: last } = memory;
  if (last?.topic === 'vendors' && last.vendor !== undefined && OF_THEIR_WORK.test(plain)) {
    return ask({
      topic: 'vendors',
      vendor: last.vendor,
      ...(last.span ? { span: last.span } : {}),
    });
  }
  const content = contentWords(searchable).filter((word) => !isTalk(word));
  if (memory.query?.topic === 'vendors' && content.length > 0 && isShort(plain)) {
    const { vendor } = memory.query;
    if (vendor === undefined || !ASKS_OF_IT.test(plain)) {
      return ask({ topic: 'vendors', vendor: content.join(' ') });
    }
    const words = `${vendor} ${content.slice(0, 5).join(' ')}`;
    return ask({ topic: 'find', words, facet: readFacet(text), notes: [searchedFor(words)] });
  }
  const [match] = retriever.search(plain);
  if (span !== undefined && EVERYTHING.test(plain))
    return ask({ topic: 'summary', span: span.span });
  const topic = match?.name as Topic | undefined;
  // A likeness in some words is none when the others say something else.
  const isAlike = topic !== undefined && isOnlyAbout(topic, plain);
  if (isAlike || (topic !== undefined && content.length === 0)) return askAll(topic, text, context);
  if (isOffTopic(text)) return say('off_topic');
  const on = askOn(text, memory);
  if (on !== undefined) return on;
  return searchFor(content, isFilter ? span : undefined, readFacet(text)).map((goal) =>
    goal.kind === 'query'
      ? { kind: 'query', query: accountFor(goal.query, text, context), isGuess: true }
      : goal,
  );
}

const isTalk = (word: string): boolean =>
  /^(?:since|until|before|after|than|because|maybe|perhaps|meant|no|yes|not|lol|stop|wait|nope|yep|yeah|hm+|haha\w*|wow|nothing|sorry|call|called|calls|translate)$/.test(
    word,
  );

const askAll = (topic: Topic, text: string, context: Context): Goal[] =>
  buildQueries(topic, text, context).flatMap((query, _index, all) =>
    ask(accountFor(query, withoutOthers(text, query, all), context)),
  );

/** A name that another of several questions asks about needs no account in this one. */
const withoutOthers = (text: string, query: Query, all: readonly Query[]): string =>
  all
    .flatMap(({ assignee, agent, vendor }) => [assignee, agent, vendor])
    .filter((name) => name !== undefined)
    .filter((name) => ![query.assignee, query.agent, query.vendor].includes(name))
    .reduce((rest, name) => rest.replaceAll(name.toLowerCase(), ' '), text);

/** What no rule knows may stand in a mail. */
const searchFor = (
  words: readonly string[],
  span: SpanMention | undefined,
  facet?: Facet,
): Goal[] =>
  words.length === 0
    ? []
    : ask({
        topic: 'find',
        words: words.slice(0, 8).join(' '),
        notes: [searchedFor(words.slice(0, 8).join(' '))],
        ...(span === undefined ? {} : { span: span.span }),
        ...(facet === undefined || facet === 'story' ? {} : { facet }),
      });

/** "Tasks about the van" has no search of its own; "the tasks from the van mail" is about a mail. */
const isAboutTasks = (topics: readonly Topic[], text: string): boolean =>
  (topics.includes('tasks') || topics.includes('deadlines')) &&
  !/\be-?mails?\b|\bmails?\b|\bmessages?\b|\bthreads?\b/.test(text) &&
  !/^what(?:'s| is| has| did)? ?(?:happen|up|going|became)/.test(text);
