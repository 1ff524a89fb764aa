import { z } from 'zod';

/** The longest message a customer may send, in Unicode code points. */
export const MAX_MESSAGE_CODE_POINTS = 500;

const codePointCount = (text: string): number => [...text].length;

/** `POST /api/assistant/chat/`. The wording of each refusal is part of the contract. */
export const chatRequestSchema = z.strictObject({
  message: z
    .string({
      error: (issue) =>
        issue.input === undefined ? 'message is required' : 'message must be a string',
    })
    .refine((text) => text.trim() !== '', { error: 'message is required', abort: true })
    .refine((text) => codePointCount(text) <= MAX_MESSAGE_CODE_POINTS, {
      error: `message must be at most ${MAX_MESSAGE_CODE_POINTS} characters`,
    })
    .describe(`1 to ${MAX_MESSAGE_CODE_POINTS} characters (Unicode code points).`),
  thread_id: z
    .uuid({ error: 'thread_id must be a UUID' })
    .optional()
    .describe('One that the client made or got.'),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;
