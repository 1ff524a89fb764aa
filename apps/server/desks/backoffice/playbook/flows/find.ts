import { upperFirst } from '@deskbell/clerk';
import type { EmailItem } from '../../tools/tool-records.ts';
import type { SearchEmailsResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Facet, Query } from '../query.ts';
import { number, total } from '../wording/counts.ts';
import { afterIn, saySpan } from '../wording/days.ts';
import { quoted } from '../wording/quote-text.ts';
import { emailRow, listing, numbered } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';
import { record } from './record.ts';
import { isSentBy, sentByFirst } from './sent-by.ts';

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the tool searched for fewer words than it was given. */
function isRelaxed(asked: string, searched: string): boolean {
  const found = wordsIn(searched);
  return found.length > 0 && wordsIn(asked).some((word) => !found.includes(word));
}

/** A mail by words in it: the story of the best one and the others after it, or all of them. */
export const find: Flow = (turn, query, room) => {
  const words = query.words ?? '';
  const fetched = fetch(turn, 'search_emails', {
    query: words,
    ...daysOf(query.span),
    limit: query.pick === undefined ? (query.limit ?? room.rows) : MOST_ROWS,
    cursor: query.cursor,
  });
  if (fetched.kind === 'open') return undefined;
  const days = saySpan(query.span, turn.now.today);
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { sentBy } = query;
  const value =
    sentBy === undefined
      ? fetched.value
      : { ...fetched.value, emails: sentByFirst(fetched.value.emails, sentBy) };
  const facet = query.facet ?? 'story';
  if (query.pick !== undefined && value.emails.length > 0) {
    return sayPicked(turn, query, value.emails);
  }
  const [first] = value.emails;
  const isTheirs = sentBy !== undefined && first !== undefined && isSentBy(first, sentBy);
  const best = isTheirs
    ? first
    : (mostNamed(value, words) ??
      pick(value.emails, value.query === '' ? words : value.query, facet));
  if (value.total === 0 && query.span !== undefined && facet !== 'story' && !query.isList) {
    // "The rent from January" names no day on which mail came in.
    const { span: _span, ...undated } = query;
    return find(turn, undated, room);
  }
  if (value.total === 0 || best === undefined) {
    return query.cursor === undefined
      ? `No e-mail${days === '' ? '' : ` that came in${afterIn(days)}`} matches ${quoted(words)}. Other or fewer words may find it.`
      : 'There are no more of them.';
  }
  const isFewer = isRelaxed(words, value.query);
  const note = isFewer
    ? `No e-mail has all of ${quoted(words)}; this is for ${quoted(value.query)}. `
    : '';
  const name = quoted(isFewer ? value.query : words);
  const isOne = value.total === 1 && !value.is_more_than_total;
  const match = `${total(value, 'e-mail')}${days === '' ? '' : ` that came in${afterIn(days)}`} ${isOne ? 'matches' : 'match'} ${name}`;
  if (query.isList || query.cursor !== undefined) {
    return listing(`${note}${upperFirst(match)}${room.isCount ? '.' : ':'}`, {
      rows: value.emails.map((email) => emailRow(email, turn.now)),
      list: value,
      firstNumber: room.firstNumber,
      isCount: room.isCount,
    });
  }
  const said = record(turn, { topic: 'record', ref: best.ref, facet }, room);
  if (said === undefined) return undefined;
  if (isOne)
    return facet === 'story' ? `${note}${said}\n\n${upperFirst(match)}.` : `${note}${said}`;
  if (!isFirstAbout(turn, query)) return said;
  const others = value.emails.filter((email) => email !== best);
  const rows = others.map((email) => emailRow(email, turn.now));
  const left = value.total - value.emails.length;
  const more =
    value.next_cursor === null || left <= 0
      ? ''
      : `\n…and ${value.is_more_than_total ? 'at least ' : ''}${number(left)} more: say "more".`;
  return `${note}${said}\n\nAlso about it (${match}):\n${numbered(rows, 2)}${more}`;
};

/** The tool lists no more at once. */
const MOST_ROWS = 50;

/** "The last mail they sent", "when she first wrote": of their own mails where there are any. */
function sayPicked(turn: Turn, query: Query, emails: readonly EmailItem[]): string | undefined {
  const { sentBy = '', pick, beside, facet = 'story' } = query;
  const own = emails.filter((email) => isSentBy(email, sentBy));
  const byTime = (own.length > 0 ? own : [...emails]).sort((a, b) =>
    a.received_at < b.received_at ? 1 : -1,
  );
  const here = byTime.findIndex(({ ref }) => ref === beside);
  if (pick === 'before' || pick === 'after') {
    const rest = pick === 'before' ? byTime.slice(here + 1) : byTime.slice(0, here).reverse();
    const subject = byTime[here]?.subject ?? '';
    const next =
      here < 0 ? undefined : (rest.find((one) => isAlike(one.subject, subject)) ?? rest[0]);
    return next === undefined
      ? `There is no ${pick === 'before' ? 'earlier' : 'later'} mail from ${quoted(sentBy)}.`
      : record(turn, { topic: 'record', ref: next.ref, facet }, { firstNumber: 1 });
  }
  const picked = pick === 'newest' ? byTime[0] : byTime.at(-1);
  return picked && record(turn, { topic: 'record', ref: picked.ref, facet }, { firstNumber: 1 });
}

/** "Your payout of 4,605.20 USD" and "Your payout of 3,977.10 USD": the same letter of another day. */
function isAlike(subject: string, other: string): boolean {
  const plain = (text: string): string[] => wordsIn(text).filter((word) => !/\d/.test(word));
  const known = new Set(plain(other));
  const own = plain(subject);
  return own.length > 2 && own.filter((word) => known.has(word)).length > own.length * 0.7;
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

const isIn = (own: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => own.some((part) => part.startsWith(word.slice(0, 5))));

/**
 * The newest of those whose subject has the words; without one, the first the tool gave. Where
 * trust is asked for, one that may deceive comes first.
 */
function pick(emails: readonly EmailItem[], searched: string, facet: Facet): EmailItem | undefined {
  const words = wordsIn(searched).filter((word) => word.length > 2);
  const isNamed = ({ subject }: EmailItem): boolean => isIn(wordsIn(subject), words);
  const byTime = [...emails].sort((a, b) => (a.received_at < b.received_at ? 1 : -1));
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
