import type { LocalTime } from '@deskbell/clerk';
import type { Direction } from './span.ts';

/** One day or period as it was named: "yesterday", "last week", "Tuesday, November 17". */
export interface Expression {
  first: string;
  last: string;
  /** Without a preposition, for "since …" and "by …". */
  name: string;
  /** What stands before the name otherwise: "on", "in" or nothing. */
  lead: '' | 'on ' | 'in ';
  index: number;
  length: number;
  /** Counted from today, such as "last week"; a weekday or a date may be part of a name. */
  isRelative: boolean;
  /** Characters of the hit before its own: a word that leads to it. */
  skipped?: number;
  /** It names its own first day: "the last 7 days". A "since" adds nothing to it. */
  isRolling?: true;
}

export type Found = Omit<Expression, 'index' | 'length'>;

export interface DayContext {
  today: string;
  now: LocalTime;
  direction: Direction;
}

/** How one kind of expression looks, and what it means; undefined when there is no such day. */
export interface Matcher {
  pattern: RegExp;
  read(hit: RegExpMatchArray, context: DayContext): Found | undefined;
}

export const relative = (first: string, last: string, name: string): Found => ({
  first,
  last,
  name,
  lead: '',
  isRelative: true,
});
