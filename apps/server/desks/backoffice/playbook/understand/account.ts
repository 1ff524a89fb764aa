import { readSpan } from '../days/read-span.ts';
import type { Query, Topic } from '../query.ts';
import { quoted } from '../wording/quote-text.ts';
import { isCommonWord } from './normalize/common-words.ts';
import { meantName } from './normalize/first-names.ts';
import { PHRASINGS } from './phrasings/phrasings.ts';
import type { Context } from './request.ts';
import { directionOf } from './slots/direction.ts';
import { readCannot, searchedFor, WITHOUT_THAT } from './slots/read-cannot.ts';
import { readSender } from './slots/read-filters.ts';
import { contentWords, FIND_WORDS } from './slots/read-names.ts';
import { USED } from './slots/used-words.ts';
import { isUnderstood } from './slots/vocabulary.ts';
import { SAID_BY } from './topics/topics.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'.&@/-]*/gu;
const MOST_WORDS = 8;

/**
 * A question with every word accounted for. Words that no rule used may be what mattered: for mail
 * they are looked up; where nothing can be picked by them the answer begins by saying so. `isPhrased`:
 * the topic was chosen for what the words are like, so that they are used.
 */
export function accountFor(query: Query, text: string, context: Context, isPhrased = false): Query {
  const { topic } = query;
  if (topic === 'record') return query;
  const { notes, rest } = readCannot(text, topic);
  const isAhead = (query.span?.from ?? '') > context.now.today;
  if (isAhead && directionOf(query) === 'past') {
    // What is to come stands in mail that came before.
    if (topic === 'find') return accountFor(withoutDays(query), text, context);
    notes.push('Those days are still to come.');
  }
  const undated = withoutSpan(rest, query, context);
  if (topic === 'find') {
    return withNotes(query, [
      ...notes.filter(
        (note) =>
          !(isOfOne(text, query) && note.includes('amounts of money')) &&
          !(IN_A_MAIL.test(text) && note.includes('filter by amounts')),
      ),
      ...notesOfSearch(undated, query),
      ...daysLeft(text, query, context),
    ]);
  }
  const unused = wordsLeft(undated, query);
  const isNegated = unused.some((word) => NEGATION.test(word));
  const isOfSpan = (word: string): boolean => query.span !== undefined && /^days?$/.test(word);
  const days = unused.filter((word) => DAY.test(word) && !isOfSpan(word));
  if (days.length > 0) {
    notes.push(`I look at one span of days at a time and left out ${quoted(days.join(' '))}.`);
  }
  const left = unused.filter((word) => !NEGATION.test(word) && !DAY.test(word));
  if (isNegated) {
    const { assignee: _a, category: _c, sender: _s, vendor: _v, ...all } = query;
    return withNotes(all, [
      ...notes.filter((note) => note !== WITHOUT_THAT),
      "I can't leave anything out of a list; this is all of it.",
    ]);
  }
  const said = [...notes, ...notesOf(query)];
  if (left.length === 0 || isPhrased) return withNotes(query, said);
  const words = left.join(' ');
  // By words of everyday use no mail is known: they are named, not searched for.
  const isTelling = left.some((word) => !isCommonWord(word));
  if (
    isTelling &&
    (topic === 'emails' || topic === 'executions' || (topic === 'tasks' && isPlain(query)))
  ) {
    const dropped = droppedBySearch(query);
    const search: Query = {
      topic: 'find',
      words,
      ...(query.span === undefined || isAhead ? {} : { span: query.span }),
      ...(topic === 'tasks' ? { facet: 'tasks' as const } : { isList: true as const }),
    };
    return withNotes(search, [
      ...notes.filter((note) => note !== WITHOUT_THAT),
      ...dropped,
      searchedFor(words),
    ]);
  }
  if ((topic === 'reviews' || topic === 'deadlines') && query.span === undefined) {
    const named = contentWords(text).filter((word) => !FIND_WORDS.test(word));
    const facet = topic === 'reviews' ? 'review' : 'due';
    if (named.length > 0) {
      return withNotes({ topic: 'find', words: named.slice(0, MOST_WORDS).join(' '), facet }, [
        searchedFor(named.slice(0, MOST_WORDS).join(' ')),
      ]);
    }
  }
  const what = NOUNS[topic];
  return withNotes(query, [
    ...said,
    what === undefined
      ? `I can't tell anything by ${quoted(words)}; this is the whole of it.`
      : `I can't pick ${what} by ${quoted(words)}; this is without that.`,
  ]);
}

/** A mail may say it of its own. */
const IN_A_MAIL = /\b(?:percent\w*|percentage|average|share)\b/;

/** "How much is the rent?" asks for one amount, "how much did we pay them?" for a sum. */
const isOfOne = (text: string, { facet }: Query): boolean =>
  facet === 'amount' && /\bhow much (?:is|was|are|were|will|would|does)\b/.test(text);

/** Names of days that a question may be narrowed down by. */
export const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december|today|yesterday|tomorrow|days?|weeks?|months?|years?|weekends?|weekdays?|daily|weekly|monthly|yearly|older|earlier|later|ago|20\d\d|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)$/;

