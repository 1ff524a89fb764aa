-- The back office: mail, what the agents read in it, and what came of it.
-- JSON columns are json where people and models write, as in 0003. Text columns hold only
-- well-formed text without U+0000: operations/mail sees to that.

create table emails (
  id uuid primary key,
  -- Where it arrived: 'api', 'smtp', 'demo', or 'imap:user@host/folder'.
  mailbox text not null,
  -- The Message-ID, or 'sha256:…' of the raw message when it has none.
  message_key text not null,
  source text not null check (source in ('json', 'upload', 'smtp', 'imap', 'demo')),
  accepted_at timestamptz not null,
  -- The message's own Date; null when it has none that can be read.
  sent_at timestamptz,
  sender text not null,
  sender_name text not null,
  -- Registrable domain of the sender, '' when there is none.
  sender_domain text not null,
  recipient text not null,
  subject text not null,
  -- Header fields worth keeping: {"name in lower case": ["value", ...]}.
  headers json not null,
  thread_key text,
  has_attachments boolean not null default false,
  attachment_count integer not null default 0,
  size_bytes integer not null,
  is_demo boolean not null default false,
  unique (mailbox, message_key)
);

create index emails_accepted on emails (accepted_at desc, id desc);
create index emails_sender on emails (sender, accepted_at desc);
create index emails_sender_domain on emails (sender_domain, accepted_at desc);
create index emails_thread on emails (thread_key, accepted_at desc) where thread_key is not null;

-- The message as it came, byte for byte.
create table email_sources (
  email_id uuid primary key references emails (id) on delete cascade,
  raw bytea not null
);

-- Uncompressed, so that a large message can be read piece by piece.
alter table email_sources alter column raw set storage external;

-- What was read out of it; missing until the pipeline has read it, or when it could not.
create table email_contents (
  email_id uuid primary key references emails (id) on delete cascade,
  -- [{"kind": "new" | "quoted" | "forwarded" | "signature" | "footer", "text": "..."}]
  segments json not null,
  -- {"characters": n, "examples": [...]}: text a reader would not have seen, removed.
  hidden_text json not null,
  -- The visible text, for search.
  body_text text not null,
  search tsvector not null
);

create index email_contents_search on email_contents using gin (search);

create table attachments (
  email_id uuid not null references emails (id) on delete cascade,
  position integer not null,
  filename text not null,
  content_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  is_inline boolean not null,
  primary key (email_id, position)
);

create table executions (
  id uuid primary key,
  email_id uuid not null unique references emails (id) on delete cascade,
  status text not null default 'pending'
    check (status in ('pending', 'running', 'completed', 'failed', 'cancelled')),
  accepted_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  -- Counted up by every attempt, manual retries included.
  attempts integer not null default 0,
  error_code text,
  -- A sentence for staff, never an exception's text.
  error_message text,
  -- From the agents, once completed.
  category text,
  urgency integer,
  confidence real,
  risk text check (risk in ('low', 'medium', 'high', 'critical')),
  vendor_id uuid,
  check ((status in ('completed', 'failed', 'cancelled')) = (completed_at is not null))
);

create index executions_accepted on executions (accepted_at desc, id desc);
create index executions_status on executions (status, accepted_at desc, id desc);
create index executions_category on executions (category, accepted_at desc, id desc)
  where category is not null;
create index executions_unfinished on executions (accepted_at) where status in ('pending', 'running');

create table agent_outputs (
  execution_id uuid not null references executions (id) on delete cascade,
  agent text not null check (agent in ('triage', 'vision', 'deadline', 'task', 'context')),
  status text not null check (status in ('completed', 'failed')),
  findings json,
  evidence json not null,
  confidence real,
  next_actions text[] not null,
  execution_time_ms integer not null,
  -- 'rules@1', or the language model's name.
  model_used text not null,
  -- Whether model and rules differed; null when no model was asked.
  is_disputed boolean,
  -- Why the model's answer was not used, or the agent failed: a stable code.
  error_code text,
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  -- Null: unknown price.
  cost_nano_usd bigint default 0,
  created_at timestamptz not null,
  primary key (execution_id, agent),
  check ((status = 'completed') = (findings is not null))
);

create index agent_outputs_agent_created on agent_outputs (agent, created_at desc);

create table actions (
  id uuid primary key,
  execution_id uuid not null references executions (id) on delete cascade,
  kind text not null
    check (kind in ('create_task', 'schedule_event', 'send_notification', 'human_review')),
  -- Says what the action is about, so that it can exist once only per execution.
  action_key text not null,
  payload json not null,
  status text not null check (status in ('pending_review', 'executed', 'rejected')),
  created_at timestamptz not null,
  decided_at timestamptz,
  unique (execution_id, action_key)
);

create table reviews (
  id uuid primary key,
  execution_id uuid not null unique references executions (id) on delete cascade,
  -- [{"code": "low_confidence", "detail": "a sentence"}]
  reasons json not null,
  risk text not null,
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected')),
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  note text,
  check ((status = 'pending') = (decided_at is null))
);

create index reviews_status on reviews (status, created_at desc, id desc);

