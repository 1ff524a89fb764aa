import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import { answerText } from './answer-text.ts';
import type { Desk } from './desk.ts';
import { createRemoteTurns } from './remote-turns.ts';
import type { StoredMessage } from './stored-message.ts';
import { mayTouchThread, type ThreadOwner } from './thread-access.ts';
import type { StoredEvent } from './turn-event-record.ts';
import type { TurnLeases } from './turn-leases.ts';
import { createTurnLog, type TurnLog } from './turn-log.ts';
import type { TurnRunner } from './turn-runner.ts';
import type { TurnState } from './turn-state.ts';
import { threadIsAlive } from './turn-store.ts';
import { interruptedEvent } from './wire-event.ts';

/** The events of an ended turn can be read for this long. */
export const EVENTS_KEPT_MINUTES = 5;

interface TurnRow {
  thread_id: string;
  desk: string;
  owner_id: string | null;
  state: TurnState;
  terminal: StoredEvent | null;
  is_lease_over: boolean;
  is_recent: boolean;
}

const ownerOf = (turn: TurnRow): ThreadOwner => ({
  desk: turn.desk,
  ownerId: turn.owner_id,
});

/** Finds the log of any turn, wherever it runs or ran. */
export interface TurnReader {
  /**
   * Undefined when there is no such turn, when it is somebody else's, or when it ended longer ago
   * than its events are kept. With `orWhole` such an old turn is given as a snapshot and its end.
   */
  find(turnId: string, visitor: ThreadOwner, orWhole?: 'orWhole'): Promise<TurnLog | undefined>;
  /** Whether there is such a turn and the visitor may touch it, however old it is. */
  mayRead(turnId: string, visitor: ThreadOwner): Promise<boolean>;
  close(): Promise<void>;
}

export function createTurnReader(options: {
  database: Pick<Database, 'pool'>;
  runner: Pick<TurnRunner, 'localLog'> & { leases: TurnLeases };
  desks: readonly Pick<Desk<never>, 'name' | 'errorMessage'>[];
  log: Logger;
}): TurnReader {
  const { pool } = options.database;
  const remote = createRemoteTurns({ database: options.database, conclusionOf, log: options.log });

  async function readTurn(turnId: string): Promise<TurnRow | undefined> {
    const { rows } = await pool.query<TurnRow>({
      name: 'read-turn',
      text: `
        select turns.thread_id, threads.desk, threads.owner_id, turns.state, turns.terminal,
          turns.lease_expires_at < now() as is_lease_over,
          coalesce(turns.ended_at > now() - interval '${EVENTS_KEPT_MINUTES} minutes', true)
            as is_recent
        from turns join threads on threads.id = turns.thread_id
        where turns.id = $1 and ${threadIsAlive}`,
      values: [turnId],
    });
    return rows[0];
  }

  /** A snapshot of what was said and how it ended, for a turn that has no events to read. */
  async function conclusionOf(turnId: string): Promise<StoredEvent[]> {
    const turn = await readTurn(turnId);
    const desk = options.desks.find(({ name }) => name === turn?.desk) ?? options.desks[0];
    const { rows } = await pool.query<StoredMessage>(
      'select role, content from messages where turn_id = $1 order by position',
      [turnId],
    );
    const snapshot = { event: 'snapshot', data: { content: answerText(rows) } };
    if (turn?.terminal != null) return [snapshot, turn.terminal];
    return desk === undefined ? [snapshot] : [snapshot, interruptedEvent(desk)];
  }

  async function readStored(ids: { turnId: string; threadId: string }): Promise<TurnLog> {
    const turnLog = createTurnLog(ids);
    const { rows } = await pool.query<{ events: StoredEvent[] }>(
      'select events from turn_events where turn_id = $1 order by first_number',
      [ids.turnId],
    );
    for (const event of rows.flatMap(({ events }) => events)) turnLog.append(event);
    if (!turnLog.isEnded) turnLog.conclude(await conclusionOf(ids.turnId));
    return turnLog;
  }

  return {
    async find(turnId, visitor, orWhole) {
      let turn = await readTurn(turnId);
      if (turn === undefined || !mayTouchThread(ownerOf(turn), visitor)) return undefined;
      const ids = { turnId, threadId: turn.thread_id };
      const local = options.runner.localLog(turnId);
      if (local !== undefined) return local;
      if (turn.state === 'running' && turn.is_lease_over) {
        await options.runner.leases.interruptExpired(turn.thread_id);
        turn = (await readTurn(turnId)) ?? turn;
      }
      if (turn.state === 'running') return remote.follow(ids);
      if (!turn.is_recent && orWhole === undefined) return undefined;
      if (turn.state !== 'interrupted' && turn.is_recent) return readStored(ids);
      const turnLog = createTurnLog(ids);
      turnLog.conclude(await conclusionOf(turnId));
      return turnLog;
    },
    async mayRead(turnId, visitor) {
      const turn = await readTurn(turnId);
      return turn !== undefined && mayTouchThread(ownerOf(turn), visitor);
    },
    close: () => remote.close(),
  };
}
