import type { ReactNode } from 'react';

/** What the drawer shows of a booking. */
export function BookingPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
