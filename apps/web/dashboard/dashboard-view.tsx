import { useEffect } from 'preact/hooks';
import { withNextPath } from '../account/next-path.ts';
import { mayBeSignedIn, watchSignedIn } from '../account/session.ts';
import { AccountSection } from './account-section.tsx';
import { BookingList } from './booking-list.tsx';
import type { BusinessWords } from './business-words.ts';
import { EmptyView, EndedView, FailedView, LoadingView, StaffView } from './other-states.tsx';
import { useBookings } from './use-bookings.ts';

const loginPath = (): string => withNextPath('/login', location.pathname);

/** The signed-in customer's page; who is not signed in is sent to sign in. */
export const DashboardView = ({ business }: { business: BusinessWords }) => {
  const { state, reload, loadMore, end } = useBookings();
  const isFirst = state.kind === 'signed_out' && state.isFirst;

  useEffect(() => {
    if (isFirst) location.replace(loginPath());
  }, [isFirst]);
  useEffect(() => {
    // Somebody else may be signed in by now: nothing of the one before stays on the page.
    const follow = (isSignedIn: boolean) => (isSignedIn ? reload() : end());
    const stopWatching = watchSignedIn(follow);
    const lookAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted) follow(mayBeSignedIn());
    };
    addEventListener('pageshow', lookAgain);
    return () => {
      stopWatching();
      removeEventListener('pageshow', lookAgain);
    };
  }, [reload, end]);

  const retry = () => {
    // The button goes with the error; whoever pressed it is read what comes instead.
    document.getElementById('dashboard')?.focus();
    reload();
  };

  if (state.kind === 'signed_out') return state.isFirst ? null : <EndedView href={loginPath()} />;
  if (state.kind === 'loading') return <LoadingView />;
  if (state.kind === 'failed') return <FailedView business={business} onRetry={retry} />;
  const { session, bookings } = state;
  const isStaff = session.kind === 'signed_in' && session.isStaff;
  return (
    <>
      <div class="dashboard-greeting">
        <p>
          {session.kind === 'signed_in' && (
            <>
              Hello, <strong>{session.name}</strong>.{' '}
            </>
          )}
          {bookings.length > 0 && 'Here is everything you have booked with us.'}
        </p>
        {bookings.length > 0 && (
          <a class="button" href="/book">
            Book a pickup
          </a>
        )}
      </div>
      {isStaff && <StaffView />}
      {!isStaff && bookings.length === 0 && <EmptyView />}
      {bookings.length > 0 && (
        <BookingList state={state} business={business} onLoadMore={loadMore} />
      )}
      <AccountSection session={session} business={business} onEnded={end} />
    </>
  );
};
