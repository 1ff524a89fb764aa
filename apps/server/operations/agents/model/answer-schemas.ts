import { z } from 'zod';
import {
  contextFindingsSchema,
  deadlineFindingsSchema,
  invoiceSchema,
  receiptSchema,
  taskFindingsSchema,
  triageFindingsSchema,
} from '../findings.ts';

/**
 * What a language model is asked for, per agent: the findings without what only we can know
 * (hashes, sums, SQL's figures).
 */
export const answerSchemas = {
  triage: triageFindingsSchema,
  vision: z.strictObject({
    /** What the pictures say, word for word. */
    image_text: z.string().max(10_000),
    invoice_data: invoiceSchema
      .omit({ arithmetic_ok: true, duplicate_of: true, source: true })
      .nullable(),
    receipt_data: receiptSchema.nullable(),
  }),
  deadline: deadlineFindingsSchema,
  task: taskFindingsSchema,
  context: contextFindingsSchema.omit({ vendor_reliability: true }),
};
export type ModelAnswers = {
  [Name in keyof typeof answerSchemas]: z.infer<(typeof answerSchemas)[Name]>;
};
