import { z } from 'zod';

/** `GET /api/assistant/profile/`: what a chat bubble anywhere says about the business. */
export const assistantProfileSchema = z.object({
  name: z.string(),
  tagline: z.string(),
  phone: z.string(),
  email: z.string(),
  suggestions: z.array(z.string()).describe('Questions to begin with.'),
});
export type AssistantProfile = z.infer<typeof assistantProfileSchema>;
