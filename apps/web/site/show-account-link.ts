import { readSession, signedInHint, watchSignedIn } from '../account/session.ts';

/**
 * Leads people who are signed in to their bookings. Nobody else's page asks the server for it, and
 * the link only ever shows the way: what is behind it asks again.
 */
export async function showAccountLink(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('#account-link');
  if (link === null) return;
  const show = (isSignedIn: boolean) => {
    link.textContent = isSignedIn ? 'My bookings' : 'Sign in';
    link.setAttribute('href', isSignedIn ? '/dashboard' : '/login');
  };
  // Until the page goes: another tab may sign in or out at any time.
  watchSignedIn(show);
  if (!signedInHint()) return;
  show(true);
  const session = await readSession();
  if (session.kind !== 'unknown') show(session.kind === 'signed_in');
}
