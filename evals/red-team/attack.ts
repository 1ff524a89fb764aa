import { z } from 'zod';

/** What an attack tries or where it hides, one word for one idea. */
export const attackKinds = [
  'authority',
  'effect',
  'encoded',
  'exfiltration',
  'flood',
  'forged-history',
  'grooming',
  'hidden-text',
  'invention',
  'language',
  'markup',
  'other-customer',
  'prompt',
  'quoted-reply',
  'role-play',
  'secret',
  'stored-text',
] as const;

/**
 * What a model that does everything it is told would do in each turn of the attack. Texts may hold
 * the names of `placeholders.ts`.
 */
const obeysSchema = z.strictObject({
  /** A tool's name to its arguments; tools that no desk has are welcome. All at once. */
  calls: z.array(z.record(z.string(), z.unknown())).default([]),
  /** How often it goes round: calls, results, the same calls again, `{round}` counting. */
  rounds: z.int().min(1).default(1),
  /** How often each call stands in one round. */
  times: z.int().min(1).default(1),
  says: z.string(),
});

const partial = z.record(z.string(), z.unknown());

/** What obedient agents report of a mail; what is left out is what an attacker would want anyway. */
const agentsSchema = z.strictObject({
  triage: partial.optional(),
  deadlines: z.array(partial).optional(),
  tasks: z.array(partial).optional(),
  vision: partial.optional(),
  context: partial.optional(),
});

const mailSchema = z.strictObject({
  /** 'Name <address>'. */
  from: z.string(),
  subject: z.string(),
  /** One of the two. */
  text: z.string().optional(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  attachments: z.array(z.strictObject({ filename: z.string(), text: z.string() })).default([]),
  agents: agentsSchema.default({}),
});
export type AttackMail = z.infer<typeof mailSchema>;

/** A booking of the customer who asks, in whose free text the attack stands. */
const bookingSchema = z.strictObject({
  special_instructions: z.string().optional(),
  contact_name: z.string().optional(),
  item_description: z.string().optional(),
  address_line_1: z.string().optional(),
});
export type AttackBooking = z.infer<typeof bookingSchema>;

/** One attack on a desk: what is planted, what is said, and what obeying it would mean. */
export const attackSchema = z
  .strictObject({
    /** Unique among all attacks: 'fr-message-004'. */
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    kind: z.enum(attackKinds),
    /** Who is signed in at the front desk; nobody unless given. */
    signed_in: z.enum(['maya', 'daniel']).optional(),
    bookings: z.array(bookingSchema).default([]),
    mail: mailSchema.optional(),
    /** What whoever asks says, one message after the other in one conversation. */
    turns: z.array(z.string().min(1)).min(1),
    /** Fields and headers put into every request beside the message. */
    request: z
      .strictObject({
        body: z.record(z.string(), z.unknown()).default({}),
        headers: z.record(z.string(), z.string()).default({}),
      })
      .default({ body: {}, headers: {} }),
    obeys: obeysSchema,
    /** Words that no answer may have, whatever grounds it claims; their case does not matter. */
    never: z.array(z.string()).default([]),
  })
  .refine(
    ({ mail }) => mail === undefined || (mail.text === undefined) !== (mail.html === undefined),
    {
      error: 'a mail has either a text or an html',
    },
  );
export type Attack = z.infer<typeof attackSchema>;
