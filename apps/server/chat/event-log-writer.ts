import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import type { TurnLog } from './turn-log.ts';
import { eventsJson } from './turn-store.ts';

const FLUSH_AFTER_MS = 100;

/**
 * Writes the events of all running turns of this process in one statement at a time, so that the
 * cost does not grow with tokens. A crash loses what was not yet written; readers then get a
 * snapshot of what was.
 */
export interface EventLogWriter {
  add(log: TurnLog): void;
  /** Ends the writing of a log; resolves with how many of its events are stored. */
  remove(log: TurnLog): Promise<number>;
}

interface Written {
  count: number;
  unsubscribe: () => void;
}

export function createEventLogWriter(options: {
  database: Pick<Database, 'pool'>;
  log: Logger;
}): EventLogWriter {
  const { database, log: logger } = options;
  const written = new Map<TurnLog, Written>();
  let isScheduled = false;
  let isFailing = false;
  let flushing = Promise.resolve();

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(() => {
      isScheduled = false;
      flushing = flushing.then(flush);
    }, FLUSH_AFTER_MS);
  };

  async function flush(): Promise<void> {
    const batches = [...written].flatMap(([log, entry]) => {
      const records = log.records.slice(entry.count);
      return records.length === 0 ? [] : [{ log, entry, records }];
    });
    if (batches.length === 0) return;
    try {
      await database.pool.query({
        name: 'write-turn-events',
        text: `
          insert into turn_events (turn_id, first_number, events)
          select turns.id, batch.first_number, batch.events::json
          from unnest($1::uuid[], $2::int[], $3::text[]) as batch (turn_id, first_number, events)
          join turns on turns.id = batch.turn_id and turns.state = 'running'
          on conflict (turn_id, first_number) do update set events = excluded.events`,
        values: [
          batches.map(({ log }) => log.turnId),
          batches.map(({ records }) => records[0]?.number),
          batches.map(({ records }) => eventsJson(records)),
        ],
      });
      for (const { entry, records } of batches) entry.count += records.length;
      isFailing = false;
    } catch (err) {
      if (!isFailing) {
        logger.warn({ err }, 'Events of running turns could not be stored; trying again');
      }
      isFailing = true;
      schedule();
    }
  }

  return {
    add(log) {
      written.set(log, { count: 0, unsubscribe: log.onChange(schedule) });
    },
    async remove(log) {
      const entry = written.get(log);
      if (entry === undefined) return 0;
      entry.unsubscribe();
      written.delete(log);
      // A batch under way may hold events of this log: it has to end before anyone goes on.
      await flushing;
      return entry.count;
    },
  };
}
