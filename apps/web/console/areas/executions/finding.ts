import { sayDay } from '../../ui/time-words.ts';

export interface Fact {
  term: string;
  value: string;
}

/** One thing that an agent found. */
export interface Finding {
  /** As evidence names it, such as `deadlines[0]`; '' for what the agent says of the whole mail. */
  key: string;
  title: string;
  facts: Fact[];
  texts: string[];
  isWarning?: true;
  /** The lines of an invoice. */
  table?: { columns: string[]; rows: string[][] };
}

export interface FindingGroup {
  title: string;
  findings: Finding[];
}

/** Those that have a value. */
export const facts = (pairs: readonly (readonly [string, string | undefined])[]): Fact[] =>
  pairs.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]));

/** `changed_bank_details` to `Changed bank details`. */
export const sayName = (name: string): string => {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A day as people say it, with its year; what is no day stays as it is. */
export const sayDate = (day: string | undefined): string | undefined =>
  day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
    ? `${sayDay(day)}, ${day.slice(0, 4)}`
    : day;

/** 90 critical, 70 high, 40 medium, below low. */
export function urgencyLevel(urgency: number): 'low' | 'medium' | 'high' | 'critical' {
  if (urgency >= 90) return 'critical';
  if (urgency >= 70) return 'high';
  return urgency >= 40 ? 'medium' : 'low';
}
