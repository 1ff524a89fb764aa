import type { DayMention, OtherLanguage } from '@deskbell/clerk';
import type { Order } from './order.ts';
import type { Place } from './places.ts';
import type { NamedPlace } from './reading/read-addresses.ts';
import type { Choices } from './reading/read-choice.ts';
import type { Extra } from './reading/read-extras.ts';

/** What the assistant's last words asked for. The first four are yes-or-no offers. */
export type Question =
  | 'offer_booking'
  | 'offer_price'
  | 'offer_dates'
  | 'service'
  | 'tier'
  | 'count'
  | 'direction'
  | 'airport'
  | 'terminal'
  | 'day'
  | 'pickup_zip'
  | 'delivery_zip'
  | 'zip';

export type Goal =
  | 'coverage'
  | 'price'
  | 'availability'
  | 'bookings'
  | 'history'
  | 'booking'
  | 'choose'
  | 'carry'
  | 'again'
  | 'services'
  | 'surcharges'
  | 'pickup_hour'
  | 'same_day'
  | 'account'
  | 'dropped'
  | 'weight'
  | 'lead_time'
  | 'payment'
  | 'today'
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'identity'
  | 'help'
  | 'contact'
  | 'instructions'
  | 'other_customers'
  | 'language'
  | 'abuse'
  | 'declined'
  | 'restart'
  | 'unknown'
  | 'puzzled'
  | `policy:${string}`;

/** Goals that a message of nothing but details goes on with. */
export const TOPICS = ['coverage', 'price', 'availability', 'booking', 'choose'] as const;
export type Topic = (typeof TOPICS)[number];

export const isTopic = (goal: Goal): goal is Topic => (TOPICS as readonly string[]).includes(goal);

/** What the newest message said. */
export interface Heard {
  text: string;
  goals: Goal[];
  /** Goals the words themselves set; the others go on with what was spoken about. */
  explicit: readonly Goal[];
  /** What the assistant had asked for. */
  asked: Question | undefined;
  language: OtherLanguage | undefined;
  zips: readonly string[];
  places: readonly Place[];
  days: readonly DayMention[];
  /** Order details this message set or changed. */
  changed: ReadonlySet<keyof Order>;
}

export interface Memory {
  order: Order;
  topic: Topic | undefined;
  asked: Question | undefined;
  /** The days last asked about, which "is that free" and a change of the day refer to. */
  days: { first: string; last: string } | undefined;
  /** The customer does not know the day yet; the booking form asks. */
  dayIsOpen: boolean;
  /** A day that cannot be booked was told so and forgotten; another one is wanted. */
  dayWasRefused: boolean;
  /** How often the day was asked for and something else was answered. */
  daySkips: number;
  /** The order of the last booking handoff, which a declined change falls back to. */
  handedOff: Order | undefined;
  /** The total of the last estimate, in dollars. */
  estimate: number | undefined;
  /** Sentences of price disclaimers the customer has read. */
  told: Set<string>;
  /** The booking numbers in the assistant's last words, in their order. */
  shown: readonly string[];
  /** Pickup and delivery were turned round: "the way back" is known already. */
  isTurned: boolean;
  /** What was named side by side last: what "the second one" is one of. */
  choices: Choices | undefined;
  /** The place last named: what "there" is. */
  lastPlace: NamedPlace | undefined;
  /** The ZIP codes last named, two at most: what "from the first to the second" is. */
  zipsNamed: readonly string[];
  /** Extras the last message spoke of without wanting them: what "add that" wants. */
  mentioned: readonly Extra[];
  heard: Heard;
}

export function createMemory(): Memory {
  return {
    order: {},
    topic: undefined,
    asked: undefined,
    days: undefined,
    dayIsOpen: false,
    dayWasRefused: false,
    daySkips: 0,
    handedOff: undefined,
    estimate: undefined,
    told: new Set(),
    shown: [],
    isTurned: false,
    choices: undefined,
    lastPlace: undefined,
    zipsNamed: [],
    mentioned: [],
    heard: {
      text: '',
      goals: [],
      explicit: [],
      asked: undefined,
      language: undefined,
      zips: [],
      places: [],
      days: [],
      changed: new Set(),
    },
  };
}
