import { readYesNo } from '@deskbell/clerk';
import { namesEach } from '../flows/price-tiers.ts';
import { type Goal, isTopic, type Memory } from '../memory.ts';
import { type Order, serviceOf } from '../order/order.ts';
import { asksIfFits } from '../reading/goods/asks-if-fits.ts';
import type { Details } from '../reading/read-details.ts';
import { acceptsOffer } from './accepts-offer.ts';
import { continued, isDayAlone, topicOf } from './continued-goal.ts';
import { changesGoods, isFollowUp } from './is-follow-up.ts';
import { followUpOfBookings } from './own-booking-follow-ups.ts';
import { asksOfWhatIsBooked } from './own-booking-questions.ts';
import { followUpOfPolicy } from './policy-follow-ups.ts';
import { namesSize, settleGoal } from './settle-goal.ts';
import { ASKS } from './signals/asks.ts';
import { asksEarliest } from './signals/asks-earliest.ts';
import { asksPerPiece } from './signals/asks-per-piece.ts';
import { asksTotal } from './signals/asks-total.ts';
import { asksWhy } from './signals/asks-why.ts';
import { LEAVES_OUT } from './signals/goal-signals.ts';

/** The customer does not know, or leaves it open. */
export const NO_IDEA =
  /\b(?:not sure|don'?t know|no idea|unsure|flexible|any(?: ?time| day| date)|whenever|undecided|haven'?t decided|skip|later|no date|to be decided|tbd|doesn'?t matter|you decide)\b/;
const ASKS_PRICE = /\b(?:how much|costs?|prices?|priced|total|quote|estimate)\b/;
/** "Can we make that 4?", "can you do the packing? Please include it": a change, not a question. */
const WISHES_CHANGE =
  /\bplease (?:also )?(?:add|include|put|change|make|do|update|note|move|remove|take)\b|\b(?:add|include|put) (?:it|that|them|the|an?|packing|unpacking|both)\b|^(?:and |also |so |ok,? |hm+,? )*(?:can|could|would|will|may) (?:we|you|i|it) (?:please |also |just )*(?:make|change|add|include|move|switch|push|put|have|do|be|remove|take|bring)\b(?![^?]*\b(?:cost|how much|price|free|available)\b)/;
const PREPARE =
  /^(?:(?:please|ok(?:ay)?|yes|then|great|perfect|good|fine|so|now|just|can you|could you),? )*(?:prepare|arrange|organi[sz]e|submit|confirm|finali[sz]e|place) (?:it|that|this|the (?:booking|order)|everything)\b/;
/** Not now, and perhaps not at all. */
const PUTS_OFF =
  /\b(?:think (?:about|on|over)|think it over|sleep on it|get back to you|come back (?:to you|later)|let you know|talk (?:it over|to|with) (?:it )?(?:with )?(?:my|our|the)|check with (?:my|our|the)|ask my|discuss (?:it|this|that)|too (?:much|expensive|pricey|steep|high)|(?:over|above|beyond|out of) (?:my|our|the) (?:budget|price range)|can'?t afford|(?:maybe|perhaps) (?:later|another time|some other time|next time)|not (?:right now|for us|for me|today|interested)|leave it (?:for now|at that|then)|(?:won'?t|don'?t) (?:need|want) (?:it|that|this|anything)(?: after all| anymore| then)?|look(?:ing)? (?:elsewhere|around)|shop around)\b/;

const SHORT_WORDS = 4;

/** "Two it is", "sold": a yes in other words. */
const DECIDES =
  /^(?:(?:ok(?:ay)?|then|so|great|good|well|right),? )*(?:[\w ]{1,20} it is|sold|deal|done|i'?ll take (?:it|that)|we'?ll take (?:it|that)|let'?s do (?:it|that|this))\b(?!\?)/;

/** Whether a booking in the making waits for an answer. */
export const isBookingQuestion = ({ topic, asked }: Memory): boolean =>
  topic === 'booking' &&
  asked !== undefined &&
  ['service', 'tier', 'count', 'direction', 'airport', 'terminal', 'day'].includes(asked);

/** What a change of an order may want. */
const OF_AN_ORDER: readonly Goal[] = ['price', 'booking', 'availability', 'restart'];

/** What is told of a transfer, and of nothing else. */
const OF_TRANSFERS = ['count', 'airport', 'terminal', 'flightDay', 'flightTime'] as const;

/** What words about paying remind of; the price of the order is meant. */
const ELSE_OF_PRICES: readonly Goal[] = [
  'payment',
  'policy:coi',
  'policy:addbag',
  'again',
  'surcharges',
];

/** What a message is about: what its words ask for, or else what it goes on with. */
export function chooseGoals(
  memory: Memory,
  message: { text: string; explicit: Goal[]; details: Details },
): Goal[] {
  const { text, details } = message;
  const { asked } = memory;
  let { explicit } = message;
  const { changed, language } = memory.heard;
  const hasGoods = details.zips.length > 0 || changed.has('count') || changed.has('specialty');
  if (asksOfWhatIsBooked(text) && !hasGoods && memory.handedOff === undefined) {
    explicit = ['bookings'];
  }
  const isOrder = memory.topic === 'price' || memory.topic === 'booking';
  const isPriced =
    serviceOf(memory.order) !== undefined && (isOrder || memory.estimate !== undefined);
  if (isPriced && asksTotal(text)) {
    const isFree = /\b(?:free|availab\w*|open|possible|booked)\b/.test(text);
    explicit = [
      ...explicit.filter(
        (goal) => !ELSE_OF_PRICES.includes(goal) && (goal !== 'availability' || isFree),
      ),
      'price',
    ];
  }
  if (isPriced && PREPARE.test(text)) explicit = ['booking'];
  if (isPriced && memory.order.count !== undefined && asksIfFits(text)) {
    const isMove = serviceOf(memory.order) === 'mini_move';
    if (isMove) explicit = ['price'];
  }
  if (isPriced && memory.choices?.totals !== undefined && namesEach(text) && text.includes('?')) {
    explicit = ['price'];
  }
  if (isPriced && (asksWhy(text) || asksPerPiece(text))) explicit = ['price'];
  // "And for six?", of what was priced, is no question about a rule, and wants the new price.
  if ((isPriced || memory.topic === 'choose') && isFollowUp(text, changed)) {
    explicit = explicit.filter((goal) => OF_AN_ORDER.includes(goal));
    const isBooked = memory.handedOff !== undefined || memory.topic === 'booking';
    const isWanted = isBooked && ASKS.test(text);
    if (isWanted && explicit.length === 0) explicit = ['price'];
  }
  if (explicit.includes('bookings'))
    explicit = explicit.filter((goal) => goal !== 'policy:airport');
  // "Pickup the same day", of a flight, names a day.
  if (details.days.some((day) => 'isRelative' in day)) {
    explicit = explicit.filter((goal) => goal !== 'same_day');
  }
  // "Sunday suits us better. Please book it" asks nothing.
  if (explicit.includes('booking') && !text.includes('?')) {
    explicit = explicit.filter((goal) => goal !== 'availability');
  }
  // "If we leave out the crib" does not ask whether it is carried.
  if (changed.has('specialty') && LEAVES_OUT.test(text)) {
    explicit = explicit.filter((goal) => goal !== 'policy:custom');
  }
  // A detail of the order is no question about a rule.
  const isTransfer = memory.order.airport !== undefined || memory.order.terminal !== undefined;
  const isToldOrder = isOrder || (isTransfer && OF_TRANSFERS.some((key) => changed.has(key)));
  if (isToldOrder && changed.size > 0 && !ASKS.test(text)) {
    const isRefusal = (goal: Goal): boolean => goal === 'policy:prohibited';
    explicit = explicit.filter(
      (goal) => isRefusal(goal) || (!goal.startsWith('policy:') && goal !== 'account'),
    );
  }
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
  // "And with COI?" wants it in the price, not explained.
  const isAddition =
    /^(?:and |plus |also )?with\b/.test(text) && serviceOf(memory.order) !== undefined;
  if (changed.has('coi') && !isOrder && isAddition) explicit = [...explicit, 'price'];
  if (changed.has('coi') && (isOrder || isAddition)) {
    explicit = explicit.filter((goal) => goal !== 'policy:coi');
  }
  explicit = [...new Set(explicit.map((goal) => settleGoal(goal, { memory, text, details })))];
  // Two days are weighed by what they add, where nothing is known to be priced.
  const weighsDays = details.days.filter(({ first }) => first !== '').length > 1;
  if (weighsDays && serviceOf(memory.order) === undefined) {
    explicit = explicit.map((goal) => (goal === 'price' ? 'availability' : goal));
  }
  const yesNo = readYesNo(text);
  const isDecided = yesNo === 'yes' || DECIDES.test(text);
  const isOffer = asked === 'offer_booking' || asked === 'offer_price' || asked === 'offer_dates';
  const real = explicit.filter((goal) => !isSmallTalk(goal));

  const isAside = ASKS.test(text) || real.some((goal) => !goal.startsWith('policy:'));
  const isDone = memory.handedOff !== undefined && asked === undefined && saysNothingNew;
  if (isDone && yesNo === 'yes' && explicit.length === 0) return ['booking'];
  // "OK, and on Monday?" is no yes.
  const isOtherQuestion = text.includes('?') && changed.size > 0;
  // "OK, then also 3 boxes" wants their price first.
  const isOtherOrder =
    /^ok(?:ay)?\b/.test(text) && asked === 'offer_booking' && changesGoods(changed);
  if (isOtherOrder && real.length === 0) return ['price'];
  if (isOffer && isDecided && !isOtherQuestion && (real.length === 0 || !isAside)) {
    return [
      asked === 'offer_price' ? 'price' : asked === 'offer_dates' ? 'availability' : 'booking',
    ];
  }
  if (acceptsOffer(memory, text, { details, real })) return ['booking'];
  if (asksEarliest(memory, text, details)) return ['earliest'];
  if (
    (memory.topic === 'booking' || memory.topic === 'price') &&
    memory.shown.length === 0 &&
    /^(?:please |ok(?:ay)?,? |actually,? |no,? |wait,? )*(?:cancel|drop|delete|forget|scrap) (?:that|it|this|the booking|that booking)(?: please)?[.!]*$/.test(
      text,
    )
  ) {
    return ['dropped'];
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
  const isPutOff =
    PUTS_OFF.test(text) &&
    saysNothingNew &&
    !ASKS.test(text) &&
    !real.includes('policy:cancellation');
  if (isPutOff && real.every((goal) => goal === 'price' || goal === 'contact' || !isTopic(goal))) {
    return ['declined'];
  }
  if (/\bchanged? (?:my|our) mind\b/.test(text) && saysNothingNew) return ['declined'];
  const isSlotTold = isBookingQuestion(memory) && !saysNothingNew && !ASKS.test(text);
  const followUp = isSlotTold ? undefined : followUpOfBookings(memory, text, real);
  if (followUp !== undefined) return isBookingQuestion(memory) ? [followUp, 'booking'] : [followUp];
  const onPolicy = isSlotTold ? undefined : followUpOfPolicy(memory, text, real);
  if (onPolicy !== undefined) return isBookingQuestion(memory) ? [onPolicy, 'booking'] : [onPolicy];
  const hasChosen = memory.topic === 'choose' && namesSize(text, details);
  if (hasChosen && real.every((goal) => goal === 'price')) return ['price'];
  const slotAsked = asked !== undefined && !isOffer;
  if (slotAsked && !saysNothingNew && !ASKS.test(text)) {
    const wished = real.filter((goal) => goal === 'booking' || goal === 'price');
    if (memory.topic !== 'booking' && wished.length > 0) return wished;
    // The goods and where they go are more than the ZIP code that was asked for.
    if (asked === 'zip' && changed.has('count') && memory.topic !== 'booking') return ['price'];
    // A size or a day instead of the ZIP code that was asked for goes on to the price.
    const isDetail = (['tier', 'service', 'day'] as const).some((key) => changed.has(key));
    const hasPlace = details.zips.length > 0 || details.places.length > 0;
    const isPlain = real.length === 0 && isDetail && !hasPlace;
    if (asked === 'zip' && memory.topic !== 'booking' && isPlain) return ['price'];
    // An answer, whatever its words remind of.
    const isOther = asked === 'day' && details.days.length === 0 && memory.topic !== 'booking';
    if (isOther && real.length === 0) return [continued(memory, details)];
    const [alone] = real.filter((goal) => goal === 'restart' || goal === 'contact');
    return [alone ?? memory.topic ?? topicOf(asked)];
  }
  if (slotAsked && explicit.length === 0) {
    const isAgain = yesNo === 'yes' && saysNothingNew && memory.topic !== 'booking';
    if (isAgain && ['day', 'terminal', 'zip'].includes(asked)) return ['again'];
    const isUnsure = NO_IDEA.test(text);
    if (isUnsure && (asked === 'service' || asked === 'tier') && changed.size === 0)
      return ['choose'];
    const topic = memory.topic ?? topicOf(asked);
    const isEmpty = saysNothingNew && Object.keys(details.order).length === 0;
    return isEmpty && !isUnsure && yesNo === undefined ? ['puzzled', topic] : [topic];
  }
  if (memory.handedOff !== undefined && changed.size > 0 && !ASKS.test(text)) {
    return ['booking'];
  }
  const isWish =
    text.split(/(?<=[.!;:]) /).some((sentence) => WISHES_CHANGE.test(sentence)) &&
    !ASKS_PRICE.test(text);
  const isOther = JSON.stringify(memory.order) !== JSON.stringify(memory.handedOff);
  if (memory.handedOff !== undefined && isOther && isWish) return ['booking'];
  // "And what about Saturday?", of something that was priced.
  const isOtherDay = /^(?:and |ok |so )*(?:what|how) about\b/.test(text) && details.days.length > 0;
  if (isOtherDay && memory.topic === 'price' && explicit.every((goal) => goal === 'availability')) {
    return ['price', 'availability'];
  }
  if (explicit.length > 0) {
    const goesOn = isBookingQuestion(memory) && !explicit.includes('booking');
    return goesOn && !explicit.includes('restart')
      ? [...explicit.slice(0, 3), 'booking']
      : explicit.slice(0, 4);
  }
  if (isDayAlone(text, details)) {
    const topic = memory.topic === 'price' ? 'price' : 'availability';
    return details.days.some(({ time }) => time !== undefined) ? [topic, 'policy:times'] : [topic];
  }
  // "4 boxes?", once more: the same again.
  const isToldAgain = details.order.pieces !== undefined && text.split(' ').length <= SHORT_WORDS;
  if (saysNothingNew && isOrder && isToldAgain) return [memory.topic ?? 'price'];
  if (saysNothingNew) return [yesNo === 'no' ? 'declined' : 'unknown'];
  return [continued(memory, details)];
}

/** What is to be sent and where, told rather than asked: no question about the area. */
export const tellsOrder = (text: string, { order, zips }: Details, known: Order): boolean =>
  ((order.count ?? order.specialty ?? order.tier) !== undefined
    ? zips.length > 0
    : zips.length > 1 && (known.count ?? known.specialty ?? known.tier) !== undefined) &&
  !/\?|\b(?:is|are|does|do) \d{5}\b|\b(?:do|can|could|would|will|if|whether) (?:you|u|ya|that|it|this)\b/.test(
    text,
  );
