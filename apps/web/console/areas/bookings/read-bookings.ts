import type { StaffBooking, StaffBookingPage } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import type { BookingsSearch } from './search.ts';

const PAGE_SIZE = 50;

/** One page of the list: newest first, or the earliest pickup first within a range of days. */
export async function readBookings(
  filters: BookingsSearch,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<StaffBooking>> {
  const path = withQuery('/api/bookings/all', { ...filters, limit: PAGE_SIZE, cursor });
  const page = await request<StaffBookingPage>(path, { signal });
  return { rows: page.bookings, nextCursor: page.next_cursor };
}

/** Whether a booking would be in the list; of names only the server knows. */
export const matchesFilters =
  ({ status, pickup_from, pickup_to, q }: BookingsSearch) =>
  (booking: StaffBooking): boolean =>
    q === undefined &&
    (status === undefined || booking.status === status) &&
    (pickup_from === undefined || booking.pickup_date >= pickup_from) &&
    (pickup_to === undefined || booking.pickup_date <= pickup_to);

export const isByPickup = ({ pickup_from, pickup_to }: BookingsSearch): boolean =>
  pickup_from !== undefined || pickup_to !== undefined;

/** The order of a list by pickup day. */
export const isPickedUpBefore = (booking: StaffBooking, other: StaffBooking): boolean =>
  booking.pickup_date === other.pickup_date
    ? booking.created_at < other.created_at
    : booking.pickup_date < other.pickup_date;

export const bookingQuery = (number: string) =>
  queryOptions({
    queryKey: ['booking', number],
    queryFn: ({ signal }) =>
      request<StaffBooking>(`/api/bookings/all/${encodeURIComponent(number)}`, { signal }),
  });
