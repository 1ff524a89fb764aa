import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import type { StoredEvent } from './turn-event-record.ts';
import { createTurnLog, type TurnLog } from './turn-log.ts';

const POLL_EVERY_MS = 100;
const READ_ROWS = 500;

/** Logs of turns that run in other processes, filled from what those have stored. */
export interface RemoteTurns {
  /**
   * The log of a running turn, shared by all its readers here and followed until it ends.
   * Nothing is read from the database while nobody follows anything.
   */
  follow(ids: { turnId: string; threadId: string }): TurnLog;
  /** Stops following; the logs stay as they are. */
  close(): Promise<void>;
}

/**
 * One query for all followed turns, every 100 ms while there are any. Few readers ever read across
 * processes, so this is cheaper than a notification for every batch of every turn.
 */
export function createRemoteTurns(options: {
  database: Pick<Database, 'pool'>;
  /** What readers get when a turn was interrupted. */
  conclusionOf: (turnId: string) => Promise<readonly StoredEvent[]>;
  log: Logger;
}): RemoteTurns {
  const followed = new Map<string, TurnLog>();
  let timer: NodeJS.Timeout | undefined;
  let polling = Promise.resolve();
  let isClosed = false;

  const schedule = (): void => {
    if (isClosed || followed.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      polling = poll()
        .catch((err: unknown) => {
          options.log.warn({ err }, 'Turns of other processes could not be read; trying again');
        })
        .finally(schedule);
    }, POLL_EVERY_MS);
  };

  async function poll(): Promise<void> {
    const logs = [...followed.values()];
    // The states first: a turn that is seen as ended has all its events stored.
    const states = await options.database.pool.query<{ id: string; state: string }>({
      name: 'followed-turn-states',
      text: 'select id, state from turns where id = any($1)',
      values: [logs.map(({ turnId }) => turnId)],
    });
    const { rows } = await options.database.pool.query<{
      turn_id: string;
      first_number: number;
      events: StoredEvent[];
    }>({
      name: 'followed-turn-events',
      text: `
        select stored.turn_id, stored.first_number, stored.events
        from unnest($1::uuid[], $2::int[]) as cursor (turn_id, seen)
        join turn_events as stored
          on stored.turn_id = cursor.turn_id
            and stored.first_number + json_array_length(stored.events) - 1 > cursor.seen
        order by stored.turn_id, stored.first_number limit ${READ_ROWS}`,
      values: [logs.map(({ turnId }) => turnId), logs.map(({ records }) => records.length)],
    });
    for (const { turn_id, first_number, events } of rows) {
      const log = followed.get(turn_id);
      // A row may begin with events we have: it was written again, longer.
      const seen = log === undefined ? 0 : log.records.length + 1 - first_number;
      if (seen >= 0) for (const event of events.slice(seen)) log?.append(event);
    }
    const stateOf = new Map(states.rows.map(({ id, state }) => [id, state]));
    for (const log of logs) {
      const state = stateOf.get(log.turnId);
      const hasEndedUnseen = state !== 'running' && rows.length < READ_ROWS;
      if (hasEndedUnseen && !log.isEnded) log.conclude(await options.conclusionOf(log.turnId));
      if (log.isEnded) followed.delete(log.turnId);
    }
  }

  return {
    follow(ids) {
      const known = followed.get(ids.turnId);
      if (known !== undefined) return known;
      const log = createTurnLog(ids);
      followed.set(ids.turnId, log);
      schedule();
      return log;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await polling;
    },
  };
}
