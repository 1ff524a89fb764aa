import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { Loaded } from '../../ui/states.tsx';
import { BookingView } from './booking-view.tsx';
import { bookingQuery } from './read-bookings.ts';

/** What the drawer shows of a booking. */
export function BookingPeek({ id }: { id: string }): ReactNode {
  const query = useQuery(bookingQuery(id));
  return (
    <>
      <OutOfDate query={query} />
      <Loaded query={query} skeletonRows={8}>
        {(booking) => <BookingView key={id} booking={booking} />}
      </Loaded>
    </>
  );
}
