import { z } from 'zod';
import { nextCursorSchema, pageQuery } from './page.ts';

export const agentNameSchema = z.enum(['triage', 'vision', 'deadline', 'task', 'context']);

export const reportWindowSchema = z.enum(['today', '7d', '30d'], {
  error: "window must be 'today', '7d' or '30d'",
});

const shares = {
  average_ms: z.number().nullable(),
  average_confidence: z.number().nullable().describe('0 to 1, of the runs that worked.'),
  fallback_share: z
    .number()
    .nullable()
    .describe(
      'Of the runs for which a language model was to answer, those that the rules answered because none could. Null when no model was asked.',
    ),
  disputed_share: z
    .number()
    .nullable()
    .describe('Of the runs that model and rules both answered, those in which they differed.'),
};

/** How one agent did in some days. */
export const agentFiguresSchema = z.object({
  agent: agentNameSchema,
  runs: z.int().describe('Failed ones included.'),
  failed: z.int(),
  p95_ms: z
    .number()
    .nullable()
    .describe(
      '95 % of the runs took no longer: at most 19 % too much, never too little; 60000 stands for over 55 s.',
    ),
  ...shares,
  input_tokens: z.int(),
  output_tokens: z.int(),
  cost_nano_usd: z.number().describe('In 10^-9 US dollars, of the runs whose price is known.'),
  unpriced_runs: z.int().describe('Runs whose price is not known.'),
  errors: z
    .array(z.object({ code: z.string(), runs: z.int() }))
    .describe("Why runs failed or a model's answer was not used, most frequent first."),
  trend: z
    .array(z.object({ day: z.iso.date(), runs: z.int(), failed: z.int(), ...shares }))
    .describe("Day by day, today last: the window's days, and 14 at least."),
});
export type AgentFigures = z.infer<typeof agentFiguresSchema>;

/** `GET /api/agents`. */
export const agentReportQuerySchema = z.strictObject({
  window: reportWindowSchema
    .default('7d')
    .describe('Today, or today with the 6 or the 29 days before it.'),
});
export const agentReportSchema = z.object({
  window: reportWindowSchema,
  from: z.iso.date(),
  to: z.iso.date().describe('Today, in the business time zone.'),
  agents: z.array(agentFiguresSchema).describe('All five, in the order they run.'),
});
export type AgentReport = z.infer<typeof agentReportSchema>;

/**
 * An output whose language model and rules differed. What was stored is what went on being used: the
 * model's words over the rules' figures, with a lower confidence. What the rules alone had read is
 * not stored.
 */
export const agentDisagreementSchema = z.object({
  execution_id: z.uuid(),
  agent: agentNameSchema,
  created_at: z.iso.datetime(),
  model_used: z.string(),
  confidence: z.number().nullable().describe('0 to 1; at most 0.6, because they differed.'),
  used: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .describe(
      'What of the stored findings is compared with the rules, such as `category` or a deadline’s day: in at least one of these the rules had read something else, or nothing.',
    ),
  email: z.object({ id: z.uuid(), subject: z.string(), sender: z.string() }),
});
export type AgentDisagreement = z.infer<typeof agentDisagreementSchema>;

/** `GET /api/agents/disagreements`: the newest first. */
export const agentDisagreementQuerySchema = z.strictObject({
  ...pageQuery,
  agent: agentNameSchema.optional(),
});
export const agentDisagreementPageSchema = z.object({
  disagreements: z.array(agentDisagreementSchema),
  next_cursor: nextCursorSchema,
});
export type AgentDisagreementPage = z.infer<typeof agentDisagreementPageSchema>;
