import { isAbuse, type LocalTime } from '@deskbell/clerk';
import { namesImpossibleDay } from '../days/dates.ts';
import { readSpan, type SpanMention } from '../days/read-span.ts';
import type { Goal, Memory, Saying } from '../memory.ts';
import type { Facet, Query, Topic } from '../query.ts';
import { accountFor } from './account.ts';
import { buildQueries } from './build-query.ts';
import { askOn } from './follow-ups/ask-on.ts';
import { readFirstTeller } from './follow-ups/first-teller.ts';
import { readNear } from './follow-ups/near.ts';
import { readOfVendor } from './follow-ups/of-vendor.ts';
import { readPart } from './follow-ups/part-of-mail.ts';
import { asksWhich, ofEach, readPointed } from './follow-ups/point-back.ts';
import { readMeant } from './follow-ups/read-meant.ts';
import { readMention } from './follow-ups/read-mention.ts';
import { askInstead, refine } from './follow-ups/refine.ts';
import { readAnother, readListAgain, readReturn } from './follow-ups/return-to.ts';
import { readSameSender } from './follow-ups/same-sender.ts';
import { readSays } from './follow-ups/spoken-of.ts';
import { readTellerAmong } from './follow-ups/teller-among.ts';
import { mailOf } from './follow-ups/view.ts';
import { readOfAll } from './follow-ups/who-of-all.ts';
import { isNamedAfter } from './named-after.ts';
import { readNamedMail, withoutAmount } from './named-mail.ts';
import { readWebsite } from './of-website.ts';
import {
  isLeftToSearch,
  isSaying,
  phrasedAs,
  searchedIn,
  surelyPhrasedAs,
} from './phrasings/as-phrased.ts';
import { readCannot, searchedFor } from './slots/read-cannot.ts';
import { readFacet } from './slots/read-facet.ts';
import { isHighRisk, readCategory, readPriority } from './slots/read-filters.ts';
import { contentWords, saysNothingElse } from './slots/read-names.ts';
import { readAssignee } from './slots/read-people.ts';
import { readRefs } from './slots/read-ref.ts';
import { isWholeClause } from './split/whole-clause.ts';
import { asksForOthersChats, asksForSecrets } from './talk/asks-for-secrets.ts';
import { readWish } from './talk/read-wish.ts';
import { isOffTopic, readSmallTalk } from './talk/small-talk.ts';
import { topicOf } from './topics.ts';
import { readVendorSum } from './vendor-sums.ts';
import { readVendorTrouble } from './vendor-trouble.ts';

/** What there is to go by besides the words: what was said before, and how it was written. */
export interface Context {
  memory: Memory;
  now: LocalTime;
  /** Something was asked before in the same message. */
  isSecond?: boolean;
  /** The message before it was put in lower case. */
  raw: string;
}

