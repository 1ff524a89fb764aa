import { sayDay, sayList } from '@deskbell/clerk';
import { blockedReason, earliestBookableDate } from '../../../../bookings/booking-dates.ts';
import type { Business } from '../../../../bookings/business.ts';
import { serviceOf, tierOf } from '../order.ts';
import { handoffInput } from '../tool-inputs.ts';
import {
  cents,
  contact,
  plural,
  RECAP,
  RECAP_SEPARATOR,
  sayNotChecked,
  sayOrder,
  sayRefusal,
  sayTiers,
} from '../wording.ts';
import type { Flow, Part, Turn } from './flow.ts';

/** Asks for the one missing thing, then opens the booking form with everything known. */
export const booking: Flow = (turn, business) => {
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
  const opening =
    handedOff === undefined
      ? turn.vary(`All set: ${what}.`, `Wonderful. I have prepared your booking: ${what}.`)
      : turn.vary(`Updated: ${what}.`, `I have updated your booking: ${what}.`);
  return {
    text: `${opening} Press Start Booking below to check the details and finish it. If anything changes, just tell me and I'll prepare it again.`,
  };
};

/** The question a booking in the making waits for; undefined when it can be handed off. */
export function askForNext(turn: Turn, business: Business): Part | undefined {
  const { order, heard, dayIsOpen } = turn.memory;
  const { today } = turn.now;
  const service = serviceOf(order);
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
      question: `Which other day would you like, from ${sayDay(firstBookableDay(turn, business), today)} on?`,
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
          ? 'What day is it? You can also say that you are not sure yet: which day should I put down?'
          : turn.vary('What day should we pick up?', 'Which day would you like us to pick up?'),
    };
  }
  return undefined;
}

/** The first day a pickup can be booked for online. */
export function firstBookableDay(turn: Turn, { profile }: Business): string {
  return earliestBookableDate({ now: turn.now.instant, timezone: profile.timezone });
}

function askForTransfer(turn: Turn, business: Business): Part | undefined {
  const { order, heard } = turn.memory;
  const { minimumBags, minimumChargeCents, airports } = business.blade_transfer;
  if (order.count === undefined) return { text: '', question: 'How many bags will it be?' };
  if (order.count < minimumBags) {
    return {
      text: `An Airport Transfer has a minimum of ${plural(minimumBags, 'bag')} (${cents(minimumChargeCents)}).`,
      question: `How many bags shall I put down, ${minimumBags} or more?`,
    };
  }
  if (order.direction === undefined) {
    return { text: '', question: 'Is it to or from the airport?' };
  }
  const codes = sayList(
    airports.map(({ code, name }) => `${code} (${name})`),
    'or',
  );
  if (order.airport === undefined) {
    const isOther =
      /\b(?:lga|la ?guardia|westchester|teterboro|islip|philadelphia|macarthur)\b/.test(heard.text);
    const text = isOther
      ? `Online I can book ${sayList(airports.map(({ code }) => code))} only; for another airport, ${contact(business)}.`
      : '';
    return { text, question: `Which airport is it: ${codes}?` };
  }
  const airport = airports.find(({ code }) => code === order.airport);
  if (
    airport !== undefined &&
    order.terminal !== undefined &&
    !airport.terminals.includes(order.terminal)
  ) {
    const wrong = order.terminal;
    delete order.terminal;
    // Said once, and the booking goes on without it: the form asks for the terminal.
    if (heard.changed.has('terminal') || heard.changed.has('airport')) {
      return {
        text: `${airport.code} has no Terminal ${wrong} for our transfers; its terminals are ${sayList(airport.terminals)}.`,
        question: 'Which terminal is it?',
      };
    }
  }
  return undefined;
}

/** What is known so far, in a line the clerk itself reads back when older messages are gone. */
function withRecap(turn: Turn, business: Business, part: Part): Part {
  const known = sayOrder(turn.memory.order, business, turn.now, RECAP_SEPARATOR);
  if (known === '') return part;
  const recap = `${RECAP}${known}.`;
  return { ...part, text: part.text === '' ? recap : `${part.text}\n${recap}` };
}
