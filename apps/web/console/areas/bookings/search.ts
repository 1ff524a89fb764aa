import { choiceOf, present, textOf } from '../../search.ts';

export const bookingStatuses = ['pending', 'confirmed', 'paid', 'completed', 'cancelled'] as const;

/** What the address of this area may hold beside what every place has: the filters of the list. */
export interface BookingsSearch {
  status?: (typeof bookingStatuses)[number];
  /** Both days are included. */
  pickup_from?: string;
  pickup_to?: string;
  /** A number, or how a name or an e-mail address begins. */
  q?: string;
}

/** A day that the server takes; undefined for anything else, such as one that is still typed. */
export const pickupDayOf = (value: unknown): string | undefined => {
  const day = textOf(value);
  if (day === undefined || !/^(?:19|2[01])\d\d-\d\d-\d\d$/.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
};

export const readBookingsSearch = (search: Record<string, unknown>): BookingsSearch =>
  present({
    status: choiceOf(search.status, bookingStatuses),
    pickup_from: pickupDayOf(search.pickup_from),
    pickup_to: pickupDayOf(search.pickup_to),
    q: textOf(search.q)?.slice(0, 200),
  });
