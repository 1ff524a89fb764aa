import { type Kysely, sql } from 'kysely';
import { v7 as uuidV7 } from 'uuid';
import { localDay } from '../../platform/business-day.ts';
import type { AgentResults } from '../agents/agent.ts';
import type { Invoice } from '../agents/findings.ts';
import { type Email, textOf } from '../mail/email.ts';
import { sqlRunnerOf } from '../pipeline/sql-runner.ts';
import type { SqlWrite } from '../pipeline/sql-write.ts';
import type { OperationsTables } from '../tables.ts';
import { businessDaysBetween } from './business-days.ts';
import { findDuplicateInvoice, invoiceNumber } from './find-duplicate-invoice.ts';
import { observeDelivery } from './observe-delivery.ts';
import { comparePrice } from './price-jump.ts';
import {
  isUntrusted,
  namedVendor,
  senderKey,
  type VendorIdentity,
  vendorOf,
} from './vendor-key.ts';

/** An answer is in time up to the second business day after the question. */
export const ANSWER_BUSINESS_DAYS = 2;

type EventKind = OperationsTables['vendor_events']['kind'];

interface Observation {
  kind: EventKind;
  isKept: boolean;
  /** A sentence of ours; of the mail only figures. */
  detail: string;
}

interface Scope {
  /** Or a transaction: when the mail has an invoice, it must be one. */
  database: Kysely<OperationsTables>;
  executionId: string;
  email: Email;
  results: AgentResults;
  now: Date;
  timezone: string;
}

/** What a mail shows, and not stored yet. */
export interface Observed {
  vendorId: string | null;
  writes: readonly SqlWrite[];
}

/**
 * Finds out what one mail shows about a vendor, as a part of the mail's last statement, and the
 * vendor, who is made when new. Only what is observed:
 *
 * - `invoice_arithmetic`: the figures add up or not; nothing when too few were found to tell.
 * - `duplicate_invoice`: a number of this vendor came again, unless the mail says that it is a
 *   reminder or a copy; kept when an earlier invoice exists and the number is new.
 * - `price_jump`: over 1.25 times the median of at least three earlier totals of the same currency.
 * - `delivery`: the vendor or staff say that a delivery was on time or late, or that it has arrived
 *   and an earlier mail of the thread named the day.
 * - `answer_time`: the vendor's first mail after one of ours in a thread, kept up to the second
 *   business day after it, by when both came here.
 * - `complaint`: staff complain to the vendor (a mail of ours with the vendor among the recipients).
 *
 * Idempotent: once per execution and kind. A mail that may be forged leaves no trace. One vendor's
 * row is locked, and only for an invoice, so that transactions cannot deadlock and the second of two
 * copies read at the same time sees the first.
 */
export async function observeMail(scope: Scope): Promise<Observed> {
  const { email, results } = scope;
  const identity = vendorOf({ email, results });
  if (identity === null) return await observeOurWords(scope);
  const { vendorId, question } = await findVendor(scope, identity);
  const invoice = results.vision?.findings.invoice_data ?? null;
  const observations = [
    ...(invoice === null ? [] : await recordInvoice(scope, vendorId, invoice)),
    ...(results.triage?.findings.category === 'vendor'
      ? [...(await observePromise(scope)), ...observeAnswer(scope, { identity, question })]
      : []),
  ];
  return { vendorId, writes: writesOf(scope, vendorId, observations) };
}

/** What staff write to a vendor we know. The mail itself is not the vendor's: no vendor comes back. */
async function observeOurWords(scope: Scope): Promise<Observed> {
  const { database, email, results } = scope;
  const nothing = { vendorId: null, writes: [] };
  const triage = results.triage?.findings;
  if (triage?.category !== 'staff' || isUntrusted(triage)) return nothing;
  const ours = senderKey(email.envelope.from.address);
  const keys = new Set(
    [...email.envelope.to, ...email.envelope.cc]
      .map(({ address }) => senderKey(address))
      .filter((key) => key !== null && key !== ours),
  );
  const [key] = keys;
  // With several it is not clear whom the words are about.
  if (keys.size !== 1 || key == null) return nothing;
  const vendor = await database
    .selectFrom('vendors')
    .select('id')
    .where('vendor_key', '=', key)
    .executeTakeFirst();
  if (vendor === undefined) return nothing;
  const observations = [
    ...(triage.type === 'complaint'
      ? [{ kind: 'complaint' as const, isKept: false, detail: 'Staff complained to the vendor.' }]
      : []),
    ...(await observePromise(scope)),
  ];
  return { vendorId: null, writes: writesOf(scope, vendor.id, observations) };
}

