import { readNumber } from '@deskbell/clerk';
import type { Order } from '../../order/order.ts';
import { BAGS, GENERAL } from './piece-nouns.ts';
import { withQuantity } from './specialty-count.ts';

/** A kind of thing that is to be carried, with its number. */
export interface Good {
  /** The noun in the singular: what tells one kind from another. */
  kind: string;
  /** As it was called, without the number. */
  name: string;
  number: number;
  isSpecialty: boolean;
}

/** The kind of pieces of which only the number is known. */
export const UNNAMED = 'item';

export const kindOf = (noun: string): string => noun.replace(/(?<=x|ch|sh)es$|(?<=[^s])s$/, '');

const IS_BAG = new RegExp(`^(?:${BAGS})$`);
const IS_GENERAL = new RegExp(`^(?:${GENERAL})$`);

/** Whether a noun may mean goods of that kind: "the bags" are suitcases, where nothing is a bag. */
export function means(kind: string, good: Good, all: readonly Good[]): boolean {
  if (good.kind === kind) return true;
  if (all.some((other) => other.kind === kind)) return false;
  // "The bike" is the peloton.
  if (good.kind === 'peloton' && /^(?:bike|bicycle|treadmill|machine)$/.test(kind)) return true;
  // "The boards" are surfboards.
  if (kind.length > 3 && good.kind.endsWith(kind)) return true;
  if (IS_GENERAL.test(kind)) return !good.isSpecialty;
  return kind === 'bag' && IS_BAG.test(good.kind);
}

/** The goods of an order, ordinary pieces first. */
export function goodsOf({ count, pieces, specialty }: Order): Good[] {
  const goods = [
    ...partsOf(pieces).map((part) => toGood(part, false)),
    ...partsOf(specialty).map((part) => toGood(part, true)),
  ];
  const named = sumOf(goods);
  // A number that the names do not come to was told without them.
  if (count !== undefined && named > count) {
    return [{ kind: UNNAMED, name: 'items', number: count, isSpecialty: false }].concat(
      goods.filter(({ isSpecialty }) => isSpecialty),
    );
  }
  if (count === undefined || named === count) return goods;
  return [{ kind: UNNAMED, name: 'items', number: count - named, isSpecialty: false }, ...goods];
}

/** The same as details of an order; what there is none of is among `dropped`. */
export function toDetails(goods: readonly Good[]): {
  order: Partial<Order>;
  dropped: (keyof Order)[];
} {
  const order: Partial<Order> = {};
  const dropped: (keyof Order)[] = [];
  const count = sumOf(goods);
  const named = goods.filter(({ isSpecialty, kind }) => !isSpecialty && kind !== UNNAMED);
  const special = goods.filter(({ isSpecialty }) => isSpecialty);
  if (count > 0) order.count = count;
  else dropped.push('count');
  if (named.length > 0) order.pieces = sayGoods(named);
  else dropped.push('pieces');
  if (special.length > 0) order.specialty = sayGoods(special);
  else dropped.push('specialty');
  return { order, dropped };
}

/** "2 suitcases and surfboard". */
export const sayGoods = (goods: readonly Good[]): string =>
  goods
    .map(({ name, number, isSpecialty }) =>
      isSpecialty ? withQuantity(name, number) : `${number} ${name}`,
    )
    .join(' and ');

const partsOf = (list: string | undefined): string[] => list?.split(' and ') ?? [];

function toGood(part: string, isSpecialty: boolean): Good {
  const [first = '', ...rest] = part.split(' ');
  const number = readNumber(first);
  const name = number === undefined ? part : rest.join(' ');
  const kind = isSpecialty ? kindOf(name) : kindOf(name.split(' ').at(-1) ?? '');
  return { kind, name, number: number ?? 1, isSpecialty };
}

const sumOf = (goods: readonly Good[]): number =>
  goods.reduce((sum, { number, isSpecialty }) => sum + (isSpecialty ? 0 : number), 0);
