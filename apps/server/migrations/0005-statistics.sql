-- Counters of the back office, kept by triggers in the transaction that changes what they count, so
-- that they are exact at any time. The code that reads them is in operations/statistics.
--
-- A counter is the sum of its rows over all slots. A transaction counts into a slot that no other
-- one uses meanwhile: transactions never wait for each other here, and cannot deadlock.
--
-- Times are counted by quarters of an hour and by days, both in UTC: any business time zone's days
-- are made of whole days and, at their edges, quarters. Quarters are needed for the windows up to
-- 30 days only and deleted after 40 days.

create table statistic_counts (
  -- 'execution': status, category; only finished executions, by accepted_at.
  -- 'failure': error_code; failed executions, by accepted_at.
  -- 'vendor': vendor_id; finished executions, by accepted_at.
  -- 'task': status, priority; by created_at.       'open_task': priority; by due_date, days only.
  -- 'event': status, type; by created_at.          'open_event': urgency; by due_at, days only.
  -- 'review': status, risk; by created_at.
  name text not null,
  -- 'quarter' or 'day'. Not a constraint: only the functions below write here, several times a mail.
  grain text not null,
  bucket timestamptz not null,
  key text not null,
  subkey text not null,
  slot integer not null,
  count bigint not null,
  primary key (name, grain, bucket, key, subkey, slot)
) with (fillfactor = 70);

create table statistic_agents (
  grain text not null,
  bucket timestamptz not null,
  agent text not null,
  -- '' when there was none.
  error_code text not null,
  slot integer not null,
  runs bigint not null,
  failures bigint not null,
  time_ms bigint not null,
  -- Sum of the confidences in millionths, and how many there are.
  confidence_ppm bigint not null,
  confidences bigint not null,
  -- Runs in which a language model was asked; its answer was not used; it was compared with the
  -- rules; they differed.
  asked bigint not null,
  fallbacks bigint not null,
  compared bigint not null,
  disputes bigint not null,
  -- How many runs took how long, by statistic_time_class; missing elements are 0.
  times integer[] not null,
  primary key (grain, bucket, agent, error_code, slot)
) with (fillfactor = 70);

-- Updated and read over and over, and small.
alter table statistic_counts set (autovacuum_vacuum_scale_factor = 0.05);
alter table statistic_agents set (autovacuum_vacuum_scale_factor = 0.05);

create function statistic_bucket(grain text, at timestamptz) returns timestamptz
language sql immutable
return date_bin(
  case grain when 'day' then interval '1 day' else interval '15 minutes' end,
  at,
  timestamptz '2000-01-01 00:00:00+00'
);

-- 0 for 0 ms; k from 1 to 64 for 2^((k-1)/4) <= ms < 2^(k/4). Up to 7 ms each has its own.
create function statistic_time_class(ms integer) returns integer
language sql immutable
return case
  when ms < 1 then 0
  else least(floor(4 * ln(ms::double precision) / ln(2::double precision) + 1e-9)::integer + 1, 64)
end;

-- A slot that is this transaction's until it ends; asked again, the same or another one of its own.
create function statistic_slot() returns integer
language plpgsql as $$
begin
  for slot in 0..9999 loop
    if pg_try_advisory_xact_lock(1398030676, slot) then return slot; end if;
  end loop;
  raise exception 'Too many transactions count at the same time';
end $$;

-- Every mail passes through the functions below: each counts all it has to with one statement.
create function count_execution(execution executions, delta integer) returns void
language plpgsql as $$
declare
  own_slot integer := statistic_slot();
  quarter timestamptz := statistic_bucket('quarter', execution.accepted_at);
  day timestamptz := statistic_bucket('day', execution.accepted_at);
  category text := coalesce(execution.category, '');
  vendor text := execution.vendor_id::text;
  failure text := case when execution.status = 'failed' then coalesce(execution.error_code, '') end;
begin
  insert into statistic_counts as stored (name, grain, bucket, key, subkey, slot, count)
  select counted.name, counted.grain, counted.bucket, counted.key, counted.subkey, own_slot, delta
  from (values
    ('execution', 'quarter', quarter, execution.status, category),
    ('execution', 'day', day, execution.status, category),
    ('vendor', 'quarter', quarter, vendor, ''),
    ('vendor', 'day', day, vendor, ''),
    ('failure', 'quarter', quarter, failure, ''),
    ('failure', 'day', day, failure, '')
  ) as counted (name, grain, bucket, key, subkey)
  where counted.key is not null
  on conflict (name, grain, bucket, key, subkey, slot)
  do update set count = stored.count + excluded.count;
