import type { Goal, Memory, Question } from '../../memory.ts';
import { continued, topicOf } from '../continued-goal.ts';
import type { Rule } from '../rule.ts';
import { namesSize } from '../settle-goal.ts';
import { NO_IDEA } from '../signals/no-idea.ts';
import type { Situation } from '../situation.ts';
import { isOffer } from './answers-to-offers.ts';

/** A size that is named where one was to be chosen. */
export const choosesSize: Rule<Situation> = ({ memory, text, details, real }) =>
  memory.topic === 'choose' && real.every((goal) => goal === 'price') && namesSize(text, details)
    ? ['price']
    : undefined;

/** The detail that the assistant asked for, unless it only offered something. */
const detailAsked = ({ asked }: Memory): Question | undefined =>
  isOffer(asked) ? undefined : asked;

/** Details where one was asked for: an answer, whatever its words remind of. */
export const tellsDetail: Rule<Situation> = (situation) => {
  const { memory, details, real, isQuestion, saysNothingNew } = situation;
  const asked = detailAsked(memory);
  if (asked === undefined || saysNothingNew || isQuestion) return undefined;
  if (memory.topic !== 'booking') {
    const wished = real.filter((goal) => goal === 'booking' || goal === 'price');
    if (wished.length > 0) return wished;
    if (asked === 'zip' && goesOnToPrice(situation)) return ['price'];
    if (asked === 'day' && details.days.length === 0 && real.length === 0) {
      return [continued(memory, details)];
    }
  }
  const alone = real.find((goal) => goal === 'restart' || goal === 'contact');
  return [alone ?? memory.topic ?? topicOf(asked)];
};

/** What else than the ZIP code that was asked for leads to a price. */
function goesOnToPrice({ details, changed, real }: Situation): boolean {
  // The goods and where they go are more than the ZIP code.
  if (changed.has('count')) return true;
  // A size or a day came instead of it.
  const isDetail = (['tier', 'service', 'day'] as const).some((key) => changed.has(key));
  const hasPlace = details.zips.length > 0 || details.places.length > 0;
  return real.length === 0 && isDetail && !hasPlace;
}

/** Words that ask for nothing where a detail was asked for: not known, told before or not understood. */
export const answersOtherwise: Rule<Situation> = (situation) => {
  const { memory, text, details, explicit, changed, yesNo, saysNothingNew } = situation;
  const asked = detailAsked(memory);
  if (asked === undefined || explicit.length > 0) return undefined;
  const isAgain = yesNo === 'yes' && saysNothingNew && memory.topic !== 'booking';
  if (isAgain && ['day', 'terminal', 'zip'].includes(asked)) return ['again'];
  const isUnsure = NO_IDEA.test(text);
  if (isUnsure && (asked === 'service' || asked === 'tier') && changed.size === 0) {
    return ['choose'];
  }
  const topic: Goal = memory.topic ?? topicOf(asked);
  const isEmpty = saysNothingNew && Object.keys(details.order).length === 0;
  return isEmpty && !isUnsure && yesNo === undefined ? ['puzzled', topic] : [topic];
};
