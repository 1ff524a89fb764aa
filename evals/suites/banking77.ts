import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { classifyUtterances, type Utterance } from '../intents/classify-utterances.ts';
import { sayMistake, share, timesOf } from '../intents/figures.ts';
import type { Suite, SuiteResult } from '../suite.ts';

/**
 * The clerk's retrieval on 77 intents of one bank, which are close to each other. The training
 * sentences are its phrasings, at its usual threshold; nothing was tuned on this set. A question for
 * which no intent reaches the threshold counts as wrong.
 */
export const suite: Suite = {
  name: 'banking77',
  set: 'BANKING77 by Casanueva et al., train.csv and test.csv (CC BY 4.0)',
  folder: 'intents/banking77',
  run,
};

const categoriesSchema = z.array(z.string()).min(1);
const rowsSchema = z.array(z.object({ text: z.string(), category: z.string() })).min(1);

async function run(folder: string): Promise<SuiteResult> {
  const categories = categoriesSchema.parse(
    JSON.parse(await readFile(join(folder, 'categories.json'), 'utf8')),
  );
  const train = await readUtterances(join(folder, 'train.csv'), categories);
  const test = await readUtterances(join(folder, 'test.csv'), categories);
  const classification = classifyUtterances(train, test);
  const { classified } = classification;
  const answered = classified.filter(({ found }) => found !== undefined);
  const right = answered.filter(({ utterance, found }) => found === utterance.intent);
  return {
    measures: [
      share('accuracy', right.length, classified.length),
      share('an intent found', answered.length, classified.length),
      share('the found one right', right.length, answered.length),
      ...timesOf(classification),
    ],
    failures: classified
      .filter(({ utterance, found }) => found !== utterance.intent)
      .map(sayMistake),
  };
}

/** Rejects for a row whose category is not among `categories`. */
async function readUtterances(path: string, categories: readonly string[]): Promise<Utterance[]> {
  const rows = rowsSchema.parse(parse(await readFile(path, 'utf8'), { columns: true, bom: true }));
  return rows.map(({ text, category }) => {
    if (!categories.includes(category)) throw new Error(`${path}: no category "${category}".`);
    return { text, intent: category };
  });
}
