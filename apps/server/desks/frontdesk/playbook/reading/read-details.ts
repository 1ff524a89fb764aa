import {
  type DayMention,
  type LocalTime,
  lastDayOf,
  MONTH_NAMES,
  monthNumber,
  readDays,
  toDay,
} from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import type { Question } from '../memory.ts';
import { LARGEST_DELIVERY, type Order, serviceOf } from '../order/order.ts';
import { withoutNoDays } from './days/no-days.ts';
import { withoutShifts } from './days/read-flight-time.ts';
import { readWhen } from './days/read-when.ts';
import { type KnownDays, relateDays } from './days/relate-days.ts';
import { withYearsMeant } from './days/years-meant.ts';
import { type Extra, PICKUP_HOUR, readExtras } from './extras/read-extras.ts';
import { readReplacedExtras } from './extras/read-replaced-extras.ts';
import { readTakenBack } from './extras/read-taken-back.ts';
import { asksIfFits } from './goods/asks-if-fits.ts';
import { changeGoods } from './goods/change-goods.ts';
import { countFirst } from './goods/count-first.ts';
import { readPieces } from './goods/read-pieces.ts';
import { withoutCarried } from './goods/without-carried.ts';
import type { NamedPlace } from './places/mention.ts';
import { pairPlaces } from './places/pair-places.ts';
import { type Place, readPlaces } from './places/places.ts';
import { readAddresses } from './places/read-addresses.ts';
import { readHouseNumber } from './places/read-house-number.ts';
import { readStreetAddresses } from './places/read-street-addresses.ts';
import { readUnit } from './places/read-unit.ts';
import { readZips } from './places/read-zips.ts';
import { withoutFrames } from './rephrase/without-frames.ts';
import { type Choices, readChoice, readTiers, wantedTier } from './services/read-choice.ts';
import { readNarrowed } from './services/read-narrowed.ts';
import { readOtherService } from './services/read-other-service.ts';
import { readService } from './services/read-service.ts';
import { readTransfer } from './services/read-transfer.ts';

/** Everything a normalised message says about an order. */
export interface Details {
  order: Partial<Order>;
  zips: string[];
  places: Place[];
  days: DayMention[];
  /** Details the customer takes back. */
  dropped: (keyof Order)[];
}

