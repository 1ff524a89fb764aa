import { NUMBER_WORDS } from '@deskbell/clerk';
import { type Good, goodsOf, kindOf, means, toDetails, UNNAMED } from '../reading/goods/goods.ts';
import { BAGS, GENERAL, ITEMS } from '../reading/goods/piece-nouns.ts';
import { turnsRound } from '../reading/read-swap.ts';
import { type Order, serviceOf } from './order.ts';

const SAME_PLACES = [
  /\b(?:other|opposite|reverse) (?:way|direction)\b|\bway back\b/,
  /\bsame (?:pick-?up|delivery|drop-?off|start|from)\b|\b(?:from|to) the same\b/,
  /\b(?:same|those) (?:two )?(?:address(?:es)?|places?|zips?|zip codes?|locations?|houses?)\b/,
  /\b(?:same|those) (?:two )?(?:route|way|destinations?|trip)\b/,
] as const;
const SAME_FLIGHT = /\bsame (?:flight|plane)\b/;
const SAME_TERMINAL = /\bsame (?:airport,? (?:and )?(?:the )?(?:same )?)?terminal\b/;
const SAME_AIRPORT = /\bsame (?:(?:airport|terminal)\b|(?:jfk|newark|ewr|kennedy)\b)/;
const NOUN = `(${GENERAL}|${BAGS}|${ITEMS})`;
/** "Those suitcases", "the same bags", with no number of their own. */
const SAME_GOODS = new RegExp(
  `\\b(?:those|these|same|identical)(?: (?:very|same|exact|of|those|\\d{1,3}|${NUMBER_WORDS})){0,3} ${NOUN}\\b`,
  'g',
);
/** "The bags", which are the same beside "the same address" or "back". */
const THE_GOODS = new RegExp(
  `\\b(?:the|our|my|his|her|their|all)(?: (?:of|the|our|my)){0,3} ${NOUN}\\b`,
  'g',
);
const ALL_GOODS =
  /\bsame (?:number|amount|load|goods|again|thing|order)\b|\b(?:everything|it all|all of it) (?:back|home)\b/;

const FLIGHT = /^(?:direction|airport|terminal|flightDay|flightTime|service)$/;
const OF_GOODS = /^(?:count|pieces|specialty)$/;
const PLACE = /^(?:pickup|delivery)(?:Zip|Place|Line|City|State)$/;
export const isOfPlace = (key: string): boolean => PLACE.test(key);

const IS_GENERAL = new RegExp(`^(?:${GENERAL})$`);

/** The goods of an order that a message refers to: "the same bags". */
function goodsMeant(text: string, order: Order, isRelated: boolean): Good[] {
  const goods = goodsOf(order);
  if (ALL_GOODS.test(text)) return goods;
  const patterns = isRelated ? [SAME_GOODS, THE_GOODS] : [SAME_GOODS];
  const nouns = patterns.flatMap((way) => [...text.matchAll(way)].map(([, noun = '']) => noun));
  if (nouns.some((noun) => IS_GENERAL.test(noun))) return goods;
  return goods.filter(
    (good) =>
      nouns.length > 0 &&
      (good.kind === UNNAMED || nouns.some((noun) => means(kindOf(noun), good, goods))),
  );
}

/**
 * What a further booking takes over from the order before it: the goods, the ends, the airport and
 * the terminal that its words refer to. `said`: the details the message has of its own.
 */
export function carriedOver(order: Order, text: string, said: Partial<Order> = {}): Order {
  const wasTransfer = serviceOf(order) === 'blade_transfer';
  const isOther = said.service !== undefined && said.service !== 'blade_transfer';
  const isBack = turnsRound(text, false);
  const isThere = SAME_PLACES.some((way) => way.test(text));
  const isAirport = SAME_AIRPORT.test(text) || SAME_TERMINAL.test(text);
  const goods = goodsMeant(text, order, isBack || isThere || isAirport);
  const hasGoods = goods.length > 0;
  const isAll = hasGoods && goods.length === goodsOf(order).length;
  const isReturn = hasGoods && isBack;
  const hasPlaces = isReturn || isThere;
  const hasFlight = SAME_FLIGHT.test(text);
  const hasTerminal = SAME_TERMINAL.test(text);
  const namesAirport = said.airport !== undefined || said.direction !== undefined;
  const hasAirport = isAirport || isReturn || (hasPlaces && namesAirport);
  const isKept = (key: string): boolean => {
    if (PLACE.test(key)) return hasPlaces;
    if (OF_GOODS.test(key)) return isAll;
    if (!FLIGHT.test(key)) return false;
    if (hasFlight) return true;
    if (!wasTransfer || isOther) return false;
    if (key === 'terminal') return hasTerminal || (isReturn && said.airport === undefined);
    if (key === 'service') return hasAirport && hasGoods;
    return hasAirport && (key === 'airport' || key === 'direction');
  };
  const kept: Order = Object.fromEntries(Object.entries(order).filter(([key]) => isKept(key)));
  if (hasGoods && !isAll) Object.assign(kept, toDetails(goods).order);
  // The goods go as they went.
  if (hasGoods && !wasTransfer && said.service === undefined && said.airport === undefined) {
    const { service, tier } = order;
    if (service !== undefined) kept.service = service;
    if (tier !== undefined) kept.tier = tier;
  }
  return kept;
}
