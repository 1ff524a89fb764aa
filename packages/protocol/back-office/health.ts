import { z } from 'zod';

const upOrDown = z.enum(['up', 'down']);

/** `GET /health`: 200, or 503 without the database. */
export const healthSchema = z.object({
  status: z.enum(['healthy', 'unhealthy']),
  service: z.literal('deskbell'),
  version: z.string(),
  timestamp: z.iso.datetime(),
  chat_service_active: z.boolean(),
  model: z
    .object({
      /** 'anthropic', 'openai' or 'clerk'. */
      provider: z.string(),
      name: z.string(),
      circuit: z.enum(['closed', 'open']),
    })
    .describe('The first one configured, or the clerk.'),
  database: upOrDown,
  /** Absent without a back office. */
  queue: upOrDown.optional(),
  redis: z.enum(['up', 'down', 'off']).describe("'off': none is configured."),
  warnings: z.array(z.string()).describe('For the operator: whole sentences.'),
});
export type HealthView = z.infer<typeof healthSchema>;

/** `GET /ready`: 200, or 503 while requests cannot be served. */
export const readySchema = z.object({ ready: z.boolean() });
