import { isBookingQuestion } from '../is-booking-question.ts';
import { followUpOfBookings } from '../own-booking-follow-ups.ts';
import { followUpOfPolicy } from '../policy-follow-ups.ts';
import type { Rule } from '../rule.ts';
import { asksEarliest } from '../signals/asks-earliest.ts';
import type { Situation } from '../situation.ts';

/** "What's the earliest then?", after a day was refused or where it is asked for. */
export const asksForEarliest: Rule<Situation> = ({ memory, text, details }) =>
  asksEarliest(memory, text, details) ? ['earliest'] : undefined;

/** Goes on with bookings that were shown, or with a policy that was told; a booking in the making waits. */
export const goesOnWithTold: Rule<Situation> = (situation) => {
  const { memory, text, real, isQuestion, saysNothingNew } = situation;
  const isInBooking = isBookingQuestion(memory);
  const isDetailTold = isInBooking && !saysNothingNew && !isQuestion;
  if (isDetailTold) return undefined;
  const goal = followUpOfBookings(memory, text, real) ?? followUpOfPolicy(memory, text, real);
  if (goal === undefined) return undefined;
  return isInBooking ? [goal, 'booking'] : [goal];
};

/** "And what about Saturday?", of something that was priced. */
export const asksOfOtherDay: Rule<Situation> = ({ memory, text, details, explicit }) => {
  const isPriced = memory.topic === 'price' && details.days.length > 0;
  const isOfDay = explicit.every((goal) => goal === 'availability');
  return isPriced && isOfDay && /^(?:and |ok |so )*(?:what|how) about\b/.test(text)
    ? ['price', 'availability']
    : undefined;
};