end $$;

create function executions_changed() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.status in ('completed', 'failed', 'cancelled') then
    perform count_execution(old, -1);
  end if;
  if tg_op <> 'DELETE' and new.status in ('completed', 'failed', 'cancelled') then
    perform count_execution(new, 1);
  end if;
  return null;
end $$;

-- What is pending or running is few and counted by index; so taking a mail costs nothing here.
create trigger executions_inserted after insert on executions for each row
  when (new.status in ('completed', 'failed', 'cancelled'))
  execute function executions_changed();
create trigger executions_updated
  after update of status, accepted_at, category, error_code, vendor_id on executions for each row
  when (
    (old.status in ('completed', 'failed', 'cancelled')
      or new.status in ('completed', 'failed', 'cancelled'))
    and (old.status, old.accepted_at, old.category, old.error_code, old.vendor_id)
      is distinct from (new.status, new.accepted_at, new.category, new.error_code, new.vendor_id)
  )
  execute function executions_changed();
create trigger executions_deleted after delete on executions for each row
  when (old.status in ('completed', 'failed', 'cancelled'))
  execute function executions_changed();

create function count_agent_output(output agent_outputs, delta integer) returns void
language plpgsql as $$
declare
  own_slot integer := statistic_slot();
  time_class integer := statistic_time_class(output.execution_time_ms);
  used boolean := output.status = 'completed';
begin
  insert into statistic_agents as stored
  select
    grain, statistic_bucket(grain, output.created_at), output.agent,
    coalesce(output.error_code, ''), own_slot,
    delta, case when used then 0 else delta end, delta * output.execution_time_ms::bigint,
    delta * coalesce(round(output.confidence::numeric * 1000000)::bigint, 0),
    case when output.confidence is null then 0 else delta end,
    case when used and (output.error_code is not null or output.is_disputed is not null)
      then delta else 0 end,
    case when used and output.error_code is not null then delta else 0 end,
    case when output.is_disputed is null then 0 else delta end,
    case when output.is_disputed then delta else 0 end,
    -- One element, where it belongs.
    array_fill(delta, array[1], array[time_class])
  from unnest(array['quarter', 'day']) as grain
  on conflict (grain, bucket, agent, error_code, slot) do update set
    runs = stored.runs + excluded.runs,
    failures = stored.failures + excluded.failures,
    time_ms = stored.time_ms + excluded.time_ms,
    confidence_ppm = stored.confidence_ppm + excluded.confidence_ppm,
    confidences = stored.confidences + excluded.confidences,
    asked = stored.asked + excluded.asked,
    fallbacks = stored.fallbacks + excluded.fallbacks,
    compared = stored.compared + excluded.compared,
    disputes = stored.disputes + excluded.disputes,
    times[time_class] = coalesce(stored.times[time_class], 0) + delta;
end $$;

