import {
  detectLanguage,
  type LocalTime,
  normalize,
  plainText,
  type Speller,
  splitRequests,
} from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { areaOf, readZipCode } from '../../../bookings/check-coverage.ts';
import { applyDetails } from './apply-details.ts';
import { ASKS, chooseGoals, isBookingQuestion, NO_IDEA, tellsOrder } from './choose-goals.ts';
import type { Carries } from './classify.ts';
import { OWED } from './goal-signals.ts';
import { type Goal, isTopic, type Memory } from './memory.ts';
import { type Order, serviceOf } from './order.ts';
import { readChoices } from './reading/read-choice.ts';
import { type Details, readDetails } from './reading/read-details.ts';
import { type Extra, mentionedExtras, readWantedExtras } from './reading/read-extras.ts';
import { mergeInstructions, readInstructions } from './reading/read-instructions.ts';
import { isWayBack, namesOtherEnd, turnRound, turnsRound } from './reading/read-swap.ts';
import { withNamedZips } from './reading/with-named-zips.ts';
import { withoutAirport } from './reading/without-airport.ts';
import { asksForBooking, beginAnew, groupsOf, startsAnew } from './starts-anew.ts';

/** Answers that leave the order of the conversation as it was. */
const LEAVE_ORDER: readonly Goal[] = [
  'bookings',
  'history',
  'other_customers',
  'account',
  'instructions',
  'identity',
];

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
  const forDriver = instructionsOf(plainText(raw), memory);
  const isCounted = memory.asked === 'count';
  const plain = normalize(forDriver.rest)
    .replace(PHONE_NUMBER, ' ')
    .replace(TAG, '.')
    .replace(ONE_MORE_THING, (hit) => (isCounted ? hit : ''));
  const written = correct(plain).trim();
  const besideAirport = withoutAirport(written);
  const text = withNamedZips(besideAirport ?? written, memory.zipsNamed);
  const { asked } = memory;
  // "Newark it is", after the airports were told.
  const isAboutAirports = memory.heard.goals.includes('policy:airport');
  const goals = new Set<Goal>();
  for (const request of splitRequests(text)) {
    const part = readDetails({ text: request, known: {}, asked: undefined, business, now });
    const carries = carriesOf(part, business);
    // "I live in Hoboken, do you deliver there?"
    const isShort = request.split(' ').length <= 5;
    if (isShort || /\b(?:there|here|that|it|this|both|either|them)\b/.test(request)) {
      const whole = readDetails({ text, known: {}, asked: undefined, business, now });
      carries.hasZip ||= whole.zips.length > 0;
      carries.hasPlace ||= whole.places.length > 0;
      carries.hasDay ||= whole.days.some(({ first }) => first !== '');
      // "2 suitcases to JFK, what do I pay"
      if (OWED.test(request)) Object.assign(carries, carriesOf(whole, business));
    }
    // "We were late. Is there a fee?" asks what the policy says.
    const isRule = [...goals].some((goal) => goal.startsWith('policy:') && goal !== 'policy:coi');
    if (isRule && IS_IT_CHARGED.test(request)) continue;
    for (const goal of classify(request, carries)) goals.add(goal);
  }
  const before = { ...memory.order };
  const read = (): Details => {
    const { order, days, choices, lastPlace } = memory;
    const oneDay = days?.first === days?.last ? days?.first : undefined;
    const knownDays = {
      chosen: order.day ?? order.flightDay ?? oneDay,
      spoken: days,
      pickup: order.day,
      flight: order.flightDay,
    };
    const known = { ...order };
    const wanted = isAboutAirports && asked !== 'airport' ? 'airport' : asked;
    return readDetails({
      text,
      known,
      asked: wanted,
      business,
      now,
      knownDays,
      lastPlace,
      choices,
    });
  };
  let details = read();
  const isRestart = goals.has('restart');
  const anew = startsAnew(memory, text, { details, isRestart });
  if (anew !== undefined && groupsOf(details) > 0) {
    goals.delete('restart');
    if (anew === 'anew') {
      beginAnew(memory);
      details = read();
      const isPrice = goals.has('price') && !goals.has('booking');
      if (asksForBooking(text) && !isPrice) {
        goals.delete('availability');
        goals.delete('coverage');
        goals.add('booking');
      } else if (![...goals].some(isTopic)) goals.add('price');
    }
  }
  const isTurned =
    anew !== 'anew' &&
    (turnsRound(text, memory.isTurned) || namesOtherEnd(memory.order, details.order));
  if (isTurned) {
    turnRound(memory.order);
    memory.isTurned = !memory.isTurned;
    // The way back is on another day.
    if (isWayBack(text) && memory.handedOff !== undefined) delete memory.order.day;
    details = read();
  }
  if (besideAirport !== undefined && serviceOf(memory.order) === 'blade_transfer') {
    details.dropped.push('service', 'direction', 'airport', 'terminal');
  }
  const isCorrection = /\b(?:sorry|actually|instead|not|wrong|chang\w+|correct\w*|now)\b/.test(
    text,
  );
  if (forDriver.isDropped) details.dropped.push('instructions');
  else if (forDriver.sentences.length > 0) {
    const known = memory.order.instructions;
    details.order.instructions = mergeInstructions(known, forDriver.sentences, isCorrection);
  }
  const wanted = readWantedExtras(text, memory.mentioned);
  for (const [extra, value] of Object.entries(wanted) as [Extra, boolean][]) {
    details.order[extra] ??= value;
  }
  const { days } = memory;
  const changed = applyDetails(memory, details, { before, isTurned, business });
  memory.heard = {
    text,
    goals: [],
    explicit: [...goals],
    asked,
    language: detectLanguage(normalize(raw)),
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
  if (tellsOrder(text, details) && !carriesOf(details, business).hasOutside) {
    if (goals.delete('coverage') && !goals.has('booking')) goals.add('price');
  }
  memory.heard.goals = chooseGoals(memory, { text, explicit: [...goals], details });
  settleOrder(memory, before);
  if (memory.heard.goals.every((goal) => LEAVE_ORDER.includes(goal))) memory.days = days;
  const topic = memory.heard.goals.findLast(isTopic);
  // A side question in the middle of a booking does not end the booking.
  if (topic !== undefined && !(memory.topic === 'booking' && isBookingQuestion(memory))) {
    memory.topic = topic;
  }
  const [zip, place] = [details.zips.at(-1), details.places.at(-1)];
  if (zip !== undefined || place !== undefined) {
    memory.lastPlace = { zip: zip ?? place?.zip, place: place?.name };
  }
  memory.zipsNamed = [...new Set([...memory.zipsNamed, ...details.zips])].slice(-2);
  memory.choices = readChoices(text, details.days) ?? memory.choices;
  memory.mentioned = mentionedExtras(text);
  memory.asked = undefined;
}

