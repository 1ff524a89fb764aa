import { addDays } from '@deskbell/clerk';
import { hitsOf } from '../../text/hits-of.ts';
import { yearIn } from './calendar.ts';
import { HOLIDAY, holidayIn } from './holidays.ts';
import { type Reading, take } from './mention.ts';

const NAMED = new RegExp(
  `(?<![a-z])(?:the )?(?:(last|previous|next|following|this|coming|upcoming) )?(?:year'?s )?(${HOLIDAY})(?:,? (?:of |in )?(?:((?:19|20|21)\\d\\d)(?!\\d)|(this|last|next) year))?`,
  'g',
);

/** Reads holidays: the next one to come, unless the words say otherwise. */
export function readHolidays(reading: Reading): void {
  const { today } = reading.now;
  for (const hit of hitsOf(reading.rest, NAMED)) {
    const [all, which, name = '', year, whichYear] = hit;
    const thisYear = yearIn(today);
    const inYear = (number: number): string => holidayIn(name, number) ?? '';
    const isThisYearOver = inYear(thisYear) < today;
    const next = inYear(isThisYearOver ? thisYear + 1 : thisYear);
    const previous = inYear(isThisYearOver ? thisYear : thisYear - 1);
    const step = whichYear === 'last' ? -1 : whichYear === 'next' ? 1 : 0;
    const isGiven = year !== undefined || whichYear !== undefined;
    const date = isGiven
      ? inYear(year === undefined ? thisYear + step : Number(year))
      : which === 'last' || which === 'previous'
        ? previous
        : next;
    if (date === '' || addDays(date, 0) !== date) continue;
    take(reading, {
      start: hit.index,
      end: hit.index + all.length,
      kind: 'day',
      date,
      source: 'holiday',
      ...(isGiven || which !== undefined ? {} : { previousDate: previous }),
    });
  }
}
