import { v7 as uuidV7 } from 'uuid';
import type { Database } from '../platform/database.ts';
import type { ThreadOwner } from './thread-access.ts';

/** A row of the view `chat_sessions`. */
export interface ListedSession {
  id: string;
  startedAt: Date;
  lastActivity: Date;
  messageCount: number;
  metadata: { title?: string };
}

/** Threads of a desk where everybody is somebody: its sessions. */
export interface SessionStore {
  create(session: { owner: ThreadOwner }): Promise<{ id: string; startedAt: Date }>;
  /** The owner's sessions, the newest activity first. Costs the same however many there are. */
  list(request: { owner: ThreadOwner; limit: number }): Promise<ListedSession[]>;
  /** Whose session it is; undefined when there is none. The id must be a UUID. */
  ownerOf(sessionId: string): Promise<ThreadOwner | undefined>;
  /** The session of a turn. The id must be a UUID. */
  sessionOf(turnId: string): Promise<string | undefined>;
  runningTurn(sessionId: string): Promise<string | undefined>;
  /** When a turn ended; undefined while it runs. */
  endOf(turnId: string): Promise<Date | undefined>;
  /** Deletes a session with everything said in it. A turn that runs should be stopped before. */
  remove(session: { sessionId: string; owner: ThreadOwner }): Promise<void>;
}

const SESSION_DESK = 'backoffice';

export function createSessionStore({ pool }: Pick<Database, 'pool'>): SessionStore {
  return {
    async create({ owner }) {
      const id = uuidV7();
      const { rows } = await pool.query<{ created_at: Date }>(
        'insert into threads (id, desk, owner_id) values ($1, $2, $3) returning created_at',
        [id, SESSION_DESK, owner.ownerId],
      );
      const [row] = rows;
      if (row === undefined) throw new Error('An insert returned no row.');
      return { id, startedAt: row.created_at };
    },

    async list({ owner, limit }) {
      const { rows } = await pool.query<{
        id: string;
        started_at: Date;
        last_activity: Date;
        message_count: number;
        metadata: { title?: string };
      }>(
        // In the very order of the index: another key would tempt the planner to sort them all.
        `select id, started_at, last_activity, message_count, metadata from chat_sessions
         where user_id = $1 order by last_activity desc limit $2`,
        [owner.ownerId, limit],
      );
      return rows.map((row) => ({
        id: row.id,
        startedAt: row.started_at,
        lastActivity: row.last_activity,
        messageCount: row.message_count,
        metadata: row.metadata,
      }));
    },

    async ownerOf(sessionId) {
      const { rows } = await pool.query<{ owner_id: string | null }>({
        name: 'session-owner',
        text: 'select owner_id from threads where id = $1 and desk = $2',
        values: [sessionId, SESSION_DESK],
      });
      const [row] = rows;
      return row === undefined ? undefined : { desk: SESSION_DESK, ownerId: row.owner_id };
    },

    async sessionOf(turnId) {
      const { rows } = await pool.query<{ thread_id: string }>(
        'select thread_id from turns where id = $1',
        [turnId],
      );
      return rows[0]?.thread_id;
    },

    async runningTurn(sessionId) {
      const { rows } = await pool.query<{ id: string }>(
        "select id from turns where thread_id = $1 and state = 'running'",
        [sessionId],
      );
      return rows[0]?.id;
    },

    async endOf(turnId) {
      const { rows } = await pool.query<{ ended_at: Date | null }>(
        'select ended_at from turns where id = $1',
        [turnId],
      );
      return rows[0]?.ended_at ?? undefined;
    },

    async remove({ sessionId, owner }) {
      await pool.query(
        'delete from threads where id = $1 and desk = $2 and owner_id is not distinct from $3',
        [sessionId, SESSION_DESK, owner.ownerId],
      );
    },
  };
}
