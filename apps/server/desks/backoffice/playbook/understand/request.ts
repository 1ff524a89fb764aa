import type { LocalTime } from '@deskbell/clerk';
import { readSpan } from '../days/read-span.ts';
import type { Span } from '../days/span.ts';
import type { Goal, Memory } from '../memory.ts';
import type { Topic } from '../query.ts';
import { isNamedAfter } from './slots/named-after.ts';
import { readCannot } from './slots/read-cannot.ts';
import { readFacet } from './slots/read-facet.ts';
import { isHighRisk } from './slots/read-filters.ts';
import { contentWords, saysNothingElse } from './slots/read-names.ts';
import { type RefMention, readRefs } from './slots/read-ref.ts';
import { topicOf } from './topics/topics.ts';

/** What there is to go by besides the words: what was said before, and how it was written. */
export interface Context {
  memory: Memory;
  now: LocalTime;
  /** Something was asked before in the same message. */
  isSecond?: boolean;
  /** The message before it was put in lower case. */
  raw: string;
}

/** One request as the rules read it. What takes reading is read when a rule first asks for it. */
export interface Request {
  /** Without titles of names, and without "in total" where that would be taken for days. */
  readonly text: string;
  readonly written: string;
  readonly raw: string;
  readonly memory: Memory;
  readonly now: LocalTime;
  readonly context: Context;
  readonly refs: readonly RefMention[];
  /** The days it names. */
  readonly namedSpan: Span | undefined;
  /** The days it asks about: none where they only name something. */
  readonly span: Span | undefined;
  /** The text without the days it asks about. */
  readonly plain: string;
  readonly topics: readonly Topic[];
  /** The plain text without what no tool can pick by. */
  readonly searchable: string;
  /** The words that may stand in a mail. */
  readonly content: readonly string[];
  /** What another text means by the same rules. */
  readonly understand: (text: string) => Goal[];
}

const IN_ALL = / (?:in total|altogether|in all|overall|all together)(?=[?.!,]|$)/;
const TITLE = /(?<!\d ?)\b(?:mr|mrs|ms|mister|dr)\b\.? (?=[\p{L}]{2})/gu;
const TALK =
  /^(?:since|until|before|after|than|because|maybe|perhaps|meant|no|yes|not|lol|stop|wait|nope|yep|yeah|hm+|haha\w*|wow|nothing|sorry|call|called|calls|translate)$/;

/** Reads when it is first asked, and once. */
function lazily<Value>(read: () => Value): () => Value {
  let kept: { value: Value } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

export function createRequest(
  written: string,
  context: Context,
  understand: (text: string) => Goal[],
): Request {
  const { memory, now, raw } = context;
  // "In total" is no span of time where an amount is asked for.
  const timely = readFacet(written) === 'amount' ? written.replace(IN_ALL, '') : written;
  const text = timely.replace(TITLE, '');
  const refs = lazily(() => readRefs(text));
  const days = lazily(() => readDays(text, now));
  const topics = lazily(() => topicsOf(text, days(), now));
  const searchable = lazily(() =>
    readCannot(days().plain, 'find').rest.replace(/ {2,}/g, ' ').trim(),
  );
  const content = lazily(() => contentWords(searchable()).filter((word) => !TALK.test(word)));
  return {
    ...{ text, written, raw, memory, now, context, understand },
    get refs() {
      return refs();
    },
    get namedSpan() {
      return days().namedSpan;
    },
    get span() {
      return days().span;
    },
    get plain() {
      return days().plain;
    },
    get topics() {
      return topics();
    },
    get searchable() {
      return searchable();
    },
    get content() {
      return content();
    },
  };
}

type Days = Pick<Request, 'namedSpan' | 'span' | 'plain'>;

function readDays(text: string, now: LocalTime): Days {
  const mention = readSpan(text, now, 'past');
  if (mention === undefined) return { namedSpan: undefined, span: undefined, plain: text };
  const { span, index, length, isRelative, isLedTo } = mention;
  const before = text.slice(0, index);
  const undated = `${before} ${text.slice(index + length)}`.replace(/\s+/g, ' ').trim();
  const isApart = /,\s*$/.test(before);
  const isAsked =
    (isApart || !isNamedAfter(text, mention)) &&
    (isRelative || isLedTo || isApart || saysNothingElse(undated));
  return isAsked
    ? { namedSpan: span, span, plain: undated }
    : { namedSpan: span, span: undefined, plain: text };
}

function topicsOf(text: string, { namedSpan, plain }: Days, now: LocalTime): readonly Topic[] {
  const plainly = topicOf(plain);
  const said = plainly.length > 0 ? plainly : topicOf(text);
  // What is pressing is told of now; what came in on other days is mail.
  const isOfPast = (namedSpan?.from ?? now.today) < now.today;
  return said[0] === 'attention' && isOfPast && isHighRisk(text) ? ['emails'] : said;
}
