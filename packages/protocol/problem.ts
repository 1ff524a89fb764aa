import { z } from 'zod';

/**
 * An RFC 9457 problem document, the body of every refusal outside a stream.
 * `error` repeats `detail`, because clients written for the seeds read either.
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  error: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
