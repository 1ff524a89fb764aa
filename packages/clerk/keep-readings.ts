import { LRUCache } from 'lru-cache';
import type { LocalTime } from './dates/calendar.ts';

/** How many characters of keys a function keeps the readings of. */
const MOST_CHARACTERS = 200_000;
/** "In 20 minutes" is another time a minute later. */
const OF_THE_MINUTE = /\b(?:hours?|hrs?|min(?:ute)?s?)\b/;

/**
 * The same pure function, which keeps what it has read: every message is heard again with each later
 * turn of its conversation. `keyOf` tells arguments apart; what has no key is not kept. Results are
 * frozen, because others are given them too. The longest unused are forgotten first.
 */
export function keepReadings<Arguments extends readonly unknown[], Reading>(
  read: (...given: Arguments) => Reading,
  keyOf: (...given: Arguments) => string | undefined,
): (...given: Arguments) => Reading {
  const kept = new LRUCache<string, { reading: Reading }>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, key) => key.length,
  });
  return (...given) => {
    const key = keyOf(...given);
    if (key === undefined || key === '') return read(...given);
    let known = kept.get(key);
    if (known === undefined) {
      known = { reading: freeze(read(...given)) };
      kept.set(key, known);
    }
    return known.reading;
  };
}

/** The key of a text that is read at a time of which only the day and the hour matter. */
export const timedKey = (text: string, now: LocalTime): string | undefined =>
  OF_THE_MINUTE.test(text) ? undefined : `${now.today} ${now.hour} ${now.offsetMinutes} ${text}`;

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
