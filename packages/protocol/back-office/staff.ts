import { z } from 'zod';
import { signUpRequestSchema } from '../account.ts';
import { staffRoleSchema } from './api-key.ts';

/** `POST /api/staff`: an account that may use the back office. Nobody is signed in by it. */
export const newStaffAccountSchema = signUpRequestSchema
  .omit({ rememberMe: true })
  .extend({ role: staffRoleSchema.default('staff') });

export const staffAccountSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().describe('In lower case.'),
  role: staffRoleSchema,
  created_at: z.iso.datetime(),
});
export type StaffAccountView = z.infer<typeof staffAccountSchema>;

/** `GET /api/staff`: the oldest first. */
export const staffAccountListSchema = z.object({ staff: z.array(staffAccountSchema) });

/**
 * `PATCH /api/staff/{id}`. A customer's account becomes staff's with a role. A new password signs
 * the account out everywhere.
 */
export const staffAccountChangeSchema = z
  .strictObject({
    role: staffRoleSchema.optional(),
    password: signUpRequestSchema.shape.password.optional(),
  })
  .refine(({ role, password }) => role !== undefined || password !== undefined, {
    error: 'say what is to change: role or password',
    path: ['role'],
  });
