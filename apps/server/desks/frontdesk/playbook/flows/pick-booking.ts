import { addDays } from '@deskbell/clerk';
import { askedStatus } from './asked-status.ts';

/** A booking of the signed-in customer, as the lookup tool lists it. */
export interface ListedBooking {
  number: string;
  service: string | undefined;
  status: string | undefined;
  /** ISO day. */
  day: string | undefined;
  total: number | undefined;
}

/** Which bookings a question is about; `how` says by what it named them. */
export interface Picked {
  how: 'all' | 'number' | 'missing' | 'next' | 'none_to_come' | 'none_so' | 'so' | 'one';
  bookings: readonly ListedBooking[];
}

interface DaySpan {
  first: string;
  last: string;
}

const ORDINALS: readonly RegExp[] = [
  /\b(?:first|1st)\b/,
  /\b(?:second|2nd)\b/,
  /\b(?:third|3rd)\b/,
  /\b(?:fourth|4th)\b/,
  /\b(?:fifth|5th)\b/,
];
/** "The one on the 5th" names its day, and is no fifth. */
const DAY_OF_MONTH =
  /\b(?:(?:on|for|of|from|around) (?:the )?|(?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:the )?)\d{1,2}(?:st|nd|rd|th)\b(?! (?:one|booking|of (?:them|those|these))\b)/g;
const SERVICES: readonly [RegExp, RegExp][] = [
  [/\b(?:airport|transfer|jfk|newark|flight|rides?)\b/, /airport/i],
  [/\bmini\b|\bmoves?\b(?! (?:my|our|the|it|that|this)\b)|\bmoving\b/, /move/i],
  [/\bdeliver(?:y|ies)\b/, /delivery/i],
];
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Reads the tool's list; what is not a booking is left out. */
export function readBookings(value: Record<string, unknown>): ListedBooking[] {
  const list: unknown[] = Array.isArray(value.bookings) ? value.bookings : [];
  const text = (part: unknown): string | undefined =>
    typeof part === 'string' && part !== '' ? part : undefined;
  return list.flatMap((entry) => {
    const booking = (entry ?? {}) as Record<string, unknown>;
    const number = text(booking.booking_number);
    if (number === undefined) return [];
    return [
      {
        number,
        service: text(booking.service),
        status: text(booking.status),
        day: text(booking.pickup_date),
        total: typeof booking.total === 'number' ? booking.total : undefined,
      },
    ];
  });
}

/**
 * Finds the bookings a question is about among the listed ones. `shown` are the numbers in the
 * assistant's last words: what "it" and "the second one" refer to.
 */
