import { addDays, daysBetween } from '@deskbell/clerk';
import type { DateMention } from './dates/mention.ts';
import { roleOf, typeOf } from './deadline-words.ts';
import type { Passage } from './read-passages.ts';

/**
 * How sure each outcome is. The least sure deadline or fact decides for the mail; dates that nothing
 * explains lower a mail without deadlines to `unclear`, one with deadlines only to `mention`: what
 * was found is right all the same, and each such date is a place where something may be missing.
 */
export const SURE = {
  nothing: 0.96,
  onlyFacts: 0.93,
  calendar: 0.96,
  relative: 0.95,
  weekday: 0.94,
  holiday: 0.93,
  period: 0.92,
  clock: 0.9,
  /** Nothing says what the date is for, and nothing else was found. */
  unclear: 0.82,
  /** The same beside a deadline that is clear. */
  mention: 0.91,
  /** The words allow another day. */
  ambiguous: 0.7,
  impossible: 0.6,
  cutShort: 0.75,
} as const;

/** Words this far from a date say what it is. */
const REACH = 90;

export type Judgement =
  | { role: 'nothing' }
  | { role: 'fact'; confidence: number; isUnclear?: boolean }
  | {
      role: 'deadline';
      confidence: number;
      date: string;
      isAmbiguous: boolean;
      lead: string;
      tail: string;
    };

/** Where a mention ends; 0 for none. */
export const endOf = (mention: DateMention | undefined): number =>
  mention === undefined ? 0 : mention.index + mention.text.length;

