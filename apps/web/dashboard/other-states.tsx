import { useEffect, useRef } from 'preact/hooks';
import type { BusinessWords } from './business-words.ts';

export const LoadingView = () => (
  <div>
    <p class="visually-hidden" role="status">
      Your bookings are loading.
    </p>
    <div class="dashboard-cards" aria-hidden="true">
      {[0, 1].map((index) => (
        <div class="card skeleton" key={index}>
          <span class="skeleton-line is-title" />
          <span class="skeleton-line" />
          <span class="skeleton-line is-short" />
        </div>
      ))}
    </div>
  </div>
);

export const FailedView = ({
  business,
  onRetry,
}: {
  business: BusinessWords;
  onRetry: () => void;
}) => (
  <div class="notice is-problem stack" role="alert">
    <p>
      Your bookings could not be loaded. Please try again in a moment, or call{' '}
      <a href={business.phoneHref}>{business.phone}</a>.
    </p>
    <div class="actions">
      <button type="button" class="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  </div>
);

export const EmptyView = () => (
  <section class="card dashboard-empty" aria-labelledby="empty-title">
    <svg class="dashboard-art" viewBox="0 0 160 104" aria-hidden="true" focusable="false">
      <path class="luggage-ground" d="M8 92c24-10 44-8 66-4s48 6 78-4v16H8z" />
      <rect class="luggage-bag" x="34" y="36" width="40" height="52" rx="7" />
      <path class="luggage-line" d="M46 36v-8a8 8 0 0 1 16 0v8M44 48v28M64 48v28" />
      <rect class="luggage-tote" x="84" y="52" width="44" height="36" rx="5" />
      <path class="luggage-line" d="M94 52c0-18 24-18 24 0" />
    </svg>
    <h2 id="empty-title">Nothing booked yet</h2>
    <p>Tell us what is to go where, and the price is shown before you book.</p>
    <div class="actions">
      <a class="button" href="/book">
        Book a pickup
      </a>
      <button type="button" class="button button-quiet" data-deskbell-ask="Which service fits me?">
        Ask which service fits
      </button>
    </div>
  </section>
);

/** For who works here: this page has no customer's booking but their own. */
export const StaffView = () => (
  <section class="card dashboard-empty" aria-labelledby="staff-title">
    <h2 id="staff-title">You are signed in as a member of staff</h2>
    <p>
      This page shows bookings that a customer made with their own account. Everybody's bookings,
      the mail and what is to be done are in the staff console.
    </p>
    <div class="actions">
      <a class="button" href="/staff">
        Open the staff console
      </a>
    </div>
  </section>
);

/** Takes the place of everything personal once nobody is signed in any more. */
export const EndedView = ({ href }: { href: string }) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="card dashboard-empty" aria-labelledby="ended-title">
      <h2 id="ended-title" ref={title} tabIndex={-1}>
        You are signed out
      </h2>
      <p>Your session has ended. Sign in again to see your bookings.</p>
      <div class="actions">
        <a class="button" href={href}>
          Sign in again
        </a>
      </div>
    </section>
  );
};
