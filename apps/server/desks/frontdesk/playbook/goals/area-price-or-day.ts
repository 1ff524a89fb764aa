import type { Goal } from '../memory.ts';
import type { Carries } from './carries.ts';
import { AVAILABILITY, AVAILABILITY_WITH_DAY, COVERAGE, NEED } from './signals/goal-signals.ts';
import { IN_SOME_TIME, RESERVES_SLOT } from './signals/narrow-signals.ts';

/** "Do you go to Montauk?", but not "come in the evening". */
const GOES_SOMEWHERE =
  /\b(?:go|goes|deliver|ship|serve|come|pick up|drive|travel|operate|drop off)\b[^?]{0,30}\b(?:to|in|from) (?!my\b|the (?:evening|morning|afternoon)\b|a\b|an\b|time\b)[a-z]{3,}/;
const OF_THE_AREA =
  /service area|where (?:else )?do you (?:serve|deliver|go|operate|work)|how far|zip|(?:serve|cover)\b|coverage|areas?\b|boroughs?/;
const OF_ALL_AREAS = /\b(?:areas|where (?:else )?do you|how far|boroughs|towns)\b/;

/** What is asked of an area, a price and free days, which may stand in one request, and whether it orders. */
export function areaPriceOrDay(
  text: string,
  carries: Carries,
  { isOrder, isPrice }: { isOrder: boolean; isPrice: boolean },
): readonly Goal[] {
  const goals: Goal[] = [];
  const hasPlace = carries.hasZip || carries.hasPlace;
  const isAvailability =
    (AVAILABILITY.test(text) && !(isOrder && RESERVES_SLOT.test(text))) ||
    (carries.hasDay &&
      !isPrice &&
      !isOrder &&
      AVAILABILITY_WITH_DAY.test(text) &&
      !NEED.test(text));
  if (
    !isOrder &&
    COVERAGE.test(text) &&
    !(carries.hasDay && !hasPlace && IN_SOME_TIME.some((signal) => signal.test(text))) &&
    (hasPlace || GOES_SOMEWHERE.test(text) || OF_THE_AREA.test(text)) &&
    !(isPrice && carries.hasService)
  ) {
    goals.push(OF_ALL_AREAS.test(text) && !hasPlace ? 'policy:areas' : 'coverage');
  }
  if (
    isPrice &&
    !(goals.includes('coverage') && !/\bhow much|price|cost|quote|estimate/.test(text))
  )
    goals.push('price');
  if (isAvailability) goals.push('availability');
  if (isOrder && goals.length === 0) goals.push('booking');
  else if (isOrder && !carries.hasDay) goals.push('booking');
  return goals;
}
