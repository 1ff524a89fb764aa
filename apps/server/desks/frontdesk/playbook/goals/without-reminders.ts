import { namesEach } from '../flows/price-tiers.ts';
import type { Goal } from '../memory.ts';
import { serviceOf } from '../order/order.ts';
import { namesWeekdays } from '../reading/days/no-days.ts';
import { asksIfFits } from '../reading/goods/asks-if-fits.ts';
import { isFollowUp } from './is-follow-up.ts';
import { asksOfWhatIsBooked } from './own-booking-questions.ts';
import { asksPerAddress } from './signals/asks-per-address.ts';
import { asksPerPiece } from './signals/asks-per-piece.ts';
import { asksTotal } from './signals/asks-total.ts';
import { asksWhy } from './signals/asks-why.ts';
import { LEAVES_OUT } from './signals/goal-signals.ts';
import type { Setting } from './situation.ts';

type Filter = (goals: readonly Goal[], setting: Setting) => readonly Goal[];

/** What the words of a message ask for, without what they only remind of. */
export const withoutReminders: Filter = (goals, setting) =>
  FILTERS.reduce((left, filter) => filter(left, setting), goals);

const without = (goals: readonly Goal[], ...others: Goal[]): readonly Goal[] =>
  goals.filter((goal) => !others.includes(goal));

/** "I booked a move last week, when is it?" asks of that, whatever else its words are about. */
const ofWhatIsBooked: Filter = (goals, { memory, text, details, changed }) => {
  const hasGoods = details.zips.length > 0 || changed.has('count') || changed.has('specialty');
  const isOfBooked = !hasGoods && memory.handedOff === undefined && asksOfWhatIsBooked(text);
  return isOfBooked ? ['bookings'] : goals;
};

/** "What do we pay then?" means the price of the order, and no way to pay. */
const ofTotal: Filter = (goals, { text, isPriced }) => {
  if (!isPriced || !asksTotal(text)) return goals;
  const isFree = /\b(?:free|availab\w*|open|possible|booked)\b/.test(text);
  const left = without(goals, 'payment', 'policy:coi', 'policy:addbag', 'again', 'surcharges');
  return [...(isFree ? left : without(left, 'availability')), 'price'];
};

const PREPARE =
  /^(?:(?:please|ok(?:ay)?|yes|then|great|perfect|good|fine|so|now|just|can you|could you),? )*(?:prepare|arrange|organi[sz]e|submit|confirm|finali[sz]e|place) (?:it|that|this|the (?:booking|order)|everything)\b/;

/** "Please arrange it", of an order that is priced, books it. */
const ofPreparing: Filter = (goals, { text, isPriced }) =>
  isPriced && PREPARE.test(text) ? ['booking'] : goals;

/** "Is that 175 per box?": the rule for places tells what it counts by. */
const ofAreaSurcharge: Filter = (goals, { memory, text }) =>
  asksPerAddress(text, memory) ? ['policy:areas'] : goals;

/** "Does that fit?", "how much is each?", "why so much?": of an order that is priced, about its price. */
const ofItsPrice: Filter = (goals, { memory, text, isPriced }) => {
  if (!isPriced) return goals;
  const isMove = memory.order.count !== undefined && serviceOf(memory.order) === 'mini_move';
  const hasTotals = memory.choices?.totals !== undefined && text.includes('?');
  const isMeant =
    (isMove && asksIfFits(text)) ||
    (hasTotals && namesEach(text)) ||
    asksWhy(text) ||
    asksPerPiece(text);
  return isMeant ? ['price'] : goals;
};