-- What people did to reviews, tasks and executions: never changed, never deleted before its record.
create table audit_entries (
  id uuid primary key,
  execution_id uuid not null references executions (id) on delete cascade,
  actor text not null,
  -- 'review_approved', 'action_edited', 'review_rejected', 'execution_retried', 'task_changed', ...
  what text not null,
  before json,
  after json,
  at timestamptz not null
);

create index audit_entries_execution on audit_entries (execution_id, at);

create table tasks (
  id uuid primary key,
  action_id uuid not null unique references actions (id) on delete cascade,
  execution_id uuid not null references executions (id) on delete cascade,
  email_id uuid not null references emails (id) on delete cascade,
  title text not null,
  description text not null,
  priority text not null check (priority in ('low', 'medium', 'high', 'urgent')),
  assignee text,
  category text not null,
  status text not null default 'open' check (status in ('open', 'in_progress', 'done', 'cancelled')),
  due_date date,
  quote text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz
);

create index tasks_created on tasks (created_at desc, id desc);
create index tasks_open_due on tasks (due_date, id) where status in ('open', 'in_progress');
create index tasks_status on tasks (status, created_at desc, id desc);
create index tasks_priority on tasks (priority, created_at desc, id desc);
create index tasks_assignee on tasks (assignee, created_at desc, id desc) where assignee is not null;
create index tasks_due on tasks (due_date, id) where due_date is not null;
create index tasks_execution on tasks (execution_id);

create table calendar_events (
  id uuid primary key,
  action_id uuid not null unique references actions (id) on delete cascade,
  execution_id uuid not null references executions (id) on delete cascade,
  email_id uuid not null references emails (id) on delete cascade,
  title text not null,
  description text not null,
  type text not null check (type in ('payment', 'delivery', 'response', 'event', 'other')),
  -- As the mail means it, in `timezone`; without a time the whole day.
  date date not null,
  time time,
  timezone text not null,
  -- The same instant; for a whole day its last second.
  due_at timestamptz not null,
  urgency text not null check (urgency in ('low', 'medium', 'high', 'critical')),
  is_ambiguous boolean not null,
  status text not null default 'scheduled' check (status in ('scheduled', 'done', 'cancelled')),
  quote text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index calendar_events_due on calendar_events (due_at, id);
create index calendar_events_scheduled on calendar_events (due_at, id) where status = 'scheduled';
create index calendar_events_execution on calendar_events (execution_id);

-- The outbox. A row is 'sending' before anything leaves: what a crash leaves there may have been
-- sent, is marked 'uncertain' and never sent again.
create table notifications (
  id uuid primary key,
  action_id uuid not null references actions (id) on delete cascade,
  execution_id uuid not null references executions (id) on delete cascade,
  channel text not null check (channel in ('email', 'webhook', 'console')),
  recipient text,
  subject text not null,
  body text not null,
  urgency text not null check (urgency in ('low', 'medium', 'high', 'critical')),
  status text not null check (status in ('pending', 'sending', 'sent', 'failed', 'uncertain', 'shown')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  error_code text,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- One of each configured channel.
  unique (action_id, channel)
);

-- next_attempt_at: of a 'sending' row when its outcome is taken to be unknown.
create index notifications_due on notifications (channel, next_attempt_at) where status = 'pending';
create index notifications_sending on notifications (next_attempt_at) where status = 'sending';
create index notifications_execution on notifications (execution_id);
create index notifications_created on notifications (created_at desc, id desc);

create table vendors (
  id uuid primary key,
  -- Registrable domain, or for a vendor known only from an invoice 'name:' and its folded name.
  vendor_key text not null unique,
  name text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);

alter table executions add foreign key (vendor_id) references vendors (id) on delete set null;
create index executions_vendor on executions (vendor_id, accepted_at desc) where vendor_id is not null;

create table invoices (
  execution_id uuid primary key references executions (id) on delete cascade,
  vendor_id uuid not null references vendors (id) on delete cascade,
  number text not null,
  invoice_date date,
  due_date date,
  -- In hundredths of the currency.
  total_cents bigint,
  currency text,
  arithmetic_ok boolean,
  duplicate_of uuid,
  created_at timestamptz not null
);

create index invoices_vendor_number on invoices (vendor_id, number);
create index invoices_vendor_created on invoices (vendor_id, created_at desc);

-- What a vendor kept or broke, as observed.
create table vendor_events (
  vendor_id uuid not null references vendors (id) on delete cascade,
  execution_id uuid not null references executions (id) on delete cascade,
  kind text not null check (kind in
    ('delivery', 'invoice_arithmetic', 'duplicate_invoice', 'price_jump', 'complaint', 'answer_time')),
  is_kept boolean not null,
  detail text not null,
  observed_at timestamptz not null,
  primary key (vendor_id, execution_id, kind)
);

create index vendor_events_observed on vendor_events (vendor_id, observed_at desc);

-- How far each mailbox was read.
create table imap_mailboxes (
  mailbox text primary key,
  uid_validity bigint not null,
  last_uid bigint not null,
  updated_at timestamptz not null
);

-- For the end of a statement that has to do all of its work or none.
create function assert_held(is_held boolean) returns void
language plpgsql as $$
begin
  if not is_held then
    raise exception 'The job is held by somebody else' using errcode = 'DB001';
  end if;
end $$;
