import type { Goal, Memory } from '../../memory.ts';
import { hasWord, wordsBetweenSpaces } from '../alike.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { ANSWERS, inView, mailOf, type Shown, shownOf } from './view.ts';

// "Who reported it?": who told of an event first, not who answered.

const TELLS = new Set(
  'report reported reporting tell told telling notice noticed noticing notify notified inform informed flag flagged flagging raise raised raising alert alerted spotted discovered mention mentioned warn warned announced brought bring pointed point wrote complained complain asked ask asking requested heads-up know come came'.split(
    ' ',
  ),
);
/** What is done to an event, not to what a mail says: "who wrote this?" is about the mail. */
const OF_AN_EVENT =
  /\b(?:report\w*|notic\w+|flag\w*|raise[ds]?|spotted|discovered|brought (?:it|this|that) up)\b/;
const EVENT = new Set('it this that'.split(' '));
const FIRST = new Set('first originally initially earliest'.split(' '));
const BESIDE = new Set(
  'and so but ok then who was were is did does has have had had been the one ones person us me we to of for about up out in on over let gave give heads with here again actually exactly even all place begin someone colleague customer forward'.split(
    ' ',
  ),
);
const MOST_ROWS = 10;
const MOST_WORDS = 6;

const LEAD = '^(?:(?:and|so|but|ok) )*who (?:first |originally )?';
const END = '(?: to us| first| in the first place| originally)*[\\s?.!]*$';
const TOLD_FIRST: readonly RegExp[] = [
  '(?:reported|noticed|raised|discovered|brought up)',
  '(?:told|informed|notified|warned) (?:us|you) (?:first )?(?:about|of)',
  'let us know (?:about|of)',
].map((verb) => new RegExp(`${LEAD}${verb} (.+?)${END}`));
const IT = /^(?:it|this|that|all (?:this|that))$/;

const titleOf = ({ row, known }: Shown): string => known.subject ?? row.name ?? '';
const isAnswer = (one: Shown): boolean => ANSWERS.test(titleOf(one));
const threadOf = (one: Shown): string => titleOf(one).replace(ANSWERS, '').toLowerCase();

/** Whether it asks who told of what was searched for, and names nothing else. */
function asksWhoTold(text: string): { isFirst: boolean; isTold: boolean } | undefined {
  const words: readonly string[] = text.match(/[a-z][a-z'-]*/g) ?? [];
  const isWho = words.includes('who') && !/^(?:and |so |but |ok )*how\b/.test(text);
  const isTold = words.some((word) => TELLS.has(word)) && words.some((word) => EVENT.has(word));
  const isFirst = words.some((word) => FIRST.has(word));
  const isKnown = (word: string): boolean =>
    TELLS.has(word) || EVENT.has(word) || FIRST.has(word) || BESIDE.has(word);
  return isWho && (isTold || isFirst) && words.length <= 12 && words.every(isKnown)
    ? { isFirst, isTold }
    : undefined;
}

/** The row whose mail told of what was searched for; undefined where none is plainly meant. */
export function readTellerAmong({ text, memory }: Request): Goal[] | undefined {
  const { query, rows } = memory;
  const ref = inView(memory);
  if (ref !== undefined) {
    const isOfEvent = OF_AN_EVENT.test(text) && asksWhoTold(text)?.isTold === true;
    return isOfEvent ? ofThread(ref, memory) : undefined;
  }
  if (rows.length < 2 || rows.length > MOST_ROWS) return undefined;
  const sought = query?.trouble === undefined ? query?.words : '';
  if (sought === undefined) return undefined;
  const asked = asksWhoTold(text);
  if (asked === undefined) return undefined;
  const shown = shownOf(rows, memory).filter(({ ref }) => ref.startsWith('[email:'));
  const tellers = asked.isTold ? reportsOf(shown, contentWords(sought)) : shown;
  const [first] = tellers.toSorted((one, other) =>
    (one.known.receivedAt ?? '') < (other.known.receivedAt ?? '') ? -1 : 1,
  );
  return first === undefined ? undefined : senderOf(first.ref);
}

/** "Who reported that dent to us?": of all mails about it the first tells. */
export function readFirstTeller({ text, memory }: Request): Goal[] | undefined {
  const said = TOLD_FIRST.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
  if (said === undefined) return undefined;
  const { focus } = memory;
  const subject = focus === undefined ? '' : subjectOf(focus, memory);
  // Who sent a mail that answers no other is told of itself.
  if (IT.test(said) && !ANSWERS.test(subject)) return undefined;
  const named = IT.test(said) ? subject.replace(ANSWERS, '').toLowerCase() : said;
  const words = contentWords(named).filter((word) => !FIND_WORDS.test(word));
  return words.length === 0 || words.length > MOST_WORDS ? undefined : senderOfFirst(words);
}

/** Who sent the mail in view; of an answer, who sent the first mail of its name. */
function ofThread(ref: string, memory: Memory): Goal[] {
  const subject = subjectOf(ref, memory);
  const words = contentWords(subject.replace(ANSWERS, '').toLowerCase());
  return !ANSWERS.test(subject) || words.length === 0
    ? senderOf(ref)
    : senderOfFirst(words.slice(0, MOST_WORDS));
}

const subjectOf = (ref: string, memory: Memory): string =>
  memory.records.get(mailOf(ref, memory))?.subject ?? '';

const senderOf = (ref: string): Goal[] => ask({ topic: 'record', ref, facet: 'sender' });

const senderOfFirst = (words: readonly string[]): Goal[] =>
  ask({ topic: 'find', words: words.join(' '), pick: 'oldest', facet: 'sender' });

/** Those that answer nobody; of these those called most by what was searched for, or answered. */
function reportsOf(shown: readonly Shown[], words: readonly string[]): readonly Shown[] {
  const own = shown.filter((one) => !isAnswer(one));
  const threads = new Set(shown.filter(isAnswer).map(threadOf));
  const weightOf = (one: Shown): number =>
    words.filter((word) => hasWord(wordsBetweenSpaces(titleOf(one)), word)).length +
    (threads.has(threadOf(one)) ? 0.5 : 0);
  const most = Math.max(0, ...own.map(weightOf));
  return most === 0 ? own : own.filter((one) => weightOf(one) === most);
}
