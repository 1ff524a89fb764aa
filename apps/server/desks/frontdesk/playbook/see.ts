import { type LocalTime, normalize, type Reply } from '@deskbell/clerk';
import { blockedReason } from '../../../bookings/booking-dates.ts';
import type { Business } from '../../../bookings/business.ts';
import { findSpecialtyItems } from '../../../bookings/specialty-items.ts';
import type { Goal, Memory, Question } from './memory.ts';
import type { Tier } from './order/order.ts';
import { noteChoices } from './order/priced-choices.ts';
import { orderOfCall } from './order/tool-inputs.ts';
import { readDetails } from './reading/read-details.ts';
import { RECAP, RECAP_SEPARATOR, sentencesOf } from './wording.ts';

/** How each question may be put, by the clerk or by a language model. The first that fits counts. */
const QUESTIONS: readonly [Question, RegExp][] = [
  ['terminal', /which terminal/],
  ['airport', /which airport|\bjfk or (?:newark|ewr)|what airport/],
  ['direction', /to or from (?:the|an) airport|(?:to|from) the airport,? or|heading to/],
  ['tier', /which (?:size|tier|package|move)\b|petite, standard,? or full|which of the three/],
  [
    'count',
    /how many (?:\w+ )?(?:items|bags|pieces|suitcases|boxes|things|surfboards)|how much (?:luggage|stuff)/,
  ],
  [
    'service',
    /which (?:service|one)\b|what would you like (?:to|us to) (?:send|move|ship|book)|what (?:are you|do you need|will you be) (?:sending|moving|delivered|moved|to move|to send)|what would you like to book/,
  ],
  [
    'pickup_zip',
    /(?:pickup|pick-up|picking up|pick up)[^?]*zip|zip[^?]*(?:pickup|pick-up|picking up|pick up|coming from)/,
  ],
  [
    'delivery_zip',
    /(?:delivery|destination|delivering|deliver|drop)[^?]*zip|zip[^?]*(?:delivery|destination|deliver|going to)/,
  ],
  ['zip', /zip code/],
  [
    'day',
    /(?:what|which) (?:pickup |other |pick-up )?(?:day|date)|when (?:would|should|do|shall|is|are|will)|what (?:other )?(?:day|date)s?/,
  ],
  [
    'offer_price',
    /(?:shall i|would you like|want me to|should i|can i)[^?]*(?:price|estimate|quote)/,
  ],
  [
    'offer_booking',
    /(?:shall i|would you like|want me to|should i|ready to|do you want|can i)[^?]*book/,
  ],
  ['offer_dates', /(?:shall i|would you like|want me to|should i|can i)[^?]*(?:date|day|availab)/],
];

/** The question a reply ends with; undefined when its last sentences ask nothing known. */
function readQuestion(reply: string): Question | undefined {
  const text = normalize(reply.slice(-600));
  const asking = text.match(/[^.!?\n]*\?/g)?.at(-1);
  if (asking === undefined) return undefined;
  return QUESTIONS.find(([, pattern]) => pattern.test(asking))?.[0];
}

/** The days that a call found free and bookable, in their order. */
function freeDaysOf(outcome: Reply['calls'][number]['outcome']): string[] {
  const dates = outcome.ok ? outcome.value.dates : undefined;
  if (!Array.isArray(dates)) return [];
  return dates.flatMap((day: unknown) => {
    const { date, availability, blocked } = day as Record<string, unknown>;
    return typeof date === 'string' && availability === 'available' && blocked !== true ? date : [];
  });
}

/** A day that cannot be booked has been said so; it must not come up again. */
function forgetRefusedDays(memory: Memory, now: LocalTime, { profile }: Business): void {
  const { order } = memory;
  const time = { now: now.instant, timezone: profile.timezone, phone: profile.phone };
  for (const key of ['day', 'flightDay'] as const) {
    const day = order[key];
    if (day === undefined || blockedReason(day, time) === null) continue;
    delete order[key];
    if (day === now.today) delete order.sameDay;
    memory.dayWasRefused = true;
    memory.dayIsOpen = false;
  }
}

/** A terminal that the airport does not have was told so. */
function forgetRefusedTerminal(
  { order }: Memory,
  { blade_transfer: { airports } }: Business,
): void {
  const { airport, terminal } = order;
  const known = airports.find(({ code }) => code === airport)?.terminals;
  if (terminal !== undefined && known?.includes(terminal) === false) delete order.terminal;
}

const TIER_PAIR = /\b(petite|standard|full)(?: moves?)? and (?:the )?(standard|full) moves?\b/g;

/** The two sizes of a move that a reply names last, side by side: "the Standard and Full Moves". */
function readTierPair(reply: string): [Tier, Tier] | undefined {
  const [, first, second] = [...reply.matchAll(TIER_PAIR)].at(-1) ?? [];
  return first === undefined || first === second ? undefined : [first as Tier, second as Tier];
}

