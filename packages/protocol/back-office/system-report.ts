import { z } from 'zod';

const upOrDown = z.enum(['up', 'down']);
const count = z.int().nullable();

/** How much waits in the outbox of one channel, and what went wrong there today. */
export const outboxChannelSchema = z.object({
  channel: z.enum(['email', 'webhook', 'customer_email']),
  is_set_up: z.boolean().describe('As the process that answered is configured.'),
  pending: z.int().describe('To be sent, or being sent.'),
  failed_today: z.int(),
  uncertain_today: z.int().describe('May have been sent.'),
});

export const modelReportSchema = z.object({
  provider: z.string(),
  name: z.string(),
  circuit: z.enum(['closed', 'open']).describe("'open': calls to it fail at once for a while."),
  last_failure: z
    .object({ code: z.string(), at: z.iso.datetime() })
    .nullable()
    .describe('Of this process; null: none since it started.'),
});

/** What was asked of one model for one part of the service. */
export const modelUsageSchema = z.object({
  desk: z
    .enum(['frontdesk', 'backoffice', 'mail', 'other'])
    .describe("'mail': the agents. 'other': counted before it was told apart."),
  model: z.string(),
  calls: z.int(),
  input_tokens: z.int().describe('Without those from the cache.'),
  cache_read_tokens: z.int(),
  cache_write_tokens: z.int(),
  output_tokens: z.int(),
  cost_nano_usd: z.number().nullable().describe('In 10^-9 US dollars; null: the price is unknown.'),
});

/**
 * `GET /api/system`: how the parts of the service are, at most 2 seconds old. Every part is asked by
 * itself: what cannot be told just now is null, and the rest is there.
 */
export const systemReportSchema = z.object({
  generated_at: z.iso.datetime(),
  versions: z.object({
    deskbell: z.string(),
    node: z.string(),
    postgres: z.string().nullable(),
  }),
  process: z
    .object({
      started_at: z.iso.datetime(),
      uptime_seconds: z.int(),
      memory_rss_bytes: z.int(),
      event_loop_delay_ms: z
        .object({ mean: z.number(), p99: z.number() })
        .nullable()
        .describe('How late timers were; null when it is not measured.'),
    })
    .describe('The one that answered; there may be others.'),
  database: z.object({
    status: upOrDown,
    latency_ms: z.number().nullable(),
    size_bytes: z.number().nullable(),
    connections_used: count.describe('Of all clients of the database server.'),
    connections_max: count,
    migrations_applied: count,
  }),
  queue: z.object({
    status: upOrDown,
    pending: count,
    running: count,
    failed_today: count.describe('Of the mails accepted today.'),
    oldest_pending_seconds: count.describe('0 when none waits.'),
    dead_lettered: count.describe('Jobs that were given up and not taken up again.'),
  }),
  outbox: z.array(outboxChannelSchema).nullable(),
  models: z
    .array(modelReportSchema)
    .describe('In the order in which they are asked; empty: the clerk and the rules do the work.'),
  redis: z.enum(['off', 'up', 'down']).describe("'off': none is configured."),
  budget: z.object({
    limit_usd: z.number().nullable().describe('Null: no limit.'),
    spent_today_usd: z.number(),
    is_spent: z.boolean(),
    currency: z.literal('USD'),
  }),
  usage_today: z
    .array(modelUsageSchema)
    .nullable()
    .describe('In all processes, a few seconds late; today as the business has it.'),
  mail_doors: z
    .object({
      smtp: z.enum(['off', 'up', 'down']).describe("'up': it listens."),
      imap: z.enum(['off', 'up', 'down']).describe("'up': it is connected."),
    })
    .describe("Of the process that answered. 'off': not configured."),
  warnings: z.array(z.string()).describe('The same as in `GET /health`.'),
});
export type SystemReport = z.infer<typeof systemReportSchema>;
