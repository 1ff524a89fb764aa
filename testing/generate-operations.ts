import type { PoolClient } from 'pg';
import type { Database } from '../apps/server/platform/database.ts';

const STATEMENT_TIMEOUT_MS = 3_600_000;

/**
 * Fills the back office's tables with invented mails and what became of them, spread over the last
 * `days` up to `now`; the same seed gives the same rows. Made by set-based SQL past all triggers and
 * foreign keys, and counted afterwards: the role must be a superuser. Needs empty tables, and leaves
 * them analyzed. A million executions take some minutes and 8 GB.
 */
export async function generateOperations({
  database,
  executions,
  days,
  seed,
  now = new Date(),
}: {
  database: Pick<Database, 'pool'>;
  executions: number;
  days: number;
  seed: number;
  now?: Date;
}): Promise<void> {
  const client = await database.pool.connect();
  try {
    await run(client, 'begin');
    await run(client, 'set local statement_timeout = 0');
    await run(client, 'set local idle_in_transaction_session_timeout = 0');
    await run(client, 'set local session_replication_role = replica');
    await run(client, 'drop index email_contents_search');
    await run(client, DRAFT, [executions, days, seed, now]);
    await run(client, 'analyze draft');
    for (const statement of STATEMENTS) await run(client, statement);
    await run(
      client,
      `create index email_contents_search on email_contents using gin (search)
       with (gin_pending_list_limit = 128)`,
    );
    await run(client, 'drop table draft');
    await run(client, 'select rebuild_statistics()');
    await run(client, 'commit');
  } catch (error) {
    await run(client, 'rollback');
    throw error;
  } finally {
    client.release();
  }
  const analyzing = await database.pool.connect();
  try {
    await run(analyzing, 'set statement_timeout = 0');
    await run(analyzing, 'vacuum analyze');
  } finally {
    // Its limit per statement is not as the pool's others have it.
    analyzing.release(true);
  }
}

async function run(client: PoolClient, text: string, values: unknown[] = []): Promise<void> {
  await client.query({ text, values, query_timeout: STATEMENT_TIMEOUT_MS } as {
    text: string;
    values: unknown[];
  });
}

/** A number from 0 to under 1 that belongs to row n, whatever order rows are made in. */
const chance = (purpose: number) =>
  `((hashint8extended(n * 64 + ${purpose}, seed) & 1073741823) / 1073741824.0)`;

