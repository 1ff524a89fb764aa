import type { LocalTime } from '@deskbell/clerk';
import type { AgentName } from '../../../../../operations/tables.ts';
import { readSpan } from '../../days/read-span.ts';
import type { Goal, Memory } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { accountFor } from '../account.ts';
import { isGivenName } from '../normalize/first-names.ts';
import { buildQuery } from '../questions/build-query.ts';
import type { Request } from '../request.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { shiftSpan } from './shift-span.ts';

// Two things held against each other: "which of the two sent us more?", "is it slower than the task
// agent?" What is told of each is told side by side, for the same days.

const VERB =
  '(?:is|are|was|were|has|have|had|did|does|do|sent|sends|wrote|came|comes|costs?|gets?|got|took|takes|needs?|ran|runs|should|would|will|owes?|charge[sd]?|work(?:s|ed)?)';
const KIND =
  '(?: (?:weeks?|days?|months?|weekends?|agents?|vendors?|suppliers?|companies|people|persons?|of them))?';
/** "Which of the two", "who of both": no others than the last two told of. */
const OF_TWO = new RegExp(
  `\\b(?:of|between) (?:the |those |these |our )?(?:two|both|pair)${KIND}(?= ${VERB}\\b|[\\s?.!,]*$)`,
);
const MORE =
  '(?:more|less|fewer|better|worse|busier|slower|faster|quicker|higher|lower|bigger|smaller|later|earlier|longer|surer|safer|most|least|[a-z]{2,10}(?:ier|er) (?=of|than))';
/** "Which one is better?", "who has more?" after two of a kind. */
const WHICH_MORE = new RegExp(
  `^(?:(?:and|so|but|ok|then) )*(?:which|who)(?: one| of them)? ${VERB} (?:[a-z]+ ){0,3}?(?:the )?${MORE}\\b(?: [a-z]+){0,2}[\\s?.!]*$`,
);
const COMPARES = new RegExp(`\\b(?:which|who|than|compared?|${MORE})\\b`, 'g');
/** Of which a text may name filters beside. */
const FILTERED = new Set<Query['topic']>(['tasks', 'emails', 'executions', 'deadlines']);
const THAN =
  /^(?:(?:and|so|but|ok|then) )*(?:how )?(?:is|are|was|were|does|do|did|has|have) (?:it|he|she|that|this|they|those|these|that one)\b[^?]{0,40}? (?:than|compared? (?:to|with)|as) (.+?)(?: (?:is|was|does|did|has|had|do|one))?[\s?.!]*$|^(?:(?:and|so|but|ok|then) )*(?:compare (?:it|that|this|them) (?:to|with)|compared (?:to|with)|and against|(?:more|less|fewer|better|worse|slower|faster|busier) than) (.+?)[\s?.!]*$/;
const MOST_WORDS = 4;
/** "Is BoxRight better than Harbor Van?" */
const VENDOR_THAN =
  /^(?:(?:and|so|but|ok) )*(?:is|was|has|are|does|did) ([^,;?!]{2,40}?) (?:(?:any|much|been|sen[dt]|really|us|charge|cost|deliver) )*(?:more|less|better|worse|cheaper|dearer|later|faster|slower)(?: [a-z]+){0,2} than (?:the |our )?([^,;?!]{2,40}?)[\s?.!]*$/;
const NO_USUAL = 'I know no usual figure to hold it against; this is what there is.';
const NO_NAME = /^(?:usual\w*|normal\w*|expected|average|before|ever)$/;

/** What tells a question from another of its kind. */
type Subject = Pick<Query, 'agent' | 'vendor' | 'assignee' | 'span'>;

/** By whom or by which days a question may be held against another; undefined where by nothing. */
function subjectOf({ agent, vendor, assignee, span }: Query): Subject | undefined {
  if (agent !== undefined) return { agent };
  if (vendor !== undefined) return { vendor };
  if (assignee !== undefined) return { assignee };
  return span?.from === undefined ? undefined : { span };
}

const isSameKind = (one: Query, other: Query): boolean =>
  one.topic === other.topic &&
  Object.keys(subjectOf(one) ?? {}).join() === Object.keys(subjectOf(other) ?? {}).join();
