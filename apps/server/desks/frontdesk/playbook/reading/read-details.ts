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
import { type Order, serviceOf } from '../order.ts';
import { type Place, readPlaces } from '../places.ts';
import { pairPlaces } from './pair-places.ts';
import { readAddresses } from './read-addresses.ts';
import { PICKUP_HOUR, readExtras } from './read-extras.ts';
import { readOtherService } from './read-other-service.ts';
import { readKept, readPieces } from './read-pieces.ts';
import { readService } from './read-service.ts';
import { readStreetAddresses } from './read-street-addresses.ts';
import { readTransfer } from './read-transfer.ts';
import { readZips } from './read-zips.ts';
import { type KnownDays, relateDays } from './relate-days.ts';

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
}): Details {
  const { text, known, asked, business, now, knownDays } = options;
  const beside = withoutStreets(text, business).replace(PICKUP_HOUR, blank);
  const named = withMonths(beside, readDays(beside, now));
  const days = knownDays === undefined ? named : relateDays(beside, named, knownDays, now);
  const zips = readZips(text, asked);
  const { places, loose } = pairPlaces({
    text,
    places: readPlaces(text, business),
    zips,
    business,
  });
  const order: Partial<Order> = {
    ...readService(text, known, asked),
    ...readExtras(text),
    ...readTransfer(text, known, asked, business),
    ...readAddresses({ text, zips: loose, places, known, asked, business }),
  };
  Object.assign(order, readPieces({ text: beside, known, asked, business }));
  Object.assign(order, readOtherService({ text, known, order, asked }));
  // "Do you do same day?" asks about it in general.
  const isAsked = /^(?:do|does|what|how|is|are|can|could)\b/.test(text);
  if (isAsked && serviceOf({ ...known, ...order }) === undefined) delete order.sameDay;
  const merged = { ...known, ...order };
  Object.assign(order, readWhen(text, days, merged));
  const kept = readKept(text, known, business);
  if (kept?.specialty !== undefined) order.specialty = kept.specialty;
  return {
    order,
    zips: zips.map(({ zip }) => zip),
    places,
    days,
    dropped: kept !== undefined && kept.specialty === undefined ? ['specialty'] : [],
  };
}

/** The text with spaces in place of street addresses, whose numbers count nothing. */
const withoutStreets = (text: string, business: Business): string =>
  readStreetAddresses(text, business).reduce(
    (rest, { index, end }) => rest.slice(0, index) + ' '.repeat(end - index) + rest.slice(end),
    text,
  );

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

const FLIGHT = /\b(?:flight|fly|flying|flies|land|lands|landing|arriv\w+|depart\w*|take ?off)\b/;

function readWhen(text: string, days: readonly DayMention[], order: Order): Partial<Order> {
  const found: Partial<Order> = {};
  const isTransfer = serviceOf(order) === 'blade_transfer';
  // After "no" or "instead" the later day is the one that holds.
  const real = days.filter(({ isImpossible, first }) => !isImpossible && first !== '');
  const isCorrection = /\b(?:instead of|rather than|not)\b/.test(text);
  const day =
    isCorrection && real.length > 1 && !/\bnot\b.*\bbut\b/.test(text) && !/^no\b/.test(text)
      ? real[0]
      : real.at(-1);
  // "The 5th or the 6th" chooses neither.
  const isOpen =
    real.length > 1 &&
    !isCorrection &&
    /\bor\b/.test(text.slice(real[0]?.index, real.at(-1)?.index));
  if (day !== undefined && day.first === day.last && !isOpen) {
    const lead = (index: number): string => text.slice(Math.max(0, index - 40), index);
    const flight = real.find(({ index }) => FLIGHT.test(lead(index)));
    const pickup = real.find(
      ({ index }) => /\bpick/.test(lead(index)) && !FLIGHT.test(lead(index)),
    );
    if (isTransfer && flight !== undefined && pickup !== undefined) {
      found.flightDay = flight.first;
      found.day = pickup.first;
    } else if (isTransfer && order.direction === 'from_airport') {
      // Bags are picked up where they land, on the day they land.
      found.flightDay = day.first;
      found.day = day.first;
    } else if (isTransfer && FLIGHT.test(text)) {
      found.flightDay = day.first;
    } else {
      found.day = day.first;
    }
  }
  const time = days.find((mention) => mention.time !== undefined)?.time;
  if (isTransfer && time !== undefined) found.flightTime = time;
  return found;
}
