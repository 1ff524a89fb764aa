import { readYesNo } from '@deskbell/clerk';
import { type Goal, isTopic, type Memory } from './memory.ts';
import { serviceOf } from './order.ts';
import type { Details } from './reading/read-details.ts';
import { namesSize, settleGoal } from './settle-goal.ts';

/** The customer does not know, or leaves it open. */
export const NO_IDEA =
  /\b(?:not sure|don'?t know|no idea|unsure|flexible|any(?: ?time| day| date)|whenever|undecided|haven'?t decided|skip|later|no date|to be decided|tbd|doesn'?t matter|you decide)\b/;
/** A question rather than an answer. */
export const ASKS =
  /\?|\bhow (?:much|many)\b|^(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will|would)\b/;

const REFERS_TO_BOOKING =
  /\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|next|other|latest|newest|upcoming|it|that|those|they|these|paid|pending|confirmed|completed|cancell?ed|status|when|where|deliver\w*|moves?|transfers?|one|ones|both)\b/;

/** "The second one", "and the last". */
const COUNTS_ONE =
  /\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|next|other|latest|newest)(?: one|$|\?)/;

/** "How many items are in it", of a booking that was shown. */
const IN_IT =
  /\b(?:how many (?:items|bags|pieces|boxes|things|suitcases)|what) (?:is|are|was|were|'s) (?:there )?(?:in|on|part of) (?:it|that|this|the (?:booking|order))\b/;

/** "When is the airport one?", "is my move paid?", of bookings that were shown. */
const ONE_OF_SHOWN =
  /^(?:and |ok(?:ay)?,? |so |thanks[,.!]? |great[,.!]? )*(?:when|where|what time|what day|which|is|are|was|were|has|have|how much|what about|how about|and|what is|what's)\b[^.?!]*\b(?:the|my|our|that|this)\b (?:\w+ ){0,3}?(?:one|booking|order|reservation|transfer|move|delivery|pick-?up)s?\b|^(?:and |ok,? |so )*(?:what|how much) (?:did|does) (?:it|that|this one|that one) cost\b|^(?:and |ok,? |so )*(?:is|was|has|are) (?:it|that|this|that one|they)(?: been| already| also)* (?:paid|confirmed|pending|cancell?ed|completed)/;

/** "When is it?", of the one booking that was shown. */
const IS_IT =
  /^(?:and |ok |so )*(?:when|where|what time|what day|is|was|has|how much)(?:'s| is| was| has)? (?:it|that|this)\b/;

/** "What is it now?", of an order that can be priced. */
const ASKS_TOTAL =
  /\b(?:what|how much)(?:'s| is| does| would| will| do)? (?:it|that|this|the (?:total|price|sum|damage|whole thing)|all (?:of )?(?:that|it|this)|everything)(?: be| comes?(?: out)?(?: to| at)?| cost| now| then| in total| altogether| all together| at)+\b|^(?:and |so |ok,? )*(?:the |my )?(?:new )?(?:total|price)(?: now)?\?*$/;
/** "Why so much?", of a price that was told: what it is made of says it. */
const ASKS_WHY =
  /\b(?:why|how come|how so|what makes)\b[^.?!]*(?:\b(?:much|more|expensive|price|cost|costs|pricey|high|higher|total|extra|surcharge|\d{2,})\b|\$)|^(?:\w+[,.!]* )?why[?!.]*$|\bwhere (?:does|do|is|are) (?:the|that|those) (?:\$?\d+|extra|surcharge|number|price|total)/;
const ASKS_PRICE = /\b(?:how much|costs?|prices?|priced|total|quote|estimate)\b/;
/** "Can we make that 4?", "can you do the packing? Please include it": a change, not a question. */
const WISHES_CHANGE =
  /\bplease (?:also )?(?:add|include|put|change|make|do|update|note|move|remove|take)\b|\b(?:add|include|put) (?:it|that|them|the|an?|packing|unpacking|both)\b|^(?:and |also |so |ok,? |hm+,? )*(?:can|could|would|will|may) (?:we|you|i|it) (?:please |also |just )*(?:make|change|add|include|move|switch|push|put|have|do|be|remove|take|bring)\b(?![^?]*\b(?:cost|how much|price|free|available)\b)/;
const PREPARE =
  /^(?:(?:please|ok(?:ay)?|yes|then|great|perfect|good|fine|so|now|just|can you|could you),? )*(?:prepare|arrange|organi[sz]e|submit|confirm|finali[sz]e|place) (?:it|that|this|the (?:booking|order)|everything)\b/;
/** Not now, and perhaps not at all. */
const PUTS_OFF =
  /\b(?:think (?:about|on|over)|think it over|sleep on it|get back to you|come back (?:to you|later)|let you know|talk (?:it over|to|with) (?:it )?(?:with )?(?:my|our|the)|check with (?:my|our|the)|ask my|discuss (?:it|this|that)|too (?:much|expensive|pricey|steep|high)|(?:over|above|beyond|out of) (?:my|our|the) (?:budget|price range)|can'?t afford|(?:maybe|perhaps) (?:later|another time|some other time|next time)|not (?:right now|for us|for me|today|interested)|leave it (?:for now|at that|then)|(?:won'?t|don'?t) (?:need|want) (?:it|that|this|anything)(?: after all| anymore| then)?|look(?:ing)? (?:elsewhere|around)|shop around)\b/;

/** "Two it is", "sold": a yes in other words. */
const DECIDES =
  /^(?:(?:ok(?:ay)?|then|so|great|good|well|right),? )*(?:[\w ]{1,20} it is|sold|deal|done|i'?ll take (?:it|that)|we'?ll take (?:it|that)|let'?s do (?:it|that|this))\b(?!\?)/;

/** Whether a booking in the making waits for an answer. */
export const isBookingQuestion = ({ topic, asked }: Memory): boolean =>
  topic === 'booking' &&
  asked !== undefined &&
  ['service', 'tier', 'count', 'direction', 'airport', 'terminal', 'day'].includes(asked);

/** What a message is about: what its words ask for, or else what it goes on with. */
export function chooseGoals(
  memory: Memory,
  message: { text: string; explicit: Goal[]; details: Details },
): Goal[] {
  const { text, details } = message;
  const { asked } = memory;
  let { explicit } = message;
  const { changed, language } = memory.heard;
  const isOrder = memory.topic === 'price' || memory.topic === 'booking';
  const isPriced =
    serviceOf(memory.order) !== undefined && (isOrder || memory.estimate !== undefined);
  if (isPriced && ASKS_TOTAL.test(text)) explicit = [...explicit, 'price'];
  if (isPriced && PREPARE.test(text)) explicit = ['booking'];
  if (isPriced && ASKS_WHY.test(text)) explicit = ['price'];
  // A detail of the order is no question about a rule.
  const isToldOrder = isOrder || (changed.has('count') && memory.order.airport !== undefined);
  if (isToldOrder && changed.size > 0 && !ASKS.test(text)) {
    explicit = explicit.filter((goal) => !goal.startsWith('policy:') && goal !== 'account');
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
  if (isOffer && isDecided && !isOtherQuestion && (real.length === 0 || !isAside)) {
    return [
      asked === 'offer_price' ? 'price' : asked === 'offer_dates' ? 'availability' : 'booking',
    ];
  }
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
  const isPutOff = PUTS_OFF.test(text) && saysNothingNew && !ASKS.test(text);
  if (isPutOff && real.every((goal) => goal === 'price' || goal === 'contact' || !isTopic(goal))) {
    return ['declined'];
  }
  if (/\bchanged? (?:my|our) mind\b/.test(text) && saysNothingNew) return ['declined'];
  if (isAboutShown(memory, text, real) && saysNoOrder(memory)) return ['bookings'];
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
  const isWish = WISHES_CHANGE.test(text) && !ASKS_PRICE.test(text);
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
  if (saysNothingNew) return [yesNo === 'no' ? 'declined' : 'unknown'];
  return [continued(memory, details)];
}

/** What is to be sent and where, told rather than asked: no question about the area. */
export const tellsOrder = (text: string, { order, zips }: Details): boolean =>
  (order.count ?? order.specialty ?? order.tier) !== undefined &&
  zips.length > 0 &&
  !/\?|\b(?:do|can|could|would|will|if|whether) (?:you|u|ya|that|it|this)\b/.test(text);

/** "Tomorrow at 9am?", with nothing else around it. */
function isDayAlone(text: string, { days }: Details): boolean {
  const [day] = days;
  if (day === undefined || days.length > 1 || day.first === '' || !text.includes('?')) return false;
  const rest = text.slice(0, day.index) + text.slice(day.index + day.length);
  return !/[a-z0-9]/.test(rest.replace(/\b(?:on|at|for|and|maybe|say|am|pm|the)\b/g, ''));
}

/** "The second one" and "is it paid?", right after bookings were shown. */
const isAboutShown = ({ shown }: Memory, text: string, real: readonly Goal[]): boolean => {
  const words = text.split(' ').length;
  if (shown.length === 0 || words > 12) return false;
  if (ONE_OF_SHOWN.test(text) && !/\b(?:zip|cost|price|book (?:a|an|another))\b/.test(text)) {
    return true;
  }
  if (real.length === 0) return REFERS_TO_BOOKING.test(text);
  if (IN_IT.test(text)) return true;
  if (real.some((goal) => goal === 'policy:cancellation' || goal === 'policy:edit')) return false;
  if (/^(?:and )?how much (?:was|were|did)\b/.test(text)) return true;
  if (shown.length === 1 && words <= 5 && IS_IT.test(text)) return true;
  return COUNTS_ONE.test(text) && real.every((goal) => !isTopic(goal));
};

const saysNoOrder = ({ heard: { changed, zips } }: Memory): boolean =>
  zips.length === 0 && [...changed].every((key) => key === 'day' || key === 'service');

/** Details alone go on with the topic, or start the one they belong to. */
function continued(memory: Memory, { zips, places, days, order }: Details): Goal {
  const hasOrder = Object.keys(order).some(
    (key) => !/Zip$|Place$|Line$|City$|State$|^day$/.test(key),
  );
  const hasDay = days.length > 0;
  const hasPlace = zips.length > 0 || places.length > 0;
  // "What about Boston?" asks for no new price.
  if (hasPlace && !hasDay && memory.topic === 'price' && memory.heard.changed.size === 0) {
    return 'coverage';
  }
  if (memory.topic === 'booking' || memory.topic === 'price') return memory.topic;
  const isChosen = memory.heard.changed.has('tier') || memory.heard.changed.has('day');
  if (memory.topic === 'choose' && isChosen && serviceOf(memory.order) !== undefined) {
    return 'price';
  }
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
