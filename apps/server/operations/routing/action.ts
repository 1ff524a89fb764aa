import { z } from 'zod';
import { deadlineTypes, taskPriorities, urgencySchema } from '../agents/findings.ts';

export const actionKinds = [
  'create_task',
  'schedule_event',
  'send_notification',
  'human_review',
] as const;
export type ActionKind = (typeof actionKinds)[number];
export type ActionStatus = 'pending_review' | 'executed' | 'rejected';
export type Risk = 'low' | 'medium' | 'high' | 'critical';
export type Urgency = z.infer<typeof urgencySchema>;

/** Why a person has to look: a stable code, and a sentence for staff. */
export interface ReviewReason {
  code:
    | 'low_confidence'
    | 'high_risk'
    | 'agent_failed'
    | 'changed_bank_details'
    | 'reply_to_mismatch'
    | 'lookalike_domain'
    | 'hidden_text'
    | 'instructions_to_software'
    | 'failed_authentication'
    | 'phishing'
    | 'duplicate_invoice'
    | 'invoice_arithmetic'
    | 'ambiguous_date';
  detail: string;
}

export const taskPayloadSchema = z.strictObject({
  title: z.string().min(1).max(160),
  description: z.string().max(1_000),
  priority: z.enum(taskPriorities),
  assignee: z.string().max(100).nullable(),
  category: z.string().max(60),
  due_date: z.iso.date().nullable(),
  quote: z.string().max(300),
});

export const eventPayloadSchema = z.strictObject({
  title: z.string().min(1).max(200),
  description: z.string().max(1_000),
  type: z.enum(deadlineTypes),
  date: z.iso.date(),
  /** 'HH:MM'. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  timezone: z.string().max(64),
  urgency: urgencySchema,
  is_ambiguous: z.boolean(),
  quote: z.string().max(300),
});

/** Never a recipient: whom a notification reaches is configuration. */
export const notificationPayloadSchema = z.strictObject({
  subject: z.string().min(1).max(200),
  body: z.string().max(4_000),
  urgency: urgencySchema,
});

export const reviewPayloadSchema = z.strictObject({
  reasons: z.array(z.strictObject({ code: z.string(), detail: z.string() })),
});

/** What routing code proposes for one mail. `actionKey` is unique within its execution. */
export type ProposedAction = { actionKey: string } & (
  | { kind: 'create_task'; payload: z.infer<typeof taskPayloadSchema> }
  | { kind: 'schedule_event'; payload: z.infer<typeof eventPayloadSchema> }
  | { kind: 'send_notification'; payload: z.infer<typeof notificationPayloadSchema> }
  | { kind: 'human_review'; payload: { reasons: ReviewReason[] } }
);

/** The outcome of routing one mail. */
export interface Routing {
  actions: ProposedAction[];
  /** Of the execution: the least sure finding that leads to an action. */
  confidence: number;
  risk: Risk;
  /** Empty: the actions run at once. Otherwise all but human_review wait for a person. */
  reviewReasons: ReviewReason[];
}
