import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import { answerText } from './answer-text.ts';
import { type StoredMessage, toStoredMessage } from './stored-message.ts';
import type { StoredEvent } from './turn-event-record.ts';

/** A process that has not renewed a turn's lease for this long no longer runs it. */
export const LEASE_SECONDS = 6;

/**
 * The leases of running turns, by the database's clock. The process that runs a turn renews its
 * lease; any process ends a turn whose lease is over, as `interrupted`.
 */
export interface TurnLeases {
  /** Renews in one statement. Says which of the turns are still ours and which were asked to stop. */
  renew(turnIds: readonly string[]): Promise<{ kept: Set<string>; stopRequested: Set<string> }>;
  /**
   * Ends turns whose lease is over as interrupted and keeps what they had said: all, or those of
   * one thread. Returns their ids.
   */
  interruptExpired(threadId?: string): Promise<string[]>;
}

export function createTurnLeases({
  database,
  log,
}: {
  database: Pick<Database, 'pool'>;
  log: Logger;
}): TurnLeases {
  const { pool } = database;
  return {
    async renew(turnIds) {
      const { rows } = await pool.query<{ id: string; stop_requested_at: Date | null }>({
        name: 'renew-turn-leases',
        text: `
          update turns set lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
          where id = any($1) and state = 'running' returning id, stop_requested_at`,
        values: [turnIds],
      });
      return {
        kept: new Set(rows.map(({ id }) => id)),
        stopRequested: new Set(
          rows.filter((row) => row.stop_requested_at !== null).map(({ id }) => id),
        ),
      };
    },

    async interruptExpired(threadId) {
      const client = await pool.connect();
      let failure: Error | undefined;
      try {
        await client.query('begin');
        const { rows } = await client.query<{ id: string }>(
          `update turns set state = 'interrupted', ended_at = now()
           where id in (
             select id from turns
             where state = 'running' and lease_expires_at < now()
               and ($1::uuid is null or thread_id = $1)
             for update skip locked
           )
           returning id`,
          [threadId ?? null],
        );
        const ids = rows.map(({ id }) => id);
        for (const turnId of ids) {
          const { rows: messages } = await client.query<StoredMessage>(
            'select role, content from messages where turn_id = $1 order by position',
            [turnId],
          );
          const { rows: batches } = await client.query<{ events: StoredEvent[] }>(
            'select events from turn_events where turn_id = $1 order by first_number',
            [turnId],
          );
          const unsaid = unstoredText(
            messages,
            batches.flatMap(({ events }) => events),
          );
          if (unsaid.trim() === '') continue;
          const { id, role, content } = toStoredMessage({
            role: 'assistant',
            content: [{ type: 'text', text: unsaid }],
          });
          await client.query(
            'insert into messages (id, turn_id, role, content) values ($1, $2, $3, $4)',
            [id, turnId, role, JSON.stringify(content)],
          );
        }
        await client.query('commit');
        if (ids.length > 0) log.warn({ turnIds: ids }, 'Turns were interrupted');
        return ids;
      } catch (error) {
        failure = error as Error;
        throw error;
      } finally {
        // A connection in an unknown state is thrown away, and its transaction with it.
        client.release(failure);
      }
    },
  };
}

/** What a turn had streamed beyond its stored messages. */
function unstoredText(messages: readonly StoredMessage[], events: readonly StoredEvent[]): string {
  const streamed = events
    .map(({ event, data }) => (event === 'token' ? (data as { content: string }).content : ''))
    .join('');
  const stored = answerText(messages);
  return streamed.startsWith(stored) ? streamed.slice(stored.length) : '';
}
