import { readSession, type Session, signedInHint, watchSignedIn } from '../account/session.ts';

/**
 * Leads people who are signed in to their bookings, and staff to the console. Nobody else's page
 * asks the server for it, and the link only ever shows the way: what is behind it asks again.
 */
export async function showAccountLink(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('#account-link');
  if (link === null) return;
  const show = (text: string, href: string) => {
    link.textContent = text;
    link.setAttribute('href', href);
    // It was marked as the current page where it led to the bookings.
    if (href === '/staff') link.removeAttribute('aria-current');
  };
  const showSession = (session: Session) => {
    if (session.kind === 'signed_out') show('Sign in', '/login');
    else if (session.kind === 'signed_in' && session.isStaff) show('Staff console', '/staff');
    else if (session.kind === 'signed_in') show('My bookings', '/dashboard');
  };
  /** At once what is likely, then what the server says. */
  const askServer = async () => {
    show('My bookings', '/dashboard');
    showSession(await readSession());
  };
  // Until the page goes: another tab may sign in or out at any time.
  watchSignedIn((isSignedIn) => {
    if (isSignedIn) void askServer();
    else showSession({ kind: 'signed_out' });
  });
  if (signedInHint()) await askServer();
}
