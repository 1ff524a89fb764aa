import type { Kysely } from 'kysely';
import type { AgentResults, EarlierMail, HistoryCount, MailHistory } from '../agents/agent.ts';
import { isPublicMailDomain } from '../agents/triage/domains.ts';
import type { Email } from '../mail/email.ts';
import { type SqlRunner, sqlRunnerOf } from '../pipeline/sql-runner.ts';
import type { OperationsTables } from '../tables.ts';
import { findLookalike } from './find-lookalike.ts';
import { HISTORY_DAYS, MOST_COUNTED, MOST_EVENTS } from './history-limits.ts';
import { reliabilityOf } from './reliability.ts';
import { senderVendor, vendorOf } from './vendor-key.ts';

/** A mail's row as JSON: times as PostgreSQL writes them. */
type JsonMail = Omit<EarlierMail, 'acceptedAt'> & { acceptedAt: string };

/** Mails of one category, from the sender itself or from others of its domain. */
interface JsonCount {
  isOwn: boolean;
  category: string | null;
  mails: number;
  lastAt: string;
}

interface HistoryRow {
  counts: JsonCount[] | null;
  thread: JsonMail[] | null;
  similar: JsonMail[] | null;
  vendor: {
    vendorId: string;
    name: string;
    kept: number;
    broken: number;
    invoiceTotalsCents: number[] | null;
    currency: string | null;
  } | null;
  recent_failures: number;
}

/**
 * What is known about a mail from the 30 days before it. Bounded, whatever is stored: of a sender
 * or a domain the last 100 mails are counted, of a vendor the last 500 events, and failures are looked
 * for among the last 100. At a public mail provider the domain is taken to be the sender.
 * "Alike" are mails that hold all the words of the subject (see similar_emails in migration 0005);
 * they are looked for only when sender and thread are new: otherwise those say more.
 */
export async function readHistory({
  database,
  email,
  results,
  now,
}: {
  database: Kysely<OperationsTables>;
  email: Pick<Email, 'id' | 'envelope'>;
  /** Null before anything was found out: the vendor is then who the sender would be. */
  results: AgentResults | null;
  now: Date;
}): Promise<MailHistory> {
  const run = sqlRunnerOf(database);
  const isPublic = isPublicMailDomain(email.envelope.from.address.split('@').at(-1) ?? '');
  const { rows } = await run<HistoryRow>(isPublic ? HISTORY_BY_SENDER : HISTORY_BY_DOMAIN, [
    email.id,
    (results === null ? senderVendor(email, null) : vendorOf({ email, results }))?.key ?? null,
    results?.vision?.findings.invoice_data?.currency ?? null,
    subjectWords(email.envelope.subject),
    now,
  ]);
  const row = rows[0];
  if (row === undefined) return emptyHistory;
  const counts = row.counts ?? [];
  const fromDomain = addUp(counts);
  return {
    // A busy domain's last mails do not say what came from the sender before them.
    fromSender:
      !isPublic && fromDomain.mails >= MOST_COUNTED
        ? await countSender(run, email.id)
        : addUp(counts.filter(({ isOwn }) => isOwn)),
    fromDomain,
    thread: (row.thread ?? []).map(toMail),
    similar: (row.similar ?? []).map(toMail),
    vendor:
      row.vendor === null
        ? null
        : {
            vendorId: row.vendor.vendorId,
            name: row.vendor.name,
            reliability: reliabilityOf(row.vendor),
            invoiceTotalsCents: row.vendor.invoiceTotalsCents ?? [],
            currency: row.vendor.currency,
          },
    recentFailures: isPublic ? 0 : row.recent_failures,
    lookalikeOf:
      isPublic || fromDomain.mails > 0 || row.vendor !== null
        ? null
        : await findLookalike(run, email.envelope.from.address),
  };
}

