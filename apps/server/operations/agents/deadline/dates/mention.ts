import type { LocalTime } from '@deskbell/clerk';
import type { DateSigns } from './date-signs.ts';

/** How the words before a date tie something to it. */
export type DateRelation =
  /** Inclusive: "by", "until", "no later than", "due". */
  | 'by'
  /** Exclusive: "before", "prior to". */
  | 'before'
  | 'on'
  | 'after'
  | 'from'
  | 'within'
  | 'around'
  | 'none';

/** A day, a span of days or a time that a text names. Days are those of the business's time zone. */
export interface DateMention {
  /** Where the words start in the text that was read. */
  index: number;
  /** The exact words. */
  text: string;
  /**
   * - `day`: `date` is that day
   * - `span`: from `date` to `endDate`, both included
   * - `time`: a time of day without a day; `date` is null
   * - `now`: the moment of writing
   * - `impossible`: words for a day that does not exist, such as February 30; `date` is null
   */
  kind: 'day' | 'span' | 'time' | 'now' | 'impossible';
  /** ISO day. */
  date: string | null;
  endDate: string | null;
  /** 'HH:MM' of the wall clock in `timezone`. */
  time: string | null;
  endTime: string | null;
  /** IANA name, when the words name one beside the time ("3 pm ET"); null: the business's own. */
  timezone: string | null;
  relation: DateRelation;
  /** The words allow another day as well: "next Friday" on a Monday, "Mon 14th" on no Monday. */
  isAmbiguous: boolean;
  /**
   * The year was not written: `date` is the next such day, this is the one before it. Null when
   * the year was written or does not matter.
   */
  previousDate: string | null;
  /**
   * What the words are by nature: 'calendar' for a written date, 'weekday', 'relative' for
   * "tomorrow" and "in two weeks", 'holiday', 'period' for "end of month" and "next week".
   */
  source: 'calendar' | 'weekday' | 'relative' | 'holiday' | 'period' | 'clock';
}

/** A date as a reader finds it, before times and relations are joined to it. */
export interface DateAtom {
  start: number;
  end: number;
  kind: 'day' | 'span' | 'now' | 'impossible';
  date: string | null;
  endDate?: string;
  time?: string;
  isAmbiguous?: boolean;
  previousDate?: string;
  /** The weekday written beside it fits `previousDate` only. */
  isPastMoreLikely?: boolean;
  source: DateMention['source'];
  /** Counted in weeks or longer: a weekday beside it picks the day of that week. */
  isCounted?: boolean;
  /** The end of a period: "before" it does not exclude its last day. */
  isPeriodEnd?: boolean;
  /** Already says "within" or "in": its own words are its relation. */
  relation?: DateRelation;
}

/** A text being read: `rest` has what was read already blanked out, at the same length. */
export interface Reading {
  /** Lower case, plain quotes and dashes, every white space a space: the same length as the text. */
  readonly text: string;
  /** Of `text`, and so of `rest`. */
  readonly signs: DateSigns;
  rest: string;
  readonly now: LocalTime;
  readonly timezone: string;
  readonly atoms: DateAtom[];
  /** The business's day and wall clock ('HH:MM') at an instant. */
  toLocal(instant: Date): { today: string; time: string };
}

/** Notes an atom and takes its words out of what is still to be read. */
export function take(reading: Reading, atom: DateAtom): void {
  reading.atoms.push(atom);
  blank(reading, atom.start, atom.end);
}

/** '#' is in no pattern, so that nothing reads across a gap. */
export function blank(reading: Reading, start: number, end: number): void {
  reading.rest = reading.rest.slice(0, start) + '#'.repeat(end - start) + reading.rest.slice(end);
}