/** A time-ordered UUID of row n, in the shape of version 7. */
const id = (purpose: number, at: string) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(seed || ':${purpose}:' || n), 1, 3)
    || 'a' || substr(md5(seed || ':${purpose}:' || n), 4, 15))::uuid`;

const pick = (purpose: number, texts: readonly string[]) =>
  `(array['${texts.join("','")}'])[1 + floor(${chance(purpose)} * ${texts.length})::integer]`;

const subjects = [
  'Invoice for packing supplies',
  'Van lease statement',
  'Storage unit access',
  'Annual fire inspection visit',
  'Airport parking permit renewal',
  'Question about my pickup window',
  'Damaged box after the move',
  'Thank you for the careful crew',
  'Certificate of insurance request',
  'Shift swap this weekend',
  'Calling out for tomorrow morning',
  'Payment reminder',
  'Delivery of wardrobe boxes',
  'Contract amendment for review',
  'Weekly occupancy report',
  'Backup finished with warnings',
];
const words = ['driver', 'elevator', 'mattress', 'loading', 'dock', 'receipt', 'quote', 'schedule'];

/** One row per mail with everything the tables are filled from. */
const DRAFT = `
  create temporary table draft as
  with rows as (
    select n, $3::bigint as seed, $1::bigint as total,
      date_trunc('milliseconds', $4::timestamptz - $2::float8 * interval '1 day'
        + ((n + 1) / $1::float8) * $2::float8 * interval '1 day') as accepted_at
    from generate_series(0, $1::bigint - 1) as n
  ), kinds as (
    select *, ${chance(1)} as category_chance, ${chance(2)} as status_chance,
      floor(400 * ${chance(3)} * ${chance(3)})::integer as vendor,
      ${chance(4)} as task_chance, ${chance(5)} as event_chance, ${chance(6)} as review_chance,
      ${chance(7)} as invoice_chance, ${chance(8)} < 0.2 as has_attachments
    from rows
  )
  select *,
    case when category_chance < 0.55 then 'vendor' when category_chance < 0.80 then 'customer'
      when category_chance < 0.92 then 'staff' else 'system' end as category,
    case when n >= total - least(20, total / 20) then 'pending'
      when n >= total - least(30, total / 10) then 'running'
      when status_chance < 0.02 then 'failed' when status_chance < 0.025 then 'cancelled'
      else 'completed' end as status,
    ${id(1, 'accepted_at')} as email_id, ${id(2, 'accepted_at')} as execution_id,
    ${pick(9, subjects)} as subject,
    accepted_at + interval '1 millisecond' * (20 + floor(400 * ${chance(10)})) as completed_at,
    $4::timestamptz as now
  from kinds`;

const agentRow = (agent: string, purpose: number, baseMs: number, findings: string) => `
  select execution_id, '${agent}',
    case when ${chance(purpose)} < 0.004 then 'failed' else 'completed' end,
    case when ${chance(purpose)} < 0.004 then null else ${findings}::json end,
    '[]'::json,
    case when ${chance(purpose)} < 0.004 then null
      else round((1 - 0.35 * power(${chance(purpose + 1)}, 4))::numeric, 3)::real end,
    array[]::text[],
    greatest(1, round(${baseMs} * exp(2.2 * ${chance(purpose + 2)} ^ 2)))::integer,
    case when ${chance(purpose + 3)} < 0.9 then 'claude' else 'rules@1' end,
    case when ${chance(purpose + 3)} < 0.9 then ${chance(purpose + 4)} < 0.06 end,
    case when ${chance(purpose)} < 0.004 then 'time_limit'
      when ${chance(purpose + 3)} < 0.9 then null
      when ${chance(purpose + 3)} < 0.97 then 'model_unavailable' else 'invalid_answer' end,
    completed_at
  from draft where status in ('completed', 'failed')`;

const actionKey = { create_task: 'task:0', schedule_event: 'event:0', human_review: 'review' };
const withTask = `status = 'completed' and task_chance < 0.4`;
const withEvent = `status = 'completed' and event_chance < 0.25`;
const withReview = `status = 'completed' and review_chance < 0.12`;
const withVendor = `category = 'vendor' and status = 'completed'`;
const vendorId = `(lpad(to_hex(vendor), 8, '0') || '-0000-7000-a000-000000000000')::uuid`;
const priority = `case when task_chance < 0.02 then 'urgent' when task_chance < 0.08 then 'high'
  when task_chance < 0.28 then 'medium' else 'low' end`;
const risk = `case when review_chance < 0.01 then 'critical' when review_chance < 0.05 then 'high'
  when review_chance < 0.3 then 'medium' else 'low' end`;

const action = (kind: keyof typeof actionKey, purpose: number, where: string) => `
  insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
  select ${id(purpose, 'completed_at')}, execution_id, '${kind}', '${actionKey[kind]}', '{}',
    'executed', completed_at
  from draft where ${where}`;

const STATEMENTS = [
  `insert into vendors (id, vendor_key, name, first_seen_at, last_seen_at)
   select ${vendorId}, 'vendor-' || vendor || '.example', 'Vendor ' || vendor, min(accepted_at),
     max(accepted_at)
   from draft where ${withVendor} group by vendor`,
  `insert into emails (id, mailbox, message_key, source, accepted_at, sent_at, sender, sender_name,
     sender_domain, recipient, subject, headers, thread_key, has_attachments, attachment_count,
     size_bytes)
   select email_id, 'api', n || '@generated.example', 'json', accepted_at, accepted_at,
     case category when 'vendor' then 'office@vendor-' || vendor || '.example'
       when 'customer' then 'customer' || floor(30000 * ${chance(11)}) || '@gmail.com'
       when 'staff' then 'crew' || floor(20 * ${chance(11)}) || '@business.example'
       else 'alerts@system.example' end,
     '',
     case category when 'vendor' then 'vendor-' || vendor || '.example'
       when 'customer' then 'gmail.com' when 'staff' then 'business.example'
       else 'system.example' end,
     'office@business.example', subject || ' ' || n, '{}',
     'thread-' || floor(total * 0.6 * ${chance(12)}), has_attachments, has_attachments::integer,
     2000 + floor(20000 * ${chance(13)})
   from draft`,
  `insert into email_sources (email_id, raw)
   select email_id, convert_to('Subject: ' || subject || E'\\r\\n\\r\\n', 'UTF8') from draft`,
  `insert into email_contents (email_id, segments, hidden_text, body_text, search)
   select email_id, json_build_array(json_build_object('kind', 'new', 'text', text)),
     '{"characters":0,"examples":[]}', text, to_tsvector('english', subject || ' ' || text)
   from (
     select email_id, subject, 'Please see note ' || n || ' about the '
       || ${[20, 21, 22, 23].map((purpose) => pick(purpose, words)).join(` || ' and the ' || `)}
       as text
     from draft
   ) as written`,
  `insert into executions (id, email_id, status, accepted_at, started_at, completed_at, attempts,
     error_code, error_message, category, urgency, confidence, risk, vendor_id)
   select execution_id, email_id, status, accepted_at,
     case when status <> 'pending' then accepted_at end,
     case when status in ('completed', 'failed', 'cancelled') then completed_at end,
     (status <> 'pending')::integer,
     case when status = 'failed'
       then ${pick(14, ['too_many_parts', 'time_limit', 'too_large', 'crashed'])} end,
     case when status = 'failed' then 'The message could not be read.' end,
     case when status = 'completed' then category end,
     case when status = 'completed' then (array[20, 40, 70, 90])[1 + floor(4 * power(${chance(15)}, 3))::integer] end,
     case when status = 'completed' then round((1 - 0.35 * power(${chance(16)}, 4))::numeric, 3) end,
     case when status = 'completed' then ${risk} end,
     case when ${withVendor} then ${vendorId} end
   from draft`,
  `insert into agent_outputs (execution_id, agent, status, findings, evidence, confidence,
     next_actions, execution_time_ms, model_used, is_disputed, error_code, created_at)
   ${[
     agentRow(
       'triage',
       25,
       2,
       `json_build_object('category', category, 'urgency', 40, 'type', 'other', 'requires_vision',
         has_attachments, 'has_deadline', false, 'reasons', array[]::text[], 'warnings', array[]::text[])`,
     ),
     `${agentRow('vision', 30, 80, `'{"extracted_text":"","invoice_data":null,"receipt_data":null,"images_processed":0,"attachments":[]}'`)} and has_attachments`,
     agentRow('deadline', 35, 4, `'{"deadlines":[],"recurring_events":[]}'`),
     agentRow('task', 40, 3, `'{"tasks":[]}'`),
     agentRow(
       'context',
       45,
       6,
       `json_build_object('synthesis', 'A ' || category || ' mail.', 'historical_pattern', '',
         'vendor_reliability', null, 'recommendations', array[]::text[], 'risk', 'low',
         'risk_factors', array[]::text[])`,
     ),
   ].join(' union all ')}`,
  action('create_task', 3, withTask),
  action('schedule_event', 4, withEvent),
  action('human_review', 5, withReview),
  `insert into tasks (id, action_id, execution_id, email_id, title, description, priority, assignee,
     category, status, due_date, quote, created_at, updated_at, completed_at)
   select ${id(6, 'completed_at')}, ${id(3, 'completed_at')}, execution_id, email_id,
     subject || ': answer', '', ${priority}, ${pick(50, ['Maria', 'Sam', 'Lee'])}, 'mail',
     done.state, due.date, subject, completed_at, completed_at,
     case when done.state = 'done' then completed_at end
   from draft
   cross join lateral (
     select case when ${chance(51)} < 0.8
       then (accepted_at + ${chance(52)} * interval '20 days')::date end as date
   ) as due
   cross join lateral (
     select case when ${chance(53)} < 0.05 then 'cancelled'
       when coalesce(due.date, accepted_at) < now and ${chance(54)} < 0.95 then 'done'
       when ${chance(54)} < 0.2 then 'in_progress' else 'open' end as state
   ) as done
   where ${withTask}`,
  `insert into calendar_events (id, action_id, execution_id, email_id, title, description, type, date,
     time, timezone, due_at, urgency, is_ambiguous, status, quote, created_at, updated_at)
   select ${id(7, 'completed_at')}, ${id(4, 'completed_at')}, execution_id, email_id, subject, '',
     ${pick(55, ['payment', 'delivery', 'response', 'event', 'other'])}, due.at::date, due.at::time,
     'UTC', due.at, ${pick(56, ['low', 'medium', 'medium', 'high', 'critical'])}, false,
     case when due.at < now and ${chance(58)} < 0.97 then 'done'
       when ${chance(58)} > 0.99 then 'cancelled' else 'scheduled' end,
     subject, completed_at, completed_at
   from draft
   cross join lateral (
     select date_trunc('minute', accepted_at + ${chance(57)} * interval '30 days') as at
   ) as due
   where ${withEvent}`,
  `insert into reviews (id, execution_id, reasons, risk, status, created_at, decided_at, decided_by)
   select ${id(8, 'completed_at')}, execution_id,
     '[{"code":"low_confidence","detail":"The agents are not sure."}]', ${risk}, decided.state,
     completed_at, case when decided.state <> 'pending' then completed_at end,
     case when decided.state <> 'pending' then 'staff' end
   from draft
   cross join lateral (
     select case when accepted_at > now - interval '2 days' and ${chance(59)} < 0.4 then 'pending'
       when ${chance(59)} < 0.85 then 'approved' else 'rejected' end as state
   ) as decided
   where ${withReview}`,
  `insert into invoices (execution_id, vendor_id, number, invoice_date, due_date, total_cents,
     currency, arithmetic_ok, duplicate_of, created_at)
   select execution_id, ${vendorId}, 'INV-' || n, accepted_at::date, accepted_at::date + 14,
     5000 + vendor * 100 + floor(2000 * ${chance(60)}), 'USD', ${chance(61)} < 0.98, null,
     completed_at
   from draft where ${withVendor} and invoice_chance < 0.3`,
  `insert into vendor_events (vendor_id, execution_id, kind, is_kept, detail, observed_at)
   select ${vendorId}, execution_id, 'invoice_arithmetic', ${chance(61)} < 0.98, '', completed_at
   from draft where ${withVendor} and invoice_chance < 0.3
   union all
   select ${vendorId}, execution_id, 'delivery', ${chance(62)} < 0.9, '', completed_at
   from draft where ${withVendor} and invoice_chance > 0.95`,
];
