import { z } from 'zod';
import { staffRoleSchema } from './api-key.ts';

/** `GET /api/me`: who asks, and what a page for staff has to know before anything else. */
export const staffUserSchema = z.object({
  user_id: z
    .string()
    .describe("The account's or the API key's id; `local` in the open mode of development."),
  name: z
    .string()
    .describe("The account's or the API key's name; `This machine` in the open mode."),
  email: z.string().nullable().describe('Null unless it is an account.'),
  role: staffRoleSchema,
  is_open_mode: z
    .boolean()
    .describe('Nobody had to sign in: development on a loopback address, from this very machine.'),
  business: z.object({
    name: z.string(),
    time_zone: z
      .string()
      .describe('An IANA name. Every day of the back office is one of its days.'),
  }),
  version: z.string().describe("The server's."),
  quick_questions: z.array(z.string()).describe('Eight questions the chat is sure to answer.'),
});
export type StaffUser = z.infer<typeof staffUserSchema>;
