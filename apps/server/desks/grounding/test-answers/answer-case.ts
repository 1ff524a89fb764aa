/** A customer's question, the tools a model asks, and what it says with their results. */
export interface AnswerCase {
  ask: string;
  calls: readonly { name: string; input: Readonly<Record<string, unknown>> }[];
  say: (results: Results) => string;
}

/** The results of the calls, as JSON. */
export type Results = readonly Record<string, unknown>[];

export interface Estimate {
  line_items: readonly { label: string; amount: number }[];
  estimated_total: number;
}

export interface Day {
  date: string;
  availability: 'available' | 'busy';
  blocked: boolean;
}

export interface Booking {
  booking_number: string;
  service: string;
  status: string;
  pickup_date: string;
  total: number;
}

export const estimateIn = (results: Results): Estimate => results[0] as unknown as Estimate;
export const daysIn = (results: Results): readonly Day[] =>
  (results[0] as unknown as { dates: readonly Day[] }).dates;
export const bookingsIn = (results: Results): readonly Booking[] =>
  (results[0] as unknown as { bookings: readonly Booking[] }).bookings;

const longDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "Saturday, December 5". */
export const long = (day: string): string => longDay.format(at(day));
/** "Sat, Dec 5". */
export const short = (day: string): string => shortDay.format(at(day));
/** "12/5". */
export const slashed = (day: string): string => day.slice(5).replace('-', '/').replace(/\b0/g, '');

/** "$1,045.50". */
export const usd = (dollars: number): string =>
  dollars.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: Number.isInteger(dollars) ? 0 : 2,
  });

/** "a, b and c". */
export const list = (entries: readonly string[]): string =>
  entries.length < 2
    ? (entries[0] ?? '')
    : `${entries.slice(0, -1).join(', ')} and ${entries.at(-1)}`;

export const isFree = ({ availability, blocked }: Day): boolean =>
  availability === 'available' && !blocked;
