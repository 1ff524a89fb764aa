-- Bookings that customers make on the website, and hand-overs on their way to its wizard.

alter table bookings
  -- Whom the driver and the payment link are for. Null: made before this was kept.
  add column contact_name text,
  add column contact_email text,
  add column contact_phone text,
  -- The price that the customer confirmed: [{label, amountCents}].
  add column price_lines jsonb not null default '[]',
  -- Of the request that made it: the same request again finds the same booking.
  add column idempotency_key text unique,
  add column request_hash text;

-- Staff read all bookings: the newest first, of one status or of all, or by the day of the pickup.
create index bookings_newest on bookings (created_at desc, id desc);
create index bookings_by_status on bookings (status, created_at desc, id desc);
create index bookings_by_pickup on bookings (pickup_date, id);
create index bookings_by_status_and_pickup on bookings (status, pickup_date, id);

-- A hand-over that a customer opened: for five minutes, and for one wizard.
create table handoffs (
  -- Random (version 4): whoever has it may claim it.
  id uuid primary key default gen_random_uuid(),
  -- The customer of a thread begun signed in; null: whoever holds the id.
  owner_id uuid,
  -- The tool call that made it: another one of its thread may have taken its place since.
  turn_id uuid not null,
  call_id text not null,
  -- json, because customers write into it: jsonb refuses what json keeps.
  prefill json not null,
  expires_at timestamptz not null,
  -- Of the wizard that took it; null until then.
  claim_key uuid
);
create index handoffs_expiry on handoffs (expires_at);
