-- Back-office sessions, API keys, what language models cost, and short references to records.

-- A session of the back office is a thread whose owner is a member of staff. An owner is an account,
-- an API key or, in the open mode, whatever name was given: text.
alter table threads rename column customer_id to owner_id;
alter table threads alter column owner_id type text;
alter table threads add column turn_count integer not null default 0;
update threads set turn_count = (select count(*) from turns where thread_id = threads.id);
create index threads_owner_last_activity on threads (desk, owner_id, last_activity_at desc)
  where owner_id is not null;

-- The words of a stored message. JSON may hold what text cannot, U+0000 and half surrogate pairs:
-- these become replacement characters.
create function chat_text(content json) returns text
language plpgsql immutable parallel safe as $$
declare
  cleaned json;
begin
  return coalesce(
    content ->> 'text',
    (select string_agg(block ->> 'text', '' order by place)
     from json_array_elements(content -> 'content') with ordinality as said (block, place)
     where block ->> 'type' = 'text'),
    '');
exception when others then
  cleaned := regexp_replace(content::text, '(?<!\\)((\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})',
    '\1\\ufffd', 'gi');
  return case when cleaned::text = content::text then '' else chat_text(cleaned) end;
end $$;

-- The back office's chat as tables, for reports: one row for each question and, once its turn has
-- ended, one for the answer, whose id is the turn's.
create view chat_sessions as
select threads.id, threads.owner_id as user_id, threads.created_at as started_at,
  threads.last_activity_at as last_activity,
  2 * threads.turn_count - (
    select count(*) from turns where thread_id = threads.id and state = 'running'
  )::integer as message_count,
  coalesce((
    select jsonb_build_object('title', left(chat_text(asked.content), 80))
    from (
      select id from turns where thread_id = threads.id order by accepted_at limit 1
    ) as first
    join messages as asked on asked.turn_id = first.id and asked.role = 'user'
  ), '{}') as metadata
from threads
where threads.desk = 'backoffice';

create view chat_messages as
select asked.id, turns.thread_id as session_id, 'user' as role,
  chat_text(asked.content) as content, asked.created_at as timestamp,
  jsonb_build_object('turn_id', turns.id) as metadata
from turns
join threads on threads.id = turns.thread_id and threads.desk = 'backoffice'
join messages as asked on asked.turn_id = turns.id and asked.role = 'user'
union all
select turns.id, turns.thread_id, 'assistant',
  coalesce((
    -- As chat/answer-text.ts joins what was said: white space is what JavaScript trims.
    select string_agg(
      case when is_first then text else ltrim(text, E'\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') end,
      E'\n\n' order by position)
    from (
      select text, position, row_number() over (order by position) = 1 as is_first
      from (
        select chat_text(messages.content) as text, position from messages
        where messages.turn_id = turns.id and role = 'assistant'
      ) as said
      where text <> ''
    ) as spoken), ''),
  turns.ended_at,
  jsonb_build_object('turn_id', turns.id, 'state', turns.state, 'model', turns.model,
    'degraded', turns.degraded, 'input_tokens', turns.input_tokens,
    'cache_read_tokens', turns.cache_read_tokens, 'cache_write_tokens', turns.cache_write_tokens,
    'output_tokens', turns.output_tokens, 'cost_usd', turns.cost_nano_usd / 1e9)
from turns
join threads on threads.id = turns.thread_id and threads.desk = 'backoffice'
where turns.state <> 'running';

-- Keys for programs. Only the SHA-256 of a key is kept; the key itself was shown once.
create table api_keys (
  id uuid primary key,
  name text not null,
  role text not null check (role in ('staff', 'admin')),
  key_hash bytea not null unique,
  -- The key's first characters, to tell keys apart.
  hint text not null,
  created_by text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  check ((revoked_at is null) = (revoked_by is null))
);

-- Few of many accounts.
create index users_staff on users (role) where role <> 'customer';

-- What was asked of language models, by quarter of an hour: for the daily budget. Each process
-- stores the totals of its own calls, so that storing them again changes nothing.
create table model_usage (
  bucket timestamptz not null,
  model text not null,
  -- Of one process, made when it started.
  process_id uuid not null,
  calls bigint not null,
  -- Calls of a model without a known price; their cost is not in cost_nano_usd.
  unpriced_calls bigint not null,
  input_tokens bigint not null,
  cache_read_tokens bigint not null,
  cache_write_tokens bigint not null,
  output_tokens bigint not null,
  cost_nano_usd bigint not null,
  primary key (bucket, model, process_id)
);

-- Tokens of all kinds that the owners of back-office sessions used, by quarter of an hour: for the
-- daily limit. Kept apart from the turns, so that deleting a session gives no tokens back.
create table token_usage (
  owner_id text not null,
  bucket timestamptz not null,
  tokens bigint not null,
  primary key (owner_id, bucket)
);

-- For deleting what is old.
create index token_usage_bucket on token_usage (bucket);

create function count_tokens_of(desk text, owner text, at timestamptz, counted bigint) returns void
language sql as $$
  insert into token_usage as stored (owner_id, bucket, tokens)
  select owner, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00'), counted
  where desk = 'backoffice' and owner is not null and counted > 0
  on conflict (owner_id, bucket) do update set tokens = stored.tokens + excluded.tokens
$$;

create function count_tokens() returns trigger
language plpgsql as $$
begin
  perform count_tokens_of(desk, owner_id, new.ended_at,
    new.input_tokens::bigint + new.cache_read_tokens + new.cache_write_tokens + new.output_tokens)
  from threads where id = new.thread_id;
  return null;
end $$;

create trigger turns_ended after update of state on turns for each row
when (old.state = 'running' and new.state <> 'running' and
  (new.input_tokens, new.cache_read_tokens, new.cache_write_tokens, new.output_tokens)
    is distinct from (0, 0, 0, 0))
execute function count_tokens();

-- References people can read: the last group of an id.
create index emails_reference on emails (right(id::text, 12));
create index executions_reference on executions (right(id::text, 12));
create index tasks_reference on tasks (right(id::text, 12));

-- Tasks by due date, those without one last: the open ones, and all.
create index tasks_open_by_due on tasks ((coalesce(due_date, 'infinity')), id)
  where status in ('open', 'in_progress');
create index tasks_by_due on tasks ((coalesce(due_date, 'infinity')), id);

-- Newest first: open tasks by when they were made, those done by when they were done.
create index tasks_open_by_created on tasks (created_at desc, id desc)
  where status in ('open', 'in_progress');
create index tasks_completed on tasks (completed_at desc, id desc) where status = 'done';

-- Mails that look dangerous, mails with attachments.
create index executions_high_risk on executions (accepted_at desc, id desc)
  where risk in ('high', 'critical');
create index emails_with_attachments on emails (accepted_at desc, id desc) where has_attachments;

-- Decided reviews by when they were decided; of those that wait, the ones not to be missed.
create index reviews_decided on reviews (status, decided_at desc, id desc)
  where status <> 'pending';
create index reviews_pressing on reviews (risk, created_at desc, id desc)
  where status = 'pending' and risk in ('high', 'critical');

-- A failure makes the operational context stale at once.
create function announce_failed_execution() returns trigger
language plpgsql as $$
begin
  perform pg_notify('execution_failed', new.id::text);
  return null;
end $$;

create trigger executions_failed
after update of status on executions
for each row when (new.status = 'failed' and old.status is distinct from 'failed')
execute function announce_failed_execution();