async function countSender(run: SqlRunner, emailId: string): Promise<HistoryCount> {
  const { rows } = await run<{ counts: JsonCount[] | null }>(COUNT_SENDER, [emailId]);
  return addUp(rows[0]?.counts ?? []);
}

const MAIL = `mail as materialized (
    select id, sender, sender_domain, thread_key, accepted_at,
      accepted_at - interval '${HISTORY_DAYS} days' as since
    from emails where id = $1::uuid
  )`;

/** The last mails that have the same sender or domain, counted by category. */
const countsBy = (column: 'sender' | 'sender_domain') => `counts as materialized (
    select latest.sender = mail.sender as "isOwn", executions.category, count(*) as mails,
      max(latest.accepted_at) as "lastAt"
    from mail
    cross join lateral (
      select emails.id, emails.sender, emails.accepted_at from emails
      where emails.${column} = mail.${column} and emails.accepted_at <= mail.accepted_at
        and emails.accepted_at >= mail.since and emails.id <> mail.id
      order by emails.accepted_at desc limit ${MOST_COUNTED}
    ) as latest
    join executions on executions.email_id = latest.id
    group by 1, 2
  )`;

const COUNT_SENDER = `
  with ${MAIL}, ${countsBy('sender')}
  select (select json_agg(counts) from counts) as counts`;

const history = (column: 'sender' | 'sender_domain') => `
  with ${MAIL}, ${countsBy(column)}, thread as materialized (
    select found.id as "emailId", executions.id as "executionId", found.subject, found.sender,
      found.accepted_at as "acceptedAt"
    from mail
    cross join lateral (
      select * from emails
      where emails.thread_key = mail.thread_key and emails.accepted_at <= mail.accepted_at
        and emails.accepted_at >= mail.since and emails.id <> mail.id
      order by emails.accepted_at desc limit 10
    ) as found
    join executions on executions.email_id = found.id
  ), vendor as materialized (
    select id, name, coalesce($3::text, (
      select currency from invoices where vendor_id = vendors.id and currency is not null
      order by created_at desc limit 1
    )) as currency
    from vendors where vendor_key = $2::text
  )
  select
    (select json_agg(counts) from counts) as counts,
    (select json_agg(thread order by "acceptedAt" desc, "emailId" desc) from thread) as thread,
    case when exists (select from thread) or exists (select from counts where "isOwn") then null
      else similar_emails($4::text, mail.id, mail.sender_domain, mail.since, mail.accepted_at)
    end as similar,
    (
      select json_build_object(
        'vendorId', vendor.id, 'name', vendor.name, 'currency', vendor.currency,
        'kept', events.kept, 'broken', events.broken,
        'invoiceTotalsCents', (
          select json_agg(total_cents order by created_at desc)
          from (
            select total_cents, created_at from invoices
            where vendor_id = vendor.id and currency = vendor.currency
              and total_cents is not null
            order by created_at desc limit 12
          ) as totals
        ))
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
        where status = 'failed' and accepted_at >= $5::timestamptz - interval '24 hours'
          and accepted_at <= $5::timestamptz
        order by accepted_at desc limit 100
      ) as failed
      join emails on emails.id = failed.email_id
      where emails.sender_domain = mail.sender_domain and emails.id <> mail.id
    ) as recent_failures
  from mail`;

const HISTORY_BY_SENDER = history('sender');
const HISTORY_BY_DOMAIN = history('sender_domain');

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

function addUp(counts: readonly JsonCount[]): HistoryCount {
  const categories: Record<string, number> = {};
  let [mails, lastAt]: [number, Date | null] = [0, null];
  for (const count of counts) {
    mails += count.mails;
    const at = new Date(count.lastAt);
    if (lastAt === null || at > lastAt) lastAt = at;
    if (count.category !== null)
      categories[count.category] = (categories[count.category] ?? 0) + count.mails;
  }
  return { mails, lastAt, categories };
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
  lookalikeOf: null,
};
