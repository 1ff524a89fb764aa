import {
  addDays,
  detectLanguage,
  type LocalTime,
  nextWeekday,
  normalize,
  readYesNo,
  splitRequests,
} from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import type { Carries } from './classify.ts';
import { type Goal, isTopic, type Memory } from './memory.ts';
import { type Order, serviceOf } from './order.ts';
import { type Details, readDetails } from './reading/read-details.ts';
import type { Speller } from './speller.ts';

const NO_IDEA =
  /\b(?:not sure|don'?t know|no idea|unsure|flexible|any(?: ?time| day| date)|whenever|undecided|haven'?t decided|skip|later|no date|to be decided|tbd|doesn'?t matter|you decide)\b/;
const ASKS =
  /\?|\bhow (?:much|many)\b|^(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will|would)\b/;

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
  const details = readDetails({ text, known, asked: memory.asked, business, now });
  const shifted = shiftedDay(text, memory.days) ?? dayWithin(text, memory.days);
  if (shifted !== undefined) {
    details.days = [{ first: shifted, last: shifted, index: 0 }];
    details.order.day = shifted;
  }
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
  const changed = applyDetails(memory, details);
  memory.heard = {
    text,
    goals: [],
    language: detectLanguage(plain),
    zips: details.zips,
    places: details.places,
    days: details.days,
    changed,
  };
  if (NO_IDEA.test(text) && memory.asked === 'day') memory.dayIsOpen = true;
  memory.heard.goals = chooseGoals(memory, { text, explicit: [...goals], details });
  if (memory.heard.goals.includes('restart')) {
    memory.order = {};
    memory.handedOff = undefined;
    memory.dayIsOpen = false;
    memory.days = undefined;
    memory.topic = undefined;
  }
  const topic = memory.heard.goals.findLast(isTopic);
  // A side question in the middle of a booking does not end the booking.
  if (topic !== undefined && !(memory.topic === 'booking' && isBookingQuestion(memory))) {
    memory.topic = topic;
  }
  memory.asked = undefined;
}