const EVERYTHING =
  /^(?:show|give|tell|list|see|what|everything|all)\b(?:[a-z' ]{0,30}\b)?(?:everything|all)[\s?.!]*$/;
const HOLIDAY =
  /\b(?:thanksgiving|christmas(?: eve)?|new year's(?: eve)?|easter|halloween|labor day)\b/;
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

const say = (what: (Goal & { kind: 'say' })['what']): Goal[] => [{ kind: 'say', what }];
const ask = (query: Query): Goal[] => [{ kind: 'query', query }];

/**
 * What one request means; empty when nothing in it is understood. What rules would only search the
 * mail for is first held against the ways in which staff put their questions.
 */
export function understand(written: string, context: Context): Goal[] {
  const goals = understandByRules(written, context);
  const mention = readSpan(written, context.now, 'past');
  const undated =
    mention === undefined
      ? written
      : `${written.slice(0, mention.index)} ${written.slice(mention.index + mention.length)}`;
  const isLater = context.memory.query !== undefined;
  const name =
    isLeftToSearch(goals) && !/["“]/.test(context.raw)
      ? phrasedAs(undated, { isLater, words: searchedIn(goals) })
      : isLater || goals.length !== 1
        ? undefined
        : surelyPhrasedAs(undated, goals[0]);
  if (name === undefined || (mention !== undefined && isSaying(name))) {
    // "Did you have a nice weekend?" asks for no days.
    const talk = isLeftToSearch(goals) ? phrasedAs(written, { isLater, words: [] }) : undefined;
    return talk !== undefined && isSaying(talk) ? say(talk) : goals;
  }
  return askPhrased(name, written, context);
}

function understandByRules(written: string, context: Context): Goal[] {
  // "In total" is no span of time where an amount is asked for.
  const text = (readFacet(written) === 'amount' ? written.replace(IN_ALL, '') : written).replace(
    TITLE,
    '',
  );
  const { memory, now, raw } = context;
  const refs = readRefs(text);
  const [ref] = refs;
  const ofText =
    readOfAll(text, memory) ??
    readTellerAmong(text, memory) ??
    readFirstTeller(text, memory) ??
    readMention(text, memory) ??
    readPart(text, memory) ??
    readVendorTrouble(text, memory);
  if (ofText !== undefined) return ofText;
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
  const meant = readMeant(text);
  const instead = meant === undefined ? undefined : askInstead(meant, memory.query);
  if (instead !== undefined) return ask(instead);
  const again = readListAgain(text);
  if (again !== undefined) {
    const [listed] = understandByRules(again.list, context);
    if (listed?.kind === 'query' && !['find', 'record'].includes(listed.query.topic)) {
      memory.query = listed.query;
      memory.rows = [];
      delete memory.focus;
      const asked = understandByRules(again.rest, context);
      return asked.length > 0 ? asked : [listed];
    }
  }
  const back = readReturn(text, memory) ?? readAnother(text, memory);
  if (back?.ref !== undefined) {
    memory.focus = back.ref;
    return understandByRules(back.rest, context);
  }
  if (back !== undefined) {
    const { focus } = memory;
    return ask({
      topic: 'find',
      words: back.words,
      facet: readFacet(back.rest),
      ...(back.isOther && focus !== undefined
        ? { pick: 'other' as const, beside: mailOf(focus, memory) }
        : {}),
    });
  }
  const near = readNear(text, context);
  if (near !== undefined) return near;
  const span = readSpan(text, now, 'past');
  const undated =
    span === undefined
      ? text
      : `${text.slice(0, span.index)} ${text.slice(span.index + span.length)}`
          .replace(/\s+/g, ' ')
          .trim();
  const isName = span !== undefined && isNamedAfter(text, span);
  const isApart = span !== undefined && /,\s*$/.test(text.slice(0, span.index));
  const isFilter =
    (!isName || isApart) &&
    (span?.isRelative || span?.isLedTo || isApart || saysNothingElse(undated));
  const plain = isFilter ? undated : text;
  const said = topicOf(plain).length > 0 ? topicOf(plain) : topicOf(text);
  const sum = readVendorSum(plain, span) ?? readWebsite(plain, isFilter ? span : undefined);
  if (sum !== undefined) return ask(sum);
  // What is pressing is told of now; what came in on other days is mail.
  const isOfPast = (span?.span.from ?? now.today) < now.today && isHighRisk(text);
  const topics: readonly Topic[] = said[0] === 'attention' && isOfPast ? ['emails'] : said;
  const theirs = readSameSender(plain, topics, { memory, span: isFilter ? span?.span : undefined });
  if (theirs !== undefined) return theirs;
  const pointed =
    readPointed(text, plain, memory) ?? readSays(text, memory, isFilter ? span?.span : undefined);
  if (pointed !== undefined) return pointed;
  const isOwn = context.isSecond === true && topics.length > 0 && isWholeClause(text);
  const refined = isOwn ? undefined : refine(text, plain, topics, context);
  if (refined !== undefined) return refined;
  const sure = askOn(text, memory, { raw, isSure: true, topics });
  if (sure !== undefined) return sure;
  if (asksWhich(text, memory)) {
    return ofEach(text, memory, readFacet(text)) ?? [{ kind: 'which' }];
  }
  const searchable = readCannot(plain, 'find').rest.replace(/ {2,}/g, ' ').trim();
  const named = readNamedMail({
    text,
    plain,
    searchable,
    topics,
    span: isFilter ? span?.span : undefined,
    raw,
  });
  if (named !== undefined) return ask(accountFor(named, text, context));
  if (topics.length > 0) {
    // Only tasks are somebody's.
    const isOfPerson = topics[0] === 'tasks' && readAssignee(text, raw) !== undefined;
    return (isOfPerson ? topics.slice(0, 1) : topics).flatMap((topic) =>
      askAll(topic, text, context),
    );
  }
  // "Just the customers, last three days": mail is meant where a kind of people is named alone.
  const isOfPeople = span !== undefined && saysNothingElse(plain) && memory.query === undefined;
  if (isOfPeople && readCategory(plain) !== undefined) return askAll('emails', text, context);
  // "Urgent only, this week": tasks have a rank and a day.
  if (isOfPeople && readPriority(plain) !== undefined) return askAll('tasks', text, context);
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
  const content = contentWords(searchable).filter((word) => !isTalk(word));
  const vendor = readOfVendor(text, { plain, content }, memory);
  if (vendor !== undefined) return ask(vendor);
  if (span !== undefined && EVERYTHING.test(plain))
    return ask({ topic: 'summary', span: span.span });
  const alike = phrasedAs(plain, { isLater: memory.query !== undefined, words: content });
  const isTalked = alike !== undefined && isSaying(alike) && span !== undefined;
  if (alike !== undefined && !isTalked) return askPhrased(alike, text, context);
  if (isOffTopic(text)) return say('off_topic');
  // "Who can't work on Thanksgiving?" names the day that the mail is about.
  const holiday = content.length === 0 ? HOLIDAY.exec(text)?.[0] : undefined;
  if (holiday !== undefined) return searchFor([holiday], undefined, readFacet(text));
  const on = askOn(text, memory, { raw, isSure: false, topics: [] });
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

const askPhrased = (name: Topic | Saying, text: string, context: Context): Goal[] =>
  isSaying(name)
    ? say(name)
    : buildQueries(name, text, context).map((query) => ({
        kind: 'query',
        query: accountFor(query, text, context, true),
        isGuess: true,
      }));

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
        words: withoutAmount(words.slice(0, 8).join(' '), facet ?? 'story'),
        notes: [searchedFor(withoutAmount(words.slice(0, 8).join(' '), facet ?? 'story'))],
        ...(span === undefined ? {} : { span: span.span }),
        ...(facet === undefined || facet === 'story' ? {} : { facet }),
      });
