import type { Goal, Memory } from '../memory.ts';
import { serviceOf } from '../order/order.ts';
import { namesPieces } from '../reading/goods/read-pieces.ts';
import type { Details } from '../reading/read-details.ts';
import { ASKS } from './signals/asks.ts';

/** "Tomorrow at 9am?", "the 9th or 10th?", with nothing else around it. */
export function isDayAlone(text: string, { days }: Details): boolean {
  const named = days.filter(({ first }) => first !== '');
  if (named.length === 0 || !text.includes('?')) return false;
  const rest = days.reduce(
    (left, { index, length }) =>
      left.slice(0, index) + ' '.repeat(length) + left.slice(index + length),
    text,
  );
  return !/[a-z0-9]/.test(rest.replace(/\b(?:on|at|for|and|or|either|maybe|say|am|pm|the)\b/g, ''));
}

/** Details alone go on with the topic, or start the one they belong to. */
export function continued(memory: Memory, { zips, places, days, order }: Details): Goal {
  const hasOrder = Object.keys(order).some(
    (key) => !/Zip$|Place$|Line$|City$|State$|^day$/.test(key),
  );
  const hasDay = days.length > 0;
  const hasPlace = zips.length > 0 || places.length > 0;
  // "What about Boston?" asks for no new price.
  if (hasPlace && !hasDay && memory.topic === 'price' && memory.heard.changed.size === 0) {
    return 'coverage';
  }
  if (memory.topic === 'booking' || memory.topic === 'price') return memory.topic;
  // Goods that were told before, and now where they go.
  const { count, specialty, tier } = memory.order;
  const isTold = zips.length > 0 && !ASKS.test(memory.heard.text);
  if (isTold && (count ?? specialty ?? tier) !== undefined) return 'price';
  const isChosen = memory.heard.changed.has('tier') || memory.heard.changed.has('day');
  if (memory.topic === 'choose' && isChosen && serviceOf(memory.order) !== undefined) {
    return 'price';
  }
  if (memory.topic === 'choose' && hasOrder) return 'choose';
  if (hasOrder || (namesPieces(memory.heard.text) && !/\?/.test(memory.heard.text))) return 'price';
  if (hasDay && !hasPlace) {
    return memory.topic === undefined && ASKS.test(memory.heard.text) ? 'unknown' : 'availability';
  }
  if (hasPlace) return 'coverage';
  return memory.topic ?? 'unknown';
}

/** What an answer to the clerk's question goes on with. */
export function topicOf(asked: NonNullable<Memory['asked']>): Goal {
  if (asked === 'zip') return 'coverage';
  return asked === 'day' ? 'availability' : 'booking';
}
