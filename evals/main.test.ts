import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { EvalContext } from './eval-context.ts';
import { loadSuites } from './load-suites.ts';
import { formatFailures, formatTable, writeFigures } from './report.ts';
import { isPassed, runSuites, type SuiteOutcome, verdictOf } from './run-suites.ts';
import type { Measure, Suite } from './suite.ts';

const share: Measure = {
  name: 'exact',
  value: 0.85,
  unit: 'share',
  n: 20,
  bar: 0.8,
  aim: 0.9,
  better: 'higher',
};
const wrong: Measure = {
  ...share,
  name: 'wrong',
  value: 7,
  unit: 'count',
  bar: 6,
  aim: 2,
  better: 'lower',
};

function suiteOf(name: string, measures: Measure[], failures: string[] = []): Suite {
  return {
    name,
    set: 'a set of our own',
    folder: name,
    run: () => Promise.resolve({ measures, failures }),
  };
}

/** Of suites that ask no desk. */
const noContext: EvalContext = {
  parts: ['dev', 'test'],
  runs: 1,
  model: 'clerk',
  world: () => Promise.reject(new Error('no world is needed')),
  openWorld: () => Promise.reject(new Error('no world is needed')),
  progress: () => {},
};

async function folderWith(t: { after(work: () => Promise<void>): void }, names: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-evals-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const name of names) await mkdir(join(folder, name));
  return folder;
}

test('a figure under its bar, not a number or of an empty set does not pass', () => {
  assert.equal(verdictOf(wrong), 'UNDER BAR');
  assert.equal(verdictOf({ ...share, value: 0.79 }), 'UNDER BAR');
  assert.equal(verdictOf({ ...share, value: Number.NaN }), 'UNDER BAR');
  assert.equal(verdictOf({ ...wrong, value: 0, n: 0 }), 'UNDER BAR');
  assert.equal(verdictOf(share), 'bar met');
  assert.equal(verdictOf({ ...wrong, value: 2 }), 'aim met');
});

test('a suite without its data is skipped with the reason and does not fail the run', async (t) => {
  const dataFolder = await folderWith(t, ['here']);
  const outcomes = await runSuites({
    suites: [suiteOf('gone', [wrong]), suiteOf('here', [share])],
    dataFolder,
    casesFolder: dataFolder,
    context: noContext,
  });
  assert.equal(isPassed(outcomes), true);
  assert.equal(
    formatTable(outcomes),
    [
      'suite  measure  n   value   bar       aim       verdict',
      'here   exact    20  85.0 %  ≥ 80.0 %  ≥ 90.0 %  bar met',
      `Skipped: gone, because there is no folder ${join(dataFolder, 'gone')}.`,
    ].join('\n'),
  );
});

test('one figure under its bar fails the run, and its failures are listed', async (t) => {
  const dataFolder = await folderWith(t, ['here']);
  const failures = Array.from({ length: 42 }, (_, index) => `case ${index + 1}`);
  const outcomes = await runSuites({
    suites: [suiteOf('here', [share, wrong], failures)],
    dataFolder,
    casesFolder: dataFolder,
    context: noContext,
  });
  assert.equal(isPassed(outcomes), false);
  const lines = formatFailures(outcomes).split('\n');
  assert.deepEqual(
    [lines[0], lines[1], lines.length, lines.at(-1)],
    ['here: 42 failures', '  case 1', 42, '  … and 2 more'],
  );
});

test('writing replaces the figures between their markers and keeps every other word', () => {
  const measured = (name: string): SuiteOutcome => ({
    suite: suiteOf(name, []),
    state: 'measured',
    result: { measures: [share], failures: [] },
  });
  const text = 'Before.\n<!-- figures:dates -->\nold\n<!-- /figures:dates -->\nAfter.\n';
  const block = (name: string) =>
    [
      `<!-- figures:${name} -->`,
      'Measured on 2030-01-02, on a set of our own.',
      '',
      '| measure | n | value | bar | aim | verdict |',
      '| --- | --- | --- | --- | --- | --- |',
      '| exact | 20 | 85.0 % | ≥ 80.0 % | ≥ 90.0 % | bar met |',
      `<!-- /figures:${name} -->`,
    ].join('\n');
  const once = writeFigures({ text, outcomes: [measured('dates')], day: '2030-01-02' });
  assert.equal(once, `Before.\n${block('dates')}\nAfter.\n`);
  const twice = writeFigures({ text: once, outcomes: [measured('mime')], day: '2030-01-02' });
  assert.equal(twice, `Before.\n${block('dates')}\nAfter.\n\n## mime\n\n${block('mime')}\n`);
});

test('every module of the folder that exports a suite is loaded, tests and helpers are not', async (t) => {
  const folder = await folderWith(t, []);
  await writeFile(join(folder, 'b.ts'), "export const suite = { name: 'b' };\n");
  await writeFile(join(folder, 'a.ts'), "export const suite = { name: 'a' };\n");
  await writeFile(join(folder, 'helper.ts'), 'export const other = 1;\n');
  await writeFile(join(folder, 'a.test.ts'), "throw new Error('a test was loaded');\n");
  assert.deepEqual(
    (await loadSuites(folder)).map(({ name }) => name),
    ['a', 'b'],
  );
  await writeFile(join(folder, 'c.ts'), "export const suite = { name: 'b' };\n");
  await assert.rejects(loadSuites(folder), /Two suites are called b/);
});

test('the suites of this project all load', async () => {
  const suites = await loadSuites(fileURLToPath(new URL('suites', import.meta.url)));
  for (const { name, folder, run } of suites) {
    assert.ok(name !== '' && folder !== '' && typeof run === 'function', name);
  }
});
