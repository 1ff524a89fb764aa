import type { LocalTime } from '@deskbell/clerk';
import type { Goal, Memory } from '../memory.ts';
import { asksOfOthersAcross } from '../others/asks-of-others.ts';
import type { Carries } from './carries.ts';
import { asksOnOfRule, isMood, requestsOf } from './requests-of.ts';
import { ASKS } from './signals/asks.ts';
import { OWED, PRICE } from './signals/goal-signals.ts';

/** From so many words on people tell how it came to it. */
const LONG_WORDS = 28;
/** Something is wished, though nothing is asked. */
const WISHES =
  /\b(?:need|want|wish|please|like to|looking|wonder\w*|hop(?:e|ing)|tell me|let me know|send|ship|book|reserve|quote|price|i'd|we'd|bring|pack)\b/;
const isAsideGoal = (goal: Goal): boolean =>
  (goal.startsWith('policy:') && goal !== 'policy:prohibited') ||
  [
    'unknown',
    'contact',
    'weight',
    'choose',
    'services',
    'account',
    'coverage',
    'availability',
    'identity',
  ].includes(goal);
const isPleasantry = (goal: Goal): boolean => ['greeting', 'thanks', 'goodbye'].includes(goal);

/** Whether a place is served, beside goods that are to go there. */
const ASKS_AREA =
  /\?|\b(?:do|can|could|would|will|if|whether) (?:you|u|ya|that|it|this)\b|\b(?:is|are|does|do) \d{5}\b/;
/** "She takes the train on the 3rd": a day of somebody's, and of nothing that is sent. */
const isDayOfOthers = (request: string, carries: Carries): boolean =>
  carries.hasDay &&
  !carries.hasZip &&
  !carries.hasService &&
  /\b(?:she|he|they|my (?:\w+-in-law|daughter|son|mother|father|mom|dad|wife|husband|sister|brother|aunt|uncle|friend|boss|kids?|parents))\b/.test(
    request,
  );

/** Words for what was named in another sentence of the message. */
const REFERS =
  /\b(?:there|here|that|it|this|both|either|them|these|those|which (?:one|day)|any of)\b/;

/** What people say before they begin. */
const PAUSE =
  /^(?:oh|ah|um+|so|ok(?:ay)?|well|sorry|wait|hold on|hang on|one (?:sec(?:ond)?|moment|minute)|just a (?:sec(?:ond)?|moment|minute)|before that|quick question)(?:,? (?:wait|sorry|please|a (?:sec(?:ond)?|moment|minute)))?[.!,:-]*$/;

const hasGoods = ({ hasCount, hasTier, hasSpecialty }: Carries): boolean =>
  hasCount || hasTier || hasSpecialty;

/** "We can do without": what was asked about is not wanted. */
export const DOES_WITHOUT =
  /^(?:ok(?:ay)?,? |then |well,? |fine,? )*(?:i|we)(?:'ll| can| could| will) do without(?: it| that| one)?[.!]*$/;

/**
 * What the requests of a message want: `goals`; those of them that ask about an area; and as `ours`
 * the text without what is told of somebody else's days.
 */
export function readGoals(options: {
  text: string;
  memory: Memory;
  now: LocalTime;
  carry: (text: string, now: LocalTime) => Readonly<Carries>;
  classify: (request: string, carries: Carries) => readonly Goal[];
}): { goals: Set<Goal>; areaRequests: readonly string[]; ours: string } {
  const { text, memory, now, carry, classify } = options;
  const whole = carry(text, now);
  const goals = new Set<Goal>();
  const asides = new Set<Goal>();
  const areaRequests: string[] = [];
  let ours = text;
  const isStory = text.split(' ').length > LONG_WORDS;
  for (const request of requestsOf(text)) {
    if (PAUSE.test(request) || DOES_WITHOUT.test(request)) continue;
    if (isMood(request) && request.length < text.length) continue;
    const carries = { ...carry(request, now) };
    // "I live in Hoboken, do you deliver there?"
    const isShort = request.split(' ').length <= 5 && !carries.hasZip;
    if (isShort || REFERS.test(request)) {
      carries.hasZip ||= whole.hasZip;
      carries.hasPlace ||= whole.hasPlace;
      carries.hasDay ||= whole.hasDay;
      // "2 suitcases to JFK, what do I pay"
      if (OWED.test(request)) Object.assign(carries, whole);
    }
    // "We were late. Is there a fee?" asks what the policy says.
    const hasOrder = memory.order.count !== undefined || hasGoods(whole);
    const isRule = [...goals].some(
      (goal) => goal.startsWith('policy:') && !(goal === 'policy:coi' && hasOrder),
    );
    if (asides.has('policy:coi') && !hasOrder && asksOnOfRule(request, hasOrder)) {
      goals.add('policy:coi');
      continue;
    }
    // What is stored is priced by the day.
    const hasPrice = hasOrder && !goals.has('policy:storage');
    if (isRule && asksOnOfRule(request, hasPrice)) continue;
    // "The dog stays with us, my car is in the shop": told on the way, and nothing is asked.
    const isTold = !ASKS.test(request);
    const isAside = isTold && isStory && !WISHES.test(request);
    if (isAside && isDayOfOthers(request, carries)) {
      ours = ours.replace(request, ' '.repeat(request.length));
      continue;
    }
    const isServed = carries.hasZip && !carries.hasOutside;
    const isOrdered =
      (carries.hasCount || carries.hasSpecialty) && isServed && !ASKS_AREA.test(request);
    for (const found of classify(request, carries)) {
      const goal = found === 'coverage' && isOrdered ? 'price' : found;
      if (goal === 'coverage') areaRequests.push(request);
      // "She broke her wrist so we can't carry anything" asks nothing that could be unknown.
      const isOfOrder = goal === 'unknown' && whole.hasZip;
      const isAsked = !isTold || (goal !== 'policy:coi' && !isOfOrder);
      (!isAsked || (isAside && isAsideGoal(goal)) ? asides : goals).add(goal);
    }
  }
  if (!isStory && asksOfOthersAcross(text)) goals.add('other_customers');
  // Goods and places are priced where nothing else is wished of them.
  if (goals.has('booking') && !PRICE.test(text)) goals.delete('price');
  if (![...goals].some((goal) => !isPleasantry(goal))) for (const goal of asides) goals.add(goal);
  return { goals, areaRequests, ours };
}
