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
  how: 'all' | 'number' | 'missing' | 'next' | 'none_to_come' | 'one';
  bookings: readonly ListedBooking[];
}

const ORDINALS: readonly RegExp[] = [
  /\b(?:first|1st)\b/,
  /\b(?:second|2nd)\b/,
  /\b(?:third|3rd)\b/,
  /\b(?:fourth|4th)\b/,
  /\b(?:fifth|5th)\b/,
];
const SERVICES: readonly [RegExp, RegExp][] = [
  [/\b(?:airport|transfer|jfk|newark|flight)\b/, /airport/i],
  [/\bmini\b|\bmoves?\b|\bmoving\b/, /move/i],
  [/\bdeliver(?:y|ies)\b/, /delivery/i],
];
const STATUSES = ['pending', 'paid', 'confirmed', 'completed', 'cancelled'];

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
  today: string;
  /** The day or days the question names. */
  days: { first: string; last: string } | undefined;
}): Picked {
  const { text, list, shown, today, days } = options;
  const digits =
    /\b(?:tt-?|(?:booking|order|reservation)(?: (?:number|no\.?))? ?#? ?)(\d{1,6})\b/.exec(
      text,
    )?.[1];
  if (digits !== undefined) {
    const named = list.filter(({ number }) => Number(number.replace(/\D/g, '')) === Number(digits));
    return { how: named.length > 0 ? 'number' : 'missing', bookings: named };
  }
  const known = list.filter(({ number }) => shown.includes(number));
  const scope = known.length > 1 ? known : list;
  const service = SERVICES.find(([pattern]) => pattern.test(text))?.[1];
  const ofService = scope.filter((booking) => service?.test(booking.service ?? ''));
  const candidates = ofService.length > 0 ? ofService : scope;

  if (/\b(?:next|upcoming|coming up|soonest)\b/.test(text) || isAboutNext(text)) {
    const toCome = candidates
      .filter((booking) => (booking.day ?? '') >= today)
      .filter(({ status }) => status !== 'cancelled' && status !== 'completed')
      .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
    const [next] = toCome;
    const isList = /\b(?:bookings|orders|reservations|moves|deliveries|pick-?ups|ones)\b/.test(
      text,
    );
    if (isList && toCome.length > 1) return { how: 'one', bookings: toCome };
    if (next !== undefined) return { how: 'next', bookings: [next] };
    return { how: 'none_to_come', bookings: [] };
  }
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(text));
  const isLast = /\b(?:last|bottom)\b/.test(text);
  const counted = isLast && known.length > 1 ? scope.at(-1) : candidates[ordinal];
  if (known.length > 0 && counted !== undefined) return { how: 'one', bookings: [counted] };
  if (/\b(?:latest|newest|most recent|last)\b/.test(text)) {
    return { how: 'one', bookings: candidates.slice(0, 1) };
  }
  // "What comes after my December 5 booking?"
  const [later] = candidates
    .filter(
      ({ day = '', status }) => days !== undefined && day > days.last && status !== 'cancelled',
    )
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  if (later !== undefined && /\b(?:after|following) (?:my|the|that|our)\b/.test(text)) {
    return { how: 'one', bookings: [later] };
  }
  const onDays = candidates.filter(
    ({ day = '' }) => days !== undefined && days.first <= day && day <= days.last,
  );
  if (onDays.length > 0) return { how: 'one', bookings: onDays };
  const [only] = known;
  if (known.length === 1 && only !== undefined && ofService.length !== 1) {
    if (/\b(?:other|others|rest)\b/.test(text)) {
      return { how: 'all', bookings: list.filter(({ number }) => number !== only.number) };
    }
    if (/\b(?:it|that|this|is|was|when|paid)\b/.test(text) && ofService.length === 0) {
      return { how: 'one', bookings: [only] };
    }
  }
  if (
    known.length === 1 &&
    only !== undefined &&
    /\b(?:in|on|part of) (?:it|that|this)\b/.test(text)
  ) {
    return { how: 'one', bookings: [only] };
  }
  const status = STATUSES.find((word) =>
    new RegExp(`\\b(?:which|any|the|my) (?:\\w+ )*${word}\\b`).test(text),
  );
  const ofStatus = candidates.filter((booking) => booking.status === status);
  if (/\b(?:which|any|ones)\b/.test(text) && ofStatus.length > 0) {
    return { how: 'one', bookings: ofStatus };
  }
  if (ofService.length > 0 && ofService.length < list.length) {
    return { how: 'one', bookings: ofService };
  }
  return { how: 'all', bookings: list };
}

/** "When is my pickup?" is about the one to come. */
const isAboutNext = (text: string): boolean =>
  /\b(?:when|what (?:day|time|date))\b/.test(text) &&
  /\b(?:my|our) (?:pick-?up|booking|move|delivery|transfer|driver)\b/.test(text);
