import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../../platform/http/problem.ts';
import type { FrontDeskPrincipal } from './principal.ts';

const KEY = /^[\x21-\x7e]{16,200}$/;

/**
 * The request's `Idempotency-Key`, tied to its thread or else to who sent it, so that nobody can
 * reach another's turn by guessing a key. Undefined without the header; throws `HttpProblem` for
 * one that is too short to be unique.
 */
export function readIdempotencyKey(
  request: FastifyRequest,
  sender: { threadId: string | undefined; principal: FrontDeskPrincipal; address: string },
): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new HttpProblem({
      code: 'invalid_request',
      detail: 'the Idempotency-Key must be 16 to 200 visible ASCII characters, such as a UUID',
    });
  }
  const { threadId, principal, address } = sender;
  // A thread's id is as good as a secret, and stays the same when a phone changes networks.
  const scope =
    threadId ?? (principal.kind === 'customer' ? `customer ${principal.customerId}` : address);
  return `frontdesk ${scope} ${key}`;
}
