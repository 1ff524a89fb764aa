import type { EmailItem } from '../../tools/tool-records.ts';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import type { Facet, Query } from '../query.ts';
import { hasMeaning, hasWord, wordsBetweenSpaces } from '../understand/alike.ts';
import { MONEY, mostMoneyIn, READ_AMOUNT } from './amount.ts';
import { DAYS } from './facets.ts';
import { type Fetched, fetch, type Turn } from './flow.ts';

/** Mails that are read to find the one that has an answer. */
const MOST_READ = 4;
const MOST_AMONG = 8;
/** An order, a policy, a booking: what several mails may be about. */
export const CODE = /\b(?:[A-Z]{1,4}-\d{3,6}|\d{2}-\d{4}|\d{4,6})\b/g;

export type Found = { kind: 'found'; ref: string } | { kind: 'open' } | { kind: 'none' };

const NONE: Found = { kind: 'none' };
const OPEN: Found = { kind: 'open' };

/** All a mail says, as far as it was told. */
const saidBy = ({ subject, text, sender_name, attachments, tasks }: GetEmailResult): string =>
  wordsBetweenSpaces(
    [
      subject,
      text,
      sender_name,
      ...attachments.map(({ filename }) => filename),
      ...tasks.map(({ title }) => title),
    ].join(' '),
  );

/** "In Westhampton", "to 12 Ocean Road", not "on Sunday". */
const PLACE =
  /\b(?:in|to|at|from|near|into|on|toward|towards) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?:\d{1,5} )?[A-Z][a-z]{2,}/;

/** Whether a mail can have the answer by its kind: money for an amount, a day for when. */
function hasKind(email: GetEmailResult, { facet, sought, asked = [] }: Query): boolean {
  if (sought === 'place') return PLACE.test(email.text);
  if (facet === 'amount') {
    return MONEY.test(email.text) || (email.summary ?? '').search(READ_AMOUNT) >= 0;
  }
  if (sought === 'event') return email.deadlines.some(({ type }) => type === 'event');
  if (facet === 'due') return email.deadlines.length > 0 || DAYS.test(email.text);
  if (facet === 'attachments') return email.attachments.length > 0;
  if (facet === 'assignee') return isSomebodys(email, asked);
  return true;
}

/** Whether somebody has a task of it, or one of them is called by what is asked. */
function isSomebodys({ tasks }: GetEmailResult, asked: readonly string[]): boolean {
  const isCalled = (title: string): boolean =>
    asked.every((word) => hasWord(wordsBetweenSpaces(title), word));
  return tasks.some(({ title, assignee }) => assignee !== null || isCalled(title));
}

/** How much of what is asked about a mail says: exact words before those of like meaning. */
function scoreOf(email: GetEmailResult, query: Query): number {
  const { asked = [] } = query;
  const said = saidBy(email);
  const words = asked.reduce(
    (sum, word) => sum + (hasWord(said, word) ? 1 : hasMeaning(said, word) ? 0.75 : 0),
    0,
  );
  // "I will file" does not say that it was filed.
  const exact = query.sought === 'done' && hasExactly(said, asked) ? 1 : 0;
  // Words alone answer no question for an amount.
  return (
    words + exact + (hasKind(email, query) ? 2 : 0) + ofTasks(email, query) - vague(email, query)
  );
}

/** A day that somebody names is less than a date that was read. */
const vague = ({ deadlines }: GetEmailResult, { facet }: Query): number =>
  facet === 'due' && deadlines.length === 0 ? 1 : 0;

/** Of tasks those count more that are called by what is asked, and those that somebody has. */
function ofTasks({ tasks }: GetEmailResult, { facet, asked = [] }: Query): number {
  if (facet !== 'tasks' && facet !== 'assignee') return 0;
  const titles = wordsBetweenSpaces(tasks.map(({ title }) => title).join(' '));
  const called = asked.filter((word) => hasWord(titles, word)).length;
  const isAssigned = tasks.some(({ assignee }) => assignee !== null);
  return called * 0.75 + (facet === 'assignee' && isAssigned ? 1 : 0);
}

const hasExactly = (said: string, words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => said.includes(` ${word} `));

const isEnough = (email: GetEmailResult, query: Query): boolean =>
  hasKind(email, query) &&
  (query.sought !== 'done' || hasExactly(saidBy(email), query.asked ?? [])) &&
  (query.asked ?? []).every((word) => hasMeaning(saidBy(email), word));

export const threadOf = (subject: string): string =>
  subject.replace(/^(?:(?:re|fwd?|aw):\s{0,3})+/i, '').toLowerCase();

