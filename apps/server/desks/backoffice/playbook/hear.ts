import { detectLanguage, type LocalTime, normalize } from '@deskbell/clerk';
import { readSpan } from './days/read-span.ts';
import type { Goal, Memory } from './memory.ts';
import type { Query } from './query.ts';
import { isInView } from './understand/follow-ups/already-in-view.ts';
import { applyCorrection } from './understand/follow-ups/apply-correction.ts';
import { namesNothing } from './understand/follow-ups/asking.ts';
import { askedOfEarlier } from './understand/follow-ups/back-to-earlier.ts';
import { withCompared } from './understand/follow-ups/compare-told.ts';
import { withCorrectionFirst } from './understand/follow-ups/correction-first.ts';
import { MOST_PRESSING } from './understand/follow-ups/read-pointing.ts';
import { readAnother, readLead } from './understand/follow-ups/return-to.ts';
import { readRowToCome } from './understand/follow-ups/rows-to-come.ts';
import { withThoseDays } from './understand/follow-ups/those-days.ts';
import { isCommonWord } from './understand/normalize/common-words.ts';
import { sayPlainly } from './understand/normalize/idioms.ts';
import { withKnownNames } from './understand/normalize/known-names.ts';
import { sayLeftOut } from './understand/normalize/left-out.ts';
import { withoutTalk } from './understand/normalize/plain-talk.ts';
import { correctSpelling } from './understand/normalize/spelling.ts';
import { sayCountFirst } from './understand/normalize/trailing-count.ts';
import { sayUsually } from './understand/normalize/usual-words.ts';
import { isLeftToSearch, searchedIn } from './understand/phrasings/as-phrased.ts';
import { readFacet } from './understand/slots/read-facet.ts';
import { splitMessage } from './understand/split/split-message.ts';
import { understand } from './understand/understand.ts';
import { withoutOneSentence } from './wording/first-sentence.ts';

const MOST_GOALS = 4;

/** Puts a message of staff into the memory, as the goals it sets. */
export function hear(memory: Memory, raw: string, now: LocalTime): void {
  const plain = normalize(raw);
  const said = withoutTalk(withKnownNames(correctSpelling(withSlashes(plain)), memory));
  // Of a list it asks for a row, not for what is pressing in all.
  const usual =
    (memory.rows.length > 1 || memory.isUnlisted) && MOST_PRESSING.test(said)
      ? said
      : sayUsually(sayPlainly(sayLeftOut(sayCountFirst(said))));
  const text = applyCorrection(withCorrectionFirst(usual), now);
  const goals: Goal[] = [];
  const asides = new Set<Goal>();
  let language = detectLanguage(plain);
  if (language === undefined) {
    const split = splitMessage(withoutOneSentence(text), now);
    const requests = shareDays(withSubject(split, memory), now);
    const [lead = '', asked] = requests;
    const ofEarlier = asked === undefined ? undefined : askedOf(lead, asked, memory);
    for (const request of ofEarlier === undefined ? requests : [ofEarlier, ...requests.slice(2)]) {
      const last = goals.at(-1);
      const toCome = last?.kind === 'query' ? readRowToCome(request, last.query) : undefined;
      const said: Goal[] =
        toCome === undefined
          ? understand(withThoseDays(request, memory), {
              memory,
              now,
              raw,
              isSecond: last !== undefined,
            })
          : [{ kind: 'query', query: toCome }];
      const understood = aboutTheSame(request, said, last);
      if (isNarrowed(request, understood, last)) goals.pop();
      const twin = twinOf(understood);
      for (const goal of understood) {
        if (isAside(request, goal)) asides.add(goal);
        if (!goals.some((known) => JSON.stringify(known) === JSON.stringify(goal)))
          goals.push(goal);
        // What follows in the same message may go on with it: "… today, and yesterday?"
        if (goal.kind === 'query') remember(memory, goal.query);
      }
      if (twin !== undefined) memory.twin = twin;
      else if (understood.some(({ kind }) => kind === 'query')) delete memory.twin;
    }
  }
  if (language === undefined && isForeign(plain, goals)) language = 'other';
  memory.heard = {
    text,
    raw,
    goals: chooseGoals(withoutAsides(goals, asides), language !== undefined),
    ...(language === undefined ? {} : { language }),
  };
}

