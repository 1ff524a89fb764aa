import { isAPIError } from 'better-auth/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Database } from '../database.ts';
import { COOKIE_PREFIX, createAuth, type NewUser } from './auth.ts';
import { insertAccount, type NewAccount } from './create-account.ts';
import type { Role, SignInTables } from './tables.ts';

const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token=`;

/** Someone who is signed in. The id of the customer is the id of the account. */
export interface SignedIn {
  customerId: string;
  role: Role;
}

export interface SignIn {
  /** Answers one request to better-auth; see routes.ts for what may reach it. Rejects on a failure. */
  handle(request: Request): Promise<Response>;
  /**
   * Who sent this request; null for nobody. Costs nothing without a session cookie, and SQL at most
   * once a minute with one; a refreshed cookie is put on `reply`, so ask before its headers are sent.
   * Rejects when the database is needed and cannot be reached. What it says may be a minute old;
   * with `isFresh` one statement more asks whether the session still is one, and for the role.
   */
  customerFor(
    request: FastifyRequest,
    reply: FastifyReply,
    options?: { isFresh: boolean },
  ): Promise<SignedIn | null>;
  /** Makes an account by hand; false when its id or e-mail address has one already. */
  createAccount(account: NewAccount): Promise<boolean>;
  /** Does nothing for an account that is not there. */
  setPassword(userId: string, password: string): Promise<void>;
  /** Signs an account out everywhere. */
  endSessions(userId: string): Promise<void>;
  /** Deletes the sessions that ended before `now`; resolves to their number. */
  deleteExpiredSessions(now: Date): Promise<number>;
}

export interface SignInOptions {
  database: Database;
  /** Signs the cookies; changing it signs everyone out. At least 32 characters. */
  secret: string;
  publicUrl: string;
  /** Other origins whose pages may sign in here, such as `https://www.example.com`. */
  trustedOrigins: readonly string[];
  log: Logger;
  /**
   * Makes what belongs to a new account. Awaited before every new session, so that nobody is
   * signed in without it, even if an earlier call failed: it must do nothing the second time.
   */
  onSignUp: (user: NewUser) => Promise<void>;
}

export function createSignIn({
  database,
  secret,
  publicUrl,
  trustedOrigins,
  log,
  onSignUp,
}: SignInOptions): SignIn {
  if (secret.length < 32) throw new Error('The sign-in secret needs at least 32 characters.');
  const tables = database.for<SignInTables>();
  const auth = createAuth({
    tables,
    secret,
    publicUrl,
    trustedOrigins,
    log,
    onSessionStarted: async (userId) => {
      const user = await tables
        .selectFrom('users')
        .select(['id', 'name', 'email'])
        .where('id', '=', userId)
        .executeTakeFirstOrThrow();
      await onSignUp(user);
    },
  });

  const readSession = async (cookie: string) => {
    try {
      return await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
    } catch (error) {
      // The session was ended by another request while this one was extending it.
      if (isAPIError(error) && error.statusCode === 401) return null;
      throw error;
    }
  };

  /** Undefined when the session has ended, here or in another process. */
  const currentRole = async (token: string): Promise<Role | undefined> => {
    const row = await tables
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select('users.role')
      .where('sessions.token', '=', token)
      .where('sessions.expires_at', '>', new Date())
      .executeTakeFirst();
    return row?.role;
  };

  return {
    handle: (request) => auth.handler(request),
    customerFor: async (request, reply, { isFresh } = { isFresh: false }) => {
      const { cookie } = request.headers;
      if (cookie === undefined || !cookie.includes(SESSION_COOKIE)) return null;
      const answer = await readSession(cookie);
      if (answer === null) return null;
      for (const value of answer.headers?.getSetCookie() ?? []) reply.header('set-cookie', value);
      if (answer.response === null) return null;
      const { user, session } = answer.response;
      const role = isFresh ? await currentRole(session.token) : (user.role as Role);
      return role === undefined ? null : { customerId: user.id, role };
    },
    createAccount: async (account) => {
      const { password } = await auth.$context;
      return insertAccount({ tables, account, hashPassword: password.hash });
    },
    setPassword: async (userId, newPassword) => {
      const { password, internalAdapter } = await auth.$context;
      await internalAdapter.updatePassword(userId, await password.hash(newPassword));
    },
    endSessions: async (userId) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(userId);
    },
    deleteExpiredSessions: async (now) => {
      const result = await tables
        .deleteFrom('sessions')
        .where('expires_at', '<', now)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
