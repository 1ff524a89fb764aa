import { sayCount, sayDay, sayList } from '@deskbell/clerk';
import { blockedReason } from '../../../../bookings/booking-dates.ts';
import type { Business } from '../../../../bookings/business.ts';
import { asksPerPiece } from '../goals/signals/asks-per-piece.ts';
import { LARGEST_DELIVERY, type Order, serviceOf, tierOf } from '../order/order.ts';
import { handoffInput, priceInput } from '../order/tool-inputs.ts';
import { asksIfFits } from '../reading/goods/asks-if-fits.ts';
import { namesPieces } from '../reading/goods/read-pieces.ts';
import { cents, sayClock, sayNotChecked, sayRefusal, sayTiers } from '../wording.ts';
import { askForOtherDay } from './booking.ts';
import { compareServices, sayUsualMove, weighsServices } from './compare-services.ts';
import { sayUnlisted } from './coverage.ts';
import { fitSize } from './fit-size.ts';
import type { Flow, Part, Turn } from './flow.ts';
import { sayPickupHour } from './pickup-hour.ts';
import { priceDays, weighedDays } from './price-days.ts';
import { priceTiers, weighedTiers } from './price-tiers.ts';
import { sayEstimate, unlistedPlaces } from './say-estimate.ts';
import { askForTerminal } from './transfer.ts';

/** A price from the pricing tool, or a question for the one thing it needs. */
export const price: Flow = (turn, business) => {
  const { memory } = turn;
  const { order, handedOff } = memory;
  // Whether a place is served comes before what it costs.
  const unlisted = unlistedPlaces(order, business);
  if (unlisted.length > 0) return sayUnlisted(unlisted, business);
  if (weighsServices(memory) && order.count !== undefined) {
    return compareServices(turn, business, order.count);
  }
  if (asksPerPiece(memory.heard.text) && !memory.heard.changed.has('count')) {
    return sayPerPiece(turn, business);
  }
  const tiers = weighedTiers(turn, business);
  if (tiers.length > 1 && order.count === undefined) return priceTiers(turn, business, tiers);
  const { note, refusal } = fitSize(turn, business);
  if (refusal !== undefined) return { text: refusal };
  const missing = askForQuantity(turn, business);
  if (missing !== undefined) return missing;

  const weighed = weighedDays(turn);
  if (weighed.length > 0) return priceDays(turn, business, weighed);
  const { today } = turn.now;
  const day = order.day !== undefined && order.day >= today ? order.day : undefined;
  const isToday = day === today && serviceOf(order) === 'standard_delivery';
  const asked = isToday ? { ...order, sameDay: true } : order;
  const outcome = turn.use('get_pricing_estimate', priceInput(asked, business, day));
  if (outcome === undefined) return undefined;
  if (!outcome.ok) {
    const said = outcome.reason === 'refused' ? sayRefusal(outcome.error) : undefined;
    return { text: said ?? sayNotChecked(business) };
  }
  const texts = [sayEstimate(turn, outcome.value, order, business)];
  if (serviceOf(order) === 'blade_transfer') texts.push(sayFlight(turn).trim());
  const isOtherSize = (['count', 'tier', 'service'] as const).some((key) =>
    memory.heard.changed.has(key),
  );
  if (note !== undefined && (isOtherSize || asksIfFits(memory.heard.text))) texts.unshift(note);
  if (order.pickupHour) texts.push(sayPickupHour(order, business));
  if (isOtherSize && isFewForMove(order)) {
    texts.push(
      `For ${sayCount(order.count ?? 0, 'item')} a Standard Delivery may be enough. ${sayDeliveryTerms(business)}`,
    );
  }
  const usual = isOtherSize ? sayUsualMove(order, business) : undefined;
  if (usual !== undefined) texts.push(usual);
  if (typeof outcome.value.estimated_total !== 'number') return { text: texts.join(' ') };
  if (order.day !== undefined && day === undefined) {
    texts.push(`I left out ${sayDay(order.day, today)}, which is already past.`);
  }
  const time = { now: turn.now.instant, timezone: business.profile.timezone };
  const reason =
    day === undefined ? null : blockedReason(day, { ...time, phone: business.profile.phone });
  if (reason !== null) texts.push(reason);
  const terminal =
    serviceOf(order) === 'blade_transfer' ? askForTerminal(turn, business) : undefined;
  if (terminal !== undefined) texts.push(terminal.text);
  const text = texts.filter((part) => part !== '').join(' ');
  if (terminal?.question !== undefined) return { text, question: terminal.question };
  const unclear = askForDay(turn);
  if (unclear !== undefined) {
    return {
      text: `${text}${unclear.text === '' ? '' : ` ${unclear.text}`}`,
      question: unclear.question,
    };
  }
  const wantsDay = memory.dayWasRefused && order.day === undefined && order.flightDay === undefined;
  if (reason !== null || wantsDay) return { text, question: askForOtherDay(turn, business) };
  if (handedOff === undefined) {
    return {
      text,
      offer: turn.vary('Shall I start a booking?', 'Would you like me to start a booking?'),
    };
  }
  const isChanged =
    JSON.stringify(handoffInput(order, business)) !==
    JSON.stringify(handoffInput(handedOff, business));
  return {
    text,
    offer: isChanged
      ? 'Shall I update your booking with that?'
      : turn.vary('Is there anything you would like to change?', 'Is there anything else?'),
  };
};

