import type { Order } from '../../order/order.ts';

/** "It's number 40, not 38", "the house number is 40": the street stays what it was. */
const SAYS_NUMBER =
  /\b(?:(?:house|street|building|door) (?:number|no\.?)|number)(?: (?:there|on the \w+|of the \w+))?(?: (?:is|was|should be|has to be|must be|to|now|actually|it's))+ #?(\d{1,5})\b(?! (?:bags?|boxes|items|suitcases|pieces))/;
const NUMBER_FOR_NUMBER =
  /\b(\d{1,5}),? (?:and )?(?:not|instead of|rather than) (?:number )?(\d{1,5})\b(?! (?:bags?|boxes|items|suitcases|pieces))/;

/** A house number that was put right; `index` and `length` are where the words stand that say so. */
export interface HouseNumber {
  line: Pick<Order, 'pickupLine' | 'deliveryLine'>;
  index: number;
  length: number;
}

/** The street that was told before, with the number a message puts right. */
export function readHouseNumber(text: string, known: Order): HouseNumber | undefined {
  const sides = (['pickup', 'delivery'] as const).filter((side) =>
    /^\d/.test(known[`${side}Line`] ?? ''),
  );
  const again = sides
    .map((side) => ofSameStreet(text, side, known))
    .filter((one) => one !== undefined);
  if (again.length === 1) return again[0];
  const swapped = NUMBER_FOR_NUMBER.exec(text);
  const said = SAYS_NUMBER.exec(text);
  const hit = swapped ?? said;
  const number = hit?.[1];
  if (hit === null || number === undefined) return undefined;
  const named = sides.filter((side) => hasNumber(known[`${side}Line`], swapped?.[2]));
  const [side, ...more] = swapped === null ? ofRole(text, sides) : named;
  if (side === undefined || more.length > 0) return undefined;
  const line = (known[`${side}Line`] ?? '').replace(/^\d+(?:-\d+)?/, number);
  const start = said === null ? hit.index : Math.min(hit.index, said.index);
  return {
    line: { [`${side}Line`]: line },
    index: start,
    length: hit.index + hit[0].length - start,
  };
}

const MOST_WORDS = 6;
const ENDS = /\b(?:to|from|pick\w*|deliver\w*|drop\w*)\b/;

/** "Sorry, 98 Bleecker", of 89 Bleecker Street. */
function ofSameStreet(text: string, side: Side, known: Order): HouseNumber | undefined {
  const [, street] = /^\d\S* (.+) [a-z]+\.?$/i.exec(known[`${side}Line`] ?? '') ?? [];
  if (street === undefined || ENDS.test(text) || text.split(' ').length > MOST_WORDS) {
    return undefined;
  }
  const hit = [...text.matchAll(/\b(\d{1,5}) (?=\D)/g)].find(({ index, 0: { length } }) => {
    const rest = text.slice(index + length);
    return rest.startsWith(street.toLowerCase()) && /^(?:[.,!]|$)/.test(rest.slice(street.length));
  });
  if (hit?.[1] === undefined) return undefined;
  const line = (known[`${side}Line`] ?? '').replace(/^\d+(?:-\d+)?/, hit[1]);
  return {
    line: { [`${side}Line`]: line },
    index: hit.index,
    length: hit[0].length + street.length,
  };
}

const hasNumber = (line: string | undefined, number: string | undefined): boolean =>
  number !== undefined && (line ?? '').startsWith(`${number} `);

type Side = 'pickup' | 'delivery';

/** The ends a message may mean: the one it names, or else all there are. */
function ofRole(text: string, sides: readonly Side[]): readonly Side[] {
  const isPickup = /\bpick\w*|\bcollect\w*|\bfrom\b/.test(text);
  const isDelivery = /\bdeliver\w*|\bdrop\w*|\bdestination\b/.test(text);
  if (isPickup === isDelivery) return sides;
  return sides.filter((side) => (side === 'pickup') === isPickup);
}
