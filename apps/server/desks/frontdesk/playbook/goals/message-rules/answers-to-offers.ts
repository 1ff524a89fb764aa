import type { Goal, Question } from '../../memory.ts';
import { acceptsOffer } from '../accepts-offer.ts';
import { changesGoods } from '../is-follow-up.ts';
import type { Rule } from '../rule.ts';
import type { Situation } from '../situation.ts';

/** What a yes to each offer wants. */
const OFFERED: Partial<Record<Question, Goal>> = {
  offer_booking: 'booking',
  offer_price: 'price',
  offer_dates: 'availability',
};

export const isOffer = (asked: Question | undefined): boolean =>
  asked !== undefined && OFFERED[asked] !== undefined;

/** "Two it is", "sold": a yes in other words. */
const DECIDES =
  /^(?:(?:ok(?:ay)?|then|so|great|good|well|right),? )*(?:[\w ]{1,20} it is|sold|deal|done|i'?ll take (?:it|that)|we'?ll take (?:it|that)|let'?s do (?:it|that|this))\b(?!\?)/;

/** A yes to what was handed over and asks nothing more. */
export const confirmsHandedOver: Rule<Situation> = ({
  memory,
  explicit,
  yesNo,
  saysNothingNew,
}) => {
  const isDone = memory.handedOff !== undefined && memory.asked === undefined && saysNothingNew;
  return isDone && yesNo === 'yes' && explicit.length === 0 ? ['booking'] : undefined;
};

/** "OK, then also 3 boxes" wants their price before the booking that was offered. */
export const takesMoreGoods: Rule<Situation> = ({ memory, text, changed, real }) =>
  memory.asked === 'offer_booking' &&
  real.length === 0 &&
  changesGoods(changed) &&
  /^ok(?:ay)?\b/.test(text)
    ? ['price']
    : undefined;

/** "Yes", "sold": what was offered. A rule that is asked beside it waits. */
export const takesOffer: Rule<Situation> = ({ memory, text, changed, real, yesNo, isQuestion }) => {
  const goal = memory.asked === undefined ? undefined : OFFERED[memory.asked];
  if (goal === undefined) return undefined;
  const isAside = isQuestion || real.some((one) => !one.startsWith('policy:'));
  if (real.length > 0 && isAside) return undefined;
  // "OK, and on Monday?" is no yes.
  if (changed.size > 0 && text.includes('?')) return undefined;
  return yesNo === 'yes' || DECIDES.test(text) ? [goal] : undefined;
};

/** "Then the Friday please": the day that was offered. */
export const takesOfferedDay: Rule<Situation> = ({ memory, text, details, real }) =>
  acceptsOffer(memory, text, { details, real }) ? ['booking'] : undefined;