const NEGATION =
  /^(?:not|no|except|excluding|without|besides|never|neither|nor|non|isn't|aren't|don't|doesn't|wasn't|weren't|didn't|excepting|minus)$/;

const NOUNS: Partial<Record<Topic, string>> = {
  emails: 'e-mails',
  executions: 'executions',
  tasks: 'tasks',
  deadlines: 'deadlines',
  reviews: 'reviews',
  vendors: 'vendors',
  agents: 'agents',
};

function withoutDays({ span: _span, ...query }: Query): Query {
  return query;
}

const withNotes = (query: Query, notes: readonly string[]): Query =>
  notes.length === 0
    ? query
    : { ...query, notes: [...new Set([...(query.notes ?? []), ...notes])].slice(0, 4) };

/** Whether nothing but the topic was understood. */
const isPlain = (query: Query): boolean =>
  Object.keys(query).every((key) => ['topic', 'notes', 'limit', 'span'].includes(key)) &&
  query.span === undefined;

function withoutSpan(text: string, query: Query, { now }: Context): string {
  const mention = readSpan(text, now, directionOf(query));
  if (mention === undefined || query.span === undefined) return text;
  return `${text.slice(0, mention.index)} ${text.slice(mention.index + mention.length)}`;
}

const PHRASED = new Map(
  PHRASINGS.map(({ name, phrasings }) => [
    name,
    new Set(phrasings.flatMap((phrasing) => phrasing.match(WORD) ?? []).map(stemOf)),
  ]),
);

/** Enough to take "deliver" and "delivers" for one word. */
function stemOf(word: string): string {
  return word.slice(0, 6).replace(/(?:es|s|ed|ing)$/, '');
}

/** Whether a list's topic and its filters account for every word. */
export function isAccountedFor(query: Query, text: string, context: Context): boolean {
  const { topic } = query;
  if (topic === 'find' || topic === 'record' || SAID_BY[topic] !== undefined) return false;
  return wordsLeft(withoutSpan(text, query, context), query).length === 0;
}

/** The words of a text that neither the topic nor a filter of the question accounts for. */
function wordsLeft(text: string, query: Query): string[] {
  let rest = text;
  const said = SAID_BY[query.topic];
  if (said !== undefined) {
    const phrased = PHRASED.get(query.topic);
    return contentWords(rest.replace(said, ' '))
      .filter(
        (word) =>
          !FIND_WORDS.test(word) && !isUnderstood(word, query.topic) && !phrased?.has(stemOf(word)),
      )
      .slice(0, MOST_WORDS);
  }
  for (const [isUsed, pattern] of USED) {
    if (isUsed(query)) rest = rest.replace(pattern, ' ').replace(/ {2,}/g, ' ');
  }
  const { assignee, vendor, sender, agent, words } = query;
  const names = new Set(
    [assignee, vendor, sender, agent, words, readSender(text)]
      .filter((name) => name !== undefined)
      .flatMap((name) => [name.toLowerCase(), ...(name.toLowerCase().match(WORD) ?? [])]),
  );
  const left = (rest.match(WORD) ?? [])
    .map((word) => word.replace(/(?:'s|[.'/-]+)$/, ''))
    .filter((word) => word !== '' && !names.has(word) && !isUnderstood(word, query.topic))
    .filter((word) => assignee === undefined || !assignee.startsWith(meantName(word) ?? ' '));
  return [...new Set(left)].slice(0, MOST_WORDS);
}

/** Filters that lists have and a search has not. */
function droppedBySearch(query: Query): string[] {
  const dropped = [
    query.status !== undefined && 'state',
    query.category !== undefined && 'category',
    query.sender !== undefined && 'sender',
    query.isHighRisk !== undefined && 'risk',
    query.hasAttachments !== undefined && 'attachments',
  ].filter((name) => name !== false);
  return dropped.length === 0
    ? []
    : [`A search can't be narrowed down by ${dropped.join(' or ')}; this is what has the words.`];
}

/** A mail that failed was not read, so that nobody knows whose it is. */
function notesOf({ topic, status, category }: Query): string[] {
  const isUnread = status === 'failed' || status === 'pending' || status === 'running';
  return (topic === 'emails' || topic === 'executions') && isUnread && category !== undefined
    ? [`A ${status} mail mostly has no category, so some of them may be missing here.`]
    : [];
}

/** Days in a text that a search for one mail does not look at. */
function daysLeft(text: string, { span, words = '' }: Query, { now }: Context): string[] {
  const mention = span === undefined ? readSpan(text, now, 'past') : undefined;
  if (mention === undefined) return [];
  const said = text.slice(mention.index, mention.index + mention.length).trim();
  const isName = (said.match(WORD) ?? []).every((word) => words.includes(word));
  return isName ? [] : [`I did not use ${quoted(said)}.`];
}

const STATE = /\b(?:failed|failing|pending|running|cancell?ed|unprocessed)\b/;

/** Content that stands beside the words which are searched for. */
function notesOfSearch(text: string, { words = '', facet }: Query): string[] {
  const used = new Set(words.toLowerCase().match(WORD) ?? []);
  const left = contentWords(text).filter(
    (word) => !used.has(word) && !FIND_WORDS.test(word) && !isUnderstood(word, 'emails'),
  );
  const isStory = facet === undefined || facet === 'story';
  const state = isStory ? STATE.exec(text)?.[0] : undefined;
  return [
    state !== undefined &&
      !used.has(state) &&
      "A search can't be narrowed down by state; this is what has the words.",
    isStory && left.length > 0 && `I did not use ${quoted(left.slice(0, MOST_WORDS).join(' '))}.`,
  ].filter((note) => note !== false);
}
