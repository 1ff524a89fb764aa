-- Threads, their turns and what was said in them.
-- JSON columns are json, not jsonb: text that people and models write may hold characters
-- (U+0000, lone surrogates) that jsonb refuses, and nothing queries inside them.

create table threads (
  id uuid primary key,
  desk text not null,
  -- Null: the thread belongs to whoever holds its id.
  customer_id uuid,
  created_at timestamptz not null default now(),
  last_activity_at timestamptz not null default now()
);

create index threads_visitor_last_activity on threads (last_activity_at) where customer_id is null;

create table turns (
  id uuid primary key,
  thread_id uuid not null references threads (id) on delete cascade,
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'interrupted')),
  idempotency_key text,
  request_hash text,
  accepted_at timestamptz not null default now(),
  lease_expires_at timestamptz not null,
  stop_requested_at timestamptz,
  ended_at timestamptz,
  -- The terminal event as it was sent: {"event": "done" | "error", "data": {...}}.
  terminal json,
  model text,
  degraded boolean,
  input_tokens integer not null default 0,
  cache_read_tokens integer not null default 0,
  cache_write_tokens integer not null default 0,
  output_tokens integer not null default 0,
  -- Null: at least one model call of the turn has no known price.
  cost_nano_usd bigint,
  check ((state = 'running') = (ended_at is null))
);

create unique index turns_one_running_per_thread on turns (thread_id) where state = 'running';
create unique index turns_idempotency_key on turns (idempotency_key) where idempotency_key is not null;
create index turns_thread_accepted on turns (thread_id, accepted_at);
create index turns_running_lease on turns (lease_expires_at) where state = 'running';

create table messages (
  id uuid primary key,
  turn_id uuid not null references turns (id) on delete cascade,
  position bigint generated always as identity,
  role text not null check (role in ('user', 'assistant', 'tool_results')),
  content json not null,
  created_at timestamptz not null default now()
);

create index messages_turn_position on messages (turn_id, position);

-- The events of running and just ended turns, for readers that come back. One row holds the
-- events that were written together: first_number, first_number + 1, ...
create table turn_events (
  turn_id uuid not null references turns (id) on delete cascade,
  first_number integer not null,
  events json not null,
  primary key (turn_id, first_number)
);
