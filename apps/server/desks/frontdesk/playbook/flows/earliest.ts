import { sayDay } from '@deskbell/clerk';
import { checkSpan } from './availability.ts';
import { firstBookableDay } from './booking.ts';
import type { Flow } from './flow.ts';

/** The first day a pickup can be booked for online, checked, and taken up by a yes. */
export const earliest: Flow = (turn, business) => {
  const day = firstBookableDay(turn, business);
  const part = checkSpan(turn, business, { first: day, last: day });
  if (part === undefined) return undefined;
  return {
    ...part,
    text: `The earliest day you can book online is ${sayDay(day, turn.now.today)}. ${part.text}`,
  };
};
