import { z } from 'zod';

// What each agent finds. The rules fill these shapes, a language model is asked for them, and they
// are stored and served as they are: hence the names with underscores.

const text = (most: number) => z.string().max(most);
const day = z.iso.date();
/** 'HH:MM', 24 hours. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const urgencySchema = z.enum(['low', 'medium', 'high', 'critical']);

export const mailTypes = [
  'invoice',
  'payment',
  'delivery',
  'contract',
  'insurance',
  'inspection',
  'schedule',
  'call_out',
  'booking',
  'inquiry',
  'complaint',
  'praise',
  'report',
  'alert',
  'newsletter',
  'auto_reply',
  'bounce',
  'phishing',
  'other',
] as const;

export const warningKinds = [
  'changed_bank_details',
  'reply_to_mismatch',
  'lookalike_domain',
  'hidden_text',
  'instructions_to_software',
  'failed_authentication',
] as const;

export const triageFindingsSchema = z.strictObject({
  category: z.enum(['vendor', 'staff', 'customer', 'system']),
  /** 90 critical, 70 high, 40 medium, 20 low. */
  urgency: z.int().min(0).max(100),
  type: z.enum(mailTypes),
  requires_vision: z.boolean(),
  has_deadline: z.boolean(),
  reasons: z.array(text(200)).max(12),
  /** Signs that the mail is not what it seems. Any of them means a review. */
  warnings: z
    .array(z.strictObject({ kind: z.enum(warningKinds), detail: text(300), quote: text(300) }))
    .max(12),
});
export type TriageFindings = z.infer<typeof triageFindingsSchema>;

const invoiceLineSchema = z.strictObject({
  description: text(300),
  quantity: z.number().nullable(),
  unit_price: z.number().nullable(),
  amount_cents: z.int().nullable(),
});

export const invoiceSchema = z.strictObject({
  vendor: text(200).nullable(),
  number: text(100).nullable(),
  date: day.nullable(),
  due: day.nullable(),
  /** What is to be paid in all, tax included, in hundredths of the currency. */
  total_cents: z.int().nullable(),
  net_cents: z.int().nullable(),
  tax_cents: z.int().nullable(),
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  lines: z.array(invoiceLineSchema).max(500),
  /** Whether the figures add up; null when too few were found to tell. */
  arithmetic_ok: z.boolean().nullable(),
  /** The execution of an earlier invoice of this vendor with this number. */
  duplicate_of: z.uuid().nullable(),
  source: z.enum(['embedded_xml', 'text', 'model']),
  /** The attachment's position. */
  attachment: z.int(),
});
export type Invoice = z.infer<typeof invoiceSchema>;

export const receiptSchema = z.strictObject({
  vendor: text(200).nullable(),
  date: day.nullable(),
  total_cents: z.int().nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  attachment: z.int(),
});

export const visionFindingsSchema = z.strictObject({
  /** Of all attachments together, shortened to 20,000 characters. */
  extracted_text: text(20_000),
  invoice_data: invoiceSchema.nullable(),
  receipt_data: receiptSchema.nullable(),
  images_processed: z.int().min(0),
  attachments: z
    .array(
      z.strictObject({
        position: z.int(),
        filename: text(300),
        kind: z.enum(['pdf', 'image', 'text', 'other']),
        pages: z.int().nullable(),
        sha256: z.string(),
        /** What a person should know: 'needs a person or a language model to read it'. */
        note: text(300).nullable(),
      }),
    )
    .max(200),
});
export type VisionFindings = z.infer<typeof visionFindingsSchema>;

export const deadlineTypes = ['payment', 'delivery', 'response', 'event', 'other'] as const;

export const deadlineFindingsSchema = z.strictObject({
  deadlines: z
    .array(
      z.strictObject({
        description: text(300),
        date: day,
        time: clockTime.nullable(),
        timezone: text(64),
        urgency: urgencySchema,
        type: z.enum(deadlineTypes),
        quote: text(300),
        /** The words allow another day as well. */
        ambiguous: z.boolean(),
      }),
    )
    .max(50),
  recurring_events: z
    .array(z.strictObject({ description: text(300), rule: text(200), quote: text(300) }))
    .max(20),
});
export type DeadlineFindings = z.infer<typeof deadlineFindingsSchema>;
export type Deadline = DeadlineFindings['deadlines'][number];

export const taskPriorities = ['low', 'medium', 'high', 'urgent'] as const;

export const taskFindingsSchema = z.strictObject({
  tasks: z
    .array(
      z.strictObject({
        title: text(160),
        description: text(1_000),
        priority: z.enum(taskPriorities),
        assignee: text(100).nullable(),
        category: text(60),
        due_date: day.nullable(),
        quote: text(300),
      }),
    )
    .max(30),
});
export type TaskFindings = z.infer<typeof taskFindingsSchema>;
export type FoundTask = TaskFindings['tasks'][number];

export const contextFindingsSchema = z.strictObject({
  synthesis: text(2_000),
  historical_pattern: text(1_000),
  vendor_reliability: z
    .strictObject({
      vendor: text(200),
      n: z.int(),
      score: z.number().min(0).max(1).nullable(),
      rating: z.enum(['excellent', 'good', 'fair', 'poor', 'insufficient_data']),
    })
    .nullable(),
  recommendations: z.array(text(300)).max(10),
  risk: z.enum(['low', 'medium', 'high', 'critical']),
  risk_factors: z.array(z.strictObject({ factor: text(60), detail: text(300) })).max(20),
});
export type ContextFindings = z.infer<typeof contextFindingsSchema>;
