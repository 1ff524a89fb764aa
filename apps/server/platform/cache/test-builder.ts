import { pino } from 'pino';
import { connectRedis } from '../connect-redis.ts';
import { createCache } from './create-cache.ts';

// A process that begins to build a value and never ends.
const [, , url = ''] = process.argv;
const log = pino({ level: 'silent' });
const redis = await connectRedis({ url, log });
redis.client.once('ready', () => {
  const build = () => {
    process.send?.('building');
    return new Promise<string>(() => {});
  };
  void createCache({ redis, log }).get('numbers', { ttlMs: 60_000, build });
});