/** Whether a date of a sentence is a deadline, and which day then; `lower` is the plain sentence. */
export function judgeMention({
  mention,
  previousEnd,
  nextStart,
  lower,
  passage,
  baseDay,
}: {
  mention: DateMention;
  previousEnd: number;
  nextStart: number;
  lower: string;
  passage: Passage;
  baseDay: string;
}): Judgement {
  const end = endOf(mention);
  if (mention.kind === 'now' || mention.kind === 'time') return { role: 'nothing' };
  const isThread = passage.where === 'subject' && /^\s{0,3}(?:re|aw|sv|fwd?|wg)\b/.test(lower);
  if (isThread && mention.source !== 'calendar') return { role: 'nothing' };
  const lead = lower.slice(Math.max(previousEnd, mention.index - REACH), mention.index);
  const tail = lower.slice(end, Math.min(nextStart, end + REACH));
  if (mention.date === null) return { role: 'fact', confidence: SURE.impossible };

  const { relation } = mention;
  let date = deadlineDay(mention, baseDay, /\bvalid\b/.test(lead));
  if (/\b(?:net|terms)\b/i.test(mention.text)) {
    return {
      role: 'deadline',
      confidence: SURE.relative,
      date,
      isAmbiguous: false,
      lead: 'payment terms',
      tail,
    };
  }
  // "Move it from Friday to Sunday", "at 7 instead of 9 on Friday": the day that is given up.
  const isMoved =
    /\b(?:mov(?:e|ed|ing)|chang(?:e|ed|ing)|push(?:ed|ing)?|postpon(?:e|ed|ing)|reschedul(?:e|ed|ing)|switch(?:ed|ing)?|delay(?:ed)?)\b[^.;]{0,60}$/;
  const isFrom = relation === 'from' || / from (?:the )?$/.test(lead);
  const isOldDay = isFrom && isMoved.test(lead);
  if (isOldDay && (mention.endDate === null || mention.kind !== 'span')) {
    return { role: 'fact', confidence: SURE.onlyFacts };
  }
  if (isOldDay && mention.endDate !== null) date = mention.endDate;
  const isLoose =
    mention.source === 'holiday' &&
    /\b(?:around|about|over|during|like|every)(?: the)? $/.test(lead);
  if (isLoose || (isFrom && mention.endDate === null && isNewPrice(lower))) {
    return { role: 'fact', confidence: SURE.onlyFacts };
  }
  if (/\b(?:instead of|rather than|not on|not) (?:on )?$/.test(lead)) {
    return { role: 'fact', confidence: SURE.onlyFacts };
  }
  const role = roleOf({
    lead:
      lead.trim() === '' || lead.trim().length < 4
        ? lower.slice(Math.max(0, mention.index - REACH), mention.index)
        : isOldDay
          ? lead.replace(/ from (?:the )?$/, ' ')
          : lead,
    tail,
    sentence: lower,
    relation,
    isPast: date < baseDay,
    isYearOpen: mention.previousDate !== null,
  });
  if (role === 'fact') return { role: 'fact', confidence: SURE.onlyFacts };
  if (role === 'unclear' && !passage.isListed) {
    return mention.source === 'clock'
      ? { role: 'fact', confidence: SURE.onlyFacts }
      : { role: 'fact', confidence: SURE.unclear, isUnclear: true };
  }
  // A promise counts when it is about something, and for a day: "I will send it tomorrow".
  if (role === 'promise') {
    const isAbout = typeOf({ lead, tail, sentence: '', subject: '' }) !== 'other';
    const isParting =
      mention.time === null &&
      /\b(?:see|talk to|speak to|catch|till) you(?: on| there)? ?$/.test(lead);
    if (!isAbout && mention.time === null && !passage.isListed)
      return { role: 'fact', confidence: SURE.onlyFacts };
    if (isParting || (mention.kind === 'span' && mention.source === 'period'))
      return { role: 'fact', confidence: SURE.onlyFacts };
  }
  // "Earn it in 17 minutes" is how long, not when.
  const isShort = mention.source === 'relative' && /\b(?:min|hour|hr)/i.test(mention.text);
  if (isShort && role === 'happening' && relation !== 'within')
    return { role: 'fact', confidence: SURE.onlyFacts };
  // A whole month or year that something happens in is no date to plan with.
  const isWide =
    mention.kind === 'span' &&
    mention.endDate !== null &&
    daysBetween(mention.date, mention.endDate) > 6;
  if (isWide && role === 'happening') {
    return { role: 'fact', confidence: SURE.unclear, isUnclear: true };
  }
  // "The lease of three vans in November", "around Thanksgiving": it describes.
  const isLimit = relation === 'by' || relation === 'before' || relation === 'within';
  const limits = /\b(?:due|expir\w+|deadline|ends?|closes|valid|renew\w*|last day|payable|until)\b/;
  if (isWide && !isLimit && !limits.test(`${lead} ${tail}`)) {
    return { role: 'fact', confidence: SURE.onlyFacts };
  }
  const isOverdue =
    /\b(?:was|were) (?:[a-z]{1,12} )?(?:due|to be)|\bpast due since|\boverdue since|\bexpired\b/.test(
      lead,
    );
  const day =
    isOverdue && mention.previousDate !== null && date > baseDay ? mention.previousDate : date;
  const isOpenSpan = role === 'happening' && mention.kind === 'span' && mention.source === 'period';
  const isAmbiguous = mention.isAmbiguous || isOpenSpan;
  const confidence = isAmbiguous ? SURE.ambiguous : SURE[mention.source];
  return { role: 'deadline', confidence, date: day, isAmbiguous, lead, tail };
}

/** "The rent is 1,940 dollars from January 1": a state begins, nothing is due. */
function isNewPrice(sentence: string): boolean {
  return (
    /\b(?:prices?|price list|pricing|rates?|rents?|fees?|premiums?|costs?|tariffs?|terms|surcharges?|wages?)\b/.test(
      sentence,
    ) &&
    !/\b(?:due|payable|overdue|deadline|please(?! note| be advised| be aware)|must|sign|return|confirm)\b/.test(
      sentence,
    )
  );
}

/** The last day that is still in time: "before Friday" is Thursday, "by Friday" is Friday. */
function deadlineDay(mention: DateMention, baseDay: string, isValidity: boolean): string {
  const { date, endDate, relation, time, source } = mention;
  const named = date ?? baseDay;
  if (relation === 'before' && time === null) {
    const isEnd = source === 'period' && mention.kind === 'day';
    return isEnd ? named : addDays(named, -1);
  }
  if (endDate === null) return named;
  if (isValidity) return endDate;
  if (relation === 'from') return named;
  // "By April" is before it begins; "in April" is some time in it, and a week's work ends on Friday.
  if (relation === 'by') return named;
  return source === 'period' && daysBetween(named, endDate) === 6 ? addDays(named, 4) : endDate;
}