/** Reads a normalised message. `known` and `asked` decide what a bare "4" or "standard" means. */
export function readDetails(options: {
  text: string;
  known: Order;
  asked: Question | undefined;
  business: Business;
  now: LocalTime;
  /** Given where "Sunday" may be one around a day that was spoken about. */
  knownDays?: KnownDays;
  /** What "there" is. */
  lastPlace?: NamedPlace | undefined;
  /** What "the second one" is one of. */
  choices?: Choices | undefined;
  /** What was priced one after the other: what "the cheaper one" is one of. */
  inTurn?: Choices | undefined;
  /** The extras the last message spoke of: what "without it" is. */
  mentioned?: readonly Extra[];
}): Details {
  const { text, known, asked, business, now, knownDays, lastPlace, choices, inTurn, mentioned } =
    options;
  const house = readHouseNumber(text, known);
  const plain = withoutShifts(withoutStreets(text, business));
  const beside = withoutSpan(plain.replace(PICKUP_HOUR, blank), house);
  const told = withoutNoDays(beside, readDays(beside, now), now.today);
  const named = withYearsMeant(beside, withoutFrames(withMonths(beside, told)), now.today);
  const days = knownDays === undefined ? [...named] : relateDays(beside, named, knownDays, now);
  const zips = readZips(text, asked);
  const { places, loose } = pairPlaces({
    text,
    places: readPlaces(text, business),
    zips,
    business,
  });
  const choice = readChoice(text, choices, inTurn);
  if (choice.day !== undefined) {
    days.push({ first: choice.day, last: choice.day, index: 0, length: 0 });
  }
  const order: Partial<Order> = {
    ...readService(text, known, asked),
    ...readExtras(text),
    ...readTransfer(text, known, asked),
    ...choice,
  };
  if (choice.service === 'standard_delivery') delete order.tier;
  if (readTiers(text).length > 1 && order.tier !== undefined) {
    const wanted = wantedTier(text);
    if (wanted === undefined) delete order.tier;
    else order.tier = wanted;
  }
  Object.assign(
    order,
    readReplacedExtras(text, known, order, mentioned),
    readTakenBack(text, known),
  );
  const counted = withoutCarried(countFirst(days.reduce(withoutDay, beside)));
  const change = changeGoods(counted, known, { business, service: order.service });
  Object.assign(order, change?.order ?? readPieces({ text: counted, known, asked, business }));
  // The size is to follow from the pieces.
  const isFitAsked =
    serviceOf({ ...known, ...order }) === 'mini_move' &&
    (order.count ?? known.count) !== undefined &&
    asksIfFits(text);
  if (isFitAsked) delete order.tier;
  // "Is a mini move right for 5 boxes?", where no move was chosen.
  const isFew = (order.count ?? known.count ?? 0) <= LARGEST_DELIVERY;
  if (isFitAsked && isFew && (known.service ?? known.tier) === undefined) delete order.service;
  const soFar = { ...known, ...order };
  const ends = { text, zips: loose, places, known: soFar, asked, business, lastPlace };
  Object.assign(order, readAddresses(ends));
  Object.assign(order, readUnit(text, known, order), house?.line);
  Object.assign(order, readOtherService({ text, known, order, asked }));
  // "Do you do same day?" asks about it in general.
  const isAsked = /^(?:do|does|what|how|is|are|can|could)\b/.test(text);
  if (isAsked && serviceOf({ ...known, ...order }) === undefined) delete order.sameDay;
  // "That same day" names the day of the flight.
  const isThatDay = days.some((day) => 'isRelative' in day);
  if (isThatDay || serviceOf({ ...known, ...order }) === 'blade_transfer') delete order.sameDay;
  const merged = { ...known, ...order };
  Object.assign(order, readWhen(text, days, merged));
  const narrowed = readNarrowed(text, business);
  if (change === undefined) Object.assign(order, narrowed.order);
  return {
    order,
    zips: zips.map(({ zip }) => zip),
    places,
    days,
    dropped: [...(change?.dropped ?? narrowed.dropped), ...(isFitAsked ? (['tier'] as const) : [])],
  };
}

/** The text with spaces in place of what was read of it otherwise. */
const withoutSpan = (text: string, span: { index: number; length: number } | undefined): string =>
  span === undefined
    ? text
    : text.slice(0, span.index) + ' '.repeat(span.length) + text.slice(span.index + span.length);

/** The text with spaces in place of street addresses, whose numbers count nothing. */
const withoutStreets = (text: string, business: Business): string =>
  readStreetAddresses(text, business).reduce(
    (rest, { index, end }) => rest.slice(0, index) + ' '.repeat(end - index) + rest.slice(end),
    text,
  );

/** "One day later" and "December 16" count nothing. */
const withoutDay = (text: string, day: DayMention): string =>
  'isRelative' in day ||
  (day.first !== '' && /[a-z]{3}/.test(textOf(text, day))) ||
  (day.time !== undefined && /\bat \d{1,2}$/.test(textOf(text, day)))
    ? text.slice(0, day.index) + ' '.repeat(day.length) + text.slice(day.index + day.length)
    : text;

const textOf = (text: string, { index, length }: DayMention): string =>
  text.slice(index, index + length);

const blank = (hit: string): string => ' '.repeat(hit.length);

const MONTH_OF_YEAR = new RegExp(
  `\\b(${MONTH_NAMES.join('|').toLowerCase()}),? (20\\d\\d)\\b`,
  'g',
);

/** With "June 2028", which names a month and no day, as the span from its first day to its last. */
function withMonths(text: string, days: readonly DayMention[]): DayMention[] {
  const months = [...text.matchAll(MONTH_OF_YEAR)].flatMap((hit): DayMention[] => {
    const { index } = hit;
    const end = index + hit[0].length;
    const isRead = days.some(
      (day) => day.first !== '' && day.index < end && index < day.index + day.length,
    );
    if (isRead || /\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $/.test(text.slice(0, index))) return [];
    const [, name = '', year = ''] = hit;
    const month = monthNumber(name);
    const first = toDay(Number(year), month, 1) ?? '';
    return [{ first, last: lastDayOf(Number(year), month), index, length: hit[0].length }];
  });
  return [...days, ...months].sort((a, b) => a.index - b.index);
}
