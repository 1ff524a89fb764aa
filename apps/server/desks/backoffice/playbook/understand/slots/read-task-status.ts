import type { Query } from '../../query.ts';
import { unionOf } from './union-of.ts';

/** "Which nobody has finished yet". */
const NOBODY_DID =
  /\b(?:nobody|no one|none of us) (?:has |have |ever |yet |had )*(?:done|finished|completed|closed|dealt with|taken care of)\b/;

export function readTaskStatus(text: string): Query['taskStatus'] {
  if (NOBODY_DID.test(text)) return undefined;
  if (
    /\b(?:(?:open|done|completed|closed) and (?:open|done|completed|closed)|(?:finished|done|open|completed|closed),? or (?:not|open|done|finished|closed|completed|unfinished)|done or undone|whether (?:finished|closed|completed|open) or not|any status|all statuses|whether done or not|including (?:the )?(?:done|closed|completed|finished))\b/.test(
      text,
    )
  ) {
    return 'all';
  }
  if (/(?:\b(?:not|never)|n't) (?:yet |been |being )*cancell?ed\b/.test(text)) return undefined;
  if (/\bcancell?ed\b/.test(text)) return 'cancelled';
  if (
    /\b(?:not (?:yet )?(?:been )?(?:done|completed|finished|closed)|undone|unfinished|incomplete|isn'?t done|aren'?t done|to be done|left to (?:do|be done)|(?:have|has|having|need|needs|must|should|got(?= to)|ought|gotta|want) (?:to )?(?:get |be |still be )?(?:done|finished|completed|closed)|needs? to (?:be done|get done|happen)|still open)\b/.test(
      text,
    )
  ) {
    return undefined;
  }
  if (
    /\bshould (?:already )?have been\b|\bought to (?:be|have been)\b|\bwere supposed to\b/.test(
      text,
    )
  )
    return undefined;
  if (
    /\b(?:did|have|has) (?:we|i|they|you|the team|(?!to\b)[a-z]{2,20}) (?:already )?(?:complete|finish|close|get done|do)\b(?! we)/.test(
      text,
    )
  )
    return 'done';
  return /\b(?:done|completed|finished|closed|ticked off|checked off)\b(?! (?:in|on) time\b)(?! by (?:today|tomorrow|this|next|the (?:end|\d)|mon|tue|wed|thu|fri|sat|sun))/.test(
    text,
  )
    ? 'done'
    : undefined;
}

/** "The past 3 days" are no days that have passed. */
const PASSED =
  /(?<=^|the |any |which |show |list )past(?! \S+ (?:days?|weeks?|months?|hours?)\b| (?:days?|weeks?|months?|weekend|year)\b)/;

export const OVERDUE_WORDS = unionOf([
  /\b(?:over ?due|past (?:their |its |the )?due(?: dates?)?|past (?:their|the) deadline)\b/,
  /\b(?:late(?! (?:last|this|in))|behind(?: schedule)?|miss(?:ed)?|slipp(?:ed|ing)|blown|expired)\b/,
  /\b(?:nobody|no one|not|n't)(?: been| get| got)? (?:finished|done|completed) (?:in|on) time\b/,
  /\bshould (?:already )?have (?:been )?(?:done|finished|completed|closed)\b/,
  /\b(?:have |has |already )*(?:passed|lapsed|elapsed|gone by)\b/,
  new RegExp(`\\b${PASSED.source}\\b`),
]);

const NOT_OVERDUE =
  /(?:\b(?:not|never)|n't) (?:yet |been |are |is |even )*(?:over ?due|past (?:their |its |the )?due|late|behind|passed|expired|lapsed|missed)\b(?: yet)?/g;

export const isOverdue = (text: string): boolean =>
  OVERDUE_WORDS.test(text.replace(NOT_OVERDUE, ' '));

export const UNSCHEDULED_WORDS =
  /\b(?:(?:without|with no|have no|has no|missing|lacking|no) (?:a |an |any )?(?:due[- ]?dates?|dates?|deadlines?)|un-?scheduled|undated|not scheduled)\b/;

export const isUnscheduled = (text: string): boolean => UNSCHEDULED_WORDS.test(text);

/** Which day of a task its days are about. */
export function readDayOf(text: string): 'completed' | 'created' | undefined {
  if (/\bdue\b/.test(text)) return undefined;
  if (
    /\b(?:creat(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|made|make|added|add|new|newly|opened|raised|resulted|popp(?:ed|ing) up|turn(?:ed|ing) up|show(?:ed|n|ing) up|cropp(?:ed|ing) up|c[ao]me along|land(?:ed|ing)|arriv(?:ed|ing)|c[ao]me (?:in|up|from|out(?: of)?|of))\b/.test(
      text,
    ) &&
    !/\bma[dk]e? (?:by|for|sure|it)\b/.test(text)
  )
    return 'created';
  return readTaskStatus(text) === 'done' ? 'completed' : undefined;
}
