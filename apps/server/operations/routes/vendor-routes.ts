import {
  type Vendor,
  type VendorDetail,
  vendorDetailSchema,
  vendorPageSchema,
  vendorQuerySchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { idParams, notFound, readId } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { listOpenTasks } from '../vendors/list-open-tasks.ts';
import {
  domainOf,
  toVendorSummary,
  type VendorRow,
  type VendorSummary,
  vendorsBeginningWith,
} from '../vendors/list-vendors.ts';
import { type VendorDetails, vendorHistory } from '../vendors/vendor-history.ts';
import { toTask } from './task-routes.ts';

const MOST_EVENTS = 200;
const MOST_MAILS = 20;

export interface VendorRouteOptions extends StaffGate {
  database: Database;
}

const toVendor = (vendor: VendorSummary): Vendor => ({
  id: vendor.vendorId,
  name: vendor.name,
  domain: domainOf(vendor),
  first_seen_at: vendor.firstSeenAt.toISOString(),
  last_seen_at: vendor.lastSeenAt.toISOString(),
  mail_count: vendor.mailCount,
  reliability: vendor.reliability,
});

type History = Pick<VendorDetail, 'events_by_kind' | 'events' | 'invoices' | 'mails'>;

const toHistory = ({ eventsByKind, events, invoices, mails }: VendorDetails): History => ({
  events_by_kind: eventsByKind,
  events: events.map((event) => ({
    execution_id: event.executionId,
    kind: event.kind,
    is_kept: event.isKept,
    detail: event.detail,
    observed_at: event.observedAt.toISOString(),
  })),
  invoices: invoices.map((invoice) => ({
    execution_id: invoice.executionId,
    number: invoice.number,
    date: invoice.date,
    due: invoice.due,
    total_cents: invoice.totalCents,
    currency: invoice.currency,
    duplicate_of: invoice.duplicateOf,
  })),
  mails: mails.map((mail) => ({
    id: mail.emailId,
    execution_id: mail.executionId,
    status: mail.status,
    subject: mail.subject,
    sender: mail.sender,
    accepted_at: mail.acceptedAt.toISOString(),
  })),
});

/** Who the business buys from, and how reliable they were. */
export async function vendorRoutes(
  app: FastifyInstance,
  options: VendorRouteOptions,
): Promise<void> {
  const { database } = options;
  admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/vendors',
    {
      schema: {
        summary: 'List vendors',
        description: 'The latest seen first.',
        tags: ['work'],
        querystring: vendorQuerySchema,
        response: { 200: vendorPageSchema },
      },
    },
    async ({ query: { limit, cursor, q } }) => {
      const { items, nextCursor } = await listPage<VendorRow>(
        { database, limit, cursor },
        vendorsBeginningWith(q),
      );
      const vendors = items.map((row) => toVendor(toVendorSummary(row)));
      return { vendors, next_cursor: nextCursor };
    },
  );

  routes.get(
    '/api/vendors/:id',
    {
      schema: {
        summary: 'Read a vendor',
        description: 'With what was observed of it, its invoices, mails and open tasks.',
        tags: ['work'],
        params: idParams,
        response: { 200: vendorDetailSchema },
        docs: {
          refusals: { not_found: 'There is no such vendor; also for an id that is no UUID.' },
        },
      },
    },
    async ({ params }) => {
      const id = readId(params, 'vendor');
      const [details, tasks] = await Promise.all([
        vendorHistory(database, id, { events: MOST_EVENTS, mails: MOST_MAILS }),
        listOpenTasks(database, id),
      ]);
      if (details === undefined) throw notFound('vendor');
      return { ...toVendor(details), ...toHistory(details), open_tasks: tasks.map(toTask) };
    },
  );
}