/** "And the day after?", of the day last spoken about. */
function shiftedDay(text: string, days: Memory['days']): string | undefined {
  if (days === undefined) return undefined;
  const found =
    /\b(?:the )?(day|week|weekend) (after|before|later)(?: that| then)?(?:[?.!,]|$)|\b(?:the )?(following|next) (day|week|weekend)\b/.exec(
      text,
    );
  if (found === null || (found[3] === 'next' && found[4] !== 'day')) return undefined;
  const count = (found[1] ?? found[4]) === 'day' ? 1 : 7;
  return found[2] === 'before'
    ? addDays(days.first, -count)
    : addDays(count === 1 ? days.last : days.first, count);
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** "Sunday", of the weekend or week last spoken about. */
function dayWithin(text: string, days: Memory['days']): string | undefined {
  if (days === undefined || days.first === days.last || /\d|next|this|tomorrow/.test(text))
    return undefined;
  const named = WEEKDAYS.filter((weekday) => text.includes(weekday));
  const [only] = named;
  if (only === undefined || named.length > 1) return undefined;
  const day = nextWeekday(days.first, WEEKDAYS.indexOf(only));
  return day <= days.last ? day : undefined;
}

const isBookingQuestion = ({ topic, asked }: Memory): boolean =>
  topic === 'booking' &&
  asked !== undefined &&
  ['service', 'tier', 'count', 'direction', 'airport', 'terminal', 'day'].includes(asked);

function carriesOf({ order, zips, places, days }: Details): Carries {
  return {
    hasZip: zips.length > 0,
    hasPlace: places.length > 0,
    hasTier: order.tier !== undefined,
    hasDay: days.some(({ first, isImpossible }) => first !== '' || isImpossible === true),
    hasService:
      serviceOf(order as Order) !== undefined ||
      order.specialty !== undefined ||
      order.count !== undefined,
  };
}

/** Merges what was said. A change of service drops the details that only the old one had. */
function applyDetails(memory: Memory, { order, days, dropped }: Details): Set<keyof Order> {
  const before = { ...memory.order };
  const earlier = serviceOf(before);
  Object.assign(memory.order, order);
  if (order.count !== undefined && order.pieces === undefined) delete memory.order.pieces;
  for (const key of dropped) delete memory.order[key];
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
  const span = days.findLast(({ first, isImpossible }) => first !== '' && isImpossible !== true);
  if (span !== undefined) {
    memory.days = { first: span.first, last: span.last };
    memory.dayIsOpen = false;
  }
  return new Set(
    (Object.keys({ ...before, ...memory.order }) as (keyof Order)[]).filter(
      (key) => memory.order[key] !== before[key],
    ),
  );
}

function chooseGoals(
  memory: Memory,
  message: { text: string; explicit: Goal[]; details: Details },
): Goal[] {
  const { text, details } = message;
  const { asked } = memory;
  let { explicit } = message;
  const { changed, language } = memory.heard;
  for (const alone of ['instructions', 'other_customers'] as const) {
    if (explicit.includes(alone)) return [alone];
  }
  const saysNothingNew =
    changed.size === 0 &&
    details.zips.length === 0 &&
    details.days.length === 0 &&
    details.places.length === 0;
  if (language !== undefined && (explicit.length === 0 || language !== 'other')) {
    const isPlainlyOther = explicit.every((goal) => !isTopic(goal)) && asked === undefined;
    if (isPlainlyOther) return ['language'];
  }
  // Pleasantries around a real request need no answer of their own.
  const isSmallTalk = (goal: Goal): boolean =>
    ['greeting', 'thanks', 'goodbye', 'abuse', 'help'].includes(goal);
  if (explicit.some((goal) => !isSmallTalk(goal)) || !saysNothingNew) {
    explicit = explicit.filter((goal) => !isSmallTalk(goal));
  }
  const yesNo = readYesNo(text);
  const isOffer = asked === 'offer_booking' || asked === 'offer_price' || asked === 'offer_dates';
  const real = explicit.filter((goal) => !isSmallTalk(goal));

  const isAside = ASKS.test(text) || real.some((goal) => !goal.startsWith('policy:'));
  if (isOffer && yesNo === 'yes' && (real.length === 0 || !isAside)) {
    return [
      asked === 'offer_price' ? 'price' : asked === 'offer_dates' ? 'availability' : 'booking',
    ];
  }
  if (
    /^(?:never ?mind|forget it|cancel that|stop)\b/.test(text) &&
    real.length === 0 &&
    saysNothingNew
  ) {
    return ['declined'];
  }
  if (asked !== undefined && yesNo === 'no' && real.length === 0 && saysNothingNew) {
    if (!(asked === 'day' && memory.dayIsOpen)) return ['declined'];
  }
  if (/^(?:no|nope|nah|no thanks?|no thank you)[.!]*$/.test(text)) return ['declined'];
  if (/\bchanged? (?:my|our) mind\b/.test(text) && saysNothingNew) return ['declined'];
  const slotAsked = asked !== undefined && !isOffer;
  if (slotAsked && !saysNothingNew && !ASKS.test(text)) {
    // An answer, whatever its words remind of.
    const [alone] = real.filter((goal) => goal === 'restart' || goal === 'contact');
    return [alone ?? memory.topic ?? topicOf(asked)];
  }
  if (slotAsked && explicit.length === 0) {
    const isUnsure = NO_IDEA.test(text);
    if (isUnsure && (asked === 'service' || asked === 'tier') && changed.size === 0)
      return ['choose'];
    const topic = memory.topic ?? topicOf(asked);
    return saysNothingNew && !isUnsure && yesNo === undefined ? ['puzzled', topic] : [topic];
  }
  if (memory.handedOff !== undefined && changed.size > 0 && !ASKS.test(text)) {
    return ['booking'];
  }
  if (explicit.length > 0) {
    const goesOn = isBookingQuestion(memory) && !explicit.includes('booking');
    return goesOn && !explicit.includes('restart')
      ? [...explicit.slice(0, 3), 'booking']
      : explicit.slice(0, 4);
  }
  if (saysNothingNew) return [yesNo === 'no' ? 'declined' : 'unknown'];
  return [continued(memory, details)];
}

/** Details alone go on with the topic, or start the one they belong to. */
function continued(memory: Memory, { zips, places, days, order }: Details): Goal {
  const hasOrder = Object.keys(order).some((key) => !/Zip$|Place$|^day$/.test(key));
  const hasDay = days.length > 0;
  const hasPlace = zips.length > 0 || places.length > 0;
  if (memory.topic === 'booking' || memory.topic === 'price') return memory.topic;
  if (memory.topic === 'choose' && hasOrder) return 'choose';
  if (hasOrder) return 'price';
  if (hasDay && !hasPlace) {
    return memory.topic === undefined && ASKS.test(memory.heard.text) ? 'unknown' : 'availability';
  }
  if (hasPlace) return 'coverage';
  return memory.topic ?? 'unknown';
}

function topicOf(asked: NonNullable<Memory['asked']>): Goal {
  if (asked === 'zip') return 'coverage';
  return asked === 'day' ? 'availability' : 'booking';
}
