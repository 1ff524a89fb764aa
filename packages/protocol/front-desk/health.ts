import { z } from 'zod';

/** `GET /api/assistant/health/`. Tells whether a language model answers, and nothing else. */
export const assistantHealthSchema = z.strictObject({ status: z.enum(['ok', 'degraded']) });
export type AssistantHealth = z.infer<typeof assistantHealthSchema>;
