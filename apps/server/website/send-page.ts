import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CompressedPage } from './compressed-page.ts';

const ENCODINGS = ['br', 'gzip'] as const;

/** Sends a page in the smallest form that the browser takes; 304 when it has it already. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, statusCode }: { page: CompressedPage; statusCode: number },
): FastifyReply {
  reply
    .header('cache-control', 'no-cache')
    .header('etag', page.etag)
    .header('vary', 'accept-encoding');
  if (statusCode === 200 && isKnown(request.headers['if-none-match'], page.etag)) {
    return reply.code(304).send();
  }
  const accepted = negotiate(String(request.headers['accept-encoding'] ?? ''), [...ENCODINGS]);
  const encoding = ENCODINGS.find((name) => name === accepted);
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  return reply
    .code(statusCode)
    .type(page.contentType)
    .send(page.bodies[encoding ?? 'identity']);
}

/** Compared weakly, as RFC 9110 asks for this header. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
