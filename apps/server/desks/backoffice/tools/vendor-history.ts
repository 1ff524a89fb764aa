import type { Tool } from '@deskbell/engine';
import { readVendorMails } from '../../../operations/statistics/read-vendor-mails.ts';
import { localDay } from '../../../platform/business-day.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { daysFields, daysOrLast30, limitField, plainField } from './inputs.ts';
import { findVendors } from './vendors/find-vendors.ts';
import { readVendorDetail } from './vendors/read-vendor-detail.ts';
import { readVendors } from './vendors/read-vendors.ts';

export function createVendorHistory({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'vendor_history',
    description:
      'Tells about mail of vendors in some days, the last 30 unless others are given. Without a vendor: who sent the most, and how reliable each is. With one: what it kept and broke, its invoices and latest mails. A mail that failed was not read, so it is no vendor’s: only last_seen_at knows of it; list_emails with the sender and status failed finds it. Reliability is computed from observed events (deliveries, invoices, answers); with fewer than 5 there is no score.',
    label: 'Looking at the vendors…',
    input: inputOf({
      vendor: plainField(200)
        .optional()
        .describe('A name or part of one, or an address or domain it writes from.'),
      ...daysFields,
      limit: limitField,
    }),
    run: async ({ vendor, limit = 10, ...given }, now) => {
      const days = daysOrLast30(given, localDay(now, timezone));
      const wanted = vendor === undefined ? undefined : await findVendors(database, vendor, limit);
      const { total, vendors } = await readVendorMails({
        database,
        timezone,
        window: days,
        vendorIds: wanted,
        limit,
      });
      const mails = new Map(vendors.map(({ vendorId, mails: count }) => [vendorId, count]));
      const found = await readVendors(database, wanted ?? [...mails.keys()]);
      const [only] = wanted?.length === 1 ? found : [];
      return {
        days,
        vendor_mails: total,
        vendors: found.map(({ vendorId, ...item }) => ({
          ...item,
          mails: mails.get(vendorId) ?? 0,
        })),
        ...(only === undefined
          ? {}
          : {
              detail: await readVendorDetail(database, {
                vendorId: only.vendorId,
                days,
                timezone,
              }),
            }),
      };
    },
  });
}
