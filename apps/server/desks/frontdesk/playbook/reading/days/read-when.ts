import type { DayMention } from '@deskbell/clerk';
import { type Order, serviceOf } from '../../order/order.ts';
import { readFlightTime } from './read-flight-time.ts';

const FLIGHT =
  /\b(?:flights?|fly|flying|flies|flown|land|lands|landing|arriv\w+|depart\w*|departure|take ?off|leav(?:es?|ing))\b/g;
const PICKUP =
  /\b(?:pick\w*|collect\w*|fetch\w*|grab|get (?:it|them|the bags|our bags|my bags)|come (?:by|on|for)|bags (?:on|are))\b/g;

type Role = 'flight' | 'pickup';

/** The pickup's day, and of a transfer the day and the time of the flight. */
export function readWhen(
  text: string,
  days: readonly DayMention[],
  order: Order,
): Pick<Order, 'day' | 'flightDay' | 'flightTime'> {
  const isTransfer = serviceOf(order) === 'blade_transfer';
  const real = days.filter(({ isImpossible, first }) => !isImpossible && first !== '');
  const found = isTransfer ? flightAndPickup(text, real, days, order) : {};
  if (!isTransfer) {
    const day = chosenOf(text, real);
    if (day !== undefined) found.day = day;
  }
  const time = isTransfer ? readFlightTime(text, days, order.flightTime) : undefined;
  if (time !== undefined) found.flightTime = time;
  return found;
}

/** The one day that holds; undefined when none does, or it is left open. */
function chosenOf(text: string, real: readonly DayMention[]): string | undefined {
  const relative = real.find((mention) => 'isRelative' in mention);
  if (relative !== undefined) return relative.first;
  const wanted = real.filter(({ index }) => !RULED_OUT.test(text.slice(0, index)));
  if (wanted.length > 0 && wanted.length < real.length) return chosenOf(text, wanted);
  // After "no" or "instead" the later day is the one that holds.
  const isCorrection = /\b(?:instead of|rather than|not)\b/.test(text);
  const day =
    isCorrection && real.length > 1 && !/\bnot\b.*\bbut\b/.test(text) && !/^(?:no|not)\b/.test(text)
      ? real[0]
      : real.at(-1);
  // "The 5th or the 6th" chooses neither.
  const isOpen =
    real.length > 1 &&
    !isCorrection &&
    /\bor\b/.test(text.slice(real[0]?.index, real.at(-1)?.index));
  return day !== undefined && day.first === day.last && !isOpen ? day.first : undefined;
}

/** "Not today", "instead of the 5th". */
const RULED_OUT = /\b(?:not|isn't|instead of|rather than)(?: (?:on|for|this|the|that|really))* ?$/;

/** "So the pickup as well": on the day of the flight. */
const PICKUP_TOO =
  /\bpick-?up\b[^.?!]{0,20}\b(?:as well|too|also)\b|\b(?:so|and) (?:does|is|will|has) the pick-?up\b|\bsame (?:goes )?for the pick-?up\b/;

function flightAndPickup(
  text: string,
  real: readonly DayMention[],
  days: readonly DayMention[],
  order: Order,
): Pick<Order, 'day' | 'flightDay' | 'flightTime'> {
  const roles = real.map((mention, index) =>
    roleOf(text, mention, real[index - 1], real[index + 1]),
  );
  const of = (role: Role): string | undefined =>
    chosenOf(
      text,
      real.filter((_, index) => roles[index] === role),
    );
  const flightDay = of('flight') ?? sharedDay(real, order);
  const isBoth = flightDay !== undefined && PICKUP_TOO.test(text);
  const day = of('pickup') ?? (isBoth ? flightDay : undefined);
  if (flightDay !== undefined && day !== undefined) return { flightDay, day };
  const found: Pick<Order, 'day' | 'flightDay'> = {};
  if (flightDay !== undefined) found.flightDay = flightDay;
  if (day !== undefined) found.day = day;
  const other = chosenOf(
    text,
    real.filter((_, index) => roles[index] === undefined),
  );
  if (other !== undefined) {
    const isTimed = days.some(({ time }) => time !== undefined);
    if (day !== undefined) found.flightDay ??= other;
    else if (isTimed && flightDay === undefined) found.flightDay = other;
    else found.day = other;
  }
  // Bags are picked up where they land, on the day they land.
  if (order.direction === 'from_airport') {
    const landing = found.flightDay ?? found.day;
    if (landing !== undefined) return { flightDay: landing, day: landing };
  }
  return found;
}

/** "Take them that day", of the one day a trip to the airport was told for: that of the flight. */
function sharedDay(real: readonly DayMention[], order: Order): string | undefined {
  const { direction, day, flightDay } = order;
  if (direction !== 'to_airport' || day === undefined || flightDay !== undefined) return undefined;
  return real.some((mention) => 'isRelative' in mention && mention.first === day) ? day : undefined;
}

/** What a day is said of: by the last word before it, or else by the first after it. */
function roleOf(
  text: string,
  mention: DayMention,
  before: DayMention | undefined,
  after: DayMention | undefined,
): Role | undefined {
  const end = mention.index + mention.length;
  const start = before === undefined ? 0 : before.index + before.length;
  const lead = text.slice(Math.max(start, mention.index - 80), mention.index);
  const tail = text.slice(end, after?.index ?? end + 40);
  if ('isRelative' in mention) {
    if (
      /\b(?:flight|flying|fly|flies|landing|lands?|depart\w*|leaves?|leaving)(?: (?:is|are|goes|out|on|also))*[ :,-]*$/.test(
        lead,
      )
    ) {
      return 'flight';
    }
    return lastOf(lead, FLIGHT) > lastOf(lead, PICKUP) && !/[.,;!?]| and /.test(lead)
      ? 'flight'
      : 'pickup';
  }
  const flight = lastOf(lead, FLIGHT);
  const pickup = lastOf(lead, PICKUP);
  if (flight >= 0 || pickup >= 0) return flight > pickup ? 'flight' : 'pickup';
  // "On the 20th at 6:30 pm, please fetch them that day": the second day has its own word.
  const [near = ''] = tail.split(after === undefined ? /[.;!?]/ : /[.,;!?]/);
  const next = firstOf(near, FLIGHT);
  const nextPickup = firstOf(near, PICKUP);
  if (next < 0 && nextPickup < 0) return undefined;
  return nextPickup < 0 || (next >= 0 && next < nextPickup) ? 'flight' : 'pickup';
}

const lastOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].at(-1)?.index ?? -1;
const firstOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)][0]?.index ?? -1;
