import { type Kysely, sql } from 'kysely';
import type { AgentResults, EarlierMail, HistoryCount, MailHistory } from '../agents/agent.ts';
import { isPublicMailDomain } from '../agents/triage/domains.ts';
import type { Email } from '../mail/email.ts';
import type { OperationsTables } from '../tables.ts';
import { HISTORY_DAYS, MOST_COUNTED, MOST_EVENTS } from './history-limits.ts';
import { reliabilityOf } from './reliability.ts';
import { vendorOf } from './vendor-key.ts';

/** A mail's row as JSON: times as PostgreSQL writes them. */
type JsonMail = Omit<EarlierMail, 'acceptedAt'> & { acceptedAt: string };
type JsonCount = Omit<HistoryCount, 'lastAt'> & { lastAt: string | null };

interface HistoryRow {
  from_sender: JsonCount;
  from_domain: JsonCount | null;
  thread: JsonMail[];
  similar: JsonMail[];
  vendor: {
    vendorId: string;
    name: string;
    kept: number;
    broken: number;
    invoiceTotalsCents: number[];
    currency: string | null;
  } | null;
  recent_failures: number;
}

/**
 * What is known about a mail from the 30 days before it. Bounded, whatever is stored: of a sender
 * or a domain the last 100 mails are counted, of a vendor the last 500 events, and failures are looked
 * for among the last 100. At a public mail provider the domain is taken to be the sender.
 * "Alike" are mails that hold all the words of the subject (see similar_emails in migration 0005).
 */
export async function readHistory({
  database,
  email,
  results,
  now,
}: {
  database: Kysely<OperationsTables>;
  email: Pick<Email, 'id' | 'envelope'>;
  results: AgentResults;
  now: Date;
}): Promise<MailHistory> {
  const vendorKey = vendorOf({ email, results })?.key ?? null;
  const currency = results.vision?.findings.invoice_data?.currency ?? null;
  const isPublic = isPublicMailDomain(email.envelope.from.address.split('@').at(-1) ?? '');
  const words = subjectWords(email.envelope.subject);
  const { rows } = await sql<HistoryRow>`
    with mail as materialized (
      select id, sender, sender_domain, thread_key, accepted_at,
        accepted_at - make_interval(days => ${HISTORY_DAYS}::int) as since
      from emails where id = ${email.id}::uuid
    ),
    vendor as materialized (
      select id, name, coalesce(${currency}::text, (
        select currency from invoices where vendor_id = vendors.id and currency is not null
        order by created_at desc limit 1
      )) as currency
      from vendors where vendor_key = ${vendorKey}::text
    )
    select
      ${historyCount(sql`emails.sender = mail.sender`)} as from_sender,
      ${isPublic ? sql`null::json` : historyCount(sql`emails.sender_domain = mail.sender_domain`)} as from_domain,
      (
        select coalesce(json_agg(${earlierMail} order by found.accepted_at desc, found.id desc), '[]')
        from (
          select emails.* from emails
          where emails.thread_key = mail.thread_key and emails.accepted_at <= mail.accepted_at
            and emails.accepted_at >= mail.since and emails.id <> mail.id
          order by emails.accepted_at desc limit 10
        ) as found
        join executions on executions.email_id = found.id
      ) as thread,
      (
        select coalesce(json_agg(${earlierMail} order by place), '[]')
        from similar_emails(${words}::text, mail.id, mail.sender_domain, mail.since, mail.accepted_at)
          as alike
        join emails as found on found.id = alike.email_id
        join executions on executions.email_id = found.id
      ) as similar,
      (
        select json_build_object(
          'vendorId', vendor.id, 'name', vendor.name, 'currency', vendor.currency,
          'kept', events.kept, 'broken', events.broken,
          'invoiceTotalsCents', coalesce((
            select json_agg(total_cents order by created_at desc)
            from (
              select total_cents, created_at from invoices
              where vendor_id = vendor.id and currency = vendor.currency
                and total_cents is not null
              order by created_at desc limit 12
            ) as totals
          ), '[]'))
        from vendor
        cross join lateral (
          select count(*) filter (where is_kept) as kept,
            count(*) filter (where not is_kept) as broken
          from (
            select is_kept from vendor_events where vendor_id = vendor.id
            order by observed_at desc limit ${MOST_EVENTS}
          ) as latest
        ) as events
      ) as vendor,
      (
        select count(*)
        from (
          select email_id from executions
          where status = 'failed' and accepted_at >= ${now}::timestamptz - interval '24 hours'
            and accepted_at <= ${now}::timestamptz
          order by accepted_at desc limit 100
        ) as failed
        join emails on emails.id = failed.email_id
        where emails.sender_domain = mail.sender_domain and emails.id <> mail.id
      ) as recent_failures
    from mail
  `.execute(database);
  const row = rows[0];
  if (row === undefined) return emptyHistory;
  const fromSender = toCount(row.from_sender);
  return {
    fromSender,
    fromDomain: row.from_domain === null ? fromSender : toCount(row.from_domain),
    thread: row.thread.map(toMail),
    similar: row.similar.map(toMail),
    vendor:
      row.vendor === null
        ? null
        : {
            vendorId: row.vendor.vendorId,
            name: row.vendor.name,
            reliability: reliabilityOf(row.vendor),
            invoiceTotalsCents: row.vendor.invoiceTotalsCents,
            currency: row.vendor.currency,
          },
    recentFailures: isPublic ? 0 : row.recent_failures,
  };
}

const earlierMail = sql`json_build_object('emailId', found.id, 'executionId', executions.id,
  'subject', found.subject, 'sender', found.sender, 'acceptedAt', found.accepted_at)`;

const historyCount = (condition: ReturnType<typeof sql>) => sql`(
  select json_build_object(
    'mails', coalesce(sum(mails), 0), 'lastAt', max(last_at),
    'categories', coalesce(
      json_object_agg(category, mails) filter (where category is not null), '{}'))
  from (
    select executions.category, count(*) as mails, max(latest.accepted_at) as last_at
    from (
      select emails.id, emails.accepted_at from emails
      where ${condition} and emails.accepted_at <= mail.accepted_at
        and emails.accepted_at >= mail.since and emails.id <> mail.id
      order by emails.accepted_at desc limit ${MOST_COUNTED}
    ) as latest
    join executions on executions.email_id = latest.id
    group by executions.category
  ) as by_category
)`;

const MARKS = new Set(['re', 'fw', 'fwd', 'aw', 'wg']);
const MOST_WORDS = 6;

/** The subject's longest words, without numbers: those belong to one mail. */
export function subjectWords(subject: string): string {
  const words =
    subject
      .slice(0, 300)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => /^\p{L}{3,40}$/u.test(word) && !MARKS.has(word));
  return [...new Set(telling)]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS)
    .join(' ');
}

function toCount({ mails, lastAt, categories }: JsonCount): HistoryCount {
  return { mails, lastAt: lastAt === null ? null : new Date(lastAt), categories };
}

function toMail(mail: JsonMail): EarlierMail {
  return { ...mail, acceptedAt: new Date(mail.acceptedAt) };
}

const nothing: HistoryCount = { mails: 0, lastAt: null, categories: {} };
const emptyHistory: MailHistory = {
  fromSender: nothing,
  fromDomain: nothing,
  thread: [],
  similar: [],
  vendor: null,
  recentFailures: 0,
};
