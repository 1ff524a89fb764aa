import type { Business } from '../../../../../bookings/business.ts';
import { areaOf } from '../../../../../bookings/check-coverage.ts';
import type { Order } from '../../order/order.ts';
import { type Mention, put } from './mention.ts';

/** "And if I bring them to 10001 myself?", of an order that starts outside: it starts there. */
export function replaceOutside(
  found: Partial<Order>,
  mentions: readonly Mention[],
  { text, known, business }: { text: string; known: Order; business: Business },
): Partial<Order> {
  const isOut = (zip: string | undefined): boolean =>
    zip !== undefined && areaOf(business, zip) === undefined;
  // "Our friends on Shelter Island could take them. And to there, 11964?" is one place.
  const zips = new Set(mentions.flatMap(({ zip }) => zip ?? []));
  const [only, ...more] =
    zips.size === 1
      ? mentions.filter(({ zip }) => zip !== undefined).slice(0, 1)
      : mentions.filter(
          ({ zip }, index) => mentions.findIndex((other) => other.zip === zip) === index,
        );
  const outside = (['pickup', 'delivery'] as const).filter((role) => isOut(known[`${role}Zip`]));
  const [role] = outside;
  if (only?.zip === undefined || more.length > 0 || isOut(only.zip)) return found;
  if (role === undefined || outside.length > 1) return found;
  const other = role === 'pickup' ? 'delivery' : 'pickup';
  // "If I bring them to 10025, what is it from there?" names the one end twice.
  const isTwice = found.pickupZip !== undefined && found.pickupZip === found.deliveryZip;
  if (found[`${role}Zip`] !== undefined && !isTwice) return found;
  if (known[`${other}Zip`] === undefined || SAYS_END[other].test(text)) return found;
  const replaced: Partial<Order> = {};
  put(replaced, role, only);
  return replaced;
}

/** Whether an end that was outside the service area is another one now, inside. */
export const replacesOutside = (before: Order, now: Order, business: Business): boolean =>
  (['pickupZip', 'deliveryZip'] as const).some((key) => {
    const [old, zip] = [before[key], now[key]];
    const isOld = old !== undefined && areaOf(business, old) === undefined;
    return isOld && zip !== undefined && areaOf(business, zip) !== undefined;
  });

/** That it is the other end after all that changes. */
const SAYS_END = {
  pickup: /\b(?:pick(?:ed|ing)?[- ]?up|collect\w*|from)\b/,
  delivery: /\b(?:deliver\w*|drop\w*[- ]off|destination)\b/,
} as const;
