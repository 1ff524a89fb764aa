import type { Goal } from '../../memory.ts';
import type { Query, Topic } from '../../query.ts';
import { accountFor, isAccountedFor } from '../account.ts';
import { buildQuery } from '../questions/build-query.ts';
import type { Context, Request } from '../request.ts';
import { readStatus } from '../slots/read-execution-status.ts';
import { readPriority, readSender } from '../slots/read-filters.ts';
import { contentWords, saysNothingElse } from '../slots/read-names.ts';
import { isWholeClause, isWholeQuestion } from '../split/whole-clause.ts';
import { topicOf } from '../topics/topics.ts';
import { dropAtEnd, dropFilter } from './drop-filter.ts';
import { narrow } from './narrow.ts';
import { shiftSpan, weekdayWithin } from './shift-span.ts';

const LEAD =
  /^(?:and|or|ok|so|now|then|what about|how about|and what about|only|just|same (?:for|with)?|the same (?:for|with)?|also|instead|but|make (?:it|that)|i meant?|no,?|sorry,?|rather|how many(?: of (?:them|those|these))?|which(?: of (?:them|those|these)| ones?)?|are any(?: of (?:them|those|these))?|any|show me|give me|list|only show(?: me)?|filter(?: by)?|limit(?: it)? to|were there|was there|what was it|how was it)\b/;
const CORRECTION =
  /^(?:(?:no|nope|sorry|wait|actually|ah|oh|oops|ups|whoops|argh|hm+)[,.!]* ?)*(?:i (?:meant|mean|said)|rather|not that,?)(?: the)?(?: |$)|^(?:no|nope|sorry|wait|actually|oops|ups|whoops|argh)[,.!]*(?: |$)/;
/** "What have we missed so far, all of them?" asks of all days; some of it was taken off as polite. */
const IN_ALL =
  /\b(?:in all|in total|altogether|overall|all together|all of (?:them|those|these)|so far|until now|up to now|as of now|to date|ever|at any time|(?:of|from) all time)[\s?.!,]*$/i;
const LIST_THEM =
  /^(?:(?:yes|ok|please|and|can you|show(?: me)?|give me|see|say) )*(?:list|more|show|them|those|these|all|the (?:list|rest)|which(?: ones)?)(?: (?:it|them|those|these|of them|all|please))*[?.!]*$/;
