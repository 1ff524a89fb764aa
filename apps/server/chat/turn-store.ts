import type { Message } from '@deskbell/engine';
import type pg from 'pg';
import type { Database } from '../platform/database.ts';
import { fromStoredMessage, type NewMessage, type StoredMessage } from './stored-message.ts';
import type { ThreadOwner } from './thread-access.ts';
import type { StoredEvent, TurnEventRecord } from './turn-event-record.ts';
import { LEASE_SECONDS } from './turn-leases.ts';

/** A visitor's thread is gone this long after its last message. */
export const VISITOR_THREAD_HOURS = 24;

export const threadIsAlive = `(threads.owner_id is not null
  or threads.last_activity_at > now() - interval '${VISITOR_THREAD_HOURS} hours')`;

export interface TurnUsage {
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  /** Null when the price of a call is unknown. */
  costNanoUsd: number | null;
}

export type AcceptOutcome =
  /** With whose thread it is, and what was said in it before. */
  | { kind: 'accepted'; threadOwner: ThreadOwner; history: Message[] }
  /** Nothing was stored. */
  | { kind: 'turn_running' | 'key_used' | 'not_found' };

/**
 * The statements of a turn's hot path, prepared once per connection: one to accept it, one for
 * each tool round, one to end it. Each is atomic by itself and may be tried again.
 */
export interface TurnStore {
  findByIdempotencyKey(
    key: string,
  ): Promise<{ turnId: string; threadId: string; requestHash: string } | undefined>;
  /**
   * Makes the thread when it is new (or, with `threadMustExist`, refuses it), stores the message and
   * the running turn, and reads the thread's history as it was when the statement began: with every
   * turn whose end was told before.
   */
  accept(turn: {
    turnId: string;
    threadId: string;
    owner: ThreadOwner;
    threadMustExist?: boolean | undefined;
    /** How many turns before this one are read. */
    historyTurns: number;
    message: NewMessage;
    idempotencyKey?: string | undefined;
    requestHash?: string | undefined;
  }): Promise<AcceptOutcome>;
  storeMessages(turnId: string, messages: readonly NewMessage[]): Promise<void>;
  /**
   * Stores how a turn ended with its last messages and events; false when it had ended otherwise
   * already.
   */
  finish(turn: {
    turnId: string;
    state: 'done' | 'failed';
    terminal: StoredEvent;
    messages: readonly NewMessage[];
    events: readonly TurnEventRecord[];
    model: string | null;
    degraded: boolean | null;
    usage: TurnUsage;
    /** Names of tools that ran, each once, and of those of them that worked. */
    tools: readonly string[];
    workedTools: readonly string[];
  }): Promise<boolean>;
  /**
   * Counts the tokens of a turn that `finish` did not end, because its thread was deleted or its
   * lease was over. Not to be tried again: it would count them twice.
   */
  countTokens(turn: { turnId: string; owner: ThreadOwner; usage: TurnUsage }): Promise<void>;
}

export function eventsJson(records: readonly TurnEventRecord[]): string {
  return `[${records.map(({ event, json }) => `{"event":"${event}","data":${json}}`).join(',')}]`;
}

function messageColumns(messages: readonly NewMessage[]): [string[], string[], string[]] {
  return [
    messages.map(({ id }) => id),
    messages.map(({ role }) => role),
    messages.map(({ content }) => JSON.stringify(content)),
  ];
}

/**
 * What the model is told of thread $1 in turn $2, from $3 turns before it. The order inside keeps the
 * planner from joining the other way round, which reads the whole table: its plan is made once, when
 * that may be empty.
 */
const EARLIER_MESSAGES = `
  select said.role, said.content, said.position
  from (
    select id from turns where thread_id = $1 and id <> $2
    order by accepted_at desc limit $3
  ) as earlier
  cross join lateral (
    select role, content, position from messages where turn_id = earlier.id order by position
  ) as said`;

const MAKE_OR_UPDATE_THREAD = `
  insert into threads (id, desk, owner_id, turn_count) values ($1, $4, $5, 1)
  on conflict (id) do update
    set last_activity_at = now(), turn_count = threads.turn_count + 1
  where threads.desk = excluded.desk
    and threads.owner_id is not distinct from excluded.owner_id
    and ${threadIsAlive}`;

const UPDATE_THREAD = `
  update threads set last_activity_at = now(), turn_count = turn_count + 1
  where id = $1 and desk = $4 and owner_id is not distinct from $5 and ${threadIsAlive}`;

/** One of a thread's earlier messages, or its only row without one. */
interface ThreadRow {
  desk: string;
  owner_id: string | null;
  role: StoredMessage['role'] | null;
  content: unknown;
}

function acceptedOrNotFound(rows: readonly ThreadRow[]): AcceptOutcome {
  const [first] = rows;
  if (first === undefined) return { kind: 'not_found' };
  return {
    kind: 'accepted',
    threadOwner: { desk: first.desk, ownerId: first.owner_id },
    history: rows.flatMap(({ role, content }) =>
      role === null ? [] : [fromStoredMessage({ role, content })],
    ),
  };
}

