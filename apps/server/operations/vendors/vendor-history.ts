import type { Database } from '../../platform/database.ts';
import type { ExecutionStatus, OperationsTables } from '../tables.ts';
import { MOST_EVENTS } from './history-limits.ts';
import {
  toVendorSummary,
  VENDOR_COLUMNS,
  type VendorRow,
  type VendorSummary,
} from './list-vendors.ts';

export interface VendorDetails extends VendorSummary {
  /** The latest events counted by kind, as the reliability is. */
  eventsByKind: {
    kind: OperationsTables['vendor_events']['kind'];
    kept: number;
    broken: number;
  }[];
  /** Newest first, at most 20 unless asked otherwise. */
  events: {
    executionId: string;
    kind: OperationsTables['vendor_events']['kind'];
    isKept: boolean;
    detail: string;
    observedAt: Date;
  }[];
  /** Newest first, at most 12. */
  invoices: {
    executionId: string;
    number: string;
    date: string | null;
    due: string | null;
    totalCents: number | null;
    currency: string | null;
    duplicateOf: string | null;
  }[];
  /** Newest first, at most 10 unless asked otherwise. */
  mails: {
    emailId: string;
    executionId: string;
    status: ExecutionStatus;
    subject: string;
    sender: string;
    acceptedAt: Date;
  }[];
}

/** All that is known about one vendor, by its id; undefined when there is none. */
export async function vendorHistory(
  { pool }: Pick<Database, 'pool'>,
  vendorId: string,
  /** How many events and mails at most. */
  { events: mostEvents, mails: mostMails }: { events: number; mails: number } = {
    events: 20,
    mails: 10,
  },
): Promise<VendorDetails | undefined> {
  const { rows } = await pool.query<VendorRow>(
    `select ${VENDOR_COLUMNS} from vendors where id = $1`,
    [vendorId],
  );
  const [vendor] = rows;
  if (vendor === undefined) return undefined;
  const [byKind, events, invoices, mails] = await Promise.all([
    pool.query<VendorDetails['eventsByKind'][number]>(
      `select kind, count(*) filter (where is_kept) as kept,
         count(*) filter (where not is_kept) as broken
       from (
         select kind, is_kept from vendor_events where vendor_id = $1
         order by observed_at desc limit ${MOST_EVENTS}
       ) as latest
       group by kind order by kind`,
      [vendorId],
    ),
    pool.query<VendorDetails['events'][number]>(
      `select execution_id as "executionId", kind, is_kept as "isKept", detail,
         observed_at as "observedAt"
       from vendor_events where vendor_id = $1
       order by observed_at desc, execution_id, kind limit $2`,
      [vendorId, mostEvents],
    ),
    pool.query<VendorDetails['invoices'][number]>(
      `select execution_id as "executionId", number, invoice_date as date, due_date as due,
         total_cents as "totalCents", currency, duplicate_of as "duplicateOf"
       from invoices where vendor_id = $1 order by created_at desc, execution_id limit 12`,
      [vendorId],
    ),
    pool.query<VendorDetails['mails'][number]>(
      `select emails.id as "emailId", executions.id as "executionId", executions.status, subject,
         sender, executions.accepted_at as "acceptedAt"
       from executions join emails on emails.id = executions.email_id
       where vendor_id = $1 order by executions.accepted_at desc limit $2`,
      [vendorId, mostMails],
    ),
  ]);
  return {
    ...toVendorSummary(vendor),
    eventsByKind: byKind.rows,
    events: events.rows,
    invoices: invoices.rows,
    mails: mails.rows,
  };
}
