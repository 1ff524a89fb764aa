import type { Memory } from './memory.ts';
import type { Details } from './reading/read-details.ts';

const TAKES_BACK = /\b(?:scratch|forget) (?:all )?(?:that|it|this|everything|it all)\b/;
const BEGINS = /\b(?:start (?:over|again|from scratch)|reset|new (?:booking|order|request|one))\b/;
/** One more order beside the one that was spoken about. */
const ONE_MORE =
  /\b(?:second|another|separate|new|additional|different|third|extra) (?:\w+ )?(?:booking|order|delivery|move|request|reservation|transfer|trip|shipment|pick-?up)\b|\bseparately\b/;

/**
 * Whether a message begins an order of its own. `isRestart`: its words take back what was said. Words
 * that only correct a detail ("scratch that, make it 4") begin nothing.
 */
export function startsAnew(
  memory: Memory,
  text: string,
  { details, isRestart }: { details: Details; isRestart: boolean },
): 'anew' | 'correction' | undefined {
  const groups = groupsOf(details);
  if (isRestart) {
    if (BEGINS.test(text) || !TAKES_BACK.test(text)) return 'anew';
    return groups === 1 ? 'correction' : 'anew';
  }
  const isKnown = memory.handedOff !== undefined || memory.estimate !== undefined;
  const isOther = ONE_MORE.test(text) && !/\b(?:same|that|this)\b/.test(text);
  const hasGoods = ['count', 'specialty', 'tier', 'service'].some((key) => key in details.order);
  return isKnown && isOther && hasGoods && groups > 1 ? 'anew' : undefined;
}

/** "A second booking: …", which is to be prepared at once. */
export const asksForBooking = (text: string): boolean =>
  /\b(?:bookings?|orders?|reservations?|book|reserve)\b/.test(text) && !/\?/.test(text);

/** How much of an order a message says: what, where and when. */
export function groupsOf({ order, zips, places, days }: Details): number {
  return [
    order.service ?? order.tier,
    order.count ?? order.specialty,
    zips[0] ?? places[0],
    days.find(({ first }) => first !== ''),
  ].filter((part) => part !== undefined).length;
}

/** Forgets the order and what was said of it. */
export function beginAnew(memory: Memory): void {
  memory.order = {};
  memory.handedOff = undefined;
  memory.dayIsOpen = false;
  memory.dayWasRefused = false;
  memory.estimate = undefined;
  memory.days = undefined;
  memory.topic = undefined;
  memory.isTurned = false;
  memory.choices = undefined;
}
