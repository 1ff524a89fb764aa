import type { CurrentUser } from '@deskbell/protocol';
import { forgetPersonalDetails, forgetThread } from './forget-personal-details.ts';

/** `unknown`: the server could not be asked, or it offers no sign-in. */
export type Session =
  | { kind: 'unknown' | 'signed_out' }
  | { kind: 'signed_in'; name: string; email: string; isStaff: boolean };

const HINT_KEY = 'deskbell.signed-in';
/** For a moment the hint's value while somebody signs out. */
const SIGNED_OUT = 'out';

/**
 * Whether somebody signed in with this browser and has not signed out: worth asking the server.
 * It proves nothing; the session itself is in a cookie that no script can read.
 */
export const signedInHint = (): boolean => {
  try {
    return localStorage.getItem(HINT_KEY) === '1';
  } catch {
    return false;
  }
};

/** As the hint, but where storage is forbidden, and with it the hint, only the server knows. */
export const mayBeSignedIn = (): boolean => {
  try {
    return localStorage.getItem(HINT_KEY) === '1';
  } catch {
    return true;
  }
};

/** After signing in or up, and when the server says so to a page that had no hint. */
export const rememberSignedIn = (): void => {
  try {
    localStorage.setItem(HINT_KEY, '1');
  } catch {
    // Storage may be switched off: the other pages then offer to sign in, which does no harm.
  }
};

/** The chat's thread belongs to whoever began it; the wizard's draft goes on with its owner. */
export const sessionBegan = (): void => {
  rememberSignedIn();
  forgetThread();
};

/** `isByChoice`: the person signed out; a session that ran out keeps the wizard's draft for them. */
export const sessionEnded = ({ isByChoice }: { isByChoice: boolean }): void => {
  try {
    // Heard by the other tabs, whose drafts this one cannot reach.
    if (isByChoice) localStorage.setItem(HINT_KEY, SIGNED_OUT);
    localStorage.removeItem(HINT_KEY);
  } catch {
    // As above.
  }
  forgetThread();
  if (isByChoice) forgetPersonalDetails();
};

/**
 * Who is signed in, by the server; asked only on a page that needs it or where there is a hint.
 * Corrects the hint. Never rejects.
 */
export const readSession = async (signal?: AbortSignal): Promise<Session> => {
  try {
    const response = await fetch('/api/auth/get-session', {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) return { kind: 'unknown' };
    const { user } = (await response.json()) as CurrentUser;
    if (user === null) {
      if (signedInHint()) sessionEnded({ isByChoice: false });
      return { kind: 'signed_out' };
    }
    if (!signedInHint()) rememberSignedIn();
    const { name, email, role } = user;
    return { kind: 'signed_in', name, email, isStaff: role !== 'customer' };
  } catch {
    return { kind: 'unknown' };
  }
};

/**
 * Calls `onChange` when another tab of this browser signs in or out. `isByChoice`: the person signed
 * out there, and the wizard's draft is gone from this tab's storage as well. Returns what ends it,
 * which may be called more than once.
 */
export const watchSignedIn = (
  onChange: (isSignedIn: boolean, how: { isByChoice: boolean }) => void,
): (() => void) => {
  const hear = ({ key, oldValue, newValue, storageArea }: StorageEvent) => {
    if (storageArea !== localStorage || (key !== null && key !== HINT_KEY)) return;
    const isByChoice = newValue === SIGNED_OUT;
    // The hint's removal after that says nothing new.
    if (oldValue === SIGNED_OUT && newValue === null && key !== null) return;
    if (isByChoice) forgetPersonalDetails();
    // A null key: everything was cleared.
    onChange(newValue === '1', { isByChoice });
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
};
