import type { Memory } from '../../memory.ts';
import { readCategory } from '../slots/read-filters.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { hasAll, mailOf, saidOf } from './view.ts';

const LEAD = '(?:(?:and|so|ok|now|well|but|then|about|as for|regarding) ?,? )*';
const BACK_TO =
  "(?:let's (?:go|get) back to|(?:coming |going |now |get )?back to|return(?:ing)? to|once more about|again about)";
const ARTICLE = '(?:the |that |this |our |those )?';
const NAME =
  '((?!(?:show|see|list|i|tell|give|what|which|who|how|when|did|is|are|has|can|could)\\b)[^\\s:;?!.,]+(?: [^\\s:;?!.,]+){0,3}?)';
const AGAIN = '(?:(?:once|one time) (?:more|again)|one more time|again|as well)';
const ASKED =
  '((?:and |so )?(?:what|which|who|whom|whose|when|where|why|how|until|till|by|from|to|for|in|on|at|is|was|are|were|did|does|do|has|have|had|can|will|would|should|any|anything|something)\\b.{3,})';
/** "The domain once more: until when …?", "back to Rosa, when …?" */
const RETURNS: readonly RegExp[] = [
  `^${LEAD}${ARTICLE}${NAME},? ${AGAIN} ?(?:[:,;.–]|-) ?${ASKED}$`,
  `^${LEAD}${BACK_TO} ${ARTICLE}${NAME} ?(?:[:,;.–]|-) ?${ASKED}$`,
].map((source) => new RegExp(source));

/** "And the tote that was missing, who looked for it?": another subject, and what is asked of it. */
const ANOTHER = new RegExp(
  `^(?:and|but|so|now|ok|what about|how about)(?: about| what about)? (?:the|our|that) ([^,;:?!]{3,60}?), ${ASKED}$`,
);
/** Says which one, and stands in no mail. */
const OF_WHICH =
  /\b(?:real|actual|genuine|true|proper|original|right|same|that|this|week|day|month|with|was|were|who|which)\b/g;
const SAME_NUMBER =
  /\b(?:with|of|for|about) (?:that|the same|this) ((?:order|invoice|claim|permit|policy) )?(?:number|reference|order|code)\b/;
/** Whether it asks for any but the one in view, which has the number too. */
const ANOTHER_ONE =
  /\b(?:(?:an)?other|real|actual|genuine|original|true|proper|right|second|earlier|later|older|newer) [a-z-]{3,12}\b|\belse\b|\bwith the same\b/;
/** "What's the number of that order?" asks for the number itself. */
const ASKS_FOR_NUMBER = /\b(?:numbers?|no|nr|id|ref|reference|code) (?:of|on|for) (?:that|this)\b/;
const NUMBER = /\b(?:[A-Z]{1,4}-\d{3,6}|\d{2}-\d{4}|\d{4,6})\b/;

/** The number of a title that stands behind what is named; the first of all where none does. */
function numberIn(title: string, kind: string): string | undefined {
  const named = title.toLowerCase().indexOf(`${kind.trim()} `);
  const behind = kind === '' || named < 0 ? null : NUMBER.exec(title.slice(named));
  return (behind ?? NUMBER.exec(title))?.[0];
}

/** "Back to Rosa", before a question of its own. */
const LEADS: readonly RegExp[] = [
  `^${LEAD}${BACK_TO} ${ARTICLE}${NAME}[\\s?.!,:]*$`,
  `^${LEAD}${ARTICLE}${NAME},? ${AGAIN}[\\s?.!,:]*$`,
].map((source) => new RegExp(source));

/** What a request names only to go back to it; undefined when it names none. */
export const readLeadName = (text: string): string | undefined =>
  LEADS.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);

/** The record that a request names only to go back to it; undefined when it names none. */
export function readLead(text: string, memory: Memory): string | undefined {
  const name = readLeadName(text);
  return name === undefined ? undefined : refOf(name, memory);
}

const LIST_AGAIN = new RegExp(
  `^${LEAD}(?:${BACK_TO} )?${ARTICLE}([^:;?!]{3,40}? ?(?:mails|e-?mails|messages|tasks|to-?dos|deadlines|reviews)),? (?:${AGAIN} ?)?[:;,.–-] ?${ASKED}$`,
);

/** "Saturday's mails again: which of them is from a customer?": a list, and what is asked of it. */
export function readListAgain(text: string): { list: string; rest: string } | undefined {
  const [whole, list, rest] = LIST_AGAIN.exec(text) ?? [];
  const isBack = new RegExp(`${AGAIN}|${BACK_TO}`).test(whole ?? '');
  return isBack && list !== undefined && rest !== undefined ? { list, rest } : undefined;
}

/** What a message goes back to, and what it asks of that. */
export interface Return {
  /** The record told of before; undefined where only its words are known. */
  ref: string | undefined;
  words: string;
  rest: string;
  /** Any but the one in view. */
  isOther?: true;
}

function refOf(name: string, memory: Memory): string | undefined {
  const words = contentWords(name).filter((word) => !FIND_WORDS.test(word));
  if (words.length > 0) {
    // What was told of by itself comes before what was only listed.
    const told = [...memory.recent.toReversed(), ...[...memory.records.keys()].toReversed()];
    return told.find((ref) => hasAll(saidOf(ref, memory), words));
  }
  const category = readCategory(`${name.replace(/ ones?$/, '')} mails`);
  const refs = [...memory.records].flatMap(([ref, record]) =>
    category !== undefined && record.category === category ? [mailOf(ref, memory)] : [],
  );
  const [only, another] = new Set(refs);
  return another === undefined ? only : undefined;
}

/** Where a message names an earlier subject before it asks; undefined when it names none. */
export function readReturn(text: string, memory: Memory): Return | undefined {
  for (const pattern of RETURNS) {
    const [, name, rest] = pattern.exec(text) ?? [];
    if (name === undefined || rest === undefined) continue;
    const ref = refOf(name, memory);
    const words = contentWords(name)
      .filter((word) => !FIND_WORDS.test(word))
      .join(' ');
    if (ref !== undefined || words !== '') return { ref, words, rest };
  }
  return undefined;
}

/** What kind of thing a number is asked of: "the real invoice with that number". */
const kindIn = (text: string): string =>
  /\b(?:order|invoice|claim|permit|policy)\b/.exec(text)?.[0] ?? '';

/** Where a message names another subject than the one in view before it asks; undefined else. */
export function readAnother(text: string, memory: Memory): Return | undefined {
  const [, name = '', rest = ''] = ANOTHER.exec(text) ?? [];
  const { focus } = memory;
  if (focus === undefined) return undefined;
  const same = SAME_NUMBER.exec(text);
  if (same !== null && ANOTHER_ONE.test(text) && !ASKS_FOR_NUMBER.test(text)) {
    const { subject = '' } = memory.records.get(mailOf(focus, memory)) ?? {};
    const [said, kind = /order\b/.test(said) ? 'order' : kindIn(text)] = same;
    const number = numberIn(subject, kind);
    return number === undefined
      ? undefined
      : { ref: undefined, words: number, rest: rest === '' ? text : rest, isOther: true };
  }
  if (rest === '') return undefined;
  const words = contentWords(name.replace(OF_WHICH, ' ')).filter((word) => !FIND_WORDS.test(word));
  if (words.length === 0 || hasAll(saidOf(focus, memory), words)) return undefined;
  return { ref: refOf(name.replace(OF_WHICH, ' '), memory), words: words.join(' '), rest };
}