const codesOf = ({ subject, text }: GetEmailResult): string[] => [
  ...new Set(`${subject} ${text}`.match(CODE) ?? []),
];

/** "Fire inspection" is passed on of "Fire inspection of your storage unit". */
function isOneThread(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].toSorted((a, b) => a.length - b.length);
  return short === long || (short.includes(' ') && long.startsWith(`${short} `));
}

/** Mails about the same thing: of the same letters, of the same sender, or with the same number. */
function isBeside(email: GetEmailResult, own: GetEmailResult): boolean {
  const codes = codesOf(own);
  return (
    email.ref !== own.ref &&
    (isOneThread(threadOf(email.subject), threadOf(own.subject)) ||
      email.sender === own.sender ||
      codesOf(email).some((code) => codes.includes(code)))
  );
}

/**
 * The mail that answers a question about a record: the record's own where it says anything of it,
 * else one beside it which says more.
 */
export function findAround(turn: Turn, query: Query): Found {
  const id = query.ref ?? '';
  const fetched = fetch(turn, 'get_email', { id });
  if (fetched.kind === 'open') return OPEN;
  if (fetched.kind !== 'ok') return { kind: 'found', ref: id };
  const own = fetched.value;
  if (isEnough(own, query)) return { kind: 'found', ref: id };
  const missing = (query.asked ?? []).filter((word) => !hasWord(saidBy(own), word));
  const [code] = codesOf(own);
  const searches = [
    code ?? threadOf(own.subject),
    // Whose task it is stands beside the mail that has all of the words.
    ...(query.facet === 'assignee' ? [(query.asked ?? []).slice(0, 3).join(' ')] : []),
    ...(missing.length === 0 ? [] : [`${own.sender_name} ${missing.slice(0, 3).join(' ')}`]),
  ].map((words) => fetch(turn, 'search_emails', { query: words }));
  if (searches.some(({ kind }) => kind === 'open')) return OPEN;
  const items = searches.flatMap((search) => (search.kind === 'ok' ? search.value.emails : []));
  const refs = [...new Set(items.map(({ ref }: EmailItem) => ref))].filter(
    (ref) => ref !== own.ref,
  );
  const read = readAll(turn, refs.slice(0, MOST_READ));
  if (read === undefined) return OPEN;
  const beside = read.filter((email) => isBeside(email, own));
  const best = bestOf([own, ...beside], query);
  return { kind: 'found', ref: best === undefined || best === own ? id : best.ref };
}

/** The one of several records whose mail says what is asked, or has the highest or lowest amount. */
export function findAmong(turn: Turn, query: Query): Found {
  const refs = (query.among ?? []).slice(0, MOST_AMONG);
  const read = readAll(turn, refs);
  if (read === undefined) return OPEN;
  if (query.amountPick !== undefined) {
    const priced = read.flatMap((email) => {
      const amount = mostMoneyIn(email);
      return amount === undefined ? [] : [{ ref: email.ref, amount }];
    });
    priced.sort((one, other) => other.amount - one.amount);
    const picked = query.amountPick === 'dearest' ? priced[0] : priced.at(-1);
    return picked === undefined ? NONE : { kind: 'found', ref: picked.ref };
  }
  const best = bestOf(read, query);
  return best === undefined || scoreOf(best, query) < 0.75
    ? NONE
    : { kind: 'found', ref: best.ref };
}

/** The first of those that say most; undefined when there is none. */
function bestOf(read: readonly GetEmailResult[], query: Query): GetEmailResult | undefined {
  let best: GetEmailResult | undefined;
  for (const email of read) {
    if (best === undefined || scoreOf(email, query) > scoreOf(best, query)) best = email;
  }
  return best;
}

/** The first of some mails, or one that has at least a whole word more of what is asked. */
export function mostOf(
  turn: Turn,
  { refs, ...query }: { refs: readonly string[]; asked: readonly string[]; facet: Facet },
): string | undefined | 'open' {
  const read = readAll(turn, refs);
  if (read === undefined) return 'open';
  const [first, ...others] = read;
  const asked: Query = { topic: 'record', asked: [...query.asked], facet: query.facet };
  const best = first && others.find((email) => scoreOf(email, asked) >= scoreOf(first, asked) + 1);
  return (best ?? first)?.ref;
}

/** What each ref's mail says; undefined while a call is open. Those that are gone are left out. */
function readAll(turn: Turn, refs: readonly string[]): GetEmailResult[] | undefined {
  const fetched: Fetched<'get_email'>[] = refs.map((id) => fetch(turn, 'get_email', { id }));
  if (fetched.some(({ kind }) => kind === 'open')) return undefined;
  return fetched.flatMap((one) => (one.kind === 'ok' ? one.value : []));
}
