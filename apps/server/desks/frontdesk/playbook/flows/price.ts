import { sayDay, sayList, sayMoney } from '@deskbell/clerk';
import { blockedReason } from '../../../../bookings/booking-dates.ts';
import type { Business } from '../../../../bookings/business.ts';
import { type Order, serviceOf, tierOf } from '../order.ts';
import { readPlaces } from '../places.ts';
import { priceInput } from '../tool-inputs.ts';
import { cents, contact, plural, sayNotChecked, sayRefusal, sayTiers } from '../wording.ts';
import type { Flow, Part, Turn } from './flow.ts';

/** A price from the pricing tool, or a question for the one thing it needs. */
export const price: Flow = (turn, business) => {
  const { order } = turn.memory;
  const missing = askForQuantity(turn, business);
  if (missing !== undefined) return missing;

  const { today } = turn.now;
  const day = order.day !== undefined && order.day >= today ? order.day : undefined;
  const isToday = day === today && serviceOf(order) === 'standard_delivery';
  const asked = isToday ? { ...order, sameDay: true } : order;
  const outcome = turn.use('get_pricing_estimate', priceInput(asked, business, day));
  if (outcome === undefined) return undefined;
  if (!outcome.ok) {
    const said = outcome.reason === 'refused' ? sayRefusal(outcome.error) : undefined;
    return { text: said === undefined ? sayNotChecked(business) : `${said}` };
  }
  const part = sayEstimate(turn, outcome.value, order, business);
  if (order.day !== undefined && day === undefined) {
    part.text += ` I left out ${sayDay(order.day, today)}, which is already past.`;
  }
  const time = { now: turn.now.instant, timezone: business.profile.timezone };
  const reason =
    day === undefined ? null : blockedReason(day, { ...time, phone: business.profile.phone });
  if (reason === null) return part;
  return {
    text: `${part.text} ${reason}`,
    question: 'Shall I put down another day; if so, which day?',
  };
};

/** What a price cannot be made without; undefined when it is all there. */
export function askForQuantity(turn: Turn, business: Business): Part | undefined {
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
        text: `An Airport Transfer is ${cents(pricePerBagCents)} a bag, with a minimum of ${plural(minimumBags, 'bag')} (${cents(minimumChargeCents)}).`,
        question: 'How many bags will it be?',
      };
    }
    if (order.count < minimumBags) {
      return {
        text: `An Airport Transfer has a minimum of ${plural(minimumBags, 'bag')}, which is ${cents(minimumChargeCents)}.`,
        question: `How many bags shall I put down, ${minimumBags} or more?`,
      };
    }
  }
  if (service === 'standard_delivery' && order.specialty === undefined && !order.count) {
    const terms = business.standard_delivery;
    return {
      text: `Standard Delivery is ${cents(terms.pricePerItemCents)} an item, with a minimum charge of ${cents(terms.minimumChargeCents)}.`,
      question: turn.vary('How many items is it?', 'How many items would you like to send?'),
    };
  }
  return undefined;
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
  return `It depends on the service: Standard Delivery is ${cents(standard_delivery.pricePerItemCents)} an item (minimum ${cents(standard_delivery.minimumChargeCents)}), Mini Moves start at ${cents(cheapest)}, and an Airport Transfer is ${cents(blade_transfer.pricePerBagCents)} a bag (minimum ${plural(blade_transfer.minimumBags, 'bag')}).`;
}

/** An estimate in words. Every amount is the tool's. */
export function sayEstimate(
  turn: Turn,
  value: Record<string, unknown>,
  order: Order,
  business: Business,
): Part {
  const { estimated_total: total, disclaimer, note } = value;
  if (typeof total !== 'number') {
    const known = typeof note === 'string' ? note : `For a price, ${contact(business)}.`;
    return { text: known };
  }
  const lines = Array.isArray(value.line_items) ? value.line_items : [];
  const parts = lines.flatMap((line: unknown) => {
    const { label, amount } = (line ?? {}) as { label?: unknown; amount?: unknown };
    return typeof label === 'string' && typeof amount === 'number'
      ? [`${label} ${sayMoney(amount)}`]
      : [];
  });
  const isSpecialty = value.service_type === 'specialty_item';
  const what = sayWhat(order, business, isSpecialty);
  const opening = turn.vary(
    `The estimate for ${what} is ${sayMoney(total)}`,
    `For ${what}, I estimate ${sayMoney(total)}`,
    `That would be about ${sayMoney(total)} for ${what}`,
  );
  const detail = parts.length > 1 ? ` (${sayList(parts)})` : '';
  const notes = [`${opening}${detail}.`];
  if (order.service === undefined && serviceOf(order) === 'mini_move' && order.tier === undefined) {
    notes.push('For that many pieces I suggest a Mini Move.');
  }
  if (serviceOf(order) === 'mini_move' && order.specialty !== undefined) {
    notes.push(
      `Your ${order.specialty} is not in this price; specialty items go by Standard Delivery.`,
    );
  }
  if (typeof disclaimer === 'string') notes.push(disclaimer);
  notes.push(...unpricedAreas(order, business));
  const update = turn.memory.handedOff !== undefined;
  return {
    text: notes.join(' '),
    offer: update
      ? 'Shall I update your booking with that?'
      : turn.vary('Shall I start a booking?', 'Would you like me to start a booking?'),
  };
}

function sayWhat(order: Order, business: Business, isSpecialty: boolean): string {
  const service = serviceOf(order);
  if (service === 'mini_move') {
    const name = business.mini_move.tiers.find(
      ({ tier }) => tier === tierOf(order, business),
    )?.name;
    return `a ${name ?? 'Mini Move'}`;
  }
  if (service === 'blade_transfer')
    return `an Airport Transfer of ${plural(order.count ?? 0, 'bag')}`;
  if (isSpecialty || order.count === undefined) return `your ${order.specialty ?? 'item'}`;
  const extra = order.specialty === undefined ? '' : ` plus ${order.specialty}`;
  return `a Standard Delivery of ${plural(order.count, 'item')}${extra}`;
}

/** A surcharge that the estimate could not contain, because only the area was named. */
function unpricedAreas(order: Order, business: Business): string[] {
  return [
    [order.pickupPlace, order.pickupZip],
    [order.deliveryPlace, order.deliveryZip],
  ].flatMap(([place, zip]) => {
    if (place === undefined || zip !== undefined) return [];
    const charged = readPlaces(place.toLowerCase(), business)
      .flatMap(({ areas }) => areas)
      .filter(({ surchargeCents }) => surchargeCents > 0);
    const [first] = charged;
    if (first === undefined) return [];
    return [
      `An address in ${sayList([...new Set(charged.map(({ area }) => area))], 'or')} adds ${cents(first.surchargeCents)}; with its ZIP code I can include that.`,
    ];
  });
}
