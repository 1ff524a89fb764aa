import { z } from 'zod';
import { executionStatusSchema } from './execution.ts';
import { nextCursorSchema, pageQuery, searchText } from './page.ts';
import { taskSchema } from './task.ts';

export const vendorReliabilitySchema = z.object({
  kept: z.int(),
  broken: z.int(),
  n: z.int().describe('`kept` and `broken` together: how much it rests on. At most 500.'),
  score: z
    .number()
    .nullable()
    .describe('0 to 1: (1 + kept) / (2 + n). Null under 5 events: too little to say.'),
  rating: z
    .enum(['excellent', 'good', 'fair', 'poor', 'insufficient_data'])
    .describe('From 0.95, from 0.85, from 0.7, below.'),
});

export const vendorEventKindSchema = z.enum([
  'delivery',
  'invoice_arithmetic',
  'duplicate_invoice',
  'price_jump',
  'complaint',
  'answer_time',
]);

export const vendorSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  domain: z
    .string()
    .nullable()
    .describe(
      'Its registrable domain, or at a public mail provider its whole address; null for a vendor known from invoices only.',
    ),
  first_seen_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime().describe('May be an hour behind.'),
  mail_count: z.int().describe('Its mails that are through, whatever their outcome.'),
  reliability: vendorReliabilitySchema.describe('By its latest 500 events.'),
});
export type Vendor = z.infer<typeof vendorSchema>;

/** `GET /api/vendors`: the latest seen first. */
export const vendorQuerySchema = z.strictObject({
  ...pageQuery,
  q: searchText.optional().describe('How its name or its domain begins, in any case.'),
});
export const vendorPageSchema = z.object({
  vendors: z.array(vendorSchema),
  next_cursor: nextCursorSchema,
});
export type VendorPage = z.infer<typeof vendorPageSchema>;

/** `GET /api/vendors/{id}`. */
export const vendorDetailSchema = vendorSchema.extend({
  events_by_kind: z
    .array(z.object({ kind: vendorEventKindSchema, kept: z.int(), broken: z.int() }))
    .describe('The events the reliability rests on, by kind.'),
  events: z
    .array(
      z.object({
        execution_id: z.uuid().describe('Of the mail it was observed in.'),
        kind: vendorEventKindSchema,
        is_kept: z.boolean(),
        detail: z.string(),
        observed_at: z.iso.datetime(),
      }),
    )
    .describe('What was observed, newest first; at most 200.'),
  invoices: z
    .array(
      z.object({
        execution_id: z.uuid(),
        number: z.string(),
        date: z.iso.date().nullable(),
        due: z.iso.date().nullable(),
        total_cents: z.int().nullable().describe('In hundredths of the currency.'),
        currency: z.string().nullable(),
        duplicate_of: z.uuid().nullable().describe('The execution of the mail it came in before.'),
      }),
    )
    .describe('Newest first; at most 12.'),
  mails: z
    .array(
      z.object({
        id: z.uuid(),
        execution_id: z.uuid(),
        status: executionStatusSchema,
        subject: z.string(),
        sender: z.string(),
        accepted_at: z.iso.datetime(),
      }),
    )
    .describe('Newest first; at most 20.'),
  open_tasks: z
    .array(taskSchema)
    .describe('Open or in progress, of its last 200 mails; the earliest due first, at most 20.'),
});
export type VendorDetail = z.infer<typeof vendorDetailSchema>;
