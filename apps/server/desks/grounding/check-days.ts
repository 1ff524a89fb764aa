import { addDays, isWeekend } from '@deskbell/clerk';
import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';
import { numbersIn } from './read-booking-claims.ts';

const ALL_DAYS = /\b(?:all|every|each|any day|none|no day|whole|entire|both)\b/i;
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const IS_ARRANGED = /\b(?:scheduled|booked|confirmed|reserved)\b/i;

/** What the clock alone says of a day. */
const IS_PAST = /\b(?:already|now) past\b/i;

type DaysClaim = Extract<Claim, { kind: 'date' }>;

export function checkDays(claim: DaysClaim, known: Known): boolean {
  const { says, days, text } = claim;
  if (says === 'wrong_weekday') return false;
  const isSo = (day: string) => isDaySo(day, claim, known);
  if (days.length > 0) {
    return claim.of === 'any'
      ? days.some(isSo) && days.every((day) => isKnown(day, known))
      : days.every(isSo);
  }
  // Days that are not named: those that were looked up.
  const lookedUp = [...known.results.days.keys()];
  const month = MONTHS.findIndex((name) => name !== 'may' && text.toLowerCase().includes(name));
  const meant = lookedUp.filter(
    (day) =>
      !claim.except.includes(day) &&
      (month < 0 || Number(day.slice(5, 7)) === month + 1) &&
      (!/\bweekends?\b/i.test(text) || isWeekend(day)),
  );
  if (meant.length === 0) return false;
  const open = meant.filter((day) => known.results.days.get(day)?.isBlocked !== true);
  if (says === 'available' && ALL_DAYS.test(text)) return open.length > 0 && open.every(isSo);
  return ALL_DAYS.test(text) ? meant.every(isSo) : meant.some(isSo);
}

/** A date without its year is read as the next to come; the one that is meant may be past. */
const isSameDate = (a: string, b: string): boolean => a.slice(5) === b.slice(5);

const isKnown = (day: string, { results, earliestDay }: Known): boolean =>
  results.days.has(day) || day === earliestDay;

function isDaySo(day: string, { says, text }: DaysClaim, known: Known): boolean {
  const { now, results, earliestDay, heardDays } = known;
  const looked = results.days.get(day);
  const isTooEarly = earliestDay !== undefined && day < earliestDay;
  const isOpen = looked !== undefined && !looked.isBlocked;
  switch (says) {
    case 'available':
      return (
        (isOpen && !looked.isBusy) ||
        (day === earliestDay && /\b(?:earliest|first|soonest)\b/i.test(text))
      );
    case 'bookable':
      return isOpen || day === earliestDay || results.preparedDays.has(day);
    case 'offered':
      return isOpen || day === earliestDay || results.preparedDays.has(day) || heardDays.has(day);
    case 'busy':
      return looked?.isBusy === true;
    case 'blocked':
      return looked?.isBlocked === true || isTooEarly;
    case 'unavailable':
      return looked?.isBlocked === true || looked?.isBusy === true || isTooEarly;
    case 'unclear':
      return (
        results.preparedDays.has(day) || results.bookings.some((one) => isSameDate(one.day, day))
      );
    case 'named':
      return (
        looked !== undefined ||
        day === now.today ||
        day === earliestDay ||
        (day < now.today && IS_PAST.test(text)) ||
        known.namedDays().has(day) ||
        // "The day before my flight", "yesterday".
        [-1, 0, 1].some((away) => heardDays.has(addDays(day, away))) ||
        [...heardDays].some((heard) => isSameDate(heard, day)) ||
        [-1, 1].some((away) => isSameDate(addDays(now.today, away), day)) ||
        results.preparedDays.has(day) ||
        results.bookings.some((booking) => isSameDate(booking.day, day))
      );
    case 'booked': {
      const [number, ...more] = numbersIn(text);
      const booking = results.bookings.find((one) => one.number === number);
      if (booking !== undefined && more.length === 0) return isSameDate(booking.day, day);
      if (results.bookings.some((one) => isSameDate(one.day, day))) return true;
      if (results.preparedDays.has(day)) return !IS_ARRANGED.test(text);
      return heardDays.has(day) && !IS_ARRANGED.test(text);
    }
    default:
      return false;
  }
}
