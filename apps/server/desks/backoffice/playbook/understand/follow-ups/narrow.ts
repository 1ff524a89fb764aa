import type { AgentName } from '../../../../../operations/tables.ts';
import { readSpan } from '../../days/read-span.ts';
import type { Query, Topic } from '../../query.ts';
import { quoted } from '../../wording/quote-text.ts';
import { accountFor } from '../account.ts';
import type { Context } from '../request.ts';
import { readAgents } from '../slots/read-agents.ts';
import { searchedFor } from '../slots/read-cannot.ts';
import { readDeadlineType } from '../slots/read-deadline-type.ts';
import {
  isHighRisk,
  readAspect,
  readAttachments,
  readCategory,
  readPriority,
  readRisk,
} from '../slots/read-filters.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { readReviewStatus } from '../slots/read-review-status.ts';
import { isUnderstood } from '../slots/vocabulary.ts';
import { mostOf } from './spoken-of.ts';

/** A longer one asks something of its own. */
const MOST_WORDS = 8;
const OF_MAIL: readonly Topic[] = ['emails', 'executions'];
const LEAD = /^(?:and |or |ok |so |but |only |just |show me |any |are there |what about )*/;
const OF_THEM =
  /\b(?:how many|which|any|are any|do any|did any|some) of (?:them|those|these)\b(.*)|^(?:and |only |just )*(?:the )?(?:ones|those|these) (?:about|mentioning|that mention|with the words?) (.+)/;
/** What follows "which of them": "are Maria's", "are for Tom". */
const OF_PERSON =
  /^ (?:are|is) ([a-z]{2,20})'s[?.!]*$|^ (?:are |is |were )?(?:assigned to|given to|for|belong(?:s|ing)? to|go to) ([a-z]{2,20})[?.!]*$/;
const ABOUT =
  /\b(?:about|regarding|concern(?:s|ing)?|involv\w+|mention\w*|related to|to do with|from)\b/;
/** Words that only lead to a name. */
const ABOUT_IT = /\b(?:concern\w*|regard\w*|relat\w*|mention\w*|involv\w*|deal\w* with)\b/g;
const MOST_URGENT =
  /^(?:and |so |ok )*(?:which|what)(?: one)?(?: of (?:them|those|these))? (?:is|are) (?:the )?(?:most (?:urgent|important|pressing)|top priority|highest priority)\b/;
const FROM =
  /^(?:the ones |those |mails |e-?mails )?(?:from|by) (?!(?:what|which|where|whom|when|how)\b)(?:the |our )?(.{2,60}?)[?.!]*$/;
const WITH_FILES =
  /^(?:(?:and|or|only|just|which|any) )*(?:(?:the|of) )?(?:ones|those|these|them)\b.*\b(?:attach\w*|files?)[?.!]*$/;
/** "Only the payments" of deadlines. */
const KIND_ALONE =
  /^(?:(?:and|ok|so|now|please|only|just|show me|what about|which (?:of them |of those )?are|the|any|are there) )*(?:payments?|deliver(?:y|ies)|invoices|bills)(?: only| please| ones| deadlines| among them)*[\s?.!]*$/;
const LEAVING_OUT = /^(?:without|except|excluding|not|but not|minus)\b/;

/**
 * What narrows the last list down in a way of its own: a risk, a sender's name, words, a state of
 * reviews. Undefined when the text does not.
 */
