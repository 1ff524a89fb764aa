import {
  detectLanguage,
  type LocalTime,
  normalize,
  type Speller,
  splitRequests,
} from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { ASKS, chooseGoals, isBookingQuestion, NO_IDEA } from './choose-goals.ts';
import type { Carries } from './classify.ts';
import { type Goal, isTopic, type Memory } from './memory.ts';
import { type Order, serviceOf, tierOf } from './order.ts';
import { type Details, readDetails } from './reading/read-details.ts';

/** Puts a customer's message into the memory: its details, and the goals it sets. */
export function hear(options: {
  memory: Memory;
  raw: string;
  now: LocalTime;
  business: Business;
  classify: (request: string, carries: Carries) => Goal[];
  correct: Speller;
}): void {
  const { memory, raw, now, business, classify, correct } = options;
  const plain = normalize(raw);
  const text = correct(plain);
  const known = { ...memory.order };
  const { asked, days: spoken } = memory;
  const oneDay = spoken?.first === spoken?.last ? spoken?.first : undefined;
  const knownDays = { chosen: known.day ?? known.flightDay ?? oneDay, spoken };
  const details = readDetails({ text, known, asked, business, now, knownDays });
  const goals = new Set<Goal>();
  for (const request of splitRequests(text)) {
    const part = readDetails({ text: request, known: {}, asked: undefined, business, now });
    const carries = carriesOf(part);
    // "I live in Hoboken, do you deliver there?"
    if (/\b(?:there|that|it|this)\b/.test(request)) {
      carries.hasZip ||= details.zips.length > 0;
      carries.hasPlace ||= details.places.length > 0;
      carries.hasDay ||= details.days.some(({ first }) => first !== '');
    }
    for (const goal of classify(request, carries)) goals.add(goal);
  }
  const changed = applyDetails(memory, details, business);
  memory.heard = {
    text,
    goals: [],
    explicit: [...goals],
    asked,
    language: detectLanguage(plain),
    zips: details.zips,
    places: details.places,
    days: details.days,
    changed,
  };
  if (asked === 'day') {
    const isSkipped = changed.size > 0 && details.days.length === 0 && !ASKS.test(text);
    if (isSkipped) memory.daySkips += 1;
    // Asked twice, and other details came both times: the booking form asks for the day.
    if (NO_IDEA.test(text) || memory.daySkips > 1) memory.dayIsOpen = true;
  }
  memory.heard.goals = chooseGoals(memory, { text, explicit: [...goals], details });
  if (memory.heard.goals.includes('restart')) {
    memory.order = {};
    memory.handedOff = undefined;
    memory.dayIsOpen = false;
    memory.dayWasRefused = false;
    memory.estimate = undefined;
    memory.days = undefined;
    memory.topic = undefined;
  }
  if (memory.heard.goals.includes('dropped')) {
    memory.order = {};
    memory.handedOff = undefined;
    memory.topic = undefined;
  }
  if (memory.heard.goals.includes('declined') && memory.handedOff !== undefined) {
    memory.order = { ...memory.handedOff };
  }
  const topic = memory.heard.goals.findLast(isTopic);
  // A side question in the middle of a booking does not end the booking.
  if (topic !== undefined && !(memory.topic === 'booking' && isBookingQuestion(memory))) {
    memory.topic = topic;
  }
  memory.asked = undefined;
}

/** What a request carries besides its words. */
function carriesOf({ order, zips, places, days }: Details): Carries {
  return {
    hasZip: zips.length > 0,
    hasPlace: places.length > 0,
    hasSpecialty: order.specialty !== undefined,
    hasTier: order.tier !== undefined,
    hasCount: order.count !== undefined,
    hasDay: days.some(({ first, isImpossible }) => first !== '' || isImpossible === true),
    hasService:
      serviceOf(order as Order) !== undefined ||
      order.specialty !== undefined ||
      order.count !== undefined,
  };
}

/** Merges what was said. A change of service drops the details that only the old one had. */
function applyDetails(
  memory: Memory,
  { order, days, dropped }: Details,
  business: Business,
): Set<keyof Order> {
  const before = { ...memory.order };
  const earlier = serviceOf(before);
  Object.assign(memory.order, order);
  if (order.count !== undefined && order.pieces === undefined) delete memory.order.pieces;
  for (const key of dropped) delete memory.order[key];
  // The size that was priced for another number was the clerk's, not the customer's.
  const { tier, ...withoutTier } = before;
  const isDerived =
    tier !== undefined && before.count !== undefined && tierOf(withoutTier, business) === tier;
  if (isDerived && order.count !== undefined && order.tier === undefined) delete memory.order.tier;
  const service = order.service ?? (order.airport !== undefined ? 'blade_transfer' : undefined);
  if (service !== undefined && earlier !== undefined && service !== earlier) {
    memory.order.service = service;
    if (service !== 'mini_move') {
      for (const key of ['tier', 'packing', 'unpacking'] as const) {
        if (order[key] === undefined) delete memory.order[key];
      }
    }
    if (service !== 'blade_transfer') {
      for (const key of ['direction', 'airport', 'terminal', 'flightDay', 'flightTime'] as const) {
        delete memory.order[key];
      }
    }
  }
  // Another airport has other terminals.
  if (
    order.airport !== undefined &&
    order.airport !== before.airport &&
    order.terminal === undefined
  ) {
    delete memory.order.terminal;
  }
  for (const role of ['pickup', 'delivery'] as const) {
    const earlierZip = before[`${role}Zip`];
    const zip = order[`${role}Zip`];
    if (earlierZip === undefined || zip === undefined || zip === earlierZip) continue;
    // Another ZIP code is another address; its parts that were not said are not known.
    for (const part of ['Line', 'City', 'State', 'Place'] as const) {
      if (order[`${role}${part}`] === undefined) delete memory.order[`${role}${part}`];
    }
  }
  const span = days.findLast(({ first, isImpossible }) => first !== '' && isImpossible !== true);
  if (span !== undefined) {
    memory.days = { first: span.first, last: span.last };
    memory.dayIsOpen = false;
    memory.daySkips = 0;
    if (span.first === span.last) memory.dayWasRefused = false;
  }
  return new Set(
    (Object.keys({ ...before, ...memory.order }) as (keyof Order)[]).filter(
      (key) => memory.order[key] !== before[key],
    ),
  );
}
