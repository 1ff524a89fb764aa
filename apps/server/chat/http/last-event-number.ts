import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../../platform/http/problem.ts';

const LARGEST = 2 ** 31 - 1;

/**
 * The number of the last event a reader has: from `Last-Event-ID: <turn_id>:<n>` or `?after=n`,
 * else 0. Throws `HttpProblem` when it is not a number or belongs to another turn.
 */
export function readLastEventNumber(request: FastifyRequest, turnId: string): number {
  const header = request.headers['last-event-id'];
  const { after } = request.query as { after?: unknown };
  if (header === undefined && after === undefined) return 0;
  const text =
    typeof header === 'string' && header.toLowerCase().startsWith(`${turnId}:`)
      ? header.slice(turnId.length + 1)
      : header === undefined
        ? after
        : undefined;
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text) || Number(text) > LARGEST) {
    throw new HttpProblem({
      code: 'invalid_request',
      detail: 'Last-Event-ID must be <turn_id>:<number> of this turn, or after a whole number',
    });
  }
  return Number(text);
}