const NAME_ALONE = /^\p{L}[\p{L}'-]{1,20}(?: \p{L}[\p{L}'-]{1,20})?[\s?.!]*$/u;
const WHAT_ELSE =
  /^(?:(?:and|so|but|ok) )*(?:what|which|who|anything)(?:'s| is| are| was| were)? else(?: is there| is| are there| do we have| is due| is on it| is in there)?(?: except .{2,60})?[\s?.!]*$/;
const LIST_AGAIN =
  /^(?:please )?(?:list|show)(?: (?:it|them|those|these))?[?.!]*$|^which(?: ones)?[?.!]*$/;
const SENDER_ONLY =
  /^(?:and |only |just |what about |how about )*(?:the (?:ones|mails|e-?mails) |those )?(?:from |by |of )?@?[\w.+-]+@?[\w.-]+\.[a-z]{2,}[?.!]*$/;
const OF_THESE = /\b(?:of (?:them|those|these)|ones?|them|those|these|same)\b/;

/**
 * A message that changes the last question: another span, a filter, another name. Undefined when
 * it asks something of its own.
 */
export function readRefined({
  text,
  plain,
  topics,
  context,
  understand,
}: Request): Goal[] | undefined {
  const { query, list } = context.memory;
  const isOwn =
    topics.length > 0 &&
    (isWholeQuestion(text) || (context.isSecond === true && isWholeClause(text)));
  if (query === undefined) return undefined;
  if (isOwn) {
    // "Which mails were of high risk, whoever sent them?"
    const rest = dropAtEnd(text, query)?.rest;
    return rest === undefined ? undefined : understand(rest);
  }
  // After a look at one mail "and next week?" is about the list before it.
  const isAside = query.topic === 'find' && !query.isList && query.sentBy === undefined;
  const asked = isAside && list !== undefined && query.span === undefined ? [list, query] : [query];
  for (const last of asked) {
    const changed = refineLast(text, plain, topics, { ...context, last });
    if (changed === undefined) continue;
    const tasks = withTwin(text, plain, topics, context, changed);
    // A deadline has no priority.
    return tasks.length > 0 && readPriority(text) !== undefined ? tasks : [...tasks, ...changed];
  }
  return undefined;
}

/** Other days of what was due are those of its tasks as well. */
function withTwin(
  text: string,
  plain: string,
  topics: readonly Topic[],
  context: Context,
  changed: readonly Goal[],
): Goal[] {
  const { twin, query } = context.memory;
  const [only, another] = changed;
  if (twin === undefined || query?.topic !== 'deadlines' || another !== undefined) return [];
  if (only?.kind !== 'query' || only.query.topic !== 'deadlines' || topics.length === 1) return [];
  const other = refineLast(text, plain, topics, { ...context, last: twin }) ?? [];
  return other.filter((goal) => goal.kind === 'query' && goal.query.topic === 'tasks');
}

function refineLast(
  text: string,
  plain: string,
  topics: readonly Topic[],
  context: Context & { last: Query },
): Goal[] | undefined {
  const { last } = context;
  const wider = dropAtEnd(text, last);
  if (wider !== undefined) {
    const restPlain = dropAtEnd(plain, last)?.rest ?? plain;
    const asked = { ...context, last: wider.kept };
    return refineLast(wider.rest, restPlain, topicOf(restPlain), asked);
  }
  const corrected = CORRECTION.exec(text);
  if (corrected !== null && !saysNothingElse(plain)) {
    const rest = text.slice(corrected[0].length);
    const restPlain = plain.replace(CORRECTION, '');
    const meant = insteadOf(rest, last);
    if (meant !== undefined) return [{ kind: 'query', query: meant }];
    if (rest.trim() !== '') return refineLast(rest, restPlain, topics, context);
  }
  // A name alone: "Maria?"
  const alone =
    topics.length === 0 && last.topic === 'tasks' && NAME_ALONE.test(text)
      ? insteadOf(text, last)
      : undefined;
  if (alone !== undefined) return [{ kind: 'query', query: alone }];
  const widened = dropFilter(text, last);
  if (widened !== undefined) return [{ kind: 'query', query: widened }];
  if (WHAT_ELSE.test(text) && last.topic !== 'find') {
    const { cursor: _cursor, firstNumber: _number, limit: _limit, ...whole } = last;
    const notes = ["I can't leave anything out of a list; this is all of it."];
    return [{ kind: 'query', query: { ...whole, ...(/ except /.test(text) ? { notes } : {}) } }];
  }
  if (LIST_AGAIN.test(text) || (context.memory.isUnlisted && LIST_THEM.test(text))) {
    const { cursor: _cursor, firstNumber: _number, ...kept } = last;
    return [{ kind: 'query', query: kept }];
  }
  const sender = SENDER_ONLY.test(text) ? readSender(text) : undefined;
  if (sender !== undefined && last.topic === 'emails') {
    const { cursor: _cursor, firstNumber: _number, limit: _limit, ...kept } = last;
    return [{ kind: 'query', query: { ...kept, sender } }];
  }
  // "How many tasks are overdue in all?" narrows nothing down.
  if (topics.length > 0 && (IN_ALL.test(text) || IN_ALL.test(context.raw))) return undefined;
  // "Did anything fail?" narrows no reviews down.
  const isOther = last.topic === 'reviews' && topics.length > 0 && topics[0] !== 'reviews';
  const narrowed = isOther ? undefined : narrow(text, last, context);
  if (narrowed !== undefined) return [{ kind: 'query', query: narrowed }];
  const again = goOn(text, last, topics, context);
  if (again !== undefined) return [{ kind: 'query', query: again }];
  // Days may be said in many words.
  const isShort = Math.min(text.split(' ').length, plain.split(' ').length) <= 8;
  const names = named(text, plain, last);
  if (names !== undefined && topics.length === 0) return names;
  if (!isShort) return undefined;
  const topic = topicToRefine(text, topics, last);
  if (topic === undefined) return undefined;
  const changes = withinLast(buildQuery(topic, text, context), text, context);
  if (!saysNothingElse(plain) && !isAccountedFor(changes, text, context)) return undefined;
  const isChange = Object.keys(changes).length > 1;
  if (!isChange) return undefined;
  const { cursor: _c, firstNumber: _f, ref: _r, facet: _g, limit: _l, notes: _n, ...kept } = last;
  if (topic !== last.topic) {
    const span =
      changes.span ?? (last.topic === 'agents' || last.topic === 'vendors' ? undefined : last.span);
    const other = { ...changes, ...(span === undefined ? {} : { span }) };
    return [{ kind: 'query', query: accountFor(other, text, context) }];
  }
  const merged: Query = { ...kept, ...changes };
  if (topic === 'tasks' && changes.isOverdue) delete merged.span;
  if (topic === 'tasks' && changes.span !== undefined) delete merged.isOverdue;
  return [{ kind: 'query', query: accountFor(merged, text, context) }];
}

/** Days of a week that was asked about are that week's. */
function withinLast(changes: Query, text: string, { last, now }: Context & { last: Query }): Query {
  const { span } = changes;
  if (span?.from === undefined || span.from !== span.to) return changes;
  const within = weekdayWithin(text, last.span, now.today);
  return within === undefined ? changes : { ...changes, span: within };
}

const AGAIN =
  /^(?:and |ok |so |please )*(?:how many(?: (?:were|are) (?:there|they|those|these|it))?(?: in (?:all|total))?|(?:go |show me |take me )?back to (?:the|that) list|(?:show me |see )?the (?:whole |full |first )?list(?: again)?|again|once more|repeat(?: (?:that|it|the list))?)[?.!]*$/;

/** The last question again, for the days beside its own, or for deadlines instead of tasks. */
function goOn(
  text: string,
  last: Query,
  topics: readonly Topic[],
  { now }: Context,
): Query | undefined {
  const { cursor: _c, firstNumber: _f, notes: _n, ...kept } = last;
  if (AGAIN.test(text)) return kept;
  const span = shiftSpan(text, last.span, now.today);
  const [own] = topics;
  // "And the tasks of the whole week" after what is due tomorrow: the kind it names, of other days.
  if (span !== undefined) {
    return own === undefined || own === last.topic ? { ...kept, span } : { topic: own, span };
  }
  const isPair =
    (own === 'deadlines' && last.topic === 'tasks') ||
    (own === 'tasks' && last.topic === 'deadlines');
  const isBare = /^(?:and|what about|how about|and what about) (?:the |any )?\w+[?.!]*$/.test(text);
  if (!isPair || !isBare || topics.length > 1 || own === undefined) return undefined;
  return { topic: own, ...(last.span === undefined ? {} : { span: last.span }) };
}

/** "And from vendors?" is about mails still. */
const OF_VENDORS =
  /^(?:which|what|who) (?:vendors?|suppliers?)\b|\b(?:most|least|often|busiest|biggest|main|top|best|worst|reliab\w*|patterns?|trends?|histor\w+|overview|ranking|report|statistics|stats|summary)\b/;

const RANK_ALONE =
  /^(?:(?:and|ok|so|then|now|just|only|show me|the|which(?: ones?)?(?: are| is)?|what(?:'s| is)?|any) )*(?:really |most |very )?(?:urgent|high|important|medium|low)(?:[- ]priority)?(?: ones?| stuff| things?| tasks?| only| first| please)*[?.!]*$/;

/** Which topic a short message goes on with; undefined when it begins one of its own. */
function topicToRefine(text: string, topics: readonly Topic[], last: Query): Topic | undefined {
  const base = last.topic === 'record' || last.topic === 'health' ? undefined : last.topic;
  const [own] = topics;
  if (own === undefined) {
    if (base === 'attention' || base === 'reviews' || base === 'find' || base === undefined) {
      return base === 'find' ? 'find' : readPriority(text) !== undefined ? 'tasks' : undefined;
    }
    return readPriority(text) !== undefined ? 'tasks' : base;
  }
  // "Urgent?" after tasks narrows them down.
  const isRank = RANK_ALONE.test(text) && readPriority(text) !== undefined;
  if (isRank && (base === 'tasks' || base === 'deadlines')) return 'tasks';
  if (own === last.topic && (OF_THESE.test(text) || LEAD.test(text))) return own;
  // "And the failed ones?" after the mails of a day is about those mails.
  const isState =
    own === 'executions' && readStatus(text) !== undefined && !/\bexecutions?\b/.test(text);
  if (isState && (base === 'emails' || base === 'executions')) return base;
  if (isState && base === 'agents') return 'agents';
  if (isState && base === 'summary') return own;
  // "What's due tomorrow?" begins anew.
  const isLate =
    !/^what(?:'s| is| are)\b/.test(text) &&
    topics.includes('tasks') &&
    topics.includes('deadlines');
  if (isLate && (base === 'tasks' || base === 'deadlines')) return base;
  if (own === 'vendors' && base === 'emails' && !OF_VENDORS.test(text)) return 'emails';
  return undefined;
}

const PERSON =
  /^(?:and |ok |so |then )*(?:only |just )(?:show(?: me)? )?(?:(?:for|of) )?(\p{L}{2,20})(?:'s?)?(?: ones| tasks)?[?.!]*$|^(?:and |ok |so |then )*(?:what|how) about (\p{L}{2,20})(?:'s?)?(?: ones| tasks)?[?.!]*$/u;
const capitalised = (name: string): string =>
  name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

/** "Wait, I meant Maria": the last question about somebody else. */
function insteadOf(rest: string, last: Query): Query | undefined {
  const name = contentWords(rest).join(' ');
  const own = rest.replace(/'s(?= (?:ones?|tasks?)\b|[\s?.!]*$)(?: (?:ones?|tasks?))?/, '');
  const isBare =
    own.replace(/[^\p{L}\p{N} ]/gu, '').trim() === name.replace(/[^\p{L}\p{N} ]/gu, '');
  if (name === '' || name.split(' ').length > 3 || !isBare) return undefined;
  const { cursor: _c, firstNumber: _f, notes: _n, limit: _l, ...kept } = last;
  if (last.topic === 'tasks' && last.assignee !== undefined) {
    return { ...kept, assignee: capitalised(name) };
  }
  if (last.topic === 'vendors' && last.vendor !== undefined) return { ...kept, vendor: name };
  return last.topic === 'find' && last.sentBy !== undefined
    ? { ...kept, words: name, sentBy: name }
    : undefined;
}

/** The last question about somebody else, whom the staff meant all along. */
export function askInstead(name: string, last: Query | undefined): Query | undefined {
  if (last === undefined) return undefined;
  const other = insteadOf(name, last);
  if (other !== undefined) return other;
  const search: Query = { topic: 'find', words: name, sentBy: name };
  if (last.topic === 'find')
    return last.facet === undefined ? search : { ...search, facet: last.facet };
  if (last.topic !== 'emails') return last.topic === 'record' ? search : undefined;
  return { ...search, isList: true, ...(last.span === undefined ? {} : { span: last.span }) };
}

/** "What about Hamptons Linen?": the same question about somebody or something else. */
function named(text: string, plain: string, last: Query): Goal[] | undefined {
  // "For which building is it?" asks something of its own.
  if (/\b(?:which|what (?!about)|whom?|whose|when|where|how (?!about)|why)\b/.test(text))
    return undefined;
  const person = last.topic === 'tasks' ? PERSON.exec(text)?.slice(1).find(Boolean) : undefined;
  if (person !== undefined && !saysNothingElse(person)) {
    return [{ kind: 'query', query: { ...last, assignee: capitalised(person) } }];
  }
  if (
    !/^(?:and |ok |so |then )*(?:what|how) about\b|^(?:and|and for|and from|same for)\b|^(?:only |just )?(?:for|of) /.test(
      text,
    )
  )
    return undefined;
  const words = contentWords(plain.replace(LEAD, ''));
  if (words.length === 0 || words.length > 6) return undefined;
  const name = words.join(' ');
  if (last.topic === 'vendors') return [{ kind: 'query', query: { ...last, vendor: name } }];
  if (['emails', 'executions', 'find', 'attention', 'reviews'].includes(last.topic)) {
    return [{ kind: 'query', query: { topic: 'find', words: name, facet: 'story' } }];
  }
  if (
    last.topic === 'tasks' &&
    (last.assignee !== undefined || /^(?:and |only |just )?(?:for|of) /.test(text))
  ) {
    return [{ kind: 'query', query: { ...last, assignee: capitalised(name) } }];
  }
  return undefined;
}
