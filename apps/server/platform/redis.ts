import type { createClient } from 'redis';

/** One connection for limits and caches. Nothing is kept there that may not be lost. */
export interface Redis {
  readonly client: ReturnType<typeof createClient>;
  isUp(): boolean;
  close(): Promise<void>;
}
