import type { Booking } from '@deskbell/protocol';
import { useEffect, useRef } from 'preact/hooks';
import { BookingCard } from './booking-card.tsx';
import { businessToday } from './business-today.ts';
import type { BusinessWords } from './business-words.ts';
import { splitBookings } from './split-bookings.ts';
import type { BookingsState } from './use-bookings.ts';

interface SectionProps {
  title: string;
  id: string;
  bookings: readonly Booking[];
  /** Instead of bookings. */
  none?: string;
  today: string;
  business: BusinessWords;
}

const Section = ({ title, id, bookings, none, today, business }: SectionProps) => {
  if (bookings.length === 0 && none === undefined) return null;
  return (
    <section class="dashboard-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {bookings.length === 0 ? (
        <p class="dashboard-none">
          {none} <a href="/book">Book a pickup</a>
        </p>
      ) : (
        <ul class="dashboard-cards">
          {bookings.map((booking) => (
            <li key={booking.number}>
              <BookingCard booking={booking} today={today} business={business} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

interface Props {
  state: Extract<BookingsState, { kind: 'loaded' }>;
  business: BusinessWords;
  onLoadMore: () => void;
}

/** All bookings that are loaded: those to come, then the rest, and the way to older ones. */
export const BookingList = ({ state, business, onLoadMore }: Props) => {
  const { bookings, cursor, more } = state;
  const today = businessToday(new Date(), business.timeZone);
  const { upcoming, past } = splitBookings(bookings, today);
  const status = useRef<HTMLParagraphElement>(null);
  const firstCount = useRef(bookings.length);
  const hasLoadedMore = bookings.length > firstCount.current;
  const isComplete = cursor === null;

  useEffect(() => {
    // The button has gone with the last page; whoever pressed it goes on from here.
    if (hasLoadedMore && isComplete) status.current?.focus();
  }, [hasLoadedMore, isComplete]);

  return (
    <>
      <Section
        title="Upcoming"
        id="upcoming"
        bookings={upcoming}
        none={isComplete ? 'Nothing is on its way.' : 'Nothing newly booked is on its way.'}
        today={today}
        business={business}
      />
      <Section
        title="Past and canceled"
        id="past"
        bookings={past}
        today={today}
        business={business}
      />
      <p class="dashboard-count" role="status" ref={status} tabIndex={-1}>
        {more === 'loading' && 'Older bookings are loading.'}
        {more === 'idle' &&
          hasLoadedMore &&
          (isComplete
            ? `That is all: ${bookings.length} bookings.`
            : `${bookings.length} bookings are shown.`)}
      </p>
      {more === 'failed' && (
        <p class="notice is-problem" role="alert">
          The older bookings could not be loaded. Please try again.
        </p>
      )}
      {!isComplete && (
        <div class="actions dashboard-more">
          <button
            type="button"
            class="button button-quiet"
            aria-disabled={more === 'loading'}
            onClick={onLoadMore}
          >
            {more === 'failed' ? 'Try again' : 'Load more'}
          </button>
        </div>
      )}
    </>
  );
};
