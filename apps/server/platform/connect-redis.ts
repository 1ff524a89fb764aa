import type { Logger } from 'pino';
import { REDIS_PREFIX, type Redis } from './redis.ts';

const ANSWER_TIMEOUT_MS = 500;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;
/** A server that is connected and says nothing is given up after this long. */
const SILENCE_MS = 5_000;
const PING_EVERY_MS = 2_000;
const MAX_WAITING_COMMANDS = 10_000;

/**
 * Connects in the background and again whenever the connection is lost, until closed; resolves
 * before there is one. Each change of state is one line in the log, without the URL. Throws for a
 * URL whose path is not the number of a database.
 */
export async function connectRedis({ url, log }: { url: string; log: Logger }): Promise<Redis> {
  // Read only by those who have a Redis: the others start sooner.
  const { createClient } = await import('redis');
  const create = (): Redis['client'] => {
    try {
      return createClient({
        url,
        name: 'deskbell',
        disableOfflineQueue: true,
        disableClientInfo: true,
        commandsQueueMaxLength: MAX_WAITING_COMMANDS,
        pingInterval: PING_EVERY_MS,
        maintNotifications: 'disabled',
        socket: {
          socketTimeout: SILENCE_MS,
          reconnectStrategy: (retries) =>
            Math.min(FIRST_RETRY_MS * 2 ** retries, LONGEST_RETRY_MS) * (0.8 + 0.4 * Math.random()),
        },
      });
    } catch {
      // The exception has the URL in it.
      throw new TypeError('REDIS_URL may have only the number of a database after its host.');
    }
  };
  const client = create();
  let state: 'unknown' | 'up' | 'down' = 'unknown';
  let unanswered = 0;
  let isClosed = false;

  const isUp = (): boolean => client.isReady && unanswered === 0;

  function changeTo(next: 'up' | 'down', code?: string): void {
    if (state === next || isClosed) return;
    state = next;
    if (next === 'up') log.info(`Redis is connected; keys begin with "${REDIS_PREFIX}"`);
    else log.warn({ code }, 'Redis does not answer; limits and caches are kept in this process');
  }

  client.on('ready', () => changeTo('up'));
  client.on('error', (error) => changeTo('down', codeOf(error)));
  client.connect().catch(() => {
    // Only closing ends the attempts.
  });

  async function ask<Answer>(
    question: (client: Redis['client']) => Promise<Answer>,
  ): Promise<Answer> {
    if (!isUp()) throw new Error('Redis is down');
    const late = Promise.withResolvers<never>();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      unanswered += 1;
      changeTo('down', 'no_answer');
      late.reject(new Error('Redis did not answer in time'));
    }, ANSWER_TIMEOUT_MS);
    const answered = question(client).finally(() => {
      clearTimeout(timer);
      if (!isLate) return;
      unanswered -= 1;
      if (isUp()) changeTo('up');
    });
    return await Promise.race([answered, late.promise]);
  }

  return {
    client,
    isUp,
    ask,
    close: async () => {
      isClosed = true;
      client.destroy();
    },
  };
}

/** The system's code, or the word a refusal of the server begins with: 'WRONGPASS', 'NOAUTH'. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]{3,20}(?= )/.exec(error.message)?.[0] ?? error.name;
}
