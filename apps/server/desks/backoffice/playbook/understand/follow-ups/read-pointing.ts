import { NUMBER_WORDS, ORDINALS, readNumber } from '@deskbell/clerk';
import type { Memory, Row } from '../../memory.ts';
import type { Topic } from '../../query.ts';
import { saysNothingElse } from '../slots/read-names.ts';
import { pickShown } from './pick-shown.ts';

/** "The 18th" of a list of twenty is more often a day. */
const HIGHEST_ORDINAL = 15;
const PLACES = [...ORDINALS.keys()].filter((word) => (ORDINALS.get(word) ?? 0) <= HIGHEST_ORDINAL);
const THING =
  '(?:one|e-?mail|mail|message|task|execution|item|entry|row|result|deadline|review|vendor|failure|thing)';
const ORDINAL = new RegExp(
  `\\b(${PLACES.join('|')}|last|top|bottom|final)(?: ${THING})?(?: (?:of (?:these|those|them)|on (?:the|that) list|in (?:the|that) list|there))?(?=$|[?.!,]|'s| (?:and|please|tried|retried|processed|now|already|exactly|fail|due|say|then|in|again|about|is|was|did|does|do|has|have|had|need|needs|wait|waiting|still|urgent|risky|critical|high|want|wants|mean|means|from|assigned|come|arrive|came|get|got|for|as|to|done|held|flagged)\\b)`,
);
/** "The second from last", "the last but one". */
const FROM_END =
  /\b(second|third|fourth|2nd|3rd|4th)[ -](?:from (?:the )?(?:last|end|bottom|back)|(?:to )?last)\b|\b(?:last but one|penultimate|one before (?:the )?last)\b/;
