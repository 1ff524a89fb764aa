import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CompressedPage } from './compressed-page.ts';

const ENCODINGS = ['br', 'gzip'] as const;

interface Sent {
  page: CompressedPage;
  statusCode: number;
}

/** Sends a page in the smallest form that the browser takes; 304 when it has it already. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, sent: Sent): FastifyReply {
  const { etag } = sent.page;
  reply.header('cache-control', 'no-cache').header('etag', etag);
  if (sent.statusCode === 200 && isKnown(request.headers['if-none-match'], etag)) {
    return reply.header('vary', 'accept-encoding').code(304).send();
  }
  return sendBody(request, reply, sent);
}

/** As `sendPage`, for a page that no browser keeps. */
export function sendUncached(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
): FastifyReply {
  return sendBody(request, reply.header('cache-control', 'no-store'), sent);
}

function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, statusCode }: Sent,
): FastifyReply {
  reply.header('vary', 'accept-encoding');
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
