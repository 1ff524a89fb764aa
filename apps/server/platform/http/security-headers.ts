import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const self = ["'self'"];
const none = ["'none'"];

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Security headers on every answer. Pages may load and talk to this origin only, run no inline
 * script or style, and be framed by this origin only. `Strict-Transport-Security` is sent only
 * when `publicUrl` is https: over plain http it would lock people out of a local install.
 */
export async function registerSecurityHeaders(
  app: FastifyInstance,
  { publicUrl }: { publicUrl: string },
): Promise<void> {
  const isHttps = new URL(publicUrl).protocol === 'https:';
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        connectSrc: self,
        imgSrc: self,
        fontSrc: self,
        manifestSrc: self,
        baseUri: none,
        formAction: self,
        frameAncestors: self,
        requireTrustedTypesFor: ["'script'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps
      ? { maxAge: ONE_YEAR_SECONDS, includeSubDomains: false }
      : false,
    // With `no-referrer` browsers send `Origin: null` on some requests of our own pages.
    referrerPolicy: { policy: 'same-origin' },
  });
}
