import { isDayAlone } from '../continued-goal.ts';
import type { Rule } from '../rule.ts';
import type { Situation } from '../situation.ts';

const SHORT_WORDS = 4;

/** "Tomorrow at 9am?": whether the day is free, or what is priced costs then. */
export const namesDayAlone: Rule<Situation> = ({ memory, text, details }) => {
  if (!isDayAlone(text, details)) return undefined;
  const topic = memory.topic === 'price' ? 'price' : 'availability';
  const hasTime = details.days.some(({ time }) => time !== undefined);
  return hasTime ? [topic, 'policy:times'] : [topic];
};

/** "4 boxes?", once more: the same again. */
export const repeatsGoods: Rule<Situation> = ({
  memory,
  text,
  details,
  saysNothingNew,
  isOfOrder,
}) => {
  const isToldAgain = saysNothingNew && isOfOrder && details.order.pieces !== undefined;
  return isToldAgain && text.split(' ').length <= SHORT_WORDS
    ? [memory.topic ?? 'price']
    : undefined;
};

export const saysNothing: Rule<Situation> = ({ yesNo, saysNothingNew }) =>
  saysNothingNew ? [yesNo === 'no' ? 'declined' : 'unknown'] : undefined;
