import type { Generated, GeneratedAlways } from 'kysely';
import type { StoredEvent } from './turn-event-record.ts';

export type TurnState = 'running' | 'done' | 'failed' | 'interrupted';

/** The tables of migrations/0003-chat.sql and 0006-sessions.sql. */
export interface ChatTables {
  threads: {
    id: string;
    desk: string;
    owner_id: string | null;
    created_at: Generated<Date>;
    last_activity_at: Generated<Date>;
    /** Turns begun in it, ended ones included. */
    turn_count: Generated<number>;
  };
  turns: {
    id: string;
    thread_id: string;
    state: Generated<TurnState>;
    idempotency_key: string | null;
    request_hash: string | null;
    accepted_at: Generated<Date>;
    lease_expires_at: Date;
    stop_requested_at: Date | null;
    ended_at: Date | null;
    terminal: StoredEvent | null;
    model: string | null;
    degraded: boolean | null;
    input_tokens: Generated<number>;
    cache_read_tokens: Generated<number>;
    cache_write_tokens: Generated<number>;
    output_tokens: Generated<number>;
    cost_nano_usd: number | null;
  };
  messages: {
    id: string;
    turn_id: string;
    position: GeneratedAlways<number>;
    role: 'user' | 'assistant' | 'tool_results';
    content: unknown;
    created_at: Generated<Date>;
  };
  turn_events: {
    turn_id: string;
    first_number: number;
    events: StoredEvent[];
  };
}