const PHONE_NUMBER = /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\b/g;

/** "That's the 8th, right?" tells it, when more follows. */
const TAG = /,? (?:right|correct|isn'?t it|no|yes|yeah|ok(?:ay)?) ?\?(?= \S)/g;

/** How people begin to speak of something else; it counts nothing. */
const ONE_MORE_THING =
  /^(?:oh,? |and |also,? |ok(?:ay)?,? |just |thanks,? |there'?s )*(?:(?:one|a) (?:more|last|other|final|quick|small) thing|one thing(?= ?(?:[:,;-]|$)))\b(?! (?:to|for|from|i|we)\b)[ ,:;.-]*/;

/** Whether something costs more, when nothing is said of what. */
const IS_IT_CHARGED =
  /^(?:and |so |but )?(?:(?:will|do|would|am|are) (?:i|we|you) (?:be |get )?(?:charged?|billed|pay)(?: me| us)?(?: (?:extra|more|for (?:that|it|this)))?|is (?:there|that|it) (?:an? )?(?:extra |additional )?(?:fee|charge|cost|penalty|extra|charged))[?.! ]*$/;

/** What a goal leaves of the order, or takes it back to. */
function settleOrder(memory: Memory, before: Order): void {
  const { goals } = memory.heard;
  if (goals.length > 0 && goals.every((goal) => LEAVE_ORDER.includes(goal))) {
    memory.order = before;
    memory.heard.changed = new Set();
  }
  if (goals.includes('restart')) beginAnew(memory);
  if (goals.includes('dropped')) {
    memory.order = {};
    memory.handedOff = undefined;
    memory.topic = undefined;
  }
  if (goals.includes('declined') && memory.handedOff !== undefined) {
    memory.order = { ...memory.handedOff };
  }
}

/** A message of nothing but wishes for the driver, before there is an order, is no such thing. */
function instructionsOf(text: string, memory: Memory): ReturnType<typeof readInstructions> {
  const found = readInstructions(text);
  const isAlone = Object.keys(memory.order).length === 0 && !/\p{L}{2}/u.test(found.rest);
  return isAlone ? { sentences: [], isDropped: false, rest: text } : found;
}

/** What a request carries besides its words. */
function carriesOf({ order, zips, places, days }: Details, business: Business): Carries {
  const isOutside = (zip: string): boolean =>
    readZipCode(zip) !== undefined && areaOf(business, zip) === undefined;
  return {
    hasZip: zips.length > 0,
    hasPlace: places.length > 0,
    hasOutside:
      [...zips, ...places.flatMap(({ zip }) => zip ?? [])].some(isOutside) ||
      places.some(({ isUnlisted, zip }) => isUnlisted === true && zip === undefined),
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