export function narrow(text: string, last: Query, context: Context): Query | undefined {
  const { cursor: _c, firstNumber: _f, limit: _l, notes: _n, ...kept } = last;
  const short = text.replace(LEAD, '');
  if (last.topic === 'reviews') return narrowReviews(text, kept, context);
  if (short.split(' ').length > MOST_WORDS) return undefined;
  const isSearch = last.topic === 'find' && last.isList === true;
  const isMail = OF_MAIL.includes(last.topic) || (isSearch && OF_THEM.test(text));
  if (last.topic === 'agents') return ofAgents(text, kept, context);
  const isOfThem =
    /\b(?:ones?|those|them|of (?:them|those|these))\b|\b(?:only|alone)[\s?.!]*$/.test(text) ||
    (/^(?:and |ok |so |now |please )*(?:only|just)\b/.test(text) &&
      contentWords(short).length === 0);
  if (isMail && isHighRisk(text) && isOfThem) {
    return { ...kept, topic: 'emails', isHighRisk: true };
  }
  const hasAttachments = WITH_FILES.test(text) ? readAttachments(text) : undefined;
  if (isMail && hasAttachments !== undefined) return { ...kept, topic: 'emails', hasAttachments };
  if (MOST_URGENT.test(text) && (last.topic === 'tasks' || last.topic === 'deadlines')) {
    // "What is due" asked for both.
    const tasks = last.topic === 'tasks' ? kept : context.memory.asked.get('tasks');
    if (tasks !== undefined) return { ...tasks, priority: ['urgent'] };
  }
  if (last.topic === 'tasks' && LEAVING_OUT.test(short)) {
    const priority = readPriority(short);
    return priority === undefined ? undefined : { ...kept, priority };
  }
  const held = OF_THEM.exec(text);
  if (held !== null && (last.topic === 'tasks' || last.topic === 'deadlines')) {
    // Tasks and deadlines are found by their mail.
    const said = held[1] ?? '';
    const person =
      last.topic === 'tasks' ? OF_PERSON.exec(said)?.slice(1).find(Boolean) : undefined;
    if (person !== undefined && contentWords(person).length > 0 && !FIND_WORDS.test(person)) {
      return { ...kept, assignee: person.charAt(0).toUpperCase() + person.slice(1) };
    }
    if (held[2] === undefined && !ABOUT.test(said)) {
      const isKind = last.topic === 'deadlines' && contentWords(said).length <= 2;
      return isKind && readSpan(text, context.now, 'future') === undefined
        ? accountFor(kept, text, context)
        : undefined;
    }
    const words = contentWords((held[2] ?? said).replace(ABOUT_IT, ' ')).slice(0, 6);
    const ref = /^(?:which|what)\b/.test(short) ? mostOf(context.memory, words) : undefined;
    if (ref !== undefined) return { topic: 'record', ref, facet: 'story' };
    const isName = words.length > 0 && words.every((word) => !FIND_WORDS.test(word));
    if (!isName) return undefined;
    const facet = last.topic === 'tasks' ? ('tasks' as const) : ('due' as const);
    return { topic: 'find', words: words.join(' '), facet, notes: [searchedFor(words.join(' '))] };
  }
  const type =
    last.topic === 'deadlines' && KIND_ALONE.test(text) ? readDeadlineType(text) : undefined;
  if (type !== undefined) return { ...kept, deadlineType: type };
  if (last.topic === 'deadlines' && /^(?:and |ok )*(?:only|just)\b/.test(text)) {
    return readSpan(text, context.now, 'future') === undefined && contentWords(short).length <= 2
      ? accountFor(kept, text, context)
      : undefined;
  }
  if (!isMail || readSpan(text, context.now, 'past') !== undefined) return undefined;
  const from = FROM.exec(short)?.[1];
  const category = from === undefined ? undefined : readCategory(from);
  if (category !== undefined) return { ...kept, category };
  const words = contentWords(from ?? held?.[1] ?? held?.[2] ?? '').slice(0, 6);
  if (words.length === 0 || /@|\.[a-z]{2,}/.test(from ?? '')) return undefined;
  const name = words.join(' ');
  const search: Query = {
    topic: 'find',
    words: isSearch ? `${last.words ?? ''} ${name}`.trim() : name,
    isList: true,
    ...(last.span === undefined ? {} : { span: last.span }),
    ...(from === undefined ? {} : { sentBy: name }),
    notes:
      from === undefined
        ? []
        : [`Looked up as a name: mails from ${quoted(name)} first, then mails that mention it.`],
  };
  const isFiltered = [last.status, last.category, last.sender].some((one) => one !== undefined);
  return isFiltered
    ? {
        ...search,
        notes: [
          ...(search.notes ?? []),
          "A search can't be narrowed down by state, category or address; this is what has the words.",
        ],
      }
    : search;
}

const AGENT_ALONE =
  /^(?:(?:and|only|just|ok|what about|how about|show me) )*(?:the )?(triage|vision|deadline|task|context)(?: (?:one|agent|only|alone))*[?.!]*$/;
const OF_AGENTS =
  /\b(?:times?|runs?|ran|running|fail\w*|errors?|mistakes?|slow\w*|fast\w*|quick\w*|long|sure|certain|confiden\w+|average|busi\w+|work\w*|perform\w*|most|least|often|reliable|best|worst)\b/g;
const WHICH_OF_ALL = /^(?:and |so |but |ok )*(?:which|who)\b|\b(?:all|the others?|each)\b/;

/** "How many times did it run?", "which one is the slowest?" after the figures of agents. */
function ofAgents(text: string, kept: Query, { now }: Context): Query | undefined {
  const named = AGENT_ALONE.exec(text)?.[1];
  if (named !== undefined) return { ...kept, agent: named as AgentName };
  const isNamed =
    readAgents(text).length > 0 || /\b(?:agents?|e-?mails?|mails?|tasks)\b/.test(text);
  const asked = text.replace(OF_AGENTS, ' ');
  if (isNamed || asked === text || contentWords(asked).length > 0) return undefined;
  if (readSpan(text, now, 'past') !== undefined) return undefined;
  const { aspect: _aspect, agent, ...rest } = kept;
  const aspect = readAspect(text);
  return {
    ...rest,
    ...(agent === undefined || WHICH_OF_ALL.test(text) ? {} : { agent }),
    ...(aspect === undefined ? {} : { aspect }),
  };
}

const STILL_OPEN = /\b(?:pending|open|waiting|undecided|outstanding|unresolved|left)\b/;

function narrowReviews(text: string, kept: Query, { now }: Context): Query | undefined {
  const mention = readSpan(text, now, 'past');
  const rest =
    mention === undefined
      ? text
      : `${text.slice(0, mention.index)}${text.slice(mention.index + mention.length)}`;
  const words = contentWords(rest.replace(LEAD, ''));
  const isOther = words.some((word) => !isUnderstood(word, 'reviews') && !FIND_WORDS.test(word));
  if (isOther || rest.replace(LEAD, '').split(' ').length > MOST_WORDS) return undefined;
  const days = mention === undefined ? {} : { span: mention.span };
  const risk = readRisk(rest);
  if (risk !== undefined) return { ...kept, ...days, risk };
  const [reviewStatus, another] = readReviewStatus(rest);
  if (reviewStatus !== undefined && another === undefined) {
    return { ...kept, ...days, reviewStatus };
  }
  if (kept.reviewStatus !== undefined && STILL_OPEN.test(rest)) {
    const { reviewStatus: _status, ...pending } = kept;
    return { ...pending, ...days };
  }
  return mention === undefined ? undefined : { ...kept, ...days };
}
