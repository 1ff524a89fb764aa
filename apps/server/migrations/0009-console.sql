-- What the staff console reads.

-- Servers of the version before may be working on mail: everything of it that is changed below is
-- locked before anything is, in the order in which the end of a mail locks it, so that they and this
-- do not wait for each other.
lock table agent_outputs, reviews, tasks, calendar_events, executions
  in share row exclusive mode;
lock table agent_outputs in access exclusive mode;

-- What agents cost: counted with their other figures (migration 0005).
alter table statistic_agents
  add column input_tokens bigint not null default 0,
  add column output_tokens bigint not null default 0,
  -- Of the runs with a known price, and how many have none.
  add column cost_nano_usd bigint not null default 0,
  add column unpriced bigint not null default 0;

create or replace function count_agent_output(output agent_outputs, delta integer) returns void
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
    array_fill(delta, array[1], array[time_class]),
    delta * output.input_tokens::bigint, delta * output.output_tokens::bigint,
    delta * coalesce(output.cost_nano_usd, 0),
    case when output.cost_nano_usd is null then delta else 0 end
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
    input_tokens = stored.input_tokens + excluded.input_tokens,
    output_tokens = stored.output_tokens + excluded.output_tokens,
    cost_nano_usd = stored.cost_nano_usd + excluded.cost_nano_usd,
    unpriced = stored.unpriced + excluded.unpriced,
    times[time_class] = coalesce(stored.times[time_class], 0) + delta;
end $$;

create or replace function agent_outputs_inserted() returns trigger
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
    array_fill(1, array[1], array[statistic_time_class(execution_time_ms)]),
    input_tokens, output_tokens, coalesce(cost_nano_usd, 0),
    case when cost_nano_usd is null then 1 else 0 end
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
    input_tokens = stored.input_tokens + excluded.input_tokens,
    output_tokens = stored.output_tokens + excluded.output_tokens,
    cost_nano_usd = stored.cost_nano_usd + excluded.cost_nano_usd,
    unpriced = stored.unpriced + excluded.unpriced,
    times[array_lower(excluded.times, 1)] =
      coalesce(stored.times[array_lower(excluded.times, 1)], 0) + 1;
  return null;
end $$;

drop trigger agent_outputs_updated on agent_outputs;
create trigger agent_outputs_updated after update on agent_outputs
  for each row
  when (
    (old.agent, old.status, old.confidence, old.execution_time_ms, old.is_disputed, old.error_code,
      old.created_at, old.input_tokens, old.output_tokens, old.cost_nano_usd)
    is distinct from
    (new.agent, new.status, new.confidence, new.execution_time_ms, new.is_disputed, new.error_code,
      new.created_at, new.input_tokens, new.output_tokens, new.cost_nano_usd)
  )
  execute function agent_outputs_changed();

create or replace function rebuild_statistics() returns void
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
      count(*) filter (where is_disputed) as disputes,
      sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens,
      coalesce(sum(cost_nano_usd), 0) as cost_nano_usd,
      count(*) filter (where cost_nano_usd is null) as unpriced
    from agent_outputs
    group by 1, 2, 3, 4
  ), by_grain as (
    select grain, statistic_bucket(grain, bucket) as bucket, agent, error_code, class,
      sum(runs) as runs, sum(failures) as failures, sum(time_ms) as time_ms,
      sum(confidence_ppm) as confidence_ppm, sum(confidences) as confidences,
      sum(asked) as asked, sum(fallbacks) as fallbacks, sum(compared) as compared,
      sum(disputes) as disputes, sum(input_tokens) as input_tokens,
      sum(output_tokens) as output_tokens, sum(cost_nano_usd) as cost_nano_usd,
      sum(unpriced) as unpriced
    from by_class cross join unnest(array['quarter', 'day']) as grain
    group by 1, 2, 3, 4, 5
  )
  select grain, bucket, agent, error_code, 0, sum(runs), sum(failures), sum(time_ms),
    sum(confidence_ppm), sum(confidences), sum(asked), sum(fallbacks), sum(compared),
    sum(disputes),
    -- '[0:64]={...}'
    ('[0:64]={' || string_agg(coalesce(runs, 0)::text, ',' order by class) || '}')::integer[],
    sum(input_tokens), sum(output_tokens), sum(cost_nano_usd), sum(unpriced)
  from (
    select grains.grain, grains.bucket, grains.agent, grains.error_code, classes.class,
      by_grain.runs, by_grain.failures, by_grain.time_ms, by_grain.confidence_ppm,
      by_grain.confidences, by_grain.asked, by_grain.fallbacks, by_grain.compared,
      by_grain.disputes, by_grain.input_tokens, by_grain.output_tokens, by_grain.cost_nano_usd,
      by_grain.unpriced
    from (select distinct grain, bucket, agent, error_code from by_grain) as grains
    cross join generate_series(0, 64) as classes (class)
    left join by_grain using (grain, bucket, agent, error_code, class)
  ) as filled
  group by grain, bucket, agent, error_code;
end $$;

select rebuild_statistics();

-- Where model and rules differed, newest first: of all agents, and of one.
create index agent_outputs_disputed on agent_outputs (created_at desc, execution_id desc)
  where is_disputed;
create index agent_outputs_disputed_of_agent
  on agent_outputs (agent, created_at desc, execution_id desc) where is_disputed;

-- How a vendor's name or domain begins.
create index vendors_name on vendors (lower(name) text_pattern_ops);
create index vendors_key on vendors (vendor_key text_pattern_ops);
-- One vendor's mails, counted. Only keys are in it, which never change: counting up stays cheap.
create index statistic_counts_vendor on statistic_counts (key) where name = 'vendor' and grain = 'day';

-- The console's list of the front desk's conversations, by the last word of a customer.
create index threads_frontdesk_newest on threads (last_activity_at desc, id desc)
  where desk = 'frontdesk';

-- How a turn stands, as people are told.
create function turn_status(state text, terminal json) returns text
language sql immutable parallel safe
return case
  when state = 'running' then 'running'
  when state = 'interrupted' or (state = 'failed' and terminal #>> '{data,code}' = 'interrupted')
    then 'interrupted'
  when state = 'failed' then 'failed'
  when terminal #>> '{data,stopped}' = 'true' then 'stopped'
  else 'complete'
end;

-- Conversations that ended badly: a thread's last turn was accepted at its last activity.
create index turns_cut_short on turns (turn_status(state, terminal), accepted_at desc, id desc)
  where state <> 'running' and turn_status(state, terminal) <> 'complete';

alter table turns
  -- The tools that ran, each once, and those of them that worked; 'unknown' for a name that no tool
  -- has. Null until it has ended, when it was interrupted, and from before this was kept: its
  -- messages tell.
  add column tools text[],
  add column worked_tools text[];

-- What was asked for which part of the service. Null: from before this was kept. A process has an id
-- for each, so that its rows are told apart by the same key as ever.
alter table model_usage add column desk text;

-- How the name or e-mail address of whom a booking is for begins.
create index bookings_contact_email on bookings (lower(contact_email) text_pattern_ops)
  where contact_email is not null;
create index bookings_contact_name on bookings (lower(contact_name) text_pattern_ops)
  where contact_name is not null;

-- Notices that did not get out: how many today. After the bookings, as a new booking locks the two.
create index notifications_unsent on notifications (created_at, channel, status)
  where status in ('failed', 'uncertain');