const totalTokens = (usage: TurnUsage): number =>
  usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens + usage.outputTokens;

export function createTurnStore({ pool }: Pick<Database, 'pool'>): TurnStore {
  return {
    async findByIdempotencyKey(key) {
      const { rows } = await pool.query<{ id: string; thread_id: string; request_hash: string }>({
        name: 'find-turn-by-key',
        text: 'select id, thread_id, request_hash from turns where idempotency_key = $1',
        values: [key],
      });
      const [row] = rows;
      if (row === undefined) return undefined;
      return { turnId: row.id, threadId: row.thread_id, requestHash: row.request_hash };
    },

    async accept({ turnId, threadId, owner, threadMustExist, historyTurns, ...turn }) {
      const { message, idempotencyKey, requestHash } = turn;
      try {
        const { rows } = await pool.query<ThreadRow>({
          name: threadMustExist === true ? 'accept-turn-in-thread' : 'accept-turn',
          text: `
            with thread as (
              ${threadMustExist === true ? UPDATE_THREAD : MAKE_OR_UPDATE_THREAD}
              returning id, desk, owner_id
            ), turn as (
              insert into turns (id, thread_id, idempotency_key, request_hash, lease_expires_at)
              select $2, id, $6, $7, now() + make_interval(secs => ${LEASE_SECONDS}) from thread
              returning id
            ), asked as (
              insert into messages (id, turn_id, role, content) select $8, id, $9, $10 from turn
            )
            select thread.desk, thread.owner_id, said.role, said.content
            from thread left join (${EARLIER_MESSAGES}) as said on true
            order by said.position`,
          values: [
            threadId,
            turnId,
            historyTurns,
            owner.desk,
            owner.ownerId,
            idempotencyKey ?? null,
            requestHash ?? null,
            message.id,
            message.role,
            JSON.stringify(message.content),
          ],
        });
        return acceptedOrNotFound(rows);
      } catch (error) {
        const { code, constraint } = error as pg.DatabaseError;
        if (code !== '23505') throw error;
        if (constraint === 'turns_one_running_per_thread') return { kind: 'turn_running' };
        if (constraint === 'turns_idempotency_key') return { kind: 'key_used' };
        if (constraint !== 'turns_pkey') throw error;
        // An earlier try of this very turn was stored and only its answer was lost.
        const { rows } = await pool.query<ThreadRow>(
          `select threads.desk, threads.owner_id, said.role, said.content
           from threads left join (${EARLIER_MESSAGES}) as said on true
           where threads.id = $1
           order by said.position`,
          [threadId, turnId, historyTurns],
        );
        return acceptedOrNotFound(rows);
      }
    },

    async storeMessages(turnId, messages) {
      await pool.query({
        name: 'store-messages',
        text: `
          insert into messages (id, turn_id, role, content)
          select said.id, turns.id, said.role, said.content::json
          from turns, unnest($2::uuid[], $3::text[], $4::text[])
            with ordinality as said (id, role, content, place)
          where turns.id = $1 and turns.state = 'running'
          order by said.place
          on conflict (id) do nothing`,
        values: [turnId, ...messageColumns(messages)],
      });
    },

    async finish({ turnId, state, terminal, messages, events, model, degraded, usage, ...turn }) {
      const { rows } = await pool.query<{ ended: number }>({
        name: 'finish-turn',
        text: `
          with ended as (
            update turns set state = $2, ended_at = now(), terminal = $3::json, model = $4, degraded = $5,
              input_tokens = $6, cache_read_tokens = $7, cache_write_tokens = $8,
              output_tokens = $9, cost_nano_usd = $10, tools = $16, worked_tools = $17
            where id = $1 and state = 'running'
            returning id
          ), said as (
            insert into messages (id, turn_id, role, content)
            select m.id, ended.id, m.role, m.content::json
            from ended, unnest($11::uuid[], $12::text[], $13::text[])
              with ordinality as m (id, role, content, place)
            order by m.place
          ), logged as (
            insert into turn_events (turn_id, first_number, events)
            select ended.id, $14, $15 from ended
            on conflict (turn_id, first_number) do update set events = excluded.events
          )
          select (select count(*) from ended)::int + (
            select count(*) from turns where id = $1 and terminal::text = $3::text
          )::int as ended`,
        values: [
          turnId,
          state,
          JSON.stringify(terminal),
          model,
          degraded,
          usage.inputTokens,
          usage.cacheReadTokens,
          usage.cacheWriteTokens,
          usage.outputTokens,
          usage.costNanoUsd,
          ...messageColumns(messages),
          events[0]?.number ?? 1,
          eventsJson(events),
          turn.tools,
          turn.workedTools,
        ],
      });
      return rows[0]?.ended === 1;
    },

    async countTokens({ turnId, owner, usage }) {
      await pool.query(
        `select count_tokens_of($2, $3, now(), $4)
         where not exists (select from turns where id = $1 and state in ('done', 'failed'))`,
        [turnId, owner.desk, owner.ownerId, totalTokens(usage)],
      );
    },
  };
}