/** "Back to Rosa", "back to those tasks": what the next request asks of it; undefined of another lead. */
function askedOf(lead: string, asked: string, memory: Memory): string | undefined {
  const ofEarlier = askedOfEarlier(lead, asked, memory);
  if (ofEarlier !== undefined) return ofEarlier;
  const ref = readLead(lead, memory);
  if (ref === undefined) return undefined;
  memory.focus = ref;
  return asked;
}

/** "And the real invoice with that number, when did it come?": one request, about another subject. */
function withSubject(requests: readonly string[], memory: Memory): readonly string[] {
  const [subject = '', asked, ...others] = requests;
  if (asked === undefined || others.length > 0) return requests;
  if (isInView(subject, asked, memory)) return [asked];
  const joined = `${subject.replace(/[\s?.!,:;]+$/, '')}, ${asked}`;
  return readAnother(joined, memory) === undefined ? requests : [joined];
}

const WHO_TOLD_OF_IT =
  /^who (?:wrote|sent|e-?mailed|mailed|told|informed|contacted|asked)(?: (?:to )?us)? (?:(?:about|of|for) )?(?:it|that|this)[\s?.!]*$/;

/** "Who wrote about the gate codes, and when do they change?": the second is asked of the same mail. */
function aboutTheSame(request: string, understood: Goal[], last: Goal | undefined): Goal[] {
  const isFound = last?.kind === 'query' && last.query.topic === 'find' && !last.query.isList;
  if (!isFound || understood.length === 0) return understood;
  if (!isLeftToSearch(understood) && !WHO_TOLD_OF_IT.test(request)) return understood;
  const words = searchedIn(understood);
  if (!WHO_TOLD_OF_IT.test(request) && !namesNothing(request) && !words.every(isCommonWord))
    return understood;
  const { notes: _notes, facet: _facet, ...same } = last.query;
  return [{ kind: 'query', query: { ...same, facet: readFacet(request) } }];
}

/** "Mails of today? Just the failed ones": the second says which of the first are wanted. */
const ONLY_THESE =
  /^(?:(?:i mean|but|please) )*(?:just|only|specifically|in particular)\b|\b(?:only|ones(?: only| please)?)[\s?.!]*$/;
const ASKS_AGAIN = /^(?:and|also|plus|then)\b|\b(?:how many|which|what|who|when)\b/;

function isNarrowed(
  request: string,
  [second, another]: readonly Goal[],
  last: Goal | undefined,
): boolean {
  if (second?.kind !== 'query' || last?.kind !== 'query' || another !== undefined) return false;
  const isSame = second.query.topic === last.query.topic && second.query.topic !== 'find';
  return isSame && ONLY_THESE.test(request) && !ASKS_AGAIN.test(request);
}

/** "What is due?" asks for tasks and deadlines: what changes the one changes the other. */
function twinOf(goals: readonly Goal[]): Query | undefined {
  const [first, second, another] = goals;
  if (first?.kind !== 'query' || second?.kind !== 'query' || another !== undefined)
    return undefined;
  return first.query.topic === 'tasks' && second.query.topic === 'deadlines'
    ? first.query
    : undefined;
}

const ENGLISH =
  /\b(?:the|of|is|are|was|were|what|which|who|when|where|why|how|any|from|show|tell|list|find|about|our|my|for|with|to|in|on|and|mails?|tasks?)\b/;

/** Words with letters that English has not, of which nothing but a search was made. */
const isForeign = (plain: string, goals: readonly Goal[]): boolean =>
  /[^\P{L}a-z]/u.test(plain) &&
  !ENGLISH.test(plain) &&
  (plain.match(/\p{L}{2,}/gu) ?? []).length > 2 &&
  goals.every((goal) => goal.kind === 'query' && goal.query.topic === 'find');

