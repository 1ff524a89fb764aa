import {
  detectLanguage,
  type LocalTime,
  normalize,
  plainText,
  readDays,
  type Speller,
  splitRequests,
} from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { type Carries, carriesOf } from './goals/carries.ts';
import { chooseGoals } from './goals/choose-goals.ts';
import { isBookingQuestion } from './goals/is-booking-question.ts';
import { DOES_WITHOUT, readGoals } from './goals/read-goals.ts';
import { ASKS } from './goals/signals/asks.ts';
import { asksPerPiece } from './goals/signals/asks-per-piece.ts';
import { namesOwnBooking } from './goals/signals/existing-booking-signals.ts';
import { PRICE } from './goals/signals/goal-signals.ts';
import { NO_IDEA } from './goals/signals/no-idea.ts';
import { tellsOrder } from './goals/tells-order.ts';
import { type Goal, isTopic, type Memory } from './memory.ts';
import { applyDetails } from './order/apply-details.ts';
import { isOfPlace } from './order/carried-over.ts';
import { instructionsOf } from './order/instructions-of.ts';
import { serviceOf } from './order/order.ts';
import { leavesOrder, settleOrder } from './order/settle-order.ts';
import { asksForBooking, beginAnew, groupsOf, startsAnew } from './order/starts-anew.ts';
import type { KnownDays } from './reading/days/relate-days.ts';
import { correctInstructions, mergeInstructions } from './reading/extras/merge-instructions.ts';
import { type Extra, mentionedExtras, readWantedExtras } from './reading/extras/read-extras.ts';
import { afterRefusal } from './reading/goods/after-refusal.ts';
import { readHomes, withHomes } from './reading/places/named-homes.ts';
import { replacesOutside } from './reading/places/replace-outside.ts';
import { type Details, readDetails } from './reading/read-details.ts';
import {
  isWayBack,
  namesOtherEnd,
  turnRound,
  turnsRound,
  withoutMore,
  withTurn,
} from './reading/read-swap.ts';
import { withAnswerNamed } from './reading/rephrase/with-answer-named.ts';
import { withDetailNamed } from './reading/rephrase/with-detail-named.ts';
import { lastToCome, withGoodsNamed } from './reading/rephrase/with-goods-named.ts';
import { withNamedZips } from './reading/rephrase/with-named-zips.ts';
import { optionsToCome, withOptionNamed } from './reading/rephrase/with-option-named.ts';
import { withoutAirport } from './reading/rephrase/without-airport.ts';
import { withoutOpenings } from './reading/rephrase/without-openings.ts';
import { withoutWishes } from './reading/rephrase/without-wishes.ts';
import { readChoices } from './reading/services/read-choice.ts';

/** What tells that something is not carried, or not on the list. */
const REFUSALS: readonly Goal[] = ['policy:prohibited', 'policy:custom'];

