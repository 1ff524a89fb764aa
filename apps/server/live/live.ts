import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import type { Listener } from '../platform/listener.ts';
import { createLiveFeed } from './live-feed.ts';
import { createLiveStreams, type LiveStreams, type LiveStreamTimes } from './live-streams.ts';
import { readChanges } from './read-changes.ts';

/** What changes, told to everybody who has the console open; one for each process. */
export interface Live {
  streams: LiveStreams;
  /** Ends every stream and stops listening. May be called twice. */
  close(): Promise<void>;
}

export interface LiveOptions {
  database: Database;
  listener: Listener;
  clock: () => Date;
  log: Logger;
  times?: (Partial<LiveStreamTimes> & { lookAgainEveryMs?: number }) | undefined;
  mostPerMember?: number | undefined;
}

export function createLive(options: LiveOptions): Live {
  const { database, listener, clock, log } = options;
  const streams = createLiveStreams(options);
  const feed = createLiveFeed({
    listener,
    read: (changed) => readChanges({ database, changed, now: clock() }),
    hasReaders: () => streams.count > 0,
    send: (event) => streams.send(event),
    lookAgainEveryMs: options.times?.lookAgainEveryMs,
    log,
  });
  let closing: Promise<void> | undefined;
  return {
    streams,
    close: () => {
      closing ??= Promise.all([streams.close(), feed.close()]).then(() => undefined);
      return closing;
    },
  };
}
