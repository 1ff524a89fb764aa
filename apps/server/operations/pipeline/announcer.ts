import type { Logger } from 'pino';
import type { SqlRunner } from './sql-runner.ts';

/** Announcements wait for others for so long; the first after a pause does not. */
const BATCH_MS = 10;
const RETRY_MS = 1_000;
/** Of announcements that could not be made. They are hints; nobody may run out of memory for them. */
const MOST_WAITING = 10_000;

/** Tells other connections of changes once they are committed: PostgreSQL's NOTIFY. */
export interface Announcer {
  /** Call after the commit. Never fails; an announcement of a process that is killed is lost. */
  announce(channel: string, payload: string): void;
  /** Makes what waits. May be called twice. */
  close(): Promise<void>;
}

/**
 * Announces in batches, apart from the transactions it is about: a transaction that notifies holds
 * a lock on the whole database until its commit is on the disk.
 */
export function createAnnouncer({ run, log }: { run: SqlRunner; log: Logger }): Announcer {
  let waiting = new Map<string, [channel: string, payload: string]>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let lastSentMs = 0;
  let isClosed = false;

  function plan(): void {
    if (timer !== undefined || sending !== undefined || waiting.size === 0 || isClosed) return;
    const waitMs = Math.max(0, lastSentMs + BATCH_MS - performance.now());
    timer = setTimeout(begin, waitMs);
  }

  function begin(): void {
    timer = undefined;
    sending = send().finally(() => {
      sending = undefined;
      plan();
    });
  }

  async function send(): Promise<void> {
    const batch = waiting;
    waiting = new Map();
    const all = [...batch.values()];
    try {
      await run(NOTIFY, [all.map(([channel]) => channel), all.map(([, payload]) => payload)]);
      lastSentMs = performance.now();
    } catch (error) {
      log.warn({ err: error }, 'Changes could not be announced yet');
      if (batch.size + waiting.size < MOST_WAITING) waiting = new Map([...batch, ...waiting]);
      lastSentMs = performance.now() + RETRY_MS;
    }
  }

  return {
    announce: (channel, payload) => {
      waiting.set(`${channel}\n${payload}`, [channel, payload]);
      plan();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await sending;
      if (waiting.size > 0) await send();
    },
  };
}

// It has nothing to write to the disk that somebody would miss.
const NOTIFY = `
  select pg_notify(channel, payload), set_config('synchronous_commit', 'off', true)
  from unnest($1::text[], $2::text[]) as announced (channel, payload)`;
