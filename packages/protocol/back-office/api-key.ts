import { z } from 'zod';

export const staffRoleSchema = z.enum(['staff', 'admin'], {
  error: "role must be 'staff' or 'admin'",
});

/** `POST /api/keys`. */
export const newApiKeySchema = z.strictObject({
  name: z
    .string({ error: 'name is required' })
    .trim()
    .min(1, { error: 'name is required' })
    .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), {
      error: 'name must be one line of text',
    })
    .max(100, { error: 'name must be at most 100 characters' }),
  role: staffRoleSchema.default('staff'),
});

export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: staffRoleSchema,
  hint: z.string().describe("The key's first characters."),
  created_by: z.string().describe("The id of an account or of a key; 'local' for the open mode."),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable().describe('To within a minute; null: never.'),
  revoked_at: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The only time the key itself is shown. */
export const createdApiKeySchema = apiKeySchema.extend({ key: z.string() });

/** `GET /api/keys`: the newest first, revoked ones included. */
export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) });
