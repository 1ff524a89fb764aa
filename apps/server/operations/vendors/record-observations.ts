import { sql, type Transaction } from 'kysely';
import { v7 as uuidV7 } from 'uuid';
import type { AgentResults } from '../agents/agent.ts';
import type { Invoice } from '../agents/findings.ts';
import { type Email, textOf } from '../mail/email.ts';
import type { OperationsTables } from '../tables.ts';
import { businessDaysBetween, localDay } from './business-days.ts';
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
  transaction: Transaction<OperationsTables>;
  executionId: string;
  email: Email;
  results: AgentResults;
  now: Date;
  timezone: string;
}

/**
 * Remembers what one mail shows about a vendor, in the mail's last transaction, and returns the
 * vendor. Only what is observed:
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
export async function recordObservations(scope: Scope): Promise<string | null> {
  const { transaction, email, results, now } = scope;
  const identity = vendorOf({ email, results });
  if (identity === null) return await recordOurWords(scope);
  const vendorId = await ensureVendor({ transaction, identity, now });
  const invoice = results.vision?.findings.invoice_data ?? null;
  await store(scope, vendorId, [
    ...(invoice === null ? [] : await recordInvoice(scope, vendorId, invoice)),
    ...(results.triage?.findings.category === 'vendor'
      ? [...(await observePromise(scope)), ...(await observeAnswer(scope, identity))]
      : []),
  ]);
  return vendorId;
}

/** What staff write to a vendor we know. The mail itself is not the vendor's: no vendor comes back. */
async function recordOurWords(scope: Scope): Promise<null> {
  const { transaction, email, results } = scope;
  const triage = results.triage?.findings;
  if (triage?.category !== 'staff' || isUntrusted(triage)) return null;
  const ours = senderKey(email.envelope.from.address);
  const keys = new Set(
    [...email.envelope.to, ...email.envelope.cc]
      .map(({ address }) => senderKey(address))
      .filter((key) => key !== null && key !== ours),
  );
  const [key] = keys;
  // With several it is not clear whom the words are about.
  if (keys.size !== 1 || key == null) return null;
  const vendor = await transaction
    .selectFrom('vendors')
    .select('id')
    .where('vendor_key', '=', key)
    .executeTakeFirst();
  if (vendor === undefined) return null;
  await store(scope, vendor.id, [
    ...(triage.type === 'complaint'
      ? [{ kind: 'complaint' as const, isKept: false, detail: 'Staff complained to the vendor.' }]
      : []),
    ...(await observePromise(scope)),
  ]);
  return null;
}

async function ensureVendor({
  transaction,
  identity,
  now,
}: {
  transaction: Transaction<OperationsTables>;
  identity: VendorIdentity;
  now: Date;
}): Promise<string> {
  const find = () =>
    transaction
      .selectFrom('vendors')
      .select(['id', 'last_seen_at'])
      .where('vendor_key', '=', identity.key)
      .executeTakeFirst();
  let vendor = await find();
  if (vendor === undefined) {
    await transaction
      .insertInto('vendors')
      .values({
        id: uuidV7(),
        vendor_key: identity.key,
        name: identity.name,
        first_seen_at: now,
        last_seen_at: now,
      })
      .onConflict((conflict) => conflict.column('vendor_key').doNothing())
      .execute();
    vendor = await find();
  }
  if (vendor === undefined) throw new Error('A vendor that was just made is not there.');
  // Not with every mail: those of one vendor would wait for each other's commit.
  if (now.getTime() - vendor.last_seen_at.getTime() > LAST_SEEN_STEP_MS) {
    await sql`
      update vendors set last_seen_at = ${now}
      where id = (select id from vendors where id = ${vendor.id}::uuid
        and last_seen_at < ${now}::timestamptz for no key update skip locked)
    `.execute(transaction);
  }
  return vendor.id;
}

/** `vendors.last_seen_at` may be this far behind. */
const LAST_SEEN_STEP_MS = 3_600_000;

async function recordInvoice(
  { transaction, executionId, email, now }: Scope,
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
  await sql`select from vendors where id = ${vendorId}::uuid for no key update`.execute(
    transaction,
  );
  const name = namedVendor(invoice)?.name;
  if (name !== undefined) {
    // What an invoice says is a better name than a domain or a person's.
    await sql`update vendors set name = ${name} where id = ${vendorId}::uuid and name <> ${name}`.execute(
      transaction,
    );
  }
  const duplicateOf = await findDuplicateInvoice({
    database: transaction,
    executionId,
    email,
    invoice,
  });
  const { rows: earlier } = await sql<{ total_cents: number | null; currency: string | null }>`
    select total_cents, currency from invoices
    where vendor_id = ${vendorId}::uuid and execution_id <> ${executionId}::uuid
    order by created_at desc limit 12
  `.execute(transaction);
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
        detail: `The total is ${Math.round((100 * invoice.total_cents) / price.medianCents)} % of the usual one.`,
      });
    }
  }
  if (number !== null) {
    await transaction
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

async function observePromise({
  transaction,
  email,
  now,
  timezone,
}: Scope): Promise<Observation[]> {
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
  `.execute(transaction);
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

async function observeAnswer(
  { transaction, email, results, timezone }: Scope,
  { key }: VendorIdentity,
): Promise<Observation[]> {
  if (results.triage?.findings.type === 'auto_reply') return [];
  const { rows } = await sql<{ accepted_at: Date; sender: string; category: string | null }>`
    select earlier.accepted_at, earlier.sender, executions.category
    from emails
    join emails as earlier on earlier.thread_key = emails.thread_key
      and earlier.accepted_at <= emails.accepted_at and earlier.id <> emails.id
    join executions on executions.email_id = earlier.id
    where emails.id = ${email.id}::uuid
    order by earlier.accepted_at desc, earlier.id desc
    limit 1
  `.execute(transaction);
  const question = rows[0];
  if (question?.category !== 'staff' || senderKey(question.sender) === key) return [];
  const days = businessDaysBetween(question.accepted_at, email.acceptedAt, timezone);
  return [
    {
      kind: 'answer_time',
      isKept: days <= ANSWER_BUSINESS_DAYS,
      detail: `Answered after ${days} business ${days === 1 ? 'day' : 'days'}.`,
    },
  ];
}

async function store(
  { transaction, executionId, now }: Scope,
  vendorId: string,
  observations: readonly Observation[],
): Promise<void> {
  if (observations.length === 0) return;
  await transaction
    .insertInto('vendor_events')
    .values(
      observations.map(({ kind, isKept, detail }) => ({
        vendor_id: vendorId,
        execution_id: executionId,
        kind,
        is_kept: isKept,
        detail,
        observed_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['vendor_id', 'execution_id', 'kind']).doNothing())
    .execute();
}
