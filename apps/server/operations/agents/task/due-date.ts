import { addDays } from '../../../platform/calendar-date.ts';
import type { Email } from '../../mail/email.ts';
import { findDates } from '../deadline/dates/find-dates.ts';
import { localTimeOf } from '../deadline/dates/local-time.ts';
import { plain } from '../deadline/plain-text.ts';
import { readRecurrences } from '../deadline/read-recurring.ts';

const openingHours =
  /\bmon(?:day)?s?(?: ?[-–] ?| to | through | thru )(?:fri|satur|sun|sat)(?:day)?s?\b(?:,? (?:from )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?[-–] ?| to | until )\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?)?/gi;

export interface DueDate {
  /** ISO day. */
  date: string;
  /** Days from the day of writing. */
  inDays: number;
  isAmbiguous: boolean;
}

/**
 * The day by which a sentence wants something done: of the days it names the first that is not over,
 * where "by Friday" includes Friday and "before Friday" does not. With `onlyLimits`, days that limit
 * ("by", "before", "within") count alone: a question about Friday need not be answered by Friday.
 */
export function findDueDate(
  sentence: string,
  { email, timezone, onlyLimits = false }: { email: Email; timezone: string; onlyLimits?: boolean },
): DueDate | null {
  const base = email.envelope.sentAt ?? email.acceptedAt;
  const { today } = localTimeOf(base, timezone);
  // What comes every week is due on no one day.
  if (!onlyLimits && readRecurrences(plain(sentence.slice(0, 600))).length > 0) return null;
  const days: (DueDate & { isLimit: boolean })[] = [];
  // "Monday to Friday 9 to 5" are hours, at the same length so that places stay true.
  const text = sentence.replace(openingHours, (hours) => ' '.repeat(hours.length));
  for (const mention of findDates({ text, base, timezone })) {
    const { relation, kind, isAmbiguous } = mention;
    const isLimit = relation === 'by' || relation === 'before' || relation === 'within';
    // "An hour later" counts from something else than now.
    if (/\blater$/i.test(mention.text)) continue;
    if (relation === 'after' || relation === 'from' || (onlyLimits && !isLimit)) continue;
    const named =
      kind === 'span' && relation !== 'before' ? (mention.endDate ?? mention.date) : mention.date;
    if (named === null) continue;
    const date = relation === 'before' && mention.time === null ? addDays(named, -1) : named;
    const inDays = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
    if (inDays >= 0 && inDays <= 730) days.push({ date, inDays, isAmbiguous, isLimit });
  }
  // "Send the form for the move on June 12 by Friday": the limit, not the move.
  const [due] = days.sort((a, b) => Number(b.isLimit) - Number(a.isLimit) || a.inDays - b.inDays);
  return due ? { date: due.date, inDays: due.inDays, isAmbiguous: due.isAmbiguous } : null;
}
