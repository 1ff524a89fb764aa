import { type LocalTime, MONTH_NAMES, toDay } from '@deskbell/clerk';
import type { Heard, Question } from '../../memory.ts';
import type { Order } from '../../order/order.ts';

const OPENING =
  "^(?:(?:oh|no|yes|yeah|right|exactly|sorry|wait|oops|actually|hm+|i (?:mean|meant|said)|make (?:it|that)|it'?s|it is|that'?s|change (?:it|that) to|rather),? )*";
const END = '(?:,? (?:please|sorry|instead|actually|then|rather))?[.!]*$';
/** "7, not 8" */
const FOR_OTHER = new RegExp(
  `${OPENING}(\\d{1,2}),? (?:and )?(?:not|instead of|rather than) (\\d{1,2})${END}`,
);
/** "Not 8 but 7" */
const NOT_BUT = new RegExp(`${OPENING}not (\\d{1,2}),? (?:but )?(\\d{1,2})${END}`);
/** "Change the day: 16", "the date should be 16" */
const FOR_DAY = new RegExp(
  `\\b(?:day|date)(?: (?:is|to|should be|has to be|must be))?:? (\\d{1,2})${END}`,
);
/** "Make it 7" */
const ALONE = new RegExp(`${OPENING}(\\d{1,2})${END}`);

/**
 * A short correction by numbers alone, with the name of the detail it puts right: the one that has
 * the wrong number, or else the one told last. Pieces and house numbers are read as they stand.
 */
export function withDetailNamed(
  text: string,
  {
    order,
    asked,
    heard,
    now,
  }: { order: Order; asked: Question | undefined; heard: Heard; now: LocalTime },
): string {
  if (asked !== undefined && asked !== 'offer_booking') return text;
  const [, right, wrong] = FOR_OTHER.exec(text) ?? [];
  const [, notThis, but] = NOT_BUT.exec(text) ?? [];
  const isLast = (key: keyof Order): boolean =>
    heard.changed.has(key) && !heard.changed.has('count');
  const value = right ?? but;
  const old = wrong ?? notThis;
  if (value !== undefined && old !== undefined) {
    const has = (key: 'terminal' | 'day' | 'flightDay'): boolean =>
      Number(key === 'terminal' ? order[key] : order[key]?.slice(-2)) === Number(old) &&
      (isLast(key) || order.count !== Number(old));
    const isHouse = [order.pickupLine, order.deliveryLine].some((line) =>
      line?.startsWith(`${old} `),
    );
    return isHouse ? text : (named(value, order, { has, today: now.today }) ?? text);
  }
  const dated = FOR_DAY.exec(text)?.[1];
  if (dated !== undefined) {
    const isDated = (key: string): boolean => key !== 'terminal';
    return named(dated, order, { has: isDated, today: now.today }) ?? text;
  }
  const bare = ALONE.exec(text)?.[1];
  if (bare === undefined || bare === text) return text;
  return named(bare, order, { has: isLast, today: now.today }) ?? text;
}

/** The number as the terminal or the day that is meant; undefined when it is neither. */
function named(
  value: string,
  order: Order,
  { has, today }: { has: (key: 'terminal' | 'day' | 'flightDay') => boolean; today: string },
): string | undefined {
  if (has('terminal')) return `terminal ${value}`;
  const key = has('day') ? 'day' : 'flightDay';
  const known = has(key) ? order[key] : undefined;
  if (known === undefined) return undefined;
  const month = Number(known.slice(5, 7));
  const day = toDay(Number(known.slice(0, 4)), month, Number(value));
  if (day === undefined || day < today) return undefined;
  return `${key === 'day' ? 'pickup' : 'flight'} on ${MONTH_NAMES[month - 1]?.toLowerCase()} ${value}`;
}
