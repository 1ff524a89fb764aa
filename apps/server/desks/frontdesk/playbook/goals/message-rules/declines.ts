import { isTopic } from '../../memory.ts';
import type { Rule } from '../rule.ts';
import type { Situation } from '../situation.ts';

const DROPS =
  /^(?:please |ok(?:ay)?,? |actually,? |no,? |wait,? )*(?:cancel|drop|delete|forget|scrap) (?:that|it|this|the booking|that booking)(?: please)?[.!]*$/;

/** "Actually, cancel that", of the order of this chat and of no booking that was shown. */
export const dropsOrder: Rule<Situation> = ({ memory, text, isOfOrder }) =>
  isOfOrder && memory.shown.length === 0 && DROPS.test(text) ? ['dropped'] : undefined;

/** "Never mind", with nothing after it. */
export const nevermind: Rule<Situation> = ({ text, real, saysNothingNew }) =>
  saysNothingNew && real.length === 0 && /^(?:never ?mind|forget it|cancel that|stop)\b/.test(text)
    ? ['declined']
    : undefined;

/** A no to what was asked. To the question for the day, when it is open, it is an answer. */
export const saysNoToQuestion: Rule<Situation> = ({ memory, real, yesNo, saysNothingNew }) => {
  const isNo = yesNo === 'no' && real.length === 0 && saysNothingNew;
  const isAnswer = memory.asked === 'day' && memory.dayIsOpen;
  return memory.asked !== undefined && isNo && !isAnswer ? ['declined'] : undefined;
};

export const saysNoAlone: Rule<Situation> = ({ text }) =>
  /^(?:no|nope|nah|no thanks?|no thank you)[.!]*$/.test(text) ? ['declined'] : undefined;

/** Not now, and perhaps not at all. */
const PUTS_OFF =
  /\b(?:think (?:about|on|over)|think it over|sleep on it|get back to you|come back (?:to you|later)|let you know|talk (?:it over|to|with) (?:it )?(?:with )?(?:my|our|the)|check with (?:my|our|the)|ask my|discuss (?:it|this|that)|too (?:much|expensive|pricey|steep|high)|(?:over|above|beyond|out of) (?:my|our|the) (?:budget|price range)|can'?t afford|(?:maybe|perhaps) (?:later|another time|some other time|next time)|not (?:right now|for us|for me|today|interested)|leave it (?:for now|at that|then)|(?:won'?t|don'?t) (?:need|want) (?:it|that|this|anything)(?: after all| anymore| then)?|look(?:ing)? (?:elsewhere|around)|shop around)\b/;

/** "Too expensive, I'll think about it", which its words take for a price or for a person. */
export const putsOff: Rule<Situation> = ({ text, real, saysNothingNew, isQuestion }) => {
  const isOfOffer = real.every(
    (goal) =>
      goal === 'price' || goal === 'contact' || (!isTopic(goal) && goal !== 'policy:cancellation'),
  );
  return saysNothingNew && !isQuestion && isOfOffer && PUTS_OFF.test(text)
    ? ['declined']
    : undefined;
};

export const changesMind: Rule<Situation> = ({ text, saysNothingNew }) =>
  saysNothingNew && /\bchanged? (?:my|our) mind\b/.test(text) ? ['declined'] : undefined;