export function pickBookings(options: {
  text: string;
  list: readonly ListedBooking[];
  shown: readonly string[];
  /** The last list that was shown, which may be longer. */
  listed?: readonly string[];
  today: string;
  /** The days the question names; a day without its year may be one that is past. */
  days: readonly DaySpan[];
}): Picked {
  const { text, list, shown, listed = shown, today, days } = options;
  const digits =
    /\b(?:tt-?|(?:booking|order|reservation)(?: (?:number|no\.?))? ?#? ?)(\d{1,6})\b/.exec(
      text,
    )?.[1];
  if (digits !== undefined) {
    const named = list.filter(({ number }) => Number(number.replace(/\D/g, '')) === Number(digits));
    return { how: named.length > 0 ? 'number' : 'missing', bookings: named };
  }
  const service = SERVICES.find(([pattern]) => pattern.test(text))?.[1];
  // As they were told: "the first of these" is the first line.
  const inOrder = (numbers: readonly string[]): ListedBooking[] =>
    numbers.flatMap((number) => list.filter((booking) => booking.number === number));
  const known = inOrder(shown);
  const lines = inOrder(listed);
  const isOther = known.length === 1 && /\bthe other (?:one|booking|\w+ one)\b/.test(text);
  const isKnown = (booking: ListedBooking): boolean => known.includes(booking);
  const scope = isOther
    ? list.filter((booking) => !isKnown(booking))
    : known.length > 1 && namesOneOf(text, known, service)
      ? known
      : list;
  const ofService = scope.filter((booking) => service?.test(booking.service ?? ''));
  const candidates = ofService.length > 0 ? ofService : scope;

  if (/\b(?:next|upcoming|coming up|soonest)\b/.test(text) || isAboutNext(text)) {
    const toCome = candidates
      .filter(({ day = '' }) => day >= today && isBeyond(text, day, days))
      .filter(({ status }) => status !== 'cancelled' && status !== 'completed')
      .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
    const [next] = toCome;
    const isList = NAMES_MORE.test(text) || WHAT_COMES.test(text);
    if (isList && toCome.length > 1) return { how: 'one', bookings: toCome };
    if (next !== undefined) return { how: 'next', bookings: [next] };
    return { how: 'none_to_come', bookings: [] };
  }
  if (WAS_LAST.test(text)) {
    const past = candidates
      .filter(({ day = '', status }) => day !== '' && day < today && status !== 'cancelled')
      .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
    if (past[0] !== undefined && known.length === 0) return one(past[0]);
  }
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(text.replace(DAY_OF_MONTH, ' ')));
  const isLast = /\b(?:last|bottom)\b|\bthe latest of\b/.test(text);
  const rows = known.length === 1 && lines.length > 1 && service === undefined ? lines : candidates;
  const counted =
    isLast && lines.length > 1 ? (known.length > 1 ? scope : lines).at(-1) : rows[ordinal];
  if (known.length > 0 && counted !== undefined) return { how: 'one', bookings: [counted] };
  if (/\b(?:latest|newest|most recent|last)\b/.test(text)) {
    return { how: 'one', bookings: candidates.slice(0, 1) };
  }
  const aside = besideDay(text, { list: candidates, known, days });
  if (aside !== undefined) return aside;
  const onDays = [...days.flatMap(inYears), ...days.flatMap((span) => weekLater(span, today))]
    .map((span) => candidates.filter(({ day = '' }) => span.first <= day && day <= span.last))
    .find((found) => found.length > 0);
  if (onDays !== undefined) return { how: 'one', bookings: onDays };
  const inMonth = candidates.filter(({ day }) => isMonthNamed(text, day));
  if (inMonth.length > 0) return { how: 'one', bookings: inMonth };
  const byTotal = candidates
    .filter(({ total, status }) => total !== undefined && status !== 'cancelled')
    .sort((a, b) => (a.total ?? 0) - (b.total ?? 0));
  if (/\b(?:most expensive|dearest|priciest|biggest|largest)\b/.test(text) && byTotal.length > 0) {
    return { how: 'one', bookings: byTotal.slice(-1) };
  }
  if (/\b(?:cheapest|least expensive)\b/.test(text) && byTotal.length > 0) {
    return { how: 'one', bookings: byTotal.slice(0, 1) };
  }
  const [only] = known;
  if (known.length === 1 && only !== undefined && ofService.length !== 1) {
    if (/\b(?:other|others|rest)\b/.test(text)) {
      return { how: 'all', bookings: list.filter(({ number }) => number !== only.number) };
    }
    const isOfIt = /\b(?:it|that|this|is|was|when|paid)\b/.test(text);
    if (isOfIt && ofService.length === 0 && !ONE_OF_ALL.test(text)) return one(only);
  }
  if (
    known.length === 1 &&
    only !== undefined &&
    /\b(?:in|on|part of) (?:it|that|this)\b/.test(text)
  ) {
    return one(only);
  }
  const status = askedStatus(text);
  if (status !== undefined && ONE_OF_ALL.test(text)) {
    const ofStatus = candidates.filter((booking) => booking.status === status);
    return { how: ofStatus.length > 0 ? 'so' : 'none_so', bookings: ofStatus };
  }
  // "What is happening with my transfer?" is about the one to come.
  const toCome = ofService.filter(({ day = '', status }) => day >= today && status !== 'cancelled');
  if (toCome.length === 1 && toCome[0] !== undefined && !OF_PAST_OR_MORE.test(text)) {
    return one(toCome[0]);
  }
  if (ofService.length > 0 && ofService.length < list.length) {
    return { how: 'one', bookings: ofService };
  }
  const isList = /\b(?:all|list|show|see|bookings|orders|reservations)\b/.test(text);
  if (known.length > 0 && !isList) return { how: 'one', bookings: known };
  return { how: 'all', bookings: list };
}