const NUMBERED = new RegExp(
  `(?:#|\\b(?:number|no\\.?|nr\\.?|row|item|entry|${THING}) ?#?)(\\d{1,3}|${NUMBER_WORDS})\\b(?![-/.,]\\d)`,
);
const ORDINAL_NUMBER = new RegExp(`\\b(\\d{1,3})(?:st|nd|rd|th) ${THING}\\b`);
const BARE = /^(?:show me |open |the |and |ok |number )*(\d{1,2})[.!?]*$/;
const SEVERAL =
  /^(?:(?:show|tell|give|open|read)(?: me)?(?: about)? |and |the |rows? |items? )*((?:(?:number|numbers|no\.?|nr\.?|#|row|item) ?)?#?\d{1,3}(?:(?:,? and |, ?| & )(?:(?:number|no\.?|nr\.?|#|row|item) ?)?#?\d{1,3}){1,4})[?.!]*$/;
const RECORD = '(?:one|e-?mail|mail|message|execution|task)';
/** "This" and "that" stand for a record only where no noun of their own follows. */
const PRONOUN = new RegExp(
  `\\b(?:it|its|it's|that's|he|she|him|her|the same one|the (?:e-?mail|mail|message|execution|task|sender|one)|(?:this|that)(?= ${RECORD}\\b|[?.!,]|$| (?:fail|failed|due|about|from|sent|come|came|happen|happened|assigned|say|was|is|did|one|done|handled|processed|finished|completed|resolved|settled|safe|real|ok|urgent|waiting|pending|still|needed|needs?|important|risky|answered|paid|delivered|mean|means|cost|costs)\\b))\\b`,
);
const MORE_OF_IT =
  /^(?:(?:and|ok|please|so|but|can you|could you|give me|tell me|show me|i want|any) )*(?:(?:more|further|full|all|the) )*(?:details?|more about (?:it|that|this)|the (?:full|whole) story|full story|more info(?:rmation)?|elaborate|explain|expand|go on about it|what happened(?: (?:there|then|next|with (?:it|that|this)|to (?:it|that|this)))?|and then|who sent it|why|why is that|why so|how come|why not|(?:the |its )?(?:reason|cause))(?: please| on (?:it|that|this)| about (?:it|that|this))?[?.!]*$/;

/** "Which is the riskiest?" of a list. */
export const MOST_PRESSING =
  /^(?:(?:and|so|ok|but) )*(?:which|what)(?: one)?(?: of (?:them|these|those|the (?:list|lot)))?(?:'s| is| are| looks?) (?:the )?(?:riskiest|worst|scariest|nastiest|gravest|most (?:risky|urgent|critical|serious|dangerous|pressing|important|suspicious|alarming|worrying))(?: one| of (?:them|these|those|all))?[?.!]*$/;

/** "From the 10th to the 15th", "since the 3rd": days, not rows. */
const OF_DAYS =
  /\b(?:week|weekend|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday) before last\b|\b(?:since|from|until|till|between|before|after|by|on|for) the \d{1,2}(?:st|nd|rd|th)(?=$|[\s?.!,])(?! (?:one|e-?mail|mail|message|task|item|entry|row|deadline|review)\b)|\b\d{1,2}(?:st|nd|rd|th) ?(?:to|until|till|through|-|–) ?(?:the )?\d{1,2}(?:st|nd|rd|th)\b/;

/** "Of those only the ones from Friday": some rows, not one. */
const NARROWS =
  /^(?:(?:and|ok|so|but|now|then|please|show me) )*(?:of (?:those|these|them),? )?(?:only|just) (?:the |those )?(?:ones|those)\b/;

/** A row the text points at by its place: a row, 'absent' when there is no such row. */
export function readRow(text: string, memory: Memory): Row | 'absent' | undefined {
  if (OF_DAYS.test(text) || NARROWS.test(text)) return undefined;
  const rows = rowsMeant(text, memory);
  const picked = pickShown(text, { ...memory, rows: [...rows] });
  if (picked !== undefined) return picked;
  const number = readPlace(text, rows);
  if (number === undefined) return undefined;
  return rows.find((row) => row.number === number) ?? 'absent';
}

const OF_KIND =
  /\b(?:[a-z]{3,8}|\d{1,2}(?:st|nd|rd|th)) (tasks?|to-?do|e-?mail|mail|message|deadline|review|vendor|supplier|execution|failure)\b|\b(tasks?|e-?mail|mail|message|deadline|review|vendor) (?:number |no\.? ?|nr\.? ?|#)?\d{1,2}\b/;
const TOPIC_OF_NOUN: readonly (readonly [RegExp, Topic])[] = [
  [/^(?:task|to)/, 'tasks'],
  [/mail|message/, 'emails'],
  [/^deadline/, 'deadlines'],
  [/^review/, 'reviews'],
  [/^(?:vendor|supplier)/, 'vendors'],
  [/^(?:execution|failure)/, 'executions'],
];

/** The rows of the last list, or of the last one of the kind that is named: "the second task". */
function rowsMeant(text: string, { rows, lists, query }: Memory): readonly Row[] {
  const hit = OF_KIND.exec(text);
  const noun = hit?.[1] ?? hit?.[2] ?? '';
  const topic = TOPIC_OF_NOUN.find(([pattern]) => pattern.test(noun))?.[1];
  const named = topic === undefined ? undefined : lists.get(topic);
  if (named === undefined || query?.topic === topic || rows.length === 0) return rows;
  // Every row but a vendor's has a mail; a task is asked for by its name.
  const isHere =
    topic === 'tasks'
      ? rows.some(({ ref }) => ref?.startsWith('[task:'))
      : topic === 'vendors'
        ? rows.some(({ ref }) => ref === undefined)
        : topic === 'emails'
          ? rows.some(({ ref }) => ref?.startsWith('[email:')) && query?.topic !== 'deadlines'
          : query?.topic === 'attention';
  return isHere ? rows : named;
}

/** Several rows pointed at by their numbers: "number 3 and number 5", "2 and 4". */
export function readRows(text: string, { rows }: Memory): Row[] | undefined {
  const said = SEVERAL.exec(text)?.[1];
  const numbers = (said?.match(/\d{1,3}/g) ?? []).map(Number);
  const known = rows.filter(({ number }) => numbers.includes(number));
  return numbers.length > 1 && known.length === new Set(numbers).size
    ? known.slice(0, 3)
    : undefined;
}

function readPlace(text: string, rows: readonly Row[]): number | undefined {
  const bare = BARE.exec(text)?.[1] ?? NUMBERED.exec(text)?.[1] ?? ORDINAL_NUMBER.exec(text)?.[1];
  if (bare !== undefined) return readNumber(bare);
  const fromEnd = FROM_END.exec(text);
  if (fromEnd !== null && rows.length > 1) {
    const step = fromEnd[1] === undefined ? 2 : (ORDINALS.get(fromEnd[1]) ?? 2);
    return rows.at(-step)?.number ?? 0;
  }
  const word = ORDINAL.exec(text)?.[1];
  if (word === undefined) return undefined;
  // "The last e-mail" without a list is the newest one; so is "the first" of a day.
  if (rows.length === 0 && !/\bone\b/.test(text)) return undefined;
  if (word === 'last' || word === 'bottom' || word === 'final') return rows.at(-1)?.number ?? 0;
  return word === 'top' ? (rows[0]?.number ?? 0) : (ORDINALS.get(word) ?? 0);
}

/** Whether the text is about what was just spoken of, and names nothing of its own. */
export const pointsBack = (text: string): boolean => hasPronoun(text) && saysNothingElse(text);

/** Whether some word of it stands for a record. */
export const hasPronoun = (text: string): boolean => PRONOUN.test(text) || MORE_OF_IT.test(text);
