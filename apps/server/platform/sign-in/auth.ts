import { randomUUID } from 'node:crypto';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@deskbell/protocol';
import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { createEndedSessions } from './ended-sessions.ts';
import type { SignInTables } from './tables.ts';

/** Begins every cookie of ours that belongs to sign-in. */
export const COOKIE_PREFIX = 'deskbell';

/** How long a signed copy of the session in a cookie is believed without asking the database. */
const CACHE_SECONDS = 60;

export interface NewUser {
  id: string;
  name: string;
  email: string;
}

export interface AuthOptions {
  tables: Kysely<SignInTables>;
  secret: string;
  publicUrl: string;
  trustedOrigins: readonly string[];
  log: Logger;
  onSessionStarted: (userId: string) => Promise<void>;
}

/** A page served by us under another name than `publicUrl` (127.0.0.1, a LAN address) is ours too. */
function ownOrigins(request: Request | undefined): string[] {
  const host = request?.headers.get('host') ?? '';
  // better-auth reads `*` and `?` in an origin as wildcards; no host name has them.
  return /^[\w.:[\]-]+$/.test(host) ? [`http://${host}`, `https://${host}`] : [];
}

/** better-auth, set up for e-mail and password on our tables. Limits and routes are ours. */
export function createAuth(options: AuthOptions) {
  const { tables, secret, publicUrl, trustedOrigins, log, onSessionStarted } = options;
  const endedSessions = createEndedSessions({ cacheSeconds: CACHE_SECONDS });
  return betterAuth({
    baseURL: publicUrl,
    secret,
    trustedOrigins: (request) => [...trustedOrigins, ...ownOrigins(request)],
    database: { db: tables, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', defaultValue: 'customer', input: false },
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      cookieCache: {
        enabled: true,
        maxAge: CACHE_SECONDS,
        // A version that differs from the cookie's makes better-auth ask the database.
        version: (session) => (endedSessions.has(session.token) ? 'ended' : '1'),
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: { after: (session) => onSessionStarted(session.userId) },
        delete: { after: async (session) => endedSessions.add(session.token) },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: new URL(publicUrl).protocol === 'https:',
      database: { generateId: () => randomUUID() },
      // Attempts are limited by our routes, which know the client's real address.
      ipAddress: { disableIpTracking: true },
      // Said outright because better-auth turns both off when it believes it is being tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Failures (not refusals) reject, and so reach our error handler instead of the console.
    onAPIError: { throw: true },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => {
        const error = details.find((detail) => detail instanceof Error);
        log.error(
          error === undefined ? {} : { error: describeError(error) },
          `Sign-in: ${message}`,
        );
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