/** What one piece costs, of the service that is spoken about. */
function sayPerPiece({ memory }: Turn, business: Business): Part {
  const { heard, order, policy } = memory;
  const isAirport =
    policy?.goal === 'policy:airport' || /\b(?:airport|transfers?)\b/.test(heard.text);
  if (isAirport || serviceOf(order) === 'blade_transfer') {
    const { minimumBags, pricePerBagCents, minimumChargeCents } = business.blade_transfer;
    return {
      text: `An Airport Transfer is ${cents(pricePerBagCents)} a bag, with a minimum of ${sayCount(minimumBags, 'bag')} (${cents(minimumChargeCents)}).`,
      offer: 'Would you like a price estimate?',
    };
  }
  const isMove = serviceOf(order) === 'mini_move';
  return {
    text: `${isMove ? `A Mini Move is priced by its size, not by the piece: ${sayTiers(business)}. ` : ''}${sayDeliveryTerms(business)}`,
    offer: 'Would you like a price estimate?',
  };
}

/** What a price cannot be made without; undefined when it is all there. */
function askForQuantity(turn: Turn, business: Business): Part | undefined {
  const { order } = turn.memory;
  const service = serviceOf(order);
  const { minimumBags, pricePerBagCents, minimumChargeCents } = business.blade_transfer;
  if (service === undefined && /\bstandard\b/.test(turn.memory.heard.text)) {
    return {
      text: 'We have two services of that name.',
      question:
        'Which service do you mean: Standard Delivery, for single items, or the Standard Move, which is a Mini Move?',
    };
  }
  if (service === undefined && namesPieces(turn.memory.heard.text)) {
    return {
      text: sayDeliveryTerms(business),
      question: turn.vary('How many pieces is it?', 'About how many pieces will it be?'),
    };
  }
  if (service === undefined) {
    return {
      text: sayPriceList(business),
      question: turn.vary(
        'What would you like to send or move?',
        'What are you sending, and how many items is it?',
      ),
    };
  }
  if (service === 'mini_move' && tierOf(order, business) === undefined) {
    return {
      text: `${sayOrganizing(order, business)}A Mini Move comes in three sizes: ${sayTiers(business)}.`,
      question: turn.vary('Which size would you like?', 'Which size fits you?'),
    };
  }
  if (service === 'blade_transfer') {
    if (order.count === undefined) {
      return {
        text: `An Airport Transfer is ${cents(pricePerBagCents)} a bag, with a minimum of ${sayCount(minimumBags, 'bag')} (${cents(minimumChargeCents)}).`,
        question: 'How many bags will it be?',
      };
    }
    if (order.count < minimumBags) {
      return {
        text: `An Airport Transfer has a minimum of ${sayCount(minimumBags, 'bag')}, which is ${cents(minimumChargeCents)}.${sayFlight(turn)}`,
        question: `How many bags shall I put down, ${minimumBags} or more?`,
      };
    }
  }
  if (service === 'standard_delivery' && order.specialty === undefined && !order.count) {
    return {
      text: sayDeliveryTerms(business),
      question: turn.vary('How many items is it?', 'How many items would you like to send?'),
    };
  }
  return undefined;
}

/** A Mini Move for what a delivery carries. */
const isFewForMove = (order: Order): boolean =>
  serviceOf(order) === 'mini_move' && order.count !== undefined && order.count <= LARGEST_DELIVERY;

const sayDeliveryTerms = ({ standard_delivery: terms }: Business): string =>
  `Standard Delivery is ${cents(terms.pricePerItemCents)} an item, with a minimum charge of ${cents(terms.minimumChargeCents)}.`;

/** Asks for the day where one was named that does not exist, or only a month. */
function askForDay({
  memory: { heard, order },
  now: { today },
}: Turn): { text: string; question: string } | undefined {
  if (order.day !== undefined) return undefined;
  if (heard.days.some(({ isImpossible }) => isImpossible)) {
    return {
      text: "That date doesn't exist on the calendar, so the price is without a day.",
      question: 'Which day did you have in mind?',
    };
  }
  const span = heard.days.find(({ first, last }) => first !== last && last > today);
  if (span === undefined) return undefined;
  const first = span.first < today ? today : span.first;
  return {
    text: '',
    question: `Which day would you like, between ${sayDay(first, today)} and ${sayDay(span.last, today)}?`,
  };
}

/** That a flight's time was heard; it changes no price. */
function sayFlight({ memory: { heard, order } }: Turn): string {
  return order.flightTime !== undefined && heard.changed.has('flightTime')
    ? ` I have noted the flight at ${sayClock(order.flightTime)}.`
    : '';
}

/** What packing and unpacking cost, when they were asked for. */
function sayOrganizing(order: Order, business: Business): string {
  return (['packing', 'unpacking'] as const)
    .filter((kind) => order[kind])
    .map((kind) => {
      const prices = business.mini_move.tiers.map(
        ({ name, organizing }) => `${cents(organizing[kind].priceCents)} with the ${name}`,
      );
      return `Our team can do the ${kind}: ${sayList(prices)}, plus tax. `;
    })
    .join('');
}

function sayPriceList(business: Business): string {
  const { mini_move, standard_delivery, blade_transfer } = business;
  const cheapest = Math.min(...mini_move.tiers.map(({ basePriceCents }) => basePriceCents));
  return `It depends on the service: Standard Delivery is ${cents(standard_delivery.pricePerItemCents)} an item (minimum ${cents(standard_delivery.minimumChargeCents)}), Mini Moves start at ${cents(cheapest)}, and an Airport Transfer is ${cents(blade_transfer.pricePerBagCents)} a bag (minimum ${sayCount(blade_transfer.minimumBags, 'bag')}).`;
}
