import { type Refusal, readRefusal } from '@deskbell/widget';
import { sessionBegan, sessionEnded } from './session.ts';

export type AccountOutcome =
  | { ok: true }
  | { ok: false; kind: 'refused'; refusal: Refusal }
  /** No answer came: whether it was done is not known. */
  | { ok: false; kind: 'unreachable' };

const post = async (path: string, body: Record<string, string>): Promise<AccountOutcome> => {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      return { ok: false, kind: 'refused', refusal: await readRefusal(response, new Date()) };
    }
    await response.body?.cancel();
    return { ok: true };
  } catch {
    return { ok: false, kind: 'unreachable' };
  }
};

/** Signs in; this browser's pages know of it afterwards. Never rejects, like all of these. */
export const signIn = async (credentials: {
  email: string;
  password: string;
}): Promise<AccountOutcome> => {
  const outcome = await post('sign-in/email', credentials);
  if (outcome.ok) sessionBegan();
  return outcome;
};

/** Opens an account and signs in. */
export const signUp = async (account: {
  name: string;
  email: string;
  password: string;
}): Promise<AccountOutcome> => {
  const outcome = await post('sign-up/email', account);
  if (outcome.ok) sessionBegan();
  return outcome;
};

/** Signs this browser out and removes what it kept of the person; nothing is removed on a failure. */
export const signOut = async (): Promise<AccountOutcome> => {
  const outcome = await post('sign-out', {});
  if (outcome.ok) sessionEnded({ isByChoice: true });
  return outcome;
};

/** Every other browser of the account is signed out by it; this one stays. */
export const changePassword = (passwords: {
  currentPassword: string;
  newPassword: string;
}): Promise<AccountOutcome> => post('change-password', passwords);