/** The mail before this one in its thread. */
interface Question {
  acceptedAt: string;
  sender: string;
  category: string | null;
}

interface FoundVendor {
  vendorId: string;
  question: Question | null;
}

/** The vendor's row, made when missing, and what its mail may be an answer to, in one statement. */
async function findVendor(
  { database, email, now }: Scope,
  { key, name }: VendorIdentity,
): Promise<FoundVendor> {
  const run = sqlRunnerOf(database);
  for (let tries = 1; ; tries += 1) {
    const { rows } = await run<FoundVendor>(FIND_VENDOR, [key, uuidV7(), name, now, email.id]);
    if (rows[0] !== undefined) return rows[0];
    // Somebody else has just made it, unseen by this statement.
    if (tries === 3) throw new Error('A vendor that was just made is not there.');
  }
}

/** `vendors.last_seen_at` may be so far behind: mails of one vendor do not wait for each other. */
const LAST_SEEN_STEP = '1 hour';

const FIND_VENDOR = `
  with known as materialized (
    select id, last_seen_at from vendors where vendor_key = $1::text
  ), made as (
    insert into vendors (id, vendor_key, name, first_seen_at, last_seen_at)
    select $2::uuid, $1::text, $3::text, $4::timestamptz, $4::timestamptz
    where not exists (select from known)
    on conflict (vendor_key) do nothing
    returning id
  ), seen as (
    update vendors set last_seen_at = $4::timestamptz
    where id = (
      select vendors.id from vendors
      where vendors.id = (
          select id from known
          where last_seen_at < $4::timestamptz - interval '${LAST_SEEN_STEP}'
        )
        and last_seen_at < $4::timestamptz
      for no key update skip locked
    )
  ), question as materialized (
    select earlier.accepted_at as "acceptedAt", earlier.sender, executions.category
    from emails
    join emails as earlier on earlier.thread_key = emails.thread_key
      and earlier.accepted_at <= emails.accepted_at and earlier.id <> emails.id
    join executions on executions.email_id = earlier.id
    where emails.id = $5::uuid
    order by earlier.accepted_at desc, earlier.id desc
    limit 1
  )
  select vendor.id as "vendorId", (select row_to_json(question) from question) as question
  from (select id from known union all select id from made) as vendor`;

