import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/**
 * A check for every request that changes something and may be authenticated by a cookie: it
 * throws `cross_site` (403) when a browser says that a page of another site sent the request.
 *
 * Browsers add `Sec-Fetch-Site` (on https and localhost) and `Origin`, and pages cannot change
 * them. A request with neither does not come from a browser's page, so it carries no cookie that
 * its sender did not hold. `trustedOrigins` (such as `https://www.example.com`) may call across.
 */
export function createSameOriginCheck(
  trustedOrigins: readonly string[],
): (request: FastifyRequest) => void {
  const trusted = new Set(trustedOrigins);
  return (request) => {
    const site = firstOf(request.headers['sec-fetch-site']);
    // `none`: the person typed the address or used a bookmark.
    if (site === 'same-origin' || site === 'none') return;
    const { origin } = request.headers;
    if (site === undefined && origin === undefined) return;
    if (origin !== undefined && trusted.has(origin)) return;
    if (site === undefined && origin !== undefined && hostOf(origin) === request.headers.host) {
      return;
    }
    throw new HttpProblem({
      code: 'cross_site',
      detail: 'this request came from another website and was refused',
    });
  };
}
