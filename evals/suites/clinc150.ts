import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { classifyUtterances, type Utterance } from '../intents/classify-utterances.ts';
import { sayMistake, share, timesOf } from '../intents/figures.ts';
import type { Suite, SuiteResult } from '../suite.ts';

/**
 * The clerk's retrieval on 150 intents of other businesses, and on questions that fit none. The
 * training sentences are its phrasings, at its usual threshold; nothing was tuned on this set.
 *
 * - The validation parts and the training sentences out of scope are not used.
 * - In-scope accuracy: the intent given is the right one; none at all is wrong.
 * - A question is taken for out of scope when no intent reaches the threshold.
 */
export const suite: Suite = {
  name: 'clinc150',
  set: 'CLINC150 by Larson et al., data_full.json (CC BY 3.0)',
  folder: 'intents/clinc150',
  run,
};

const utterances = z
  .array(z.tuple([z.string(), z.string()]))
  .min(1)
  .transform((rows) => rows.map(([text, intent]): Utterance => ({ text, intent })));
const dataSchema = z.object({ train: utterances, test: utterances, oos_test: utterances });

async function run(folder: string): Promise<SuiteResult> {
  const text = await readFile(join(folder, 'data_full.json'), 'utf8');
  const { train, test, oos_test } = dataSchema.parse(JSON.parse(text));
  const classification = classifyUtterances(train, [...test, ...oos_test]);
  const { classified } = classification;
  const inScope = classified.slice(0, test.length);
  const outOfScope = classified.slice(test.length);
  const right = inScope.filter(({ utterance, found }) => found === utterance.intent).length;
  const refusedRightly = outOfScope.filter(({ found }) => found === undefined).length;
  const refused = classified.filter(({ found }) => found === undefined).length;
  return {
    measures: [
      share('accuracy', right + refusedRightly, classified.length),
      share('in-scope accuracy', right, inScope.length),
      share('out-of-scope recall', refusedRightly, outOfScope.length),
      share('out-of-scope precision', refusedRightly, refused),
      ...timesOf(classification),
    ],
    failures: [
      ...outOfScope.filter(({ found }) => found !== undefined),
      ...inScope.filter(({ utterance, found }) => found !== utterance.intent),
    ].map(sayMistake),
  };
}