create function agent_outputs_changed() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_agent_output(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_agent_output(new, 1); end if;
  return null;
end $$;

-- A mail's outputs are stored together and counted by one statement: each in another place, as an
-- execution has one output of each agent. Those of several mails may meet in one place.
create function agent_outputs_inserted() returns trigger
language plpgsql as $$
declare
  output agent_outputs;
  own_slot integer;
begin
  if exists (
    select from inserted where execution_id <> (select execution_id from inserted limit 1)
  ) then
    for output in select * from inserted loop
      perform count_agent_output(output, 1);
    end loop;
    return null;
  end if;
  own_slot := statistic_slot();
  insert into statistic_agents as stored
  select
    grain, statistic_bucket(grain, created_at), agent, coalesce(error_code, ''), own_slot,
    1, case when status = 'failed' then 1 else 0 end, execution_time_ms,
    coalesce(round(confidence::numeric * 1000000)::bigint, 0),
    case when confidence is null then 0 else 1 end,
    case when status = 'completed' and (error_code is not null or is_disputed is not null)
      then 1 else 0 end,
    case when status = 'completed' and error_code is not null then 1 else 0 end,
    case when is_disputed is null then 0 else 1 end,
    case when is_disputed then 1 else 0 end,
    array_fill(1, array[1], array[statistic_time_class(execution_time_ms)])
  from inserted cross join (values ('quarter'), ('day')) as grains (grain)
  on conflict (grain, bucket, agent, error_code, slot) do update set
    runs = stored.runs + excluded.runs,
    failures = stored.failures + excluded.failures,
    time_ms = stored.time_ms + excluded.time_ms,
    confidence_ppm = stored.confidence_ppm + excluded.confidence_ppm,
    confidences = stored.confidences + excluded.confidences,
    asked = stored.asked + excluded.asked,
    fallbacks = stored.fallbacks + excluded.fallbacks,
    compared = stored.compared + excluded.compared,
    disputes = stored.disputes + excluded.disputes,
    times[array_lower(excluded.times, 1)] =
      coalesce(stored.times[array_lower(excluded.times, 1)], 0) + 1;
  return null;
end $$;

create trigger agent_outputs_inserted after insert on agent_outputs
  referencing new table as inserted
  for each statement execute function agent_outputs_inserted();
create trigger agent_outputs_deleted after delete on agent_outputs
  for each row execute function agent_outputs_changed();
create trigger agent_outputs_updated after update on agent_outputs
  for each row
  when (
    (old.agent, old.status, old.confidence, old.execution_time_ms, old.is_disputed, old.error_code,
      old.created_at)
    is distinct from
    (new.agent, new.status, new.confidence, new.execution_time_ms, new.is_disputed, new.error_code,
      new.created_at)
  )
  execute function agent_outputs_changed();

create function count_task(task tasks, delta integer) returns void
language plpgsql as $$
declare
  own_slot integer := statistic_slot();
  open_key text := case when task.status in ('open', 'in_progress') and task.due_date is not null then task.priority end;
begin
  insert into statistic_counts as stored (name, grain, bucket, key, subkey, slot, count)
  select counted.name, counted.grain, counted.bucket, counted.key, counted.subkey, own_slot, delta
  from (values
    ('task', 'quarter', statistic_bucket('quarter', task.created_at), task.status, task.priority),
    ('task', 'day', statistic_bucket('day', task.created_at), task.status, task.priority),
    ('open_task', 'day', statistic_bucket('day', task.due_date::timestamp at time zone 'UTC'), open_key, '')
  ) as counted (name, grain, bucket, key, subkey)
  where counted.key is not null
  on conflict (name, grain, bucket, key, subkey, slot)
  do update set count = stored.count + excluded.count;
end $$;

create function tasks_changed() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_task(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_task(new, 1); end if;
  return null;
end $$;

create trigger tasks_inserted_or_deleted after insert or delete on tasks
  for each row execute function tasks_changed();
create trigger tasks_updated after update of status, priority, due_date, created_at on tasks
  for each row
  when ((old.status, old.priority, old.due_date, old.created_at)
    is distinct from (new.status, new.priority, new.due_date, new.created_at))
  execute function tasks_changed();

create function count_event(event calendar_events, delta integer) returns void
language plpgsql as $$
declare
  own_slot integer := statistic_slot();
  open_key text := case when event.status = 'scheduled' then event.urgency end;
begin
  insert into statistic_counts as stored (name, grain, bucket, key, subkey, slot, count)
  select counted.name, counted.grain, counted.bucket, counted.key, counted.subkey, own_slot, delta
  from (values
    ('event', 'quarter', statistic_bucket('quarter', event.created_at), event.status, event.type),
    ('event', 'day', statistic_bucket('day', event.created_at), event.status, event.type),
    ('open_event', 'day', statistic_bucket('day', event.due_at), open_key, '')
  ) as counted (name, grain, bucket, key, subkey)
  where counted.key is not null
  on conflict (name, grain, bucket, key, subkey, slot)
  do update set count = stored.count + excluded.count;
end $$;

create function calendar_events_changed() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_event(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_event(new, 1); end if;
  return null;
end $$;

create trigger calendar_events_inserted_or_deleted after insert or delete on calendar_events
  for each row execute function calendar_events_changed();
create trigger calendar_events_updated
  after update of status, type, urgency, due_at, created_at on calendar_events for each row
  when ((old.status, old.type, old.urgency, old.due_at, old.created_at)
    is distinct from (new.status, new.type, new.urgency, new.due_at, new.created_at))
  execute function calendar_events_changed();

create function count_review(review reviews, delta integer) returns void
language plpgsql as $$
declare
  own_slot integer := statistic_slot();
begin
  insert into statistic_counts as stored (name, grain, bucket, key, subkey, slot, count)
  values
    ('review', 'quarter', statistic_bucket('quarter', review.created_at), review.status,
      review.risk, own_slot, delta),
    ('review', 'day', statistic_bucket('day', review.created_at), review.status, review.risk,
      own_slot, delta)
  on conflict (name, grain, bucket, key, subkey, slot)
  do update set count = stored.count + excluded.count;
end $$;

create function reviews_changed() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_review(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_review(new, 1); end if;
  return null;
end $$;

create trigger reviews_inserted_or_deleted after insert or delete on reviews
  for each row execute function reviews_changed();
create trigger reviews_updated after update of status, risk, created_at on reviews for each row
  when ((old.status, old.risk, old.created_at) is distinct from
    (new.status, new.risk, new.created_at))
  execute function reviews_changed();

-- TRUNCATE fires no row trigger.
create function statistics_truncated() returns trigger
language plpgsql as $$
begin
  perform rebuild_statistics();
  return null;
end $$;

create trigger executions_truncated after truncate on executions
  for each statement execute function statistics_truncated();
create trigger agent_outputs_truncated after truncate on agent_outputs
  for each statement execute function statistics_truncated();
create trigger tasks_truncated after truncate on tasks
  for each statement execute function statistics_truncated();
create trigger calendar_events_truncated after truncate on calendar_events
  for each statement execute function statistics_truncated();
create trigger reviews_truncated after truncate on reviews
  for each statement execute function statistics_truncated();

-- Counts everything anew; writers wait meanwhile. For rows that came past the triggers.
create function rebuild_statistics() returns void
language plpgsql as $$
begin
  lock table executions, agent_outputs, tasks, calendar_events, reviews
    in share row exclusive mode;
  delete from statistic_counts;
  delete from statistic_agents;

  insert into statistic_counts (name, grain, bucket, key, subkey, slot, count)
  select name, 'quarter', bucket, key, subkey, 0, count(*)
  from (
    select 'execution' as name, statistic_bucket('quarter', accepted_at) as bucket,
      status as key, coalesce(category, '') as subkey
    from executions where status in ('completed', 'failed', 'cancelled')
    union all
    select 'failure', statistic_bucket('quarter', accepted_at), coalesce(error_code, ''), ''
    from executions where status = 'failed'
    union all
    select 'vendor', statistic_bucket('quarter', accepted_at), vendor_id::text, ''
    from executions
    where vendor_id is not null and status in ('completed', 'failed', 'cancelled')
    union all
    select 'task', statistic_bucket('quarter', created_at), status, priority from tasks
    union all
    select 'event', statistic_bucket('quarter', created_at), status, type from calendar_events
    union all
    select 'review', statistic_bucket('quarter', created_at), status, risk from reviews
  ) as counted
  group by name, bucket, key, subkey;

  insert into statistic_counts (name, grain, bucket, key, subkey, slot, count)
  select name, 'day', statistic_bucket('day', bucket), key, subkey, 0, sum(count)
  from statistic_counts
  group by 1, 3, 4, 5;

  insert into statistic_counts (name, grain, bucket, key, subkey, slot, count)
  select 'open_task', 'day', due_date::timestamp at time zone 'UTC', priority, '', 0, count(*)
  from tasks where status in ('open', 'in_progress') and due_date is not null
  group by due_date, priority
  union all
  select 'open_event', 'day', statistic_bucket('day', due_at), urgency, '', 0, count(*)
  from calendar_events where status = 'scheduled'
  group by statistic_bucket('day', due_at), urgency;

  insert into statistic_agents
  with by_class as (
    select statistic_bucket('quarter', created_at) as bucket, agent,
      coalesce(error_code, '') as error_code, statistic_time_class(execution_time_ms) as class,
      count(*) as runs,
      count(*) filter (where status = 'failed') as failures,
      sum(execution_time_ms) as time_ms,
      coalesce(sum(round(confidence::numeric * 1000000)), 0) as confidence_ppm,
      count(confidence) as confidences,
      count(*) filter (where status = 'completed'
        and (error_code is not null or is_disputed is not null)) as asked,
      count(*) filter (where status = 'completed' and error_code is not null) as fallbacks,
      count(is_disputed) as compared,
      count(*) filter (where is_disputed) as disputes
    from agent_outputs
    group by 1, 2, 3, 4
  ), by_grain as (
    select grain, statistic_bucket(grain, bucket) as bucket, agent, error_code, class,
      sum(runs) as runs, sum(failures) as failures, sum(time_ms) as time_ms,
      sum(confidence_ppm) as confidence_ppm, sum(confidences) as confidences,
      sum(asked) as asked, sum(fallbacks) as fallbacks, sum(compared) as compared,
      sum(disputes) as disputes
    from by_class cross join unnest(array['quarter', 'day']) as grain
    group by 1, 2, 3, 4, 5
  )
  select grain, bucket, agent, error_code, 0, sum(runs), sum(failures), sum(time_ms),
    sum(confidence_ppm), sum(confidences), sum(asked), sum(fallbacks), sum(compared),
    sum(disputes),
    -- '[0:64]={...}'
    ('[0:64]={' || string_agg(coalesce(runs, 0)::text, ',' order by class) || '}')::integer[]
  from (
    select grains.grain, grains.bucket, grains.agent, grains.error_code, classes.class,
      by_grain.runs, by_grain.failures, by_grain.time_ms, by_grain.confidence_ppm,
      by_grain.confidences, by_grain.asked, by_grain.fallbacks, by_grain.compared,
      by_grain.disputes
    from (select distinct grain, bucket, agent, error_code from by_grain) as grains
    cross join generate_series(0, 64) as classes (class)
    left join by_grain using (grain, bucket, agent, error_code, class)
  ) as filled
  group by grain, bucket, agent, error_code;
end $$;

select rebuild_statistics();

-- What staff should look at, in the order they should.
create index tasks_pressing on tasks (
  (case priority when 'urgent' then 0 else 1 end), (coalesce(due_date, 'infinity')), id
) where status in ('open', 'in_progress') and priority in ('urgent', 'high');

-- For an e-mail's deletion, and for what became of a thread.
create index tasks_email on tasks (email_id);
create index calendar_events_email on calendar_events (email_id);

-- An invoice's number however it is written.
create function folded_number(number text) returns text
language sql immutable
return lower(regexp_replace(number, '[^[:alnum:]]', '', 'g'));
create index invoices_folded_number on invoices (folded_number(number), created_at);

create index vendors_last_seen on vendors (last_seen_at desc, id desc);
drop index vendor_events_observed;
create index vendor_events_observed on vendor_events (vendor_id, observed_at desc) include (is_kept);

-- Every search reads the whole pending list: short, because each mail searches once.
alter index email_contents_search set (gin_pending_list_limit = 128);

-- Up to five mails of [since, until] that hold all the words, newest first, as JSON. Its cost is
-- bounded: of words that 200 mails or more hold, only the last hundred mails of the domain are looked
-- through. (Above its limit the index gives some 1000 mails at random, which are never used.)
create function similar_emails(
  words text, own_id uuid, domain text, since timestamptz, until timestamptz
) returns json
language plpgsql
set gin_fuzzy_search_limit = 1000
set enable_seqscan = off
as $$
declare
  wanted tsquery := plainto_tsquery('english', words);
  found uuid[];
begin
  if numnode(wanted) = 0 then return null; end if;
  found := array(
    select contents.email_id from email_contents as contents where search @@ wanted limit 200
  );
  if cardinality(found) >= 200 then
    found := array(
      select recent.id
      from (
        select id from emails
        where sender_domain = domain and accepted_at between since and until
        order by accepted_at desc limit 100
      ) as recent
      join email_contents as contents on contents.email_id = recent.id
      where contents.search @@ wanted
    );
  end if;
  return (
    select json_agg(json_build_object('emailId', latest.id, 'executionId', executions.id,
      'subject', latest.subject, 'sender', latest.sender, 'acceptedAt', latest.accepted_at)
      order by latest.accepted_at desc, latest.id)
    from (
      select emails.* from unnest(found) as candidate (id)
      join emails on emails.id = candidate.id
      where emails.accepted_at between since and until and emails.id <> own_id
      order by emails.accepted_at desc, emails.id
      limit 5
    ) as latest
    join executions on executions.email_id = latest.id
  );
end $$;
