import type { Order } from '../../order/order.ts';
import { goodsOf } from '../goods/goods.ts';

/** "Remove it again", "leave that at home then". */
const TAKES_IT_BACK =
  /\b(?<way>remove|take|leave|drop|scratch|skip|lose|cut|without|minus) (?:it|that|that one|them)\b(?=(?: (?:out|off|away|again|at home|behind|here|then|please|after all))*(?:$|[,.!?;]| and\b))/;

/** "Without, then book it" */
const BARE =
  /(?<=^(?:(?:and|ok|oh|no|hm+|so|then|well),? )*)without(?=(?: (?:then|please|again))*[,.!;] )/;

/** The goods of an order that it did not have before; undefined when there are none, or no others. */
export function lastToCome(before: Order, now: Order): string | undefined {
  const known = goodsOf(before);
  const came = goodsOf(now).filter(({ kind }) => !known.some((good) => good.kind === kind));
  const [only, ...more] = came;
  return known.length === 0 || more.length > 0 ? undefined : only?.kind;
}

/** With the goods that came last in place of "it", where "it" is taken back. */
export const withGoodsNamed = (text: string, last: string | undefined): string =>
  last === undefined
    ? text
    : text
        .replace(TAKES_IT_BACK, (_hit, way: string) => `${way} the ${last}`)
        .replace(BARE, `without the ${last}`);
