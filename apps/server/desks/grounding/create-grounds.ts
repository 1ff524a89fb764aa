import { createSpeller, type LocalTime } from '@deskbell/clerk';
import { checkBooking } from './check-booking.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkDays } from './check-days.ts';
import { checkMoney, collectAmounts, type KnownMoney } from './check-money.ts';
import type { PriceFact } from './check-price-of.ts';
import type { Claim } from './claim.ts';
import type { PlaceFacts } from './places.ts';
import { plainText } from './plain-text.ts';
import { numbersIn } from './read-booking-claims.ts';
import { type Facts, factDays, readFacts } from './read-facts.ts';
import { readNamedDays } from './read-named-days.ts';
import { type GroundingResult, type ReadResults, readResults } from './read-results.ts';
import { relativeDays } from './relative-days.ts';

/** What a desk's facts say, read once for all turns of which they are the same. */
export interface GroundingFacts {
  texts: readonly string[];
  places?: PlaceFacts | undefined;
  prices?: readonly PriceFact[] | undefined;
}

/** What claims of an answer are compared with. */
export interface Known {
  now: LocalTime;
  money: KnownMoney;
  results: ReadResults;
  facts: Facts;
  places: PlaceFacts | undefined;
  prices: readonly PriceFact[];
  /** The first day that the facts say can be booked. */
  earliestDay: string | undefined;
  heardDays: ReadonlySet<string>;
  /** Days in the facts and in the texts of results; read when they are asked for. */
  namedDays(): ReadonlySet<string>;
  heardNumbers: ReadonlySet<string>;
}

export interface Grounds {
  readonly now: LocalTime;
  /** The customer's last message. */
  readonly heard: string;
  isFounded(claim: Claim): boolean;
}

/**
 * What an answer of one turn may say. Pure: `texts` are the desk's facts (a prompt), `places` what
 * it knows of places, `results` those of this turn alone, `heard` the customer's messages, the
 * newest last, and `now` the time in the business's zone.
 */
export function createGrounds({
  texts,
  places,
  prices = [],
  results,
  heard,
  now,
}: GroundingFacts & {
  results: readonly GroundingResult[];
  heard: readonly string[];
  now: LocalTime;
}): Grounds {
  const read = readResults(results);
  const facts = readFacts(texts);
  const said = heard.map(plainText);
  let namedDays: ReadonlySet<string> | undefined;
  const known: Known = {
    now,
    money: collectAmounts({ facts, results: read, heard: said }),
    results: read,
    facts,
    places,
    prices,
    earliestDay: earliestDayIn(texts, now),
    heardDays: heardDaysIn(said, now),
    namedDays: () => {
      namedDays ??= new Set([
        ...factDays(texts, now),
        ...daysIn(
          read.texts.flatMap((text) => text.split('\n')),
          now,
        ),
      ]);
      return namedDays;
    },
    heardNumbers: new Set(said.flatMap(numbersIn)),
  };
  return {
    now,
    heard: heard.at(-1) ?? '',
    isFounded(claim) {
      switch (claim.kind) {
        case 'money':
          return checkMoney(claim, known);
        case 'date':
          return checkDays(claim, known);
        case 'booking':
          return checkBooking(claim, known);
        case 'coverage':
          return checkCoverage(claim, known);
      }
    },
  };
}

const daysIn = (texts: readonly string[], now: LocalTime): Set<string> =>
  new Set(texts.flatMap((text) => readNamedDays(text, now).flatMap(({ days }) => days)));

const spellCalendar = createSpeller({ words: [] });
/** With "decmber" as the month it is meant for. */
const correctCalendar = (text: string): string => spellCalendar(text.toLowerCase());

/** The days the customer named, and those counted from them in other words. */
function heardDaysIn(texts: readonly string[], now: LocalTime): Set<string> {
  const named = daysIn([...texts, ...texts.map(correctCalendar)], now);
  return new Set([...named, ...texts.flatMap((text) => relativeDays(text, named))]);
}

function earliestDayIn(texts: readonly string[], now: LocalTime): string | undefined {
  for (const text of texts) {
    for (const line of text.match(/^.*\bearliest\b.*\d.*$/gim) ?? []) {
      const day = /\b\d{4}-\d\d-\d\d\b/.exec(line)?.[0] ?? readNamedDays(line, now)[0]?.days[0];
      if (day !== undefined) return day;
    }
  }
  return undefined;
}
