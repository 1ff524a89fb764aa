import { DateTime } from 'luxon';
import type { CalendarDate } from '../../../platform/calendar-date.ts';

/** The day a moment is in, where the business is. */
export function localDay(moment: Date, timezone: string): CalendarDate {
  return DateTime.fromJSDate(moment, { zone: timezone }).toFormat('yyyy-MM-dd');
}
