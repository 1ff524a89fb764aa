import { cutText } from '../../../../operations/agents/text/cut-text.ts';
import { vendorHistory } from '../../../../operations/vendors/vendor-history.ts';
import type { Database } from '../../../../platform/database.ts';
import { endOfDay, startOfDay } from '../inputs.ts';
import { countUpTo } from '../read-list.ts';
import { EMAIL_COLUMNS, type EmailRow, toEmailItem } from '../records.ts';
import type { VendorHistoryResult } from '../tool-results.ts';

const MOST_EVENTS = 10;
const MOST_MAILS = 10;
const MOST_INVOICES = 5_000;
const MOST_CURRENCIES = 10;
const MOST_DETAIL = 200;

/** What is known of one vendor: its events whenever they were, invoices and mails of some days. */
export async function readVendorDetail(
  database: Pick<Database, 'pool'>,
  {
    vendorId,
    days,
    timezone,
  }: { vendorId: string; days: { from: string; to: string }; timezone: string },
): Promise<VendorHistoryResult['detail'] & {}> {
  const span = [vendorId, startOfDay(days.from, timezone), endOfDay(days.to, timezone)];
  const [history, invoices, mails, counted] = await Promise.all([
    vendorHistory(database, vendorId),
    database.pool.query<{ currency: string | null; invoices: number; total_cents: number }>(
      `select currency, count(*) as invoices, coalesce(sum(total_cents), 0)::bigint as total_cents
       from (
         select currency, total_cents from invoices
         where vendor_id = $1 and created_at >= $2 and created_at < $3
         order by created_at desc limit ${MOST_INVOICES}
       ) as latest
       group by currency order by invoices desc, currency`,
      span,
    ),
    database.pool.query<EmailRow>(
      `select ${EMAIL_COLUMNS} from executions x join emails e on e.id = x.email_id
       where x.vendor_id = $1 and x.accepted_at >= $2 and x.accepted_at < $3
       order by x.accepted_at desc, x.id desc limit ${MOST_MAILS}`,
      span,
    ),
    countUpTo(
      database,
      'from executions x where x.vendor_id = $1 and x.accepted_at >= $2 and x.accepted_at < $3',
      span,
    ),
  ]);
  const byKind = history?.eventsByKind ?? [];
  return {
    kept: Object.fromEntries(byKind.map(({ kind, kept }) => [kind, kept])),
    broken: Object.fromEntries(byKind.map(({ kind, broken }) => [kind, broken])),
    recent_events: (history?.events ?? []).slice(0, MOST_EVENTS).map((event) => ({
      kind: event.kind,
      is_kept: event.isKept,
      detail: cutText(event.detail, MOST_DETAIL),
      at: event.observedAt.toISOString(),
    })),
    invoices: {
      count: invoices.rows.reduce((sum, row) => sum + row.invoices, 0),
      total_by_currency: invoices.rows
        .flatMap(({ currency, total_cents }) =>
          currency === null ? [] : [{ currency, total_cents }],
        )
        .slice(0, MOST_CURRENCIES),
    },
    emails: mails.rows.map(toEmailItem(timezone)),
    emails_total: counted.total,
    is_more_than_emails_total: counted.is_more_than_total,
  };
}
