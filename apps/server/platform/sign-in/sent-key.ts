import type { FastifyRequest } from 'fastify';

/**
 * The API key a request came with, in `X-API-Key` or as `Authorization: Bearer`; undefined when it
 * came with none. `X-API-Key` goes first: it is meant for us, while proxies add bearers of their own.
 */
export function readSentKey({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const header = headers['x-api-key'];
  if (header !== undefined) return String(header).trim();
  const { authorization = '' } = headers;
  const [scheme = '', ...rest] = authorization.trim().split(/\s+/);
  return scheme.toLowerCase() === 'bearer' ? rest.join(' ') : undefined;
}
