import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSuites } from './load-suites.ts';
import { formatFailures, formatTable, writeFigures } from './report.ts';
import { isPassed, runSuites } from './run-suites.ts';

/**
 * Measures the rules on sets of data that nobody here wrote; see docs/quality.md.
 * `npm run eval -- [--data <folder>] [--failures] [--write] [suite ...]`. Exits 1 when a figure is
 * under its bar, 2 when the call makes no sense. A suite without its data is skipped, and said so.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    failures: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const dataFolder = resolve(
  root,
  values.data ?? process.env.DESKBELL_DATA ?? resolve(root, '../shared/data'),
);

const suites = await loadSuites(resolve(root, 'evals/suites'));
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  const known = suites.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no suite ${unknown.join(', ')}. There are: ${known}.\n`);
  process.exit(2);
}

const outcomes = await runSuites({
  suites: suites.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
  dataFolder,
  progress: (what) => void process.stderr.write(`${what}\n`),
});
process.stdout.write(`${formatTable(outcomes)}\n`);
if (values.failures) process.stdout.write(`\n${formatFailures(outcomes)}\n`);
if (values.write) {
  const path = resolve(root, 'docs/quality.md');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '# Quality\n';
    throw error;
  });
  await writeFile(
    path,
    writeFigures({ text, outcomes, day: new Date().toISOString().slice(0, 10) }),
  );
}
process.exitCode = isPassed(outcomes) ? 0 : 1;
