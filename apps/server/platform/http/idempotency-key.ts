import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';

const KEY = /^[\x21-\x7e]{16,200}$/;

/**
 * The request's `Idempotency-Key`, tied to `scope` (a desk and a thread or sender), so that nobody
 * can reach another's turn by guessing a key. Undefined without the header; throws `HttpProblem` for
 * one that is too short to be unique.
 */
export function readIdempotencyKey(request: FastifyRequest, scope: string): string | undefined {
  const key = request.headers['idempotency-key'];
  return key === undefined ? undefined : scopeIdempotencyKey(key, scope);
}

/** The same for a key that came another way. */
export function scopeIdempotencyKey(key: unknown, scope: string): string {
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new HttpProblem({
      code: 'invalid_request',
      detail: 'the Idempotency-Key must be 16 to 200 visible ASCII characters, such as a UUID',
    });
  }
  return `${scope} ${key}`;
}
