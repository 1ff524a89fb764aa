import type { LocalTime } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import type { Memory } from '../memory.ts';
import type { KnownDays } from '../reading/days/relate-days.ts';
import { type Details, readDetails } from '../reading/read-details.ts';
import { isOfPlace } from './carried-over.ts';

/**
 * What a text says of the order that is known. `daysBefore` were known before the message; from them
 * counts what is begun with it, or where nothing but places is known.
 */
export function readOrderDetails(
  memory: Memory,
  text: string,
  options: { business: Business; now: LocalTime; daysBefore: KnownDays; isBegun: boolean },
): Details {
  const { business, now, daysBefore, isBegun } = options;
  const { order, asked, choices, lastPlace, mentioned, inTurn } = memory;
  // "A second one, a week later": counted from the first, which it has no other day of.
  const isNew =
    memory.days === undefined &&
    (Object.keys(order).every(isOfPlace) || (isBegun && order.day === undefined));
  // "Newark it is", after the airports were told.
  const isAboutAirports = memory.heard.goals.includes('policy:airport');
  return readDetails({
    text,
    known: { ...order },
    asked: isAboutAirports ? 'airport' : asked,
    business,
    now,
    knownDays: isNew ? { ...daysBefore, chosen: undefined } : daysOf(memory),
    lastPlace,
    choices,
    inTurn,
    mentioned,
  });
}

/** The days of an order, and of what was said of it. */
export function daysOf({ order, days, daysNamed }: Memory): KnownDays {
  const oneDay = days?.first === days?.last ? days?.first : undefined;
  return {
    chosen: order.day ?? order.flightDay ?? oneDay,
    spoken: days,
    pickup: order.day,
    flight: order.flightDay,
    named: daysNamed,
  };
}
