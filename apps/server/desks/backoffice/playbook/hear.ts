import { detectLanguage, type LocalTime, normalize } from '@deskbell/clerk';
import { readSpan } from './days/read-span.ts';
import type { Goal, Memory } from './memory.ts';
import type { Query } from './query.ts';
import { applyCorrection } from './understand/apply-correction.ts';
import { withoutTalk } from './understand/plain-talk.ts';
import { MOST_PRESSING } from './understand/read-pointing.ts';
import { correctSpelling } from './understand/spelling.ts';
import { splitMessage } from './understand/split-message.ts';
import { understand } from './understand/understand.ts';
import { sayUsually } from './understand/usual-words.ts';
import { withoutOneSentence } from './wording/first-sentence.ts';

const MOST_GOALS = 4;

/** Puts a message of staff into the memory, as the goals it sets. */
export function hear(memory: Memory, raw: string, now: LocalTime): void {
  const plain = normalize(raw);
  const said = withoutTalk(correctSpelling(withSlashes(plain)));
  // Of a list it asks for a row, not for what is pressing in all.
  const usual = memory.rows.length > 1 && MOST_PRESSING.test(said) ? said : sayUsually(said);
  const text = applyCorrection(usual, now);
  const goals: Goal[] = [];
  const asides = new Set<Goal>();
  let language = detectLanguage(plain);
  if (language === undefined) {
    for (const request of shareDays(splitMessage(withoutOneSentence(text), now), now)) {
      const understood = understand(request, { memory, now, raw });
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
  if (query.topic !== 'find' || query.isList) {
    memory.asked.set(query.topic === 'find' ? 'emails' : query.topic, query);
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

/** A day set apart at the end of several requests is meant for each that names none. */
function shareDays(requests: readonly string[], now: LocalTime): string[] {
  const last = requests.at(-1);
  const mention = last === undefined ? undefined : readSpan(last, now, 'past');
  if (requests.length < 2 || last === undefined || mention === undefined) return [...requests];
  const isOnlyOne = requests.slice(0, -1).every((one) => readSpan(one, now, 'past') === undefined);
  const days = last.slice(mention.index, mention.index + mention.length);
  const isApart =
    !/\bdue\b/.test(last) && /^[\s?.!]*$/.test(last.slice(mention.index + mention.length));
  if (!isOnlyOne || !isApart) return [...requests];
  return requests.map((one) => (one === last ? one : `${one.replace(/[\s?.!]+$/, '')} ${days}`));
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