/** Puts a customer's message into the memory: its details, and the goals it sets. */
export function hear(options: {
  memory: Memory;
  raw: string;
  now: LocalTime;
  business: Business;
  carry: (text: string, now: LocalTime) => Readonly<Carries>;
  classify: (request: string, carries: Carries) => readonly Goal[];
  correct: Speller;
}): void {
  const { memory, raw, now, business, carry, classify, correct } = options;
  const forDriver = instructionsOf(plainText(raw), memory);
  const isCounted = memory.asked === 'count';
  const plain = withoutOpenings(withoutWishes(normalize(forDriver.rest)), isCounted);
  const written = correct(plain).trim();
  const besideAirport = withoutAirport(written);
  const answered = withAnswerNamed(besideAirport ?? written, memory.asked);
  const putRight = withDetailNamed(answered, { ...memory, now });
  const turned = withTurn(withNamedZips(putRight, memory.zipsNamed), memory.order);
  const optioned = withOptionNamed(turned, memory.order, memory.optionsLast);
  const said = withGoodsNamed(withHomes(optioned, memory.homes), memory.cameLast);
  const refused = memory.heard.goals.some((goal) => REFUSALS.includes(goal))
    ? memory.heard.text
    : undefined;
  const goesOn = refused === undefined ? undefined : afterRefusal(said, refused, memory.order);
  const text = goesOn ?? said;
  const { asked } = memory;
  // "Newark it is", after the airports were told.
  const isAboutAirports = memory.heard.goals.includes('policy:airport');
  const told = readGoals({ text, memory, now, carry, classify });
  const { goals, areaRequests } = told;
  let { ours } = told;
  // The goods that were refused are left out, and the rest is what was wished before.
  if (goesOn !== undefined) {
    goals.clear();
    const isBooked = memory.topic === 'booking' || asksForBooking(`${refused} ${text}`);
    goals.add(isBooked ? 'booking' : 'price');
  }
  const before = { ...memory.order };
  const daysBefore = daysOf(memory);
  let isBegun = false;
  const read = (): Details => {
    const { order, choices, lastPlace, mentioned, inTurn } = memory;
    // "A second one, a week later": counted from the first, which it has no other day of.
    const isNew =
      memory.days === undefined &&
      (Object.keys(order).every(isOfPlace) || (isBegun && order.day === undefined));
    const knownDays = isNew ? { ...daysBefore, chosen: undefined } : daysOf(memory);
    const known = { ...order };
    const wanted = isAboutAirports && asked !== 'airport' ? 'airport' : asked;
    return readDetails({
      text: ours,
      known,
      asked: wanted,
      business,
      now,
      knownDays,
      lastPlace,
      choices,
      inTurn,
      mentioned,
    });
  };
  let details = read();
  const isRestart = goals.has('restart');
  const anew = startsAnew(memory, text, { details, isRestart });
  if (anew !== undefined && groupsOf(details) > 0) {
    goals.delete('restart');
    if (anew === 'anew') {
      const isOneMore = memory.handedOff !== undefined && !ASKS.test(text);
      beginAnew(memory, text, details);
      isBegun = true;
      // "The trip back" is the new one from now on.
      memory.isTurned = turnsRound(text, false);
      if (memory.isTurned) turnRound(memory.order);
      details = read();
      const isPrice =
        goals.has('price') && !goals.has('booking') && (PRICE.test(text) || ASKS.test(text));
      if ((asksForBooking(text) || isOneMore) && !isPrice) {
        goals.delete('availability');
        goals.delete('coverage');
        goals.delete('price');
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
    ours = withoutMore(ours);
    // "And coming back?" asks for its price, whatever its words remind of.
    const isShort = text.split(' ').length <= MOST_WORDS_OF_TURN;
    for (const goal of isShort ? [...goals] : [])
      if (goal.startsWith('policy:')) goals.delete(goal);
    details = read();
  }
  if (besideAirport !== undefined && serviceOf(memory.order) === 'blade_transfer') {
    details.dropped.push('service', 'direction', 'airport', 'terminal');
  }
  const { instructions: note } = memory.order;
  if (forDriver.isDropped) details.dropped.push('instructions');
  else if (forDriver.sentences.length > 0) {
    details.order.instructions = mergeInstructions(note, forDriver.sentences, plainText(raw));
  } else if (note !== undefined) {
    const corrected = correctInstructions(note, plainText(raw));
    if (corrected !== undefined) details.order.instructions = corrected;
  }
  if (splitRequests(text).some((request) => DOES_WITHOUT.test(request))) {
    details.dropped.push('pickupHour');
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
    areaZips: details.zips.filter((zip) => areaRequests.some((one) => one.includes(zip))),
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
  const isServedNow = replacesOutside(before, memory.order, business);
  if (isServedNow && serviceOf(memory.order) !== undefined && goals.delete('coverage')) {
    goals.add('price');
    memory.heard.explicit = [...goals];
  }
  if (tellsOrder(text, details, before) && !carriesOf(details, business).hasOutside) {
    if (goals.delete('coverage') && !goals.has('booking')) goals.add('price');
  }
  // "I fly from JFK with 2 bags. Could you bring them there?" goes to the airport.
  const isNowhere = details.zips.length === 0 && details.places.length === 0;
  const isOfAirport = details.order.airport !== undefined && details.order.count !== undefined;
  if (isNowhere && isOfAirport && goals.delete('coverage')) goals.add('price');
  const cameNow = optionsToCome(before, memory.order);
  if (cameNow.length > 0 || changed.size > 0) memory.optionsLast = cameNow;
  memory.cameLast = lastToCome(before, memory.order) ?? memory.cameLast;
  memory.heard.goals = chooseGoals(memory, { text, explicit: [...goals], details });
  settleOrder(memory, before);
  if (leavesOrder(memory)) memory.days = days;
  const topic = memory.heard.goals.findLast(isTopic);
  // A side question in the middle of a booking does not end the booking.
  if (topic !== undefined && !(memory.topic === 'booking' && isBookingQuestion(memory))) {
    memory.topic = topic;
  }
  const [zip, place] = [details.zips.at(-1), details.places.at(-1)];
  if (zip !== undefined || place !== undefined) {
    const isPlaceLast = zip === undefined || (place?.index ?? -1) > text.indexOf(zip);
    memory.lastPlace = {
      zip: isPlaceLast ? place?.zip : zip,
      place: place?.name,
    };
  }
  memory.homes = { ...memory.homes, ...readHomes(text, placedZips(text, details)) };
  memory.zipsNamed = [...new Set([...memory.zipsNamed, ...details.zips])].slice(-2);
  memory.choices = readChoices(text, details.days) ?? memory.choices;
  // "How much per bag is that?" stays with what was told.
  memory.policy = toldPolicy(memory, business) ?? (asksPerPiece(text) ? memory.policy : undefined);
  if (topic !== undefined) memory.meant = undefined;
  else if (namesOwnBooking(text) || memory.heard.goals.includes('history')) {
    // "From the 7th to the 9th": the day it has comes before the one it shall have.
    memory.meant = {
      text,
      days: [...readDays(text.replace(/ to /g, ' . '), now), ...details.days],
    };
  }
  memory.mentioned = mentionedExtras(text);
  memory.asked = undefined;
}

/** The ZIP codes of a message where they stand, and those of its towns. */
const placedZips = (text: string, { zips, places }: Details): { zip: string; index: number }[] =>
  [
    ...zips.map((zip) => ({ zip, index: text.indexOf(zip) })),
    ...places.flatMap(({ zip, index }) => (zip === undefined ? [] : { zip, index })),
  ].sort((a, b) => a.index - b.index);

/** The days of an order, and of what was said of it. */
function daysOf({ order, days }: Memory): KnownDays {
  const oneDay = days?.first === days?.last ? days?.first : undefined;
  return {
    chosen: order.day ?? order.flightDay ?? oneDay,
    spoken: days,
    pickup: order.day,
    flight: order.flightDay,
  };
}

/** So few words say no more than that the order is turned round. */
const MOST_WORDS_OF_TURN = 7;
function toldPolicy({ heard }: Memory, { policies }: Business): Memory['policy'] {
  const goal = heard.goals.findLast((one) => one.startsWith('policy:'));
  const text = policies.find(({ id }) => `policy:${id}` === goal)?.text.toLowerCase();
  return goal === undefined || text === undefined ? undefined : { goal, text };
}
