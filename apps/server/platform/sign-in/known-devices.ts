import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { COOKIE_PREFIX } from './auth.ts';

const COOKIE = `${COOKIE_PREFIX}.known_device`;
const COOKIE_FORM = new RegExp(
  `(?:^|; ?)(?:__Secure-)?${COOKIE}=([\\w-]{22})\\.([\\w-]{43})(?:;|$)`,
);
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/**
 * Tells browsers that have signed in to an account before from strangers, so that strangers who
 * guess its password cannot lock its owner out (OWASP's "device cookies").
 */
export interface KnownDevices {
  /**
   * What wrong passwords for this account are counted by: the browser's own number when it has
   * signed in to it before, else the account, the same for all strangers wherever they are. Says
   * the same of addresses that have an account and of those that have none.
   */
  attemptKey(request: Pick<FastifyRequest, 'headers'>, email: string): string;
  /** For a browser that has just signed in: the `Set-Cookie` by which it is known from then on. */
  cookieFor(email: string): string;
}

/** `secret`: the server's; a cookie is worth nothing for another account or with another secret. */
export function createKnownDevices({
  secret,
  isSecure,
}: {
  secret: string;
  /** Whether pages come over https. */
  isSecure: boolean;
}): KnownDevices {
  const sign = (email: string, device: string): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['known device', email.toLowerCase(), device]))
      .digest();

  return {
    attemptKey: ({ headers }, email) => {
      const [, device = '', signature = ''] = COOKIE_FORM.exec(headers.cookie ?? '') ?? [];
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(email, device);
      if (given.length === expected.length && timingSafeEqual(given, expected)) return device;
      // The address itself is nobody else's business, such as Redis's.
      return createHash('sha256').update(email.toLowerCase()).digest('base64url');
    },
    cookieFor: (email) => {
      const device = randomBytes(16).toString('base64url');
      const value = `${device}.${sign(email, device).toString('base64url')}`;
      const pair = `${COOKIE}=${value}; Max-Age=${KEPT_SECONDS}; Path=/api/auth; HttpOnly; SameSite=Lax`;
      return isSecure ? `__Secure-${pair}; Secure` : pair;
    },
  };
}