/** "Just got in, coffee in hand." tells, and asks nothing. */
const isAside = (request: string, goal: Goal): boolean =>
  goal.kind === 'query' && goal.isGuess === true && /[.!…]\s*$/.test(request);

/** Where a list is asked for, what no rule knows and what ends as a statement was no question. */
function withoutAsides(goals: readonly Goal[], asides: ReadonlySet<Goal>): Goal[] {
  const isAsked = goals.some(
    (goal) => goal.kind === 'query' && goal.query.topic !== 'find' && goal.query.topic !== 'record',
  );
  return goals.filter((goal) => !isAsked || !asides.has(goal));
}

function remember(memory: Memory, query: Query): void {
  if (query.topic === 'record') {
    if (query.ref?.startsWith('[')) memory.focus = query.ref;
    return;
  }
  memory.query = query;
  memory.compared = withCompared(memory.compared, query);
  if (query.topic !== 'find' || query.isList) {
    const topic = query.topic === 'find' ? 'emails' : query.topic;
    memory.asked.delete(topic);
    memory.asked.set(topic, query);
  }
  if (query.topic === 'find') {
    if (query.isList === undefined) delete memory.focus;
  } else memory.list = query;
}

/** "On 18.11." as "on 11/18": its full stop ends no sentence. */
const withSlashes = (text: string): string =>
  text.replace(
    /(?<=\b(?:on|since|from|until|till|by|before|after|between|to|and) )(\d{1,2})\.(\d{1,2})\.(?!\d)/g,
    (written, day: string, month: string) =>
      Number(day) <= 31 && Number(month) <= 12 ? `${month}/${day}` : written,
  );

/** What is open is open now, whatever day the next request names. */
const OF_NOW =
  /\b(?:open|pending|waiting|overdue|late|running|currently|right now|at the moment)\b/;

const HOW_THEY_DO =
  /^(?:how (?:is|are|do) .*\b(?:doing|performing|running|going|reliab\w+|perform|do)|(?:which|who|what) .*\b(?:most|least|best|worst|responsible|in charge|urgent|pressing|needs? (?:my|our) attention))\b/;
const WITH_VERB =
  /^(?:how many|which|what|did|who)\b.*\b(?:came|come|arrived|failed|fail|got|received|wrote|sent|was|were|is|are|did|has|have|happened)\b/;

/** A day set apart at the end of several requests is meant for each that names none. */
function shareDays(requests: readonly string[], now: LocalTime): string[] {
  const last = requests.at(-1);
  const mention = last === undefined ? undefined : readSpan(last, now, 'past');
  if (requests.length < 2 || last === undefined || mention === undefined) return [...requests];
  // "How are the vendors, and how many mails came in yesterday?": how somebody does is of no day.
  if (HOW_THEY_DO.test(requests[0] ?? '') && WITH_VERB.test(last)) return [...requests];
  const isOnlyOne = requests.slice(0, -1).every((one) => readSpan(one, now, 'past') === undefined);
  const days = last.slice(mention.index, mention.index + mention.length);
  const isApart =
    !/\bdue\b/.test(last) && /^[\s?.!]*$/.test(last.slice(mention.index + mention.length));
  if (!isOnlyOne || !isApart) return [...requests];
  return requests.map((one) =>
    one === last || OF_NOW.test(one) ? one : `${one.replace(/[\s?.!]+$/, '')} ${days}`,
  );
}

/** Questions come before small talk; a message nobody understands is told what can be asked. */
function chooseGoals(goals: readonly Goal[], isForeign: boolean): Goal[] {
  if (isForeign) return [{ kind: 'say', what: 'language' }];
  const asked = goals.filter(
    (goal) => goal.kind !== 'say' || /^(?:read_only|instructions|others_chats|no_)/.test(goal.what),
  );
  if (asked.length > 0) return asked.slice(0, MOST_GOALS);
  const [first] = goals;
  return [first ?? { kind: 'say', what: 'unknown' }];
}
