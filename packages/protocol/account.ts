import { z } from 'zod';

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

const emailSchema = z
  .string({ error: 'email is required' })
  .max(254, { error: 'email must be at most 254 characters' })
  .pipe(z.email({ error: 'email must be an e-mail address' }));

const passwordSchema = z.string({ error: 'password is required' }).max(MAX_PASSWORD_LENGTH, {
  error: `password must be at most ${MAX_PASSWORD_LENGTH} characters`,
});

const newPasswordSchema = passwordSchema.min(MIN_PASSWORD_LENGTH, {
  error: `password must be at least ${MIN_PASSWORD_LENGTH} characters`,
});

/** `POST /api/auth/sign-up/email`. The new customer is signed in at once. */
export const signUpRequestSchema = z.strictObject({
  name: z
    .string({ error: 'name is required' })
    .trim()
    .min(1, { error: 'name is required' })
    .regex(/^\P{Cc}*$/u, { error: 'name must not contain control characters' })
    .max(100, { error: 'name must be at most 100 characters' }),
  email: emailSchema,
  password: newPasswordSchema,
  rememberMe: z.boolean({ error: 'rememberMe must be true or false' }).optional(),
});
export type SignUpRequest = z.infer<typeof signUpRequestSchema>;

/** `POST /api/auth/sign-in/email`. Without `rememberMe: false` the session lasts a week. */
export const signInRequestSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  rememberMe: z.boolean({ error: 'rememberMe must be true or false' }).optional(),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** `POST /api/auth/change-password`. */
export const changePasswordRequestSchema = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: newPasswordSchema,
  revokeOtherSessions: z
    .boolean({ error: 'revokeOtherSessions must be true or false' })
    .default(true)
    .describe('Signs every other browser of this account out; yes, unless told otherwise.'),
});
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

/**
 * Who is signed in: the answer of `GET /api/auth/get-session` and of every `POST` under
 * `/api/auth/`. `user` is null when nobody is.
 */
export const currentUserSchema = z.object({
  user: z
    .object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: z.enum(['customer', 'staff', 'admin']),
    })
    .nullable(),
});
export type CurrentUser = z.infer<typeof currentUserSchema>;