const COUNT_ALONE =
  /^(?:(?:oh|ok|well|so|but|hm+),? )*(?:we|i|it|there|that|they)(?:'s|'ve|'re| have| got| are| is)+ (?:about |around |roughly |like |maybe |over |more than |nearly )*\d{1,3}[.!]*$/;

/** "We have around 80", after the sizes were told, is no question about a rule. */
const ofCountAlone: Filter = (goals, { memory, text, changed, isQuestion }) => {
  const isAlone = COUNT_ALONE.test(text) && !isQuestion;
  const isOfRule = goals.length > 0 && goals.every((goal) => goal.startsWith('policy:'));
  const isTold = changed.has('count') && memory.policy === undefined;
  return isTold && isAlone && isOfRule && !goals.includes('policy:prohibited') ? ['price'] : goals;
};

const ASKS_WHAT_IT_ADDS =
  /\b(?:what|how much)\b[^.?!]*\b(?:adds?|extra|more|on top|upcharge|come to)\b|\b(?:is|are|costs?|does|would) [^.?!]*\b(?:extra|(?:cost|charge)s? more)\b/;
const OPTIONS = ['sameDay', 'coi', 'packing', 'unpacking', 'pickupHour'] as const;

/** "What would same day add?", of what is priced, wants the option for its price. */
const ofOptionAdded: Filter = (goals, { text, isPriced, changed }) => {
  const isOption = OPTIONS.some((key) => changed.has(key));
  return isPriced && isOption && ASKS_WHAT_IT_ADDS.test(text) ? ['price'] : goals;
};

/** "And on a weekday?", of what is priced, asks for its price then. */
const ofWeekdays: Filter = (goals, { text, isPriced, isQuestion, details, changed }) => {
  const isMeant = isPriced && changed.size === 0 && details.days.length === 0;
  if (!isMeant || !namesWeekdays(text)) return goals;
  const isOfPrice = goals.every((goal) => OF_DAYS.includes(goal));
  return isOfPrice && (isQuestion || /^(?:and|so|or)\b/.test(text)) ? ['price'] : goals;
};
const OF_DAYS: readonly Goal[] = ['price', 'surcharges', 'unknown', 'availability', 'choose'];

/** What a change of an order may want. */
const OF_AN_ORDER: readonly Goal[] = ['price', 'booking', 'availability', 'restart'];

/** "And for six?", of what was priced, is no question about a rule, and wants the new price. */
const ofChangedOrder: Filter = (goals, { memory, text, changed, isPriced, isQuestion }) => {
  const isOrdered = isPriced || memory.topic === 'choose';
  if (!isOrdered || !isFollowUp(text, changed)) return goals;
  const left = goals.filter((goal) => OF_AN_ORDER.includes(goal));
  const isBooked = memory.handedOff !== undefined || memory.topic === 'booking';
  return isBooked && isQuestion && left.length === 0 ? ['price'] : left;
};

/** "My airport booking" is no question about airports. */
const ofAirportBooked: Filter = (goals) =>
  goals.includes('bookings') ? without(goals, 'policy:airport') : goals;

/** "Pickup the same day", of a flight, names a day. */
const ofDayMeant: Filter = (goals, { details }) =>
  details.days.some((day) => 'isRelative' in day) ? without(goals, 'same_day') : goals;

/** "Sunday suits us better. Please book it" asks nothing. */
const ofDayChosen: Filter = (goals, { text }) =>
  goals.includes('booking') && !text.includes('?') ? without(goals, 'availability') : goals;

/** "If we leave out the crib" does not ask whether it is carried. */
const ofGoodsLeftOut: Filter = (goals, { text, changed }) =>
  changed.has('specialty') && LEAVES_OUT.test(text) ? without(goals, 'policy:custom') : goals;

/** What is told of a transfer, and of nothing else. */
const OF_TRANSFERS = ['count', 'airport', 'terminal', 'flightDay', 'flightTime'] as const;

/** A detail that is told for the order is no question about a rule. */
const ofDetailTold: Filter = (goals, { memory, changed, isOfOrder, isQuestion }) => {
  const isTransfer = memory.order.airport !== undefined || memory.order.terminal !== undefined;
  const isTold = isOfOrder || (isTransfer && OF_TRANSFERS.some((key) => changed.has(key)));
  if (!isTold || changed.size === 0 || isQuestion) return goals;
  const isOfRule = (goal: Goal): boolean => goal.startsWith('policy:') || goal === 'account';
  return goals.filter((goal) => goal === 'policy:prohibited' || !isOfRule(goal));
};

const FILTERS: readonly Filter[] = [
  ofWhatIsBooked,
  ofTotal,
  ofPreparing,
  ofItsPrice,
  ofAreaSurcharge,
  ofCountAlone,
  ofOptionAdded,
  ofWeekdays,
  ofChangedOrder,
  ofAirportBooked,
  ofDayMeant,
  ofDayChosen,
  ofGoodsLeftOut,
  ofDetailTold,
];