async function recordInvoice(
  { database, executionId, email, now }: Scope,
  vendorId: string,
  invoice: Invoice,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  if (invoice.arithmetic_ok !== null) {
    observations.push({
      kind: 'invoice_arithmetic',
      isKept: invoice.arithmetic_ok,
      detail: invoice.arithmetic_ok ? 'The figures add up.' : 'The figures do not add up.',
    });
  }
  const number = invoiceNumber(invoice);
  // Copies that are read at the same time go on one after the other from here.
  await sql`select from vendors where id = ${vendorId}::uuid for no key update`.execute(database);
  const name = namedVendor(invoice)?.name;
  if (name !== undefined) {
    // What an invoice says is a better name than a domain or a person's.
    await sql`update vendors set name = ${name} where id = ${vendorId}::uuid and name <> ${name}`.execute(
      database,
    );
  }
  const duplicateOf = await findDuplicateInvoice({
    database,
    executionId,
    email,
    invoice,
  });
  const { rows: earlier } = await sql<{ total_cents: number | null; currency: string | null }>`
    select total_cents, currency from invoices
    where vendor_id = ${vendorId}::uuid and execution_id <> ${executionId}::uuid
    order by created_at desc limit 12
  `.execute(database);
  if (duplicateOf !== null && !isReminder(email)) {
    observations.push({
      kind: 'duplicate_invoice',
      isKept: false,
      detail: 'An invoice with this number had come before.',
    });
  }
  if (duplicateOf === null && number !== null && earlier.length > 0) {
    observations.push({
      kind: 'duplicate_invoice',
      isKept: true,
      detail: 'The number of the invoice is new.',
    });
  }
  if (duplicateOf === null && invoice.total_cents !== null && invoice.currency !== null) {
    const price = comparePrice(
      invoice.total_cents,
      earlier.flatMap(({ total_cents, currency }) =>
        total_cents !== null && currency === invoice.currency ? [total_cents] : [],
      ),
    );
    if (price !== null) {
      observations.push({
        kind: 'price_jump',
        isKept: !price.isJump,
        detail: `The total is ${Math.round((100 * invoice.total_cents) / price.medianCents)}% of the usual one.`,
      });
    }
  }
  if (number !== null) {
    await database
      .insertInto('invoices')
      .values({
        execution_id: executionId,
        vendor_id: vendorId,
        number,
        invoice_date: invoice.date,
        due_date: invoice.due,
        total_cents: invoice.total_cents,
        currency: invoice.currency,
        arithmetic_ok: invoice.arithmetic_ok,
        duplicate_of: duplicateOf,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('execution_id').doNothing())
      .execute();
  }
  return observations;
}

const REMINDER = /\b(remind(er|ing)?|copy|copies|re-?sen[dt]|resending|past due|overdue|again)\b/i;

/** Whether it says that the invoice had been sent before. */
function isReminder(email: Email): boolean {
  return REMINDER.test(`${email.envelope.subject}\n${textOf(email).slice(0, 5_000)}`);
}

async function observePromise({ database, email, now, timezone }: Scope): Promise<Observation[]> {
  const seen = observeDelivery(`${email.envelope.subject}.\n\n${textOf(email)}`);
  if (seen === null) return [];
  if (seen.kind !== 'arrived') {
    return [
      {
        kind: 'delivery',
        isKept: seen.kind === 'met',
        detail: `The mail says "${seen.phrase}".`,
      },
    ];
  }
  const { rows } = await sql<{ date: string }>`
    select max(calendar_events.date) as date
    from (
      select earlier.id from emails
      join emails as earlier on earlier.thread_key = emails.thread_key
        and earlier.accepted_at <= emails.accepted_at and earlier.id <> emails.id
      where emails.id = ${email.id}::uuid
      order by earlier.accepted_at desc limit 20
    ) as thread
    join calendar_events on calendar_events.email_id = thread.id
    where calendar_events.type = 'delivery' and calendar_events.status <> 'cancelled'
    having max(calendar_events.date) is not null
  `.execute(database);
  const promised = rows[0]?.date;
  if (promised === undefined) return [];
  return [
    {
      kind: 'delivery',
      isKept: localDay(now, timezone) <= promised,
      detail: `It was promised for ${promised} and has arrived.`,
    },
  ];
}

function observeAnswer(
  { email, results, timezone }: Scope,
  { identity, question }: { identity: VendorIdentity; question: Question | null },
): Observation[] {
  if (results.triage?.findings.type === 'auto_reply') return [];
  if (question?.category !== 'staff' || senderKey(question.sender) === identity.key) return [];
  const days = businessDaysBetween(new Date(question.acceptedAt), email.acceptedAt, timezone);
  return [
    {
      kind: 'answer_time',
      isKept: days <= ANSWER_BUSINESS_DAYS,
      detail: `Answered after ${days} business ${days === 1 ? 'day' : 'days'}.`,
    },
  ];
}

function writesOf(
  { executionId, now }: Scope,
  vendorId: string,
  observations: readonly Observation[],
): SqlWrite[] {
  if (observations.length === 0) return [];
  const values = [
    vendorId,
    executionId,
    now,
    observations.map(({ kind }) => kind),
    observations.map(({ isKept }) => isKept),
    observations.map(({ detail }) => detail),
  ];
  return [{ text: OBSERVED, values }];
}

const OBSERVED = `
  observed as (
    insert into vendor_events (vendor_id, execution_id, kind, is_kept, detail, observed_at)
    select $1::uuid, $2::uuid, kind, is_kept, detail, $3::timestamptz
    from unnest($4::text[], $5::boolean[], $6::text[]) as seen (kind, is_kept, detail)
    on conflict (vendor_id, execution_id, kind) do nothing
  )`;
