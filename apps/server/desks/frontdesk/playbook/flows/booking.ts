import { sayDay, sayList } from '@deskbell/clerk';
import { blockedReason, earliestBookableDate } from '../../../../bookings/booking-dates.ts';
import type { Business } from '../../../../bookings/business.ts';
import { serviceOf, tierOf } from '../order/order.ts';
import { handoffInput } from '../order/tool-inputs.ts';
import { namesPieces } from '../reading/goods/read-pieces.ts';
import {
  RECAP,
  RECAP_SEPARATOR,
  sayNotChecked,
  sayOrder,
  sayRefusal,
  sayTiers,
} from '../wording.ts';
import { fitSize } from './fit-size.ts';
import type { Flow, Part, Turn } from './flow.ts';
import { sayPickupHour } from './pickup-hour.ts';
import { askForTransfer } from './transfer.ts';

/** Where a prepared booking is found on the page. */
export const CARD =
  'The details are in the card below: press Start Booking on it to check them and finish.';

/** Asks for the one missing thing, then opens the booking form with everything known. */
export const booking: Flow = (turn, business) => {
  const { note, refusal } = fitSize(turn, business);
  if (refusal !== undefined) return { text: refusal };
  const missing = askForNext(turn, business);
  if (missing !== undefined) return withRecap(turn, business, missing);
  const { order, handedOff } = turn.memory;
  const outcome = turn.use('build_booking_handoff', handoffInput(order, business));
  if (outcome === undefined) return undefined;
  if (!outcome.ok) {
    const said = outcome.reason === 'refused' ? sayRefusal(outcome.error) : undefined;
    return { text: said ?? sayNotChecked(business) };
  }
  const what = sayOrder(order, business, turn.now);
  const hour = order.pickupHour ? sayPickupHour(order, business) : undefined;
  const opening =
    handedOff === undefined
      ? turn.vary(`All set: ${what}.`, `Wonderful. I have prepared your booking: ${what}.`)
      : turn.vary(`Updated: ${what}.`, `Here are the details with your change: ${what}.`);
  return {
    text: `${[opening, note, hour, CARD].filter((part) => part !== undefined).join(' ')} If anything changes, just tell me and I'll prepare it again.`,
  };
};

/** The question a booking in the making waits for; undefined when it can be handed off. */
function askForNext(turn: Turn, business: Business): Part | undefined {
  const { order, heard, dayIsOpen } = turn.memory;
  const refused = refuseDay(turn, business);
  if (refused !== undefined) return refused;
  const { today } = turn.now;
  const service = serviceOf(order);
  if (service === undefined && namesPieces(heard.text)) {
    return { text: '', question: 'How many pieces is it?' };
  }
  if (service === undefined) {
    return {
      text: heard.goals.includes('puzzled')
        ? ''
        : turn.vary('Gladly!', 'With pleasure.', 'Happy to set that up.'),
      question: `Which service would you like: Standard Delivery (a few items), a Mini Move (8 pieces or more, or a household) or an Airport Transfer?`,
    };
  }
  if (service === 'mini_move' && tierOf(order, business) === undefined) {
    return {
      text: 'For a Mini Move I need the size.',
      question: `Which size would you like: ${sayTiers(business)}?`,
    };
  }
  if (service === 'standard_delivery' && !order.count && order.specialty === undefined) {
    return {
      text: '',
      question: turn.vary('How many items would you like to send?', 'How many items is it?'),
    };
  }
  if (service === 'blade_transfer') {
    const ask = askForTransfer(turn, business);
    if (ask !== undefined) return ask;
  }
  const isTooLate =
    service === 'blade_transfer' &&
    order.direction === 'to_airport' &&
    order.flightDay !== undefined &&
    order.day !== undefined &&
    order.day > order.flightDay;
  if (isTooLate) {
    return {
      text: `The flight on ${sayDay(order.flightDay ?? '', today)} leaves before the pickup on ${sayDay(order.day ?? '', today)}.`,
      question: 'Which day should we pick up?',
    };
  }
  const hasDay = order.day !== undefined || order.flightDay !== undefined;
  if (!hasDay && order.sameDay && service === 'standard_delivery') {
    return {
      text: `Same-day pickups can't be booked online; please call ${business.profile.phone} for today.`,
      question: 'For another day, which day should we pick up?',
    };
  }
  if (!hasDay && !dayIsOpen) {
    const { days } = turn.memory;
    const single = heard.days.filter(({ first, last }) => first !== '' && first === last);
    if (single.length > 1) {
      const named = single.map(({ first }) => sayDay(first, today));
      return { text: '', question: `Which day shall I put down: ${sayList(named, 'or')}?` };
    }
    if (days !== undefined && days.first !== days.last && days.last > today) {
      return {
        text: '',
        question: `Which day should we pick up, between ${sayDay(days.first < today ? today : days.first, today)} and ${sayDay(days.last, today)}?`,
      };
    }
    return {
      text: '',
      question:
        service === 'blade_transfer'
          ? 'Which day is it? If you are not sure yet, just say so.'
          : turn.vary('What day should we pick up?', 'Which day would you like us to pick up?'),
    };
  }
  return undefined;
}

/** A day that does not exist or cannot be booked online is told, and forgotten. */
function refuseDay(turn: Turn, business: Business): Part | undefined {
  const { order, heard } = turn.memory;
  const { today } = turn.now;
  if (heard.days.some(({ isImpossible }) => isImpossible)) {
    return {
      text: "That date doesn't exist on the calendar.",
      question: 'Which day should we pick up?',
    };
  }
  for (const key of ['day', 'flightDay'] as const) {
    const day = order[key];
    if (day === undefined) continue;
    const time = { now: turn.now.instant, timezone: business.profile.timezone };
    const reason = blockedReason(day, { ...time, phone: business.profile.phone });
    if (reason === null) continue;
    const text =
      day < today
        ? `${sayDay(day, today)} is already past.`
        : day === today
          ? `A pickup today can't be booked online; please call ${business.profile.phone} and we will see what we can do.`
          : `It is too late today to book a pickup for ${sayDay(day, today)} online; please call ${business.profile.phone}.`;
    delete order[key];
    return {
      text,
      question: askForOtherDay(turn, business),
    };
  }
  return undefined;
}

/** The question after a day that cannot be booked. */
export const askForOtherDay = (turn: Turn, business: Business): string =>
  `Which other day would you like, from ${sayDay(firstBookableDay(turn, business), turn.now.today)} on?`;

/** The first day a pickup can be booked for online. */
export function firstBookableDay(turn: Turn, { profile }: Business): string {
  return earliestBookableDate({ now: turn.now.instant, timezone: profile.timezone });
}

/** What is known so far, in a line the clerk itself reads back when older messages are gone. */
function withRecap(turn: Turn, business: Business, part: Part): Part {
  const known = sayOrder(turn.memory.order, business, turn.now, RECAP_SEPARATOR);
  if (known === '') return part;
  const recap = `${RECAP}${known}.`;
  return { ...part, text: part.text === '' ? recap : `${part.text}\n${recap}` };
}
