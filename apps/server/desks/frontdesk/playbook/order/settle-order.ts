import { isWeekend } from '@deskbell/clerk';
import { changesNumberOnly } from '../goals/policy-follow-ups.ts';
import { namesOwnBooking } from '../goals/signals/existing-booking-signals.ts';
import type { Goal, Memory } from '../memory.ts';
import { namesWeekdays } from '../reading/days/no-days.ts';
import type { Order } from './order.ts';
import { beginAnew } from './starts-anew.ts';

/** Answers that leave the order of the conversation as it was. */
const LEAVE_ORDER: readonly Goal[] = [
  'bookings',
  'history',
  'other_customers',
  'account',
  'instructions',
  'identity',
];

const CHANGES_OF_OWN: readonly Goal[] = ['policy:edit', 'policy:cancellation', 'policy:addbag'];

/** A question about own bookings changes no order, whatever else it touches on the way. */
export function leavesOrder({ heard, shown, meant, policy, topic }: Memory): boolean {
  const { text, goals, explicit } = heard;
  const isChangeOfOwn = goals.every((goal) => CHANGES_OF_OWN.includes(goal));
  const isOfPolicy = goals.length === 1 && goals[0] === policy?.goal;
  if (isOfPolicy && topic === undefined && changesNumberOnly(heard)) return true;
  const isOwn = namesOwnBooking(text) || shown.length > 0 || meant !== undefined;
  if (isChangeOfOwn && goals.length > 0 && isOwn) return true;
  const isOfOwn = goals.includes('bookings') || goals.includes('history');
  const isLeft = (goal: Goal): boolean =>
    LEAVE_ORDER.includes(goal) ||
    (isOfOwn && (goal.startsWith('policy:') || goal === 'contact')) ||
    (isOfOwn && goal === 'booking' && !explicit.includes(goal));
  return goals.length > 0 && goals.every(isLeft);
}

/**
 * "And on a weekday?", "book it in January": the day that the order has is none of those, and which
 * of them it shall be is to be asked.
 */
function leavesDayOpen({ heard, order }: Memory): boolean {
  const { goals, days, text, changed } = heard;
  const { day } = order;
  const isOrdered = goals.includes('price') || goals.includes('booking');
  if (day === undefined || !isOrdered || changed.has('day')) return false;
  if (days.some((one) => 'isUnclear' in one)) return true;
  if (namesWeekdays(text) && days.length === 0) return isWeekend(day);
  return (
    goals.includes('booking') &&
    days.length > 0 &&
    days.every(({ first, last }) => first !== '' && first !== last && (day < first || last < day))
  );
}

/** What a goal leaves of the order, or takes it back to. */
export function settleOrder(memory: Memory, before: Order): void {
  const { goals } = memory.heard;
  if (leavesOrder(memory)) {
    memory.order = before;
    memory.heard.changed = new Set();
  }
  if (leavesDayOpen(memory)) delete memory.order.day;
  if (goals.includes('restart')) beginAnew(memory);
  if (goals.includes('dropped')) {
    memory.order = {};
    memory.handedOff = undefined;
    memory.topic = undefined;
  }
  if (goals.includes('declined') && memory.handedOff !== undefined) {
    memory.order = { ...memory.handedOff };
  }
}
