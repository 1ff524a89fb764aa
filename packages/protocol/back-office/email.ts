import { z } from 'zod';
import { executionStatusSchema, mailCategorySchema } from './execution.ts';
import { flag, nextCursorSchema, pageQuery, riskSchema, searchWords } from './page.ts';

const emailExecutionSchema = z.object({
  id: z.uuid(),
  status: executionStatusSchema,
  category: z.string().nullable(),
  urgency: z.int().nullable(),
  confidence: z.number().nullable(),
  risk: riskSchema.nullable(),
  error_message: z.string().nullable(),
});

export const emailSchema = z.object({
  id: z.uuid(),
  mailbox: z
    .string()
    .describe('Where it arrived: `api`, `smtp`, `demo` or `imap:user@host/folder`.'),
  source: z.enum(['json', 'upload', 'smtp', 'imap', 'demo']),
  accepted_at: z.iso.datetime(),
  sent_at: z.iso
    .datetime()
    .nullable()
    .describe('What the mail itself says; null when it does not.'),
  sender: z.string(),
  sender_name: z.string(),
  recipient: z.string(),
  subject: z.string(),
  has_attachments: z.boolean(),
  attachment_count: z.int(),
  size_bytes: z.int(),
  is_demo: z.boolean(),
  execution: emailExecutionSchema.nullable().describe('Null only while it is being accepted.'),
});
export type Email = z.infer<typeof emailSchema>;

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\u0000');
const unstorable = (name: string) => ({ error: `${name} has characters that no address has` });

/** `GET /api/emails`. */
export const emailQuerySchema = z.strictObject({
  ...pageQuery,
  sender: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(320)
    .refine(isStorable, unstorable('sender'))
    .optional()
    .describe("The sender's whole address."),
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(253)
    .refine(isStorable, unstorable('domain'))
    .optional()
    .describe("The sender's registrable domain."),
  status: executionStatusSchema.optional().describe('Of its execution.'),
  category: mailCategorySchema.optional().describe('Of its execution, once it is completed.'),
  has_attachments: flag('has_attachments').describe('Only mail that brings files along.'),
  q: searchWords.optional(),
});
export const emailPageSchema = z.object({
  emails: z.array(emailSchema),
  next_cursor: nextCursorSchema,
});

/** `GET /api/emails/{id}`. */
export const emailDetailSchema = emailSchema.extend({
  headers: z.record(z.string(), z.array(z.string())),
  segments: z
    .array(
      z.object({
        kind: z.enum(['new', 'quoted', 'forwarded', 'signature', 'footer']),
        text: z.string(),
      }),
    )
    .nullable()
    .describe(
      'What was read out of it; null until it has been read, and when it could not be. `createQuoteFinder` finds in it what agents quote.',
    ),
  hidden_text: z
    .object({ characters: z.int(), examples: z.array(z.string()) })
    .nullable()
    .describe('Text that a reader would not have seen.'),
  attachments: z.array(
    z.object({
      position: z
        .int()
        .describe('From 0; its file is at `GET /api/emails/{id}/attachments/{position}`.'),
      filename: z.string(),
      content_type: z.string(),
      size_bytes: z.int(),
      sha256: z.string(),
      is_inline: z.boolean(),
    }),
  ),
});
export type EmailDetail = z.infer<typeof emailDetailSchema>;
