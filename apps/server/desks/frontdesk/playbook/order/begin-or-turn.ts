import type { LocalTime } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { ASKS } from '../goals/signals/asks.ts';
import { PRICE } from '../goals/signals/goal-signals.ts';
import { type Goal, isTopic, type Memory } from '../memory.ts';
import type { Details } from '../reading/read-details.ts';
import {
  isWayBack,
  namesOtherEnd,
  turnRound,
  turnsRound,
  withoutMore,
} from '../reading/read-swap.ts';
import { daysOf, readOrderDetails } from './read-order-details.ts';
import { asksForBooking, beginAnew, groupsOf, startsAnew } from './starts-anew.ts';

/**
 * Reads the details of a message, after it has begun an order of its own or turned the one there is
 * round, where it does. `ours`: the text of which details are read; `goals` become what is wished then.
 */
export function beginOrTurn(options: {
  memory: Memory;
  text: string;
  ours: string;
  goals: Set<Goal>;
  business: Business;
  now: LocalTime;
}): { details: Details; isTurned: boolean } {
  const { memory, text, ours, goals, business, now } = options;
  const daysBefore = daysOf(memory);
  const read = (words: string, isBegun: boolean): Details =>
    readOrderDetails(memory, words, { business, now, daysBefore, isBegun });
  const details = read(ours, false);
  const anew = startsAnew(memory, text, { details, isRestart: goals.has('restart') });
  const hasOrder = anew !== undefined && groupsOf(details) > 0;
  if (hasOrder) goals.delete('restart');
  if (anew === 'anew') {
    if (!hasOrder) return { details, isTurned: false };
    begin(memory, text, { details, goals });
    return { details: read(ours, true), isTurned: false };
  }
  const isTurned = turnsRound(text, memory.isTurned) || namesOtherEnd(memory.order, details.order);
  if (!isTurned) return { details, isTurned };
  turn(memory, text, goals);
  return { details: read(withoutMore(ours), false), isTurned };
}

function begin(
  memory: Memory,
  text: string,
  { details, goals }: { details: Details; goals: Set<Goal> },
): void {
  const isOneMore = memory.handedOff !== undefined && !ASKS.test(text);
  beginAnew(memory, text, details);
  // "The trip back" is the new one from now on.
  memory.isTurned = turnsRound(text, false);
  if (memory.isTurned) turnRound(memory.order);
  const isPrice =
    goals.has('price') && !goals.has('booking') && (PRICE.test(text) || ASKS.test(text));
  if ((asksForBooking(text) || isOneMore) && !isPrice) {
    for (const goal of ['availability', 'coverage', 'price'] as const) goals.delete(goal);
    goals.add('booking');
  } else if (![...goals].some(isTopic)) goals.add('price');
}

/** So few words say no more than that the order is turned round. */
const MOST_WORDS_OF_TURN = 7;

function turn(memory: Memory, text: string, goals: Set<Goal>): void {
  turnRound(memory.order);
  memory.isTurned = !memory.isTurned;
  // The way back is on another day.
  if (isWayBack(text) && memory.handedOff !== undefined) delete memory.order.day;
  if (text.split(' ').length > MOST_WORDS_OF_TURN) return;
  // "And coming back?" asks for its price, whatever its words remind of.
  for (const goal of [...goals]) if (goal.startsWith('policy:')) goals.delete(goal);
}