const NAMES_MORE = /\b(?:bookings|orders|reservations|moves|deliveries|pick-?ups|transfers|ones)\b/;
/** "What do I have coming up?": all of it. */
const WHAT_COMES =
  /\b(?:what|which|anything|everything)\b[^.?!]{0,30}\b(?:coming up|upcoming|ahead)\b(?! next)/;
/** "When was my last move?", which is over. */
const WAS_LAST = /\b(?:was|did)\b[^.?!]{0,25}\b(?:last|latest|most recent|previous)\b/;

/** Whether what a question names by its kind or month is among those that were shown. */
function namesOneOf(text: string, shown: readonly ListedBooking[], service?: RegExp): boolean {
  const isOfService = service === undefined || shown.some((one) => service.test(one.service ?? ''));
  const isMonth = MONTHS.some((name) => new RegExp(`\\b${name}\\b`).test(text));
  return isOfService && (!isMonth || shown.some(({ day }) => isMonthNamed(text, day)));
}

/** "The November move", where no day is named. */
const isMonthNamed = (text: string, day = ''): boolean => {
  const name = MONTHS[Number(day.slice(5, 7)) - 1];
  return name !== undefined && new RegExp(`\\b${name}\\b(?! i\\b)`).test(text);
};

const one = (booking: ListedBooking): Picked => ({ how: 'one', bookings: [booking] });

const OF_PAST_OR_MORE =
  /\b(?:was|were|did|last|previous|past|all|transfers|deliveries|moves|rides|both)\b/;

/** Any of several: "which one is pending?", "was one of my bookings cancelled?", "the paid one". */
const ONE_OF_ALL =
  /\b(?:which|any|anything|something|nothing|what(?:'s)?|balance|ones|(?:one|some|all|none) of|have i|do i have|bookings|orders|reservations|the (?:paid|confirmed|pending|cancell?ed|completed))\b/;

/** "Anything coming up after Christmas?": whether a day lies on the side of it that is named. */
function isBeyond(text: string, day: string, [named]: readonly DaySpan[]): boolean {
  if (named === undefined || named.first === '') return true;
  const side = /\b(before|after) (?!(?:that|then|it|this|my|our)\b)/.exec(text)?.[1];
  return side === undefined || (side === 'after' ? day > named.last : day < named.first);
}

/** "What comes after my December 5 booking?", "the ride before that": the nearest to it. */
function besideDay(
  text: string,
  {
    list,
    known,
    days,
  }: { list: readonly ListedBooking[]; known: readonly ListedBooking[]; days: readonly DaySpan[] },
): Picked | undefined {
  const hit =
    /\b(before|after|following|prior to|earlier than) (?:that|then|it|this|(?:my|the|that|our)\b)/.exec(
      text,
    )?.[1];
  const span = days.flatMap(inYears)[0] ?? spanOfOnly(known);
  if (hit === undefined || span === undefined) return undefined;
  const isAfter = hit === 'after' || hit === 'following';
  const beside = list
    .filter(({ status }) => status !== 'cancelled' || /\bcancell?ed\b/.test(text))
    .filter(({ day = '' }) => day !== '' && (isAfter ? day > span.last : day < span.first))
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  const found = isAfter ? beside[0] : beside.at(-1);
  return found === undefined ? undefined : one(found);
}

const spanOfOnly = ([only, ...more]: readonly ListedBooking[]): DaySpan | undefined =>
  only?.day === undefined || more.length > 0 ? undefined : { first: only.day, last: only.day };

/** The days as they were read, the next to come, and a year before. */
function inYears({ first, last }: DaySpan): DaySpan[] {
  if (first === '') return [];
  const before = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return [
    { first, last },
    { first: before(first), last: before(last) },
  ];
}

/** "Did the payment for Saturday arrive?": the Saturday to come, too. */
function weekLater({ first, last }: DaySpan, today: string): DaySpan[] {
  if (first === '' || first >= today || first < addDays(today, -7)) return [];
  return [{ first: addDays(first, 7), last: addDays(last, 7) }];
}

/** "When is my pickup?" is about the one to come. */
const isAboutNext = (text: string): boolean =>
  /\b(?:when|what (?:day|time|date))\b/.test(text) &&
  /\b(?:my|our) (?:pick-?up|booking|move|delivery|transfer|driver)\b/.test(text) &&
  !/\b(?:was|were|did)\b/.test(text);
