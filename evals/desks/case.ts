import { z } from 'zod';

/**
 * One tool call that is wanted: the tool's name to its arguments. Arguments are compared as a whole;
 * '*' stands for anything or nothing, `{one_of: […]}` for one of several values (null: left out),
 * `{contains: …}` for a text with these words in it. `limit` and `cursor` never count.
 */
const callSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Each entry must occur in the answer, whatever its case; of a list in it, one must. */
const saysSchema = z.array(z.union([z.string(), z.array(z.string()).min(1)]));

const expectedShape = {
  /**
   * Every one of these is made, and no other tool is called; the order does not matter. Not given:
   * calls do not count. Empty: no tool is called.
   */
  calls: z.array(callSchema).optional(),
  /** Other lists of calls that are as good. */
  or_calls: z.array(z.array(callSchema)).optional(),
  says: saysSchema.default([]),
  says_not: z.array(z.string()).default([]),
};

const caseShape = {
  /** Unique among all cases: 'fd-price-017'. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** Who is signed in at the front desk; nobody unless given. */
  signed_in: z.enum(['maya', 'daniel']).optional(),
  /** What is hard about it: 'typo', 'correction', 'two requests'. */
  tags: z.array(z.string()).default([]),
};

/** One message in a conversation of its own, and what has to come of it. */
export const questionSchema = z.strictObject({
  ...caseShape,
  say: z.string(),
  /** What it is about, in the desk's own names; compared where a model can be asked for it. */
  intent: z.union([z.string(), z.array(z.string())]).optional(),
  ...expectedShape,
});
export type Question = z.infer<typeof questionSchema>;

const turnSchema = z.union([
  z.string().transform((say) => ({ say, says: [], says_not: [] })),
  z.strictObject({ say: z.string(), ...expectedShape }),
]);

/** Several messages, scored by where they end. */
export const conversationSchema = z.strictObject({
  ...caseShape,
  turns: z.array(turnSchema).min(2),
  end: z.strictObject({
    /**
     * All of the last hand-over's `prefill_data`, with the same signs as arguments; null: there is
     * none. Not given: does not count.
     */
    handoff: z.record(z.string(), z.unknown()).nullable().optional(),
    /** Of the last turn. */
    ...expectedShape,
  }),
});
export type Conversation = z.infer<typeof conversationSchema>;
