import type { Order } from '../order/order.ts';
import type { Details } from '../reading/read-details.ts';

/** What is to be sent and where, told rather than asked: no question about the area. */
export const tellsOrder = (text: string, { order, zips }: Details, known: Order): boolean =>
  ((order.count ?? order.specialty ?? order.tier) !== undefined
    ? zips.length > 0
    : zips.length > 1 && (known.count ?? known.specialty ?? known.tier) !== undefined) &&
  !/\?|\b(?:is|are|does|do) \d{5}\b|\b(?:do|can|could|would|will|if|whether) (?:you|u|ya|that|it|this)\b/.test(
    text,
  );
