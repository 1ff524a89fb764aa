export const CLAIM_KINDS = ['money', 'date', 'booking', 'coverage'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/**
 * What an answer says of days. `named`: nothing, `unclear`: something that is not understood. `offered` is a day proposed, `unavailable` one
 * that is busy or blocked.
 */
export type DayWord =
  | 'available'
  | 'bookable'
  | 'offered'
  | 'busy'
  | 'unavailable'
  | 'blocked'
  | 'booked'
  | 'named'
  | 'unclear'
  | 'wrong_weekday';

export type BookingStatus = 'pending' | 'confirmed' | 'paid' | 'completed' | 'cancelled';

export type MoneyClaim =
  /** `cents` of a currency by its code; null: an amount that is not understood. */
  | {
      what: 'amount';
      currency: string;
      cents: number | null;
      isCustomers: boolean;
      /** What stands before and behind it. */
      head: string;
      tail: string;
    }
  | { what: 'percent'; percent: number }
  /** Something is free, waived or discounted. */
  | { what: 'free' | 'discount' };

export type DateClaim = {
  what: 'days';
  says: DayWord;
  /** ISO days; none: days that the sentence does not name. */
  days: readonly string[];
  /** Where it names none: those that are not meant. */
  except: readonly string[];
  /** Whether each of the days must be so, or one of them. */
  of: 'every' | 'any';
};

export type BookingClaim =
  | { what: 'number'; number: string }
  /** How many bookings there are. */
  | { what: 'count'; count: number }
  | { what: 'status'; status: BookingStatus; isNot: boolean; numbers: readonly string[] }
  /** Something was done, which no tool can do unless it is a hand-over or an estimate. */
  | { what: 'effect'; isOfHandover: boolean };

export type CoverageClaim = {
  /** `may_be_served` is a claim only of a place that is known. */
  what: 'served' | 'may_be_served' | 'not_served' | 'surcharge' | 'no_surcharge';
  zipCodes: readonly string[];
  /** Clauses that stood before, one of which may say which place "it" or "there" is. */
  before: readonly string[];
  /** Whether it is said of all that was named before, and not of the last. */
  isOfAll: boolean;
};

/** Something an answer says that must be so: `text` is the clause, as plain text. */
export type Claim = { text: string } & (
  | ({ kind: 'money' } & MoneyClaim)
  | ({ kind: 'date' } & DateClaim)
  | ({ kind: 'booking' } & BookingClaim)
  | ({ kind: 'coverage' } & CoverageClaim)
);
