import { z } from 'zod';

/**
 * An RFC 9457 problem document, the body of every refusal outside a stream.
 * `error` repeats `detail`, because clients written for the seeds read either.
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe("The status line's phrase."),
  status: z.int(),
  detail: z.string().describe('A sentence for people.'),
  instance: z.string().describe('The path that was asked for.'),
  code: z.string().describe('For programs; it does not change.'),
  error: z.string().describe('The same as `detail`.'),
  retryable: z
    .literal(true)
    .optional()
    .describe('Present when the very same request may work a moment later.'),
});
export type Problem = z.infer<typeof problemSchema>;
