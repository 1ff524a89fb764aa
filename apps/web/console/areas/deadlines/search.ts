import { choiceOf, present, type RootSearch, readRootSearch, textOf } from '../../search.ts';

/** What the address of this area may hold beside what every place has. */
export interface DeadlinesSearch {
  /** Without it the list. */
  view?: 'calendar';
  /** Of the list: without it what is coming. */
  show?: 'overdue' | 'all';
  /** Of all: without it every status. */
  status?: 'scheduled' | 'done' | 'cancelled';
  /** Of the calendar, `2026-05`; without it the one that it is now. */
  month?: string;
  /** The day of the calendar whose list is open, `2026-05-14`. */
  day?: string;
}

const MONTH = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/;

const monthIn = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && MONTH.test(text) ? text : undefined;
};

const dayIn = (value: unknown): string | undefined => {
  const text = textOf(value);
  if (text === undefined || !MONTH.test(text.slice(0, 7)) || !/^.{7}-\d\d$/.test(text)) return;
  const time = Date.parse(`${text}T00:00:00Z`);
  // `2026-02-30` is read as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
};

export const readDeadlinesSearch = (search: Record<string, unknown>): DeadlinesSearch =>
  present({
    view: choiceOf(search.view, ['calendar']),
    show: choiceOf(search.show, ['overdue', 'all']),
    status: choiceOf(search.status, ['scheduled', 'done', 'cancelled']),
    month: monthIn(search.month),
    day: dayIn(search.day),
  });

/** The address of this area with some of it changed. */
export function deadlinesSearchWith(
  before: object,
  change: { [Name in keyof DeadlinesSearch]?: string | undefined },
): RootSearch & DeadlinesSearch {
  const fields = { ...before, ...change };
  return { ...readRootSearch(fields), ...readDeadlinesSearch(fields) };
}
