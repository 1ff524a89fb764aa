import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { EvalContext } from '../eval-context.ts';
import { loadSuites } from '../load-suites.ts';
import { formatTable } from '../report.ts';
import { runSuites } from '../run-suites.ts';
import type { Measure, SuiteResult } from '../suite.ts';
import { suite as banking77 } from '../suites/banking77.ts';
import { suite as clinc150 } from '../suites/clinc150.ts';

// Sentences of our own in the published formats of the two sets.

/** These suites ask no desk. */
const context = { progress: () => {} } as unknown as EvalContext;

async function folderWith(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-intents-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const figures = ({ measures }: SuiteResult): Record<string, number> =>
  Object.fromEntries(
    measures.filter(({ unit }) => unit === 'share').map(({ name, value }) => [name, value]),
  );

const times = ({ measures }: SuiteResult): Measure[] =>
  measures.filter(({ unit }) => unit === 'milliseconds');

const train = [
  ['when do you open on sundays', 'hours'],
  ['opening hours please', 'hours'],
  ['where can I park my car', 'parking'],
  ['is there a parking garage nearby', 'parking'],
];

test('a file that is not in the published format is refused', async (t) => {
  const folder = await folderWith(t, { 'data_full.json': '{"train":[["a sentence"]]}' });
  await assert.rejects(clinc150.run(folder, context), /train/);
  const files = { 'categories.json': '["hours"]', 'test.csv': 'text,category\nopen?,hours\n' };
  const unknown = await folderWith(t, { ...files, 'train.csv': 'text,category\nopen?,colours\n' });
  await assert.rejects(banking77.run(unknown, context), /train\.csv: no category "colours"/);
  const headless = await folderWith(t, { ...files, 'train.csv': 'open?,hours\nopen?,hours\n' });
  await assert.rejects(banking77.run(headless, context), /category/);
});

test('clinc150: what is in scope and what is not are scored apart, and neither has a bar', async (t) => {
  const folder = await folderWith(t, {
    'data_full.json': JSON.stringify({
      train,
      val: [],
      oos_train: [['never read', 'oos']],
      oos_val: [],
      test: [
        ['what are your opening hours', 'hours'],
        ['can I park a car there', 'parking'],
        ['may I bring my dog', 'parking'],
        ['parking garage please', 'hours'],
      ],
      oos_test: [
        ['who won the world cup', 'oos'],
        ['sing a song', 'oos'],
        ['parking garage nearby', 'oos'],
      ],
    }),
  });
  const result = await clinc150.run(folder, context);
  assert.deepEqual(figures(result), {
    accuracy: 4 / 7,
    'in-scope accuracy': 2 / 4,
    'out-of-scope recall': 2 / 3,
    'out-of-scope precision': 2 / 3,
  });
  assert.equal(result.failures[0], 'oos → parking: parking garage nearby');
  assert.ok(result.failures.includes('parking → nothing: may I bring my dog'));
  assert.ok(result.measures.every(({ bar, aim }) => bar === null && aim === null));
  assert.ok(times(result).every(({ value }) => value > 0));
});

test('banking77: quoted commas, quotes and line breaks are read, and no answer is a wrong one', async (t) => {
  const rows = [
    ...train.map(([text, category]) => `"${text}",${category}`),
    '"Is it ""free"", with\na ticket?",parking',
  ];
  const folder = await folderWith(t, {
    'categories.json': '["hours","parking"]',
    'train.csv': `text,category\n${rows.join('\n')}\n`,
    'test.csv':
      'text,category\r\n"Opening hours, please?",hours\r\nfree with ticket,parking\r\nmay I bring my dog,hours\r\nparking garage,hours\r\n',
  });
  const result = await banking77.run(folder, context);
  assert.deepEqual(figures(result), {
    accuracy: 2 / 4,
    'an intent found': 3 / 4,
    'the found one right': 2 / 3,
  });
  assert.deepEqual(result.failures, [
    'hours → nothing: may I bring my dog',
    'hours → parking: parking garage',
  ]);
});

test('without their data both are found, skipped, and said to be', async (t) => {
  const dataFolder = await folderWith(t, {});
  await mkdir(join(dataFolder, 'intents'));
  const all = await loadSuites(fileURLToPath(new URL('../suites', import.meta.url)));
  const suites = all.filter(({ name }) => name === 'clinc150' || name === 'banking77');
  const outcomes = await runSuites({ suites, dataFolder, casesFolder: dataFolder, context });
  assert.deepEqual(formatTable(outcomes).split('\n').slice(1), [
    `Skipped: banking77, because there is no folder ${join(dataFolder, 'intents/banking77')}.`,
    `Skipped: clinc150, because there is no folder ${join(dataFolder, 'intents/clinc150')}.`,
  ]);
});
