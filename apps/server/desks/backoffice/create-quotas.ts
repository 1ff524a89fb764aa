import { businessDay } from '../../platform/business-day.ts';
import type { Database } from '../../platform/database.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { createRateLimit, rateLimitHeaders } from '../../platform/rate-limit.ts';
import type { Redis } from '../../platform/redis.ts';
import type { QuotaDecision, Quotas } from './quotas.ts';

const MINUTE_SECONDS = 60;

/** A minute begins with its first message, a day at midnight in the business time zone. */
export function createQuotas(options: {
  database: Pick<Database, 'pool'>;
  /** Shares the minutes between processes; the days are in the database. */
  redis: Redis | undefined;
  messagesPerMinute: number;
  /** Of all kinds, input, cache and output. A turn under way may exceed it. */
  dailyTokens: number;
  timezone: string;
  clock: () => Date;
}): Quotas {
  const { database, redis, messagesPerMinute, dailyTokens, timezone, clock } = options;
  const minute = createRateLimit({
    points: messagesPerMinute,
    durationSeconds: MINUTE_SECONDS,
    redis,
    name: 'back-office',
  });

  async function tokensSince(userId: string, since: Date): Promise<number> {
    const { rows } = await database.pool.query<{ tokens: number }>({
      name: 'tokens-since',
      text: `select coalesce(sum(tokens), 0)::bigint as tokens from token_usage
        where owner_id = $1 and bucket >= $2`,
      values: [userId, since],
    });
    return rows[0]?.tokens ?? 0;
  }

  function noTokensLeft(midnight: Date): QuotaDecision {
    const seconds = Math.max(1, Math.ceil((midnight.getTime() - clock().getTime()) / 1000));
    return refused(
      `you have used today's ${dailyTokens.toLocaleString('en-US')} tokens; it goes on at midnight (${timeZoneName(timezone)})`,
      rateLimitHeaders({
        allowed: false,
        limit: dailyTokens,
        remaining: 0,
        resetSeconds: seconds,
        retryAfterSeconds: seconds,
      }),
    );
  }

  return {
    take: async (userId) => {
      const decision = await minute.consume(userId);
      const headers = rateLimitHeaders(decision);
      if (!decision.allowed) {
        return refused(
          `that was more than ${messagesPerMinute === 1 ? '1 message' : `${messagesPerMinute} messages`} in a minute; it goes on in ${inSeconds(decision.retryAfterSeconds)}`,
          headers,
        );
      }
      const { startsAt, endsAt } = businessDay(clock(), timezone);
      if ((await tokensSince(userId, startsAt)) < dailyTokens) return { isAllowed: true, headers };
      await minute.giveBack(userId);
      return noTokensLeft(endsAt);
    },
    giveBack: (userId) => minute.giveBack(userId),
  };
}

function refused(detail: string, headers: Record<string, string>): QuotaDecision {
  const problem = new HttpProblem({ code: 'rate_limited', detail, headers });
  return { isAllowed: false, headers, problem };
}

const inSeconds = (seconds: number): string => (seconds === 1 ? 'a second' : `${seconds} seconds`);

/** 'New York time' of 'America/New_York'. */
function timeZoneName(timezone: string): string {
  const place = timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone;
  return place === 'UTC' ? place : `${place} time`;
}
