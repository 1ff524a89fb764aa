import type { Goal } from '../memory.ts';
import { serviceOf } from '../order/order.ts';
import type { Details } from '../reading/read-details.ts';
import { PRICE } from './signals/goal-signals.ts';
import { isSmallTalk, type Setting } from './situation.ts';

const ASKS_FOR_ADVICE =
  /\?|\b(?:or|which|what|how|recommend\w*|suggest\w*|advi[cs]e|difference|versus|vs|not sure)\b|^(?:do|does|did|is|are|who|when|where|tell|explain|describe)\b/;

const OTHER_SIZE =
  /^(?:and |ok(?:ay)?,? |so |then |but |hm+,? )*(?:(?:what|how) (?:about|if|is it|would it be)|with|for|in|the|a|make|take)\b(?![^.?!]*\b(?:difference|include\w*|fit|fits|mean|or)\b)|\bbook\b|\bthen the\b/;

/** Whether a message names its size, and does not ask for advice on it. */
export const namesSize = (text: string, { order }: Details): boolean =>
  order.tier !== undefined && !ASKS_FOR_ADVICE.test(text);

/**
 * A goal of the words alone, seen from what was spoken about: a wish for the order of this chat is
 * no question of its own, and a size that is named needs no advice.
 */
function settleGoal(goal: Goal, { memory, text, details, changed }: Setting): Goal {
  const topic = memory.topic === 'price' || memory.topic === 'booking' ? memory.topic : undefined;
  // "And with the standard?", of a move that was priced.
  const isOtherSize = details.order.tier !== undefined && OTHER_SIZE.test(text);
  if ((goal === 'choose' || goal === 'services') && topic !== undefined && isOtherSize)
    return topic;
  if (goal === 'choose' || goal === 'services') {
    return namesSize(text, details) ? (topic ?? 'price') : goal;
  }
  const service = serviceOf(memory.order);
  // "How much is it same day", of a delivery that was to be today.
  if (goal === 'same_day' && service === 'standard_delivery' && PRICE.test(text)) return 'price';
  const isKnown = topic === 'booking' || memory.estimate !== undefined;
  if (topic === undefined || service === undefined || !isKnown) return goal;
  if (goal === 'policy:coi' && memory.order.coi && PRICE.test(text)) return 'price';
  const isWish =
    goal === 'pickup_hour' ||
    (goal === 'same_day' && service !== 'mini_move') ||
    ((goal === 'policy:addbag' || goal === 'policy:edit') &&
      (changed.has('count') || changed.has('tier') || changed.has('specialty')));
  return isWish ? topic : goal;
}

/** Pleasantries around a real request need no answer of their own. */
const withoutSmallTalk = (goals: readonly Goal[], { saysNothingNew }: Setting): readonly Goal[] =>
  saysNothingNew && goals.every(isSmallTalk) ? goals : goals.filter((goal) => !isSmallTalk(goal));

/** "And with COI?" wants it in the price, not explained. */
function withCertificate(
  goals: readonly Goal[],
  { memory, text, changed, isOfOrder }: Setting,
): readonly Goal[] {
  if (!changed.has('coi')) return goals;
  const unexplained = goals.filter((goal) => goal !== 'policy:coi');
  if (isOfOrder) return unexplained;
  const isAddition =
    serviceOf(memory.order) !== undefined && /^(?:and |plus |also )?with\b/.test(text);
  return isAddition ? [...unexplained, 'price'] : goals;
}

/** The goals of the words, seen from what was spoken about. */
export function settleGoals(goals: readonly Goal[], setting: Setting): readonly Goal[] {
  const { memory, details } = setting;
  const wanted = withCertificate(withoutSmallTalk(goals, setting), setting);
  const settled = [...new Set(wanted.map((goal) => settleGoal(goal, setting)))];
  // Two days are weighed by what they add, where nothing is known to be priced.
  const weighsDays = details.days.filter(({ first }) => first !== '').length > 1;
  return weighsDays && serviceOf(memory.order) === undefined
    ? settled.map((goal) => (goal === 'price' ? 'availability' : goal))
    : settled;
}
