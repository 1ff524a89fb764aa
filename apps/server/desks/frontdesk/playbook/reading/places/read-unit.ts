import type { Order } from '../../order/order.ts';

const UNIT =
  /\b(?:apt|apartment|unit|suite|ste|floor)\.?(?: number| no\.?)?(?: (?:is|was|should be|it's|to|now|actually))* ?#?([a-z]?\d{1,4}[a-z]?|\d{0,3}-?[a-z]|ph\w?)\b(?! (?:bags?|boxes|items|suitcases|pieces|street|st|avenue))|^(?:(?:sorry|oh|ah|no|wait|actually|i mean(?:t)?|make that|it's|it is),? )*#?(\d{1,3}-?[a-z]),? (?:not|instead of|rather than) #?\d{1,3}-?[a-z]\b/;
const LINE_UNIT = /,? ?(?:#|\b(?:apt|apartment|unit|suite|ste|floor)\.? ?#?)[a-z0-9-]{1,6}$/i;
const OTHER_ROLE = /\b(?:deliver\w*|drop\w*|destination|there|out east|hamptons)\b/;

/** "It's apartment 6C, not 5C": the street that was told before, with its unit. */
export function readUnit(text: string, known: Order, said: Partial<Order>): Partial<Order> {
  if (said.pickupLine !== undefined || said.deliveryLine !== undefined) return {};
  const hit = UNIT.exec(text);
  const unit = (hit?.[1] ?? hit?.[2])?.toUpperCase();
  if (unit === undefined) return {};
  const sides = (['pickup', 'delivery'] as const).filter(
    (side) => known[`${side}Line`] !== undefined,
  );
  const wrong =
    /\b(?:not|instead of|rather than) (?:apt |apartment |unit |#)?([a-z0-9-]{1,5})\b/.exec(
      text,
    )?.[1];
  const side =
    sides.length === 1
      ? sides[0]
      : (sides.find(
          (one) =>
            wrong !== undefined && new RegExp(`[ #]${wrong}$`, 'i').test(known[`${one}Line`] ?? ''),
        ) ??
        (OTHER_ROLE.test(text)
          ? 'delivery'
          : (sides.find((one) => LINE_UNIT.test(known[`${one}Line`] ?? '')) ?? sides[0])));
  const line = side === undefined ? undefined : known[`${side}Line`];
  if (side === undefined || line === undefined) return {};
  return { [`${side}Line`]: `${line.replace(LINE_UNIT, '')}, Apt ${unit}` };
}
