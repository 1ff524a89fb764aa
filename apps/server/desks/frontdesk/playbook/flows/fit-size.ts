import { sayCount } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { moveSizeFor, refuseMoveSize } from '../../../../bookings/move-size.ts';
import { serviceOf } from '../order/order.ts';
import { asksIfFits } from '../reading/goods/asks-if-fits.ts';
import { contact } from '../wording.ts';
import type { Turn } from './flow.ts';

/**
 * Puts a Mini Move into a size that takes its pieces. `note` says which and why, where the
 * customer's own was too small or none is stated; `refusal` that no size takes so many.
 */
export function fitSize(turn: Turn, business: Business): { note?: string; refusal?: string } {
  const { order } = turn.memory;
  const { count } = order;
  if (serviceOf(order) !== 'mini_move' || count === undefined) return {};
  const fitting = moveSizeFor(business, count);
  const { tiers } = business.mini_move;
  const named = tiers.find(({ tier }) => tier === order.tier);
  const largest = tiers.at(-1);
  if (fitting === undefined) {
    return {
      refusal: `Our largest size, the ${largest?.name}, is for ${largest?.pieces} pieces. For ${count} pieces we make a custom quote: please ${contact(business)}.`,
    };
  }
  const { tier, isStated } = fitting;
  const isTooSmall =
    named !== undefined && refuseMoveSize(business, { tier: named, pieces: count }) !== undefined;
  // What the pieces come to, where the customer asks which size they need.
  if (named === undefined && isStated && asksIfFits(turn.memory.heard.text)) {
    return {
      note: `For ${sayCount(count, 'piece')} the ${tier.name} (${tier.pieces} pieces) is the right size.`,
    };
  }
  const isNearest = !isStated && (named === undefined || isTooSmall || named === tier);
  if (!isTooSmall && !isNearest) return {};
  order.tier = tier.tier;
  const limit = isTooSmall
    ? `The ${named.name} (${named.pieces} pieces) is too small for ${sayCount(count, 'piece')}. `
    : '';
  if (!isNearest)
    return { note: `${limit}The right size is the ${tier.name} (${tier.pieces} pieces).` };
  return {
    note: `${limit}None of our sizes is stated for ${count} pieces; the nearest is the ${tier.name} (${tier.pieces} pieces). Please confirm that with us by phone: ${business.profile.phone}.`,
  };
}
