import type { createClient } from 'redis';

export type RedisClient = ReturnType<typeof createClient>;

/** One connection for limits and caches. Nothing is kept there that may not be lost. */
export interface Redis {
  readonly client: RedisClient;
  /** False while there is no connection, and while the server leaves a question unanswered. */
  isUp(): boolean;
  /**
   * What `question` resolves to. Rejects at once while Redis is down, and after a fraction of a
   * second when no answer comes: whoever asks has another way.
   */
  ask<Answer>(question: (client: RedisClient) => Promise<Answer>): Promise<Answer>;
  /** Ends the connection. May be called twice. */
  close(): Promise<void>;
}

/** Before every key, so that a Redis can serve other programs as well. */
export const REDIS_PREFIX = 'deskbell:';