/** After these the bookings that were shown are still what is spoken about. */
const ASIDES: ReadonlySet<Goal> = new Set(['thanks', 'contact', 'unknown', 'payment', 'bookings']);

/** Puts what the assistant did and said into the memory. */
export function see(options: {
  memory: Memory;
  reply: Reply;
  now: LocalTime;
  business: Business;
}): void {
  const { memory, reply, now, business } = options;
  for (const { tool, input, outcome } of reply.calls) {
    if (tool === 'get_pricing_estimate' || tool === 'build_booking_handoff') {
      const known = orderOfCall(input);
      const description = typeof input.item_description === 'string' ? input.item_description : '';
      const special = findSpecialtyItems(description, business.specialty_item.items);
      if (special.length > 0) {
        known.specialty = special
          .map(
            ({ item, quantity }) =>
              `${quantity === 1 ? '' : `${quantity} `}${item.aliases[0]}${quantity === 1 ? '' : /x$/.test(item.aliases[0] ?? '') ? 'es' : 's'}`,
          )
          .join(' and ');
      }
      const rest = description
        .split(/ and |, ?/)
        .filter((part) => findSpecialtyItems(part, business.specialty_item.items).length === 0);
      const pieces = rest.join(' and ').trim();
      memory.order = { ...memory.order, ...known };
      if (tool === 'build_booking_handoff') {
        if (pieces === '') delete memory.order.pieces;
        else memory.order.pieces = pieces;
        if (special.length === 0) delete memory.order.specialty;
      }
      if (tool === 'build_booking_handoff') {
        memory.topic = 'booking';
        if (outcome.ok) {
          memory.handedOff = { ...memory.order };
          memory.dayIsOpen = memory.order.day === undefined && memory.order.flightDay === undefined;
        }
      } else if (memory.topic !== 'booking') {
        memory.topic = 'price';
      }
    } else if (tool === 'check_availability' && typeof input.start_date === 'string') {
      memory.topic ??= 'availability';
      const isOnlyOne =
        reply.calls.filter(({ tool }) => tool === 'check_availability').length === 1;
      const free = freeDaysOf(outcome);
      const { choices } = memory;
      if (choices?.of === 'day' && choices.totals === undefined && free.length > 0) {
        memory.choices = { ...choices, free: [...(choices.free ?? []), ...free] };
      } else if (isOnlyOne && free.length > 1) memory.choices = { of: 'day', values: free, free };
      if (input.num_days === 0) {
        memory.days = { first: input.start_date, last: input.start_date };
        memory.order.day = input.start_date;
      }
    } else if (tool === 'check_zip_coverage') {
      memory.topic ??= 'coverage';
    }
  }
  const tiers = reply.calls.length === 0 ? readTierPair(normalize(reply.text)) : undefined;
  if (tiers !== undefined) memory.choices = { of: 'tier', values: tiers };
  noteChoices(memory, reply.calls);
  // A price for each of several days chooses none of them.
  const pricedDays = reply.calls.flatMap(({ tool, input }) =>
    tool === 'get_pricing_estimate' && typeof input.pickup_date === 'string'
      ? input.pickup_date
      : [],
  );
  if (new Set(pricedDays).size > 1) delete memory.order.day;
  const pricedTiers = reply.calls.flatMap(({ tool, input }) =>
    tool === 'get_pricing_estimate' && typeof input.mini_move_tier === 'string'
      ? input.mini_move_tier
      : [],
  );
  if (new Set(pricedTiers).size > 1) delete memory.order.tier;
  for (const { tool, outcome } of reply.calls) {
    if (tool !== 'get_pricing_estimate' || !outcome.ok) continue;
    const { estimated_total: total, disclaimer } = outcome.value;
    if (typeof total === 'number') memory.estimate = total;
    if (typeof disclaimer === 'string') {
      for (const sentence of sentencesOf(disclaimer)) memory.told.add(sentence);
    }
  }
  const shown = [...new Set(reply.text.match(/\bTT-\d+\b/g))];
  const isAside = memory.heard.goals.every(
    (goal) => goal.startsWith('policy:') || ASIDES.has(goal),
  );
  if (shown.length > 0 || !isAside) memory.shown = shown;
  const isOfList = shown.length === 1 && memory.listed.includes(shown[0] ?? '');
  if (!isOfList) memory.listed = memory.shown;
  memory.asked = readQuestion(reply.text);
  forgetRefusedDays(memory, now, business);
  forgetRefusedTerminal(memory, business);
  const recap = reply.text.split('\n').find((line) => line.startsWith(RECAP));
  if (recap !== undefined) {
    for (const part of recap.slice(RECAP.length).replace(/\.$/, '').split(RECAP_SEPARATOR)) {
      const text = normalize(part);
      const known = memory.order;
      Object.assign(known, readDetails({ text, known, asked: undefined, business, now }).order);
    }
    memory.topic = 'booking';
  }
}
