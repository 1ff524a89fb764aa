import { upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { EmailItem } from '../../tools/tool-records.ts';
import type { SearchEmailsResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Facet, Query } from '../query.ts';
import { hasMeaning } from '../understand/alike.ts';
import { soughtWords } from '../understand/follow-ups/asking.ts';
import { isCommonWord } from '../understand/normalize/common-words.ts';
import { number, total } from '../wording/counts.ts';
import { afterIn, saySpan } from '../wording/days.ts';
import { quoted } from '../wording/quote-text.ts';
import { emailRow, listing, numbered } from '../wording/rows.ts';
import { mostOf } from './around.ts';
import { byOtherWords } from './by-other-words.ts';
import { failedOne } from './failed-one.ts';
import { isIn, sayPicked, wordsIn } from './find-picked.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';
import { asksOutcome, laterBeside } from './later-beside.ts';
import { mailExceptSender } from './mail-except-sender.ts';
import { record } from './record.ts';
import { isSentBy, sentByFirst } from './sent-by.ts';
import { allOf, sayTheirs } from './sent-count.ts';
import { asksWish, withTasks } from './wishing.ts';
import { withText } from './with-text.ts';

/** Whether the tool searched for fewer words than it was given. */
function isRelaxed(asked: string, searched: string): boolean {
  const found = wordsIn(searched);
  return found.length > 0 && wordsIn(asked).some((word) => !found.includes(word));
}

/** Whether more was left out than words of everyday use. */
const leavesOutMore = (asked: string, searched: string): boolean => {
  const found = wordsIn(searched);
  return wordsIn(asked).some((word) => !found.includes(word) && !isCommonWord(word));
};

/** What many mails have: with nothing else found, none of them is the one that is asked for. */
const OF_MANY =
  /^(?:e?mails?|messages?|invoices?|bills?|orders?|contracts?|quotes?|offers?|bookings?|deliver\w*|complain\w*|requests?|reminders?|payments?|customers?|vendors?|suppliers?|company|people|person|family|department|task|number|date)$/;

/** Whether what was found has none of the words that tell of it: there is no such mail then. */
function hasNoneOf(asked: string, searched: string): boolean {
  const found = wordsIn(searched);
  const telling = wordsIn(asked).filter(
    (word) => word.length > 2 && !isCommonWord(word) && !OF_MANY.test(word),
  );
  const had = telling.filter((word) => found.includes(word)).length;
  return telling.length > 1 && had === 0;
}

/** A mail by words in it: the story of the best one and the others after it, or all of them. */
export const find: Flow = (turn, query, room) => {
  if (query.notFrom !== undefined) return mailExceptSender(turn, query, room);
  const words = query.words ?? '';
  const fetched = fetch(turn, 'search_emails', {
    query: words,
    ...daysOf(query.span),
    limit: query.pick === undefined ? (query.limit ?? room.rows) : MAX_LIMIT,
    cursor: query.cursor,
  });
  if (fetched.kind === 'open') return undefined;
  const days = saySpan(query.span, turn.now.today);
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { sentBy } = query;
  const isOnce = query.cursor === undefined && query.pick === undefined && !room.isAgain;
  const found =
    sentBy === undefined && isOnce && !query.isList && !asksOutcome(turn.memory.heard.text)
      ? byOtherWords(turn, { query, room }, fetched.value)
      : fetched.value;
  if (found === undefined) return undefined;
  const value =
    sentBy === undefined
      ? found
      : { ...fetched.value, emails: sentByFirst(fetched.value.emails, sentBy) };
  const facet = query.facet ?? 'story';
  if (query.pick !== undefined && value.emails.length > 0) {
    return sayPicked(turn, query, value.emails);
  }
  const [first] = value.emails;
  const isTheirs = sentBy !== undefined && first !== undefined && isSentBy(first, sentBy);
  const likely = isTheirs
    ? newestOf(value.emails, { sentBy, asked: askedOf(turn, query) })
    : (mostNamed(value, words) ??
      pick(value.emails, value.query === '' ? words : value.query, facet));
  if (value.total === 0 && query.span !== undefined && facet !== 'story' && !query.isList) {
    const { span: _span, ...undated } = query;
    return find(turn, undated, room);
  }
  if (isDayOfName(query, value, turn.now.today)) {
    // "The rent from January" and "the tote from Sunday" name no day on which mail came in.
    const { span: _span, ...undated } = query;
    const whole = fetch(turn, 'search_emails', { query: words, limit: room.rows });
    if (whole.kind === 'open') return undefined;
    const isHeld = whole.kind === 'ok' && whole.value.total > 0;
    if (isHeld && (facet !== 'story' || !isRelaxed(words, whole.value.query))) {
      const told = find(turn, undated, { ...room, isAgain: true });
      const none = `No e-mail that came in${afterIn(days)} matches ${quoted(words)}; this is of any day.`;
      return told === undefined || facet !== 'story' ? told : `${none} ${told}`;
    }
  }
  if (
    facet === 'failure' &&
    !query.isList &&
    !value.emails.some(({ status }) => status === 'failed')
  ) {
    const failed = failedOne(turn, words);
    if (failed === 'open') return undefined;
    if (failed !== undefined) {
      return record(turn, { topic: 'record', ref: failed.ref, facet }, room);
    }
  }
  const isOther = value.total > 0 && isRelaxed(words, value.query) && hasNoneOf(words, value.query);
  if (value.total === 0 || likely === undefined || (isOther && !isTheirs)) {
    return query.cursor === undefined
      ? `No e-mail${days === '' ? '' : ` that came in${afterIn(days)}`} matches ${quoted(words)}. Other or fewer words may find it.`
      : 'There are no more of them.';
  }
  const isFewer = isRelaxed(words, value.query) && leavesOutMore(words, value.query);
  const note = isFewer
    ? `No e-mail has all of ${quoted(words)}; this is for ${quoted(value.query)}. `
    : '';
  const name = quoted(isFewer ? value.query : words);
  const isOne = value.total === 1 && !value.is_more_than_total;
  const match = `${total(value, 'e-mail')}${days === '' ? '' : ` that came in${afterIn(days)}`} ${isOne ? 'matches' : 'match'} ${name}`;
  if (query.isList || query.cursor !== undefined) {
    const all = room.isCount ? allOf(turn, query, value) : value;
    if (all === undefined) return undefined;
    const theirs = sayTheirs(all, { sentBy, days });
    const head = theirs ?? match;
    return listing(`${note}${upperFirst(head)}${room.isCount ? '.' : ':'}`, {
      rows: value.emails.map((email) => emailRow(email, turn.now)),
      list: value,
      firstNumber: room.firstNumber,
      isCount: room.isCount,
    });
  }
  const asked = askedOf(turn, query);
  const meant = isTheirs
    ? value.emails.filter((email) => isSentBy(email, sentBy ?? ''))
    : value.emails;
  const wanting = isTheirs && asksWish(turn.memory.heard.text) ? withTasks(turn, meant) : likely;
  if (wanting === undefined) return undefined;
  const named = likeliest(turn, { likely: wanting, emails: meant, facet, asked });
  if (named === undefined) return undefined;
  const best = asksOutcome(turn.memory.heard.text) ? laterBeside(turn, named) : named;
  if (best === undefined) return undefined;
  const told = record(turn, { topic: 'record', ref: best.ref, facet }, room);
  if (told === undefined) return undefined;
  const isRun = facet === 'failure' || facet === 'agents';
  const read = isRun ? undefined : fetch(turn, 'get_email', { id: best.ref });
  if (read?.kind === 'open') return undefined;
  const said = read?.kind === 'ok' ? withText(told, { email: read.value, facet, asked }) : told;
  if (isOne)
    return facet === 'story' ? `${note}${said}\n\n${upperFirst(match)}.` : `${note}${said}`;
  if (!isFirstAbout(turn, query)) return said;
  const others = value.emails.filter(({ ref }) => ref !== best.ref);
  const rows = others.map((email) => emailRow(email, turn.now));
  const left = value.total - value.emails.length;
  const more =
    value.next_cursor === null || left <= 0
      ? ''
      : `\n…and ${value.is_more_than_total ? 'at least ' : ''}${number(left)} more: say "more".`;
  return `${note}${said}\n\nAlso about it (${match}):\n${numbered(rows, 2)}${more}`;
};

/** Of somebody's own mails the newest, but one that has more of what is asked in its subject before it. */
function newestOf(
  emails: readonly EmailItem[],
  { sentBy = '', asked }: { sentBy?: string | undefined; asked: readonly string[] },
): EmailItem | undefined {
  const namedIn = ({ subject }: EmailItem): number => {
    const words = ` ${wordsIn(subject).join(' ')} `;
    return asked.filter((word) => hasMeaning(words, word)).length;
  };
  return emails
    .filter((email) => isSentBy(email, sentBy))
    .sort((a, b) => namedIn(b) - namedIn(a) || (a.received_at < b.received_at ? 1 : -1))[0];
}

/** What the answer has to be about: of a message that asks one thing, all its telling words. */
function askedOf({ memory }: Turn, { words = '' }: Query): string[] {
  const { goals, text } = memory.heard;
  const isOnly = goals.filter(({ kind }) => kind === 'query').length === 1;
  return [...new Set([...wordsIn(words), ...(isOnly ? soughtWords(text) : [])])];
}

/** Whether the days of a search for one mail may be part of its name: none of then has its words. */
const isDayOfName = (
  { span, isList, sentBy, words = '' }: Query,
  found: SearchEmailsResult,
  today: string,
): boolean =>
  span?.from !== undefined &&
  span.from === span.to &&
  !isList &&
  sentBy === undefined &&
  (found.total === 0 || (isRelaxed(words, found.query) && (span.to ?? today) < today));

/** Of how many mails the texts are read to tell which one is meant. */
const MOST_READ = 3;

/** The one that has more of what is asked than the likeliest by its subject; undefined while a call is open. */
function likeliest(
  turn: Turn,
  {
    likely,
    emails,
    facet,
    asked,
  }: { likely: EmailItem; emails: readonly EmailItem[]; facet: Facet; asked: readonly string[] },
): EmailItem | undefined {
  const named = wordsIn(`${likely.subject} ${likely.sender_name}`).join(' ');
  const isTold = asked.every((word) => hasMeaning(` ${named} `, word));
  const isRun = facet === 'failure' || facet === 'agents';
  if (emails.length === 1 || isRun || (isTold && facet === 'story')) return likely;
  const others = emails.filter((email) => email !== likely).slice(0, MOST_READ - 1);
  const found = mostOf(turn, { refs: [likely, ...others].map(({ ref }) => ref), asked, facet });
  if (found === 'open') return undefined;
  return emails.find(({ ref }) => ref === found) ?? likely;
}

/** Of several questions about one mail the first tells which others there are. */
const isFirstAbout = ({ memory }: Turn, query: Query): boolean => {
  const same = memory.heard.goals.find(
    (goal) =>
      goal.kind === 'query' && goal.query.topic === 'find' && goal.query.words === query.words,
  );
  return same === undefined || (same.kind === 'query' && same.query === query);
};

/** Where the tool left words out: the one mail whose subject and sender have most of them. */
function mostNamed({ emails, query }: SearchEmailsResult, asked: string): EmailItem | undefined {
  if (!isRelaxed(asked, query)) return undefined;
  const words = wordsIn(asked).filter((word) => word.length > 2);
  const counted = emails.map((email) => {
    const own = wordsIn(`${email.subject} ${email.sender_name}`);
    const named = words.filter((word) => own.some((part) => part.startsWith(word.slice(0, 5))));
    return { email, named: named.length };
  });
  const most = Math.max(0, ...counted.map(({ named }) => named));
  const best = counted.filter(({ named }) => named === most);
  return most > 0 && best.length === 1 ? best[0]?.email : undefined;
}

const PRICED =
  /\b(?:invoices?|bills?|statements?|quotes?|prices?|premium|rent|receipts?|fees?|payouts?)\b/i;

/**
 * The newest of those whose subject has the words; without one, the first the tool gave. Where
 * trust is asked for, one that may deceive comes first.
 */
function pick(emails: readonly EmailItem[], searched: string, facet: Facet): EmailItem | undefined {
  const words = wordsIn(searched).filter((word) => word.length > 2);
  const isNamed = ({ subject }: EmailItem): boolean => isIn(wordsIn(subject), words);
  const byTime = [...emails].sort((a, b) => (a.received_at < b.received_at ? 1 : -1));
  const failed = byTime.find(({ status }) => status === 'failed');
  if (facet === 'failure' && failed !== undefined) return failed;
  const risky = byTime.find(({ risk }) => risk === 'critical' || risk === 'high');
  if (facet === 'advice' && risky !== undefined) return risky;
  const isNamedWithSender = ({ subject, sender_name }: EmailItem): boolean =>
    words.some((word) => isIn(wordsIn(subject), [word])) &&
    isIn(wordsIn(`${subject} ${sender_name}`), words);
  const bySubject = byTime.filter(isNamed);
  const named = bySubject.length > 0 ? bySubject : byTime.filter(isNamedWithSender);
  const priced = facet === 'amount' ? named.find(({ subject }) => PRICED.test(subject)) : undefined;
  return priced ?? named[0] ?? emails[0];
}
