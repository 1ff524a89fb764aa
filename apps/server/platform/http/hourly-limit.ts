import type { FastifyReply, FastifyRequest } from 'fastify';
import { createRateLimit, rateLimitHeaders } from '../rate-limit.ts';
import type { Redis } from '../redis.ts';
import { addressKey } from './client-address.ts';
import { HttpProblem } from './problem.ts';

/** How often one client address may ask something within the hour. */
export interface HourlyLimit {
  /** Takes one, and says so in the headers of the answer. Throws a 429 problem when none is left. */
  take(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** For what turned out not to count. */
  giveBack(request: FastifyRequest): Promise<void>;
}

export function createHourlyLimit({
  points,
  name,
  what,
  redis,
  clientAddress,
}: {
  points: number;
  name: string;
  /** What is too often, as in 'you have made 20 bookings within the hour'. */
  what: string;
  redis: Redis | undefined;
  clientAddress: (request: FastifyRequest) => string;
}): HourlyLimit {
  const limit = createRateLimit({ points, durationSeconds: 3600, redis, name });
  const keyOf = (request: FastifyRequest): string => addressKey(clientAddress(request));
  return {
    take: async (request, reply) => {
      const decision = await limit.consume(keyOf(request));
      const headers = rateLimitHeaders(decision);
      if (decision.allowed) {
        reply.headers(headers);
        return;
      }
      const minutes = Math.ceil(decision.retryAfterSeconds / 60);
      throw new HttpProblem({
        code: 'rate_limited',
        detail: `you have ${what} within the hour, please try again in ${minutes} minute${minutes === 1 ? '' : 's'}`,
        headers,
      });
    },
    giveBack: (request) => limit.giveBack(keyOf(request)),
  };
}
