import type { Availability, AvailableDay } from '@deskbell/protocol';
import type { BookingApi } from './api.ts';
import { lastDayOf, type Month, monthOf } from './calendar-month.ts';

/** Of one answer; the most that the server gives. */
const MAX_DAYS = 31;

export interface MonthDays {
  /** The business's day as the server says; undefined until it has. */
  today(): string | undefined;
  /** How much is known of a month. Asks for it when nothing is. */
  stateOf(month: Month): 'loading' | 'loaded' | 'failed';
  dayOf(date: string): AvailableDay | undefined;
  /** Asks again after a failure. */
  retry(month: Month): void;
  close(): void;
}

/**
 * The server's word on the days of each month that is looked at, asked once a month. The first
 * question is about the days from today on, whatever the browser's clock says that is. Calls
 * `onChange` when an answer has come; the one who creates it closes it.
 */
export const createMonthDays = (options: {
  api: Pick<BookingApi, 'availability'>;
  onChange: () => void;
}): MonthDays => {
  const { api, onChange } = options;
  const days = new Map<string, AvailableDay>();
  const months = new Map<Month, 'loading' | 'loaded' | 'failed'>();
  const closing = new AbortController();
  let today: string | undefined;

  const keep = ({ days: answered }: Availability): void => {
    for (const day of answered) days.set(day.date, day);
  };
  /** Every month waits for the first answer, which tells the day it is. */
  const askForToday = async (): Promise<boolean> => {
    if (today !== undefined) return true;
    const answer = await api.availability({ days: MAX_DAYS, signal: closing.signal });
    if (answer.kind !== 'ok') return false;
    keep(answer.value);
    today = answer.value.days[0]?.date;
    return today !== undefined;
  };
  let asking: Promise<boolean> | undefined;

  const load = async (month: Month): Promise<'loaded' | 'failed'> => {
    asking ??= askForToday();
    const isTodayKnown = await asking;
    asking = undefined;
    if (!isTodayKnown || today === undefined) return 'failed';
    // Those from today to the month's end came with the first answer; the ones before are over.
    if (month <= monthOf(today)) return 'loaded';
    const answer = await api.availability({
      start: `${month}-01`,
      days: Number(lastDayOf(month).slice(8)),
      signal: closing.signal,
    });
    if (answer.kind !== 'ok') return 'failed';
    keep(answer.value);
    return 'loaded';
  };
  const begin = (month: Month): 'loading' => {
    months.set(month, 'loading');
    void load(month).then((state) => {
      if (closing.signal.aborted) return;
      months.set(month, state);
      onChange();
    });
    return 'loading';
  };

  return {
    today: () => today,
    stateOf: (month) => months.get(month) ?? begin(month),
    dayOf: (date) => days.get(date),
    retry: (month) => {
      begin(month);
      onChange();
    },
    close: () => closing.abort(),
  };
};
