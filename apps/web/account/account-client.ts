/** What the page knows about who is signed in. `unknown`: this server has no sign-in to offer. */
export type Session = { kind: 'unknown' | 'signed_out' } | { kind: 'signed_in'; name: string };

export type AccountOutcome = { ok: true } | { ok: false; message: string | null };

const base = '/api/auth';

const post = async (path: string, body: Record<string, string>): Promise<AccountOutcome> => {
  try {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    if (response.ok) {
      response.body?.cancel().catch(() => {});
      return { ok: true };
    }
    const refusal: unknown = await response.json().catch(() => null);
    const sentence =
      typeof refusal === 'object' && refusal !== null && 'detail' in refusal
        ? refusal.detail
        : null;
    return { ok: false, message: typeof sentence === 'string' ? sentence : null };
  } catch {
    return { ok: false, message: null };
  }
};

export const signIn = (credentials: { email: string; password: string }) =>
  post('/sign-in/email', credentials);

export const signUp = (account: { email: string; password: string; name: string }) =>
  post('/sign-up/email', account);

export const signOut = () => post('/sign-out', {});

/** Never rejects. */
export const readSession = async (): Promise<Session> => {
  try {
    const response = await fetch(`${base}/get-session`, {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
    });
    if (!response.ok) return { kind: 'unknown' };
    const body = (await response.json()) as { user?: { name?: unknown; email?: unknown } } | null;
    const user = body?.user;
    if (!user) return { kind: 'signed_out' };
    const name = [user.name, user.email].find(
      (value): value is string => typeof value === 'string' && value !== '',
    );
    return { kind: 'signed_in', name: name ?? 'your account' };
  } catch {
    return { kind: 'unknown' };
  }
};
