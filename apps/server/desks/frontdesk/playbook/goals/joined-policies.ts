import type { Goal } from '../memory.ts';
import { asksOfOthersBooking } from '../others/others-booking.ts';
import type { Carries } from './carries.ts';
import { asksIndirectly } from './own-booking-told.ts';
import { ASKS as ASKS_FIRST, PRICE, WEIGHT } from './signals/goal-signals.ts';
import { namesProhibited, POLICY_SIGNALS } from './signals/policy-signals.ts';

type Classify = (request: string, carries: Carries) => readonly Goal[];

/** Policies that one question may touch together; the others' words are too common for it. */
const JOINED = new Set([
  ...['tipping', 'cancellation', 'coi', 'insurance', 'storage', 'labels', 'hotel', 'unattended'],
  ...['late', 'addbag', 'edit', 'meet', 'discounts'],
]);
/** Policies with terms of their own, which a number of pieces does not turn into an order. */
const OWN_TERMS = new Set([
  ...['tipping', 'cancellation', 'insurance', 'storage', 'labels', 'hotel', 'unattended', 'late'],
  'meet',
]);
const CLAUSES = / (?:and|or|but|while|plus|as well as|&) |[,;/] ?/;
/** "Can I store 3 bags", "we miss the delivery of our boxes", "a bag is 15 minutes late". */
const WIDER: readonly [Goal, RegExp][] = [
  [
    'policy:storage',
    /\b(?:store|stash|keep|storing)\b (?:my |our |the )?(?:\d{1,2}|[a-z]+) (?:[a-z]+ )?(?:bags?|suitcases?|box(?:es)?|trunks?|items?|pieces?|things?)\b(?! (?:to|from)\b)/,
  ],
  ['policy:late', /\b(?:driver|he|they|you) (?:has|have|had|already|just)* ?wait(?:ed|s|ing)?\b/],
  ['policy:late', /\b(?:i'm|we're|i am|we are|running|being|be) (?:\w+ ){0,3}?late\b/],
  [
    'policy:insurance',
    /\b(?:(?<!certificates? of )insurance|insured|insure|damage[ds]?|liabilit\w+)\b/,
  ],
  ['policy:coi', /\b(?:coi|certificates? of insurance)\b/],
];
const COI_COST =
  /\b(?:coi|certificates?)\b[^?!]{0,60}\b(?:(?:what|how much) (?:does|do|is|would|will) (?:it|that|this|one)\b|is (?:it|that) (?:extra|included|free))/;
/** What is to be sent is priced, whatever the policy says besides. */
const ORDERS =
  /\b(?:how much|what|price|cost|quote|estimate)\b[^.?!]{0,20}\b(?:for|to (?:send|ship|move|deliver|take|get)|of) (?:my |our |the )?(?:\d|an?\b|two|three|four|five|six|seven)/;
const OVER_WEIGHT = /\b(?:overweight|weight limit|too heavy|\d+ ?(?:lbs?|pounds|kilos?|kg))\b/;

function signalled(clause: string): Goal[] {
  const found = POLICY_SIGNALS.find(([id, signal]) => JOINED.has(id) && signal.test(clause))?.[0];
  const goals: Goal[] = found === undefined ? [] : [`policy:${found}`];
  if (found === undefined) {
    const wider = WIDER.find(([, signal]) => signal.test(clause))?.[0];
    if (wider !== undefined) goals.push(wider);
  }
  if (namesProhibited(clause)) goals.push('policy:prohibited');
  if (OVER_WEIGHT.test(clause) || (WEIGHT.test(clause) && goals.length === 0)) goals.push('weight');
  return goals;
}

const ASKS = new RegExp(`\\?|${ASKS_FIRST.source}|^(?:store|storing|stash)\\b`);
/** What of somebody is no question yet. */
const WHAT_HAPPENS = /^(?:and |so )?what (?:happens|then|now)(?: then)?[?! ]*$/;

/** What in a long telling is asked, and not only told on the way. */
const ASKS_OF_IT =
  /\b(?:do|does|can|could|is|are|will|would|should|must|may|what|how|when|where|which|who|if|whether|want|need|wonder\w*|send|ship|bring|pack|carry|take)\b/;
const LONG_WORDS = 16;

/**
 * The classifier, which finds one policy in a request, widened to requests that join two: "what if
 * I'm late and nobody is home". A number of pieces beside a policy's own terms orders nothing.
 */
export function withJoinedPolicies(classify: Classify, policies: ReadonlySet<string>): Classify {
  const isKnown = (goal: Goal): boolean =>
    !goal.startsWith('policy:') || policies.has(goal.slice('policy:'.length));

  return (text, carries) => {
    if (asksOfOthersBooking(text)) return ['other_customers'];
    if (WHAT_HAPPENS.test(text)) return [];
    const found = classify(text, carries);
    if (found.includes('other_customers') || found.includes('instructions')) return found;
    if (found.includes('payment') || found.includes('account')) return found;
    const isOfDays = !carries.hasZip && !carries.hasCount && found.every(isNoDay);
    if (carries.hasDay && isOfDays && RANKS_DAYS.test(text)) return ['availability'];
    if (!carries.hasZip && asksIndirectly(text)) return ['bookings'];
    const hasOrder = carries.hasZip || carries.hasTier || carries.hasPlace;
    const isLong = text.split(' ').length > LONG_WORDS;
    const clauses = text.split(CLAUSES);
    if (isLong && carries.hasZip && (carries.hasCount || carries.hasTier)) {
      // What may not be sent is told, asked or not.
      const isAsked = (goal: Goal): boolean =>
        goal === 'policy:prohibited' ||
        clauses.some((clause) => ASKS_OF_IT.test(clause) && signalled(clause).includes(goal));
      const asksArea = /\?|\byou\b|\bserve|\bcover/.test(text);
      return found.filter((goal) =>
        goal === 'coverage' ? asksArea : !goal.startsWith('policy:') || isAsked(goal),
      );
    }
    const isCounted = carries.hasCount || carries.hasSpecialty;
    if (!hasOrder && !isCounted && COI_COST.test(text) && isKnown('policy:coi'))
      return ['policy:coi'];
    const goals = [...new Set(clauses.flatMap(signalled))].filter(isKnown);
    const isPriceOnly = found.every((goal) => goal === 'price') && !hasOrder;
    if (isPriceOnly && (found.length > 0 || isCounted) && ASKS.test(text) && !ORDERS.test(text)) {
      const own = goals.filter((goal) => OWN_TERMS.has(goal.slice('policy:'.length)));
      return own.length > 0 ? own : found;
    }
    const isOfPolicies =
      found.length > 0 && found.every((goal) => goal.startsWith('policy:') || goal === 'weight');
    if (!isOfPolicies || clauses.length < 2 || PRICE.test(text) === hasOrder) {
      return isOfPolicies && clauses.length > 1 && !hasOrder ? joined(found, goals) : found;
    }
    return joined(found, goals);
  };
}

/** What words like "cheapest" and "latest to book" are taken for, where the days themselves are asked. */
const isNoDay = (goal: Goal): boolean =>
  ['price', 'services', 'choose', 'lead_time', 'surcharges', 'earliest', 'unknown'].includes(goal);
const RANKS_DAYS =
  /\b(?:cheapest|quietest|calmest|least busy|emptiest|best|earliest|soonest|latest|last|first)\b[^.?!]{0,25}\b(?:days?|dates?|weekdays?|weekends?|openings?|slots?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/;

const joined = (found: readonly Goal[], more: readonly Goal[]): readonly Goal[] =>
  [...new Set([...found, ...more])].slice(0, 3);
