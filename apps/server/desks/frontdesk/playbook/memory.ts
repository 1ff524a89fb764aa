import type { DayMention, OtherLanguage, SeenCall } from '@deskbell/clerk';
import type { Order } from './order/order.ts';
import type { Extra } from './reading/extras/read-extras.ts';
import type { NamedPlace } from './reading/places/mention.ts';
import type { Homes } from './reading/places/named-homes.ts';
import type { Place } from './reading/places/places.ts';
import type { Option } from './reading/rephrase/with-option-named.ts';
import type { Choices } from './reading/services/read-choice.ts';

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
  | 'earliest'
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
  /** The ZIP codes of the requests that ask whether a place is served. */
  areaZips: readonly string[];
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
  /** The single days spoken about, the newest last: what "the December one" is one of. */
  daysNamed: readonly string[];
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
  /** The bookings the assistant showed last, in their order, while they are spoken about. */
  shown: readonly string[];
  /** The last list of several bookings: what "the second one" is one of, after the first was told. */
  listed: readonly string[];
  /** The policy that was told last, while nothing else has been spoken about; in lower case. */
  policy: { goal: Goal; text: string } | undefined;
  /** How an own booking was called that was spoken about and not shown. */
  meant: { text: string; days: readonly DayMention[] } | undefined;
  /** Pickup and delivery were turned round: "the way back" is known already. */
  isTurned: boolean;
  /** What was named side by side last: what "the second one" is one of. */
  choices: Choices | undefined;
  /** The prices told last, one after the other, and what they were of: "the cheaper of the two". */
  priced: readonly SeenCall[];
  inTurn: Choices | undefined;
  /** The place last named: what "there" is. */
  lastPlace: NamedPlace | undefined;
  /** ZIP codes of homes that were told: what "her place" is. */
  homes: Homes;
  /** The ZIP codes last named, two at most: what "from the first to the second" is. */
  zipsNamed: readonly string[];
  /** The ZIP codes asked about side by side: what "from the second one" is one of. */
  zipsAsked: readonly string[];
  /** The goods that came last: what "remove it again" takes back. */
  cameLast: string | undefined;
  /** The options that came last: what "without, then book it" leaves off. */
  optionsLast: readonly Option[];
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
    daysNamed: [],
    dayIsOpen: false,
    dayWasRefused: false,
    daySkips: 0,
    handedOff: undefined,
    estimate: undefined,
    told: new Set(),
    shown: [],
    listed: [],
    policy: undefined,
    meant: undefined,
    isTurned: false,
    choices: undefined,
    priced: [],
    inTurn: undefined,
    lastPlace: undefined,
    homes: {},
    zipsNamed: [],
    zipsAsked: [],
    cameLast: undefined,
    optionsLast: [],
    mentioned: [],
    heard: {
      text: '',
      goals: [],
      explicit: [],
      asked: undefined,
      language: undefined,
      zips: [],
      areaZips: [],
      places: [],
      days: [],
      changed: new Set(),
    },
  };
}