const isSame = (one: Query, other: Query): boolean =>
  isSameKind(one, other) &&
  JSON.stringify(subjectOf(one)).toLowerCase() === JSON.stringify(subjectOf(other)).toLowerCase();

const MOST_KEPT = 4;

/** The questions that may be compared, with one more at their end. */
export const withCompared = (compared: readonly Query[], query: Query): Query[] =>
  subjectOf(query) === undefined
    ? [...compared]
    : [...compared.filter((one) => !isSame(one, query)), query].slice(-MOST_KEPT);

/** The same question of each of some subjects, with what the text narrows it down by. */
function askEach(
  query: Query,
  subjects: readonly Subject[],
  { text, context }: Pick<Request, 'text' | 'context'>,
  told?: string[],
): Goal[] {
  const { notes: _notes, limit: _limit, cursor: _cursor, firstNumber: _number, ...kept } = query;
  const rest = text.replace(OF_TWO, ' ').replace(COMPARES, ' ');
  const { limit: _top, span: _span, ...details } = buildQuery(query.topic, rest, context);
  const asked = FILTERED.has(query.topic) ? { ...kept, ...details } : kept;
  const { topic, notes = told } = accountFor(asked, rest, context);
  return subjects.map((subject, at) => ({
    kind: 'query',
    query: {
      ...asked,
      ...subject,
      ...(at === 0 && topic === asked.topic && notes !== undefined ? { notes } : {}),
    },
  }));
}

/** Which other agent, vendor, person or span a text names beside the one asked about last. */
function readOther(said: string, last: Query, now: LocalTime): Subject | undefined {
  const words = contentWords(said.replace(/'s\b/g, ''));
  if (last.agent !== undefined) {
    const agent = /\b(?:triage|vision|deadline|task|context)\b/.exec(said)?.[0];
    return agent === undefined ? undefined : { agent: agent as AgentName };
  }
  if (words.length > MOST_WORDS) return undefined;
  if (last.vendor !== undefined) {
    const isName = words.length > 0 && !words.some((word) => NO_NAME.test(word));
    return isName && !words.some((word) => FIND_WORDS.test(word))
      ? { vendor: words.join(' ') }
      : undefined;
  }
  if (last.assignee !== undefined) {
    const [name = ''] = words;
    const assignee = name.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
    return isGivenName(name) ? { assignee } : undefined;
  }
  const span = shiftSpan(said, last.span, now.today) ?? readSpan(said, now, 'past')?.span;
  return span === undefined ? undefined : { span };
}

/** The one asked about before the last of its kind. */
const beforeLast = ({ compared, query }: Memory): Query | undefined =>
  query === undefined || compared.at(-1) !== query
    ? undefined
    : compared.slice(0, -1).findLast((one) => isSameKind(one, query));

/** "Which of the two …?", "is it slower than …?": undefined when nothing is held against another. */
export function readCompared(request: Request): Goal[] | undefined {
  const { text, memory, now } = request;
  const { query, rows } = memory;
  const same = { text: '', context: request.context };
  const own = query === undefined ? undefined : subjectOf(query);
  const than = query === undefined || own === undefined ? null : THAN.exec(text);
  if (query !== undefined && own !== undefined && than !== null) {
    const said = than[1] ?? than[2] ?? '';
    const other = readOther(said, query, now);
    if (other !== undefined) return askEach(query, [own, other], same);
    return NO_NAME.test(said) ? askEach(query, [own], same, [NO_USUAL]) : undefined;
  }
  const [, one, other] = query?.topic === 'vendors' ? (VENDOR_THAN.exec(text) ?? []) : [];
  if (query !== undefined && one !== undefined && other !== undefined) {
    const { vendor: _vendor, ...all } = query;
    return askEach(all, [{ vendor: one }, { vendor: other }], same);
  }
  const isOfTwo = OF_TWO.test(text);
  if (!isOfTwo && !WHICH_MORE.test(text)) return undefined;
  // Of two rows that were shown one is meant, but no row is somebody who has more.
  if (rows.length === 2 && !/\bwho\b/.test(text)) return undefined;
  const before = beforeLast(memory);
  const earlier = before === undefined ? undefined : subjectOf(before);
  if (query !== undefined && own !== undefined && earlier !== undefined) {
    return askEach(query, [earlier, own], request);
  }
  return isOfTwo ? [{ kind: 'which' }] : undefined;
}
