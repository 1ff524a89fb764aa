import { isWeekend } from '@deskbell/clerk';
import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';

const ALL_DAYS = /\b(?:all|every|each|any day|none|no day|whole|entire|both)\b/i;
const IS_ARRANGED = /\b(?:scheduled|booked|confirmed|reserved)\b/i;

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
  const meant = /\bweekends?\b/i.test(text) ? lookedUp.filter(isWeekend) : lookedUp;
  if (meant.length === 0) return false;
  const open = meant.filter((day) => known.results.days.get(day)?.isBlocked !== true);
  if (says === 'available' && ALL_DAYS.test(text)) return open.length > 0 && open.every(isSo);
  return ALL_DAYS.test(text) ? meant.every(isSo) : meant.some(isSo);
}

const isKnown = (day: string, { results, earliestDay }: Known): boolean =>
  results.days.has(day) || day === earliestDay;

function isDaySo(day: string, { says, text }: DaysClaim, known: Known): boolean {
  const { results, earliestDay, heardDays } = known;
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
    case 'booked':
      if (results.bookings.some((booking) => booking.day === day)) return true;
      if (results.preparedDays.has(day)) return !IS_ARRANGED.test(text);
      return heardDays.has(day) && !IS_ARRANGED.test(text);
    default:
      return false;
  }
}
