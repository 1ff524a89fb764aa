// Runs every suite: all of them on the embedded PostgreSQL, then those that use a database once
// more on Debian's PostgreSQL 15, but for those of pages in a browser, which ask the server what its
// own suites ask. With arguments: only the files whose path contains one of them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasPostgres15, startPostgres15 } from '../testing/postgres-15.ts';
import { startPostgres18 } from '../testing/postgres-18.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Some ask thousands of questions in one test; the rest of this is for slow and busy machines. */
const TEST_TIMEOUT_MS = 600_000;
const CONCURRENCY = 2;

const wanted = process.argv.slice(2);
const files = globSync('{packages,apps,testing,scripts,bench,evals,examples}/**/*.test.{ts,mjs}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
})
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`No test file has ${wanted.map((part) => `"${part}"`).join(' or ')} in its path.`);
  process.exit(1);
}
const DATABASE = /testing\/(postgres|start-test-server)\.ts'/;
const TEST_HELPER = /'(\.[^']*\/test-[^'/]+\.ts)'/g;
const BROWSER = /testing\/(browser|prepare-browser|prepare-website)\.ts'/;
/** Whether a file, or a helper of it named test-*.ts, imports what `module` says. */
const uses = (file, module) => {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const helpers = [...text.matchAll(TEST_HELPER)].map(([, path]) => join(dirname(file), path));
  return module.test(text) || helpers.some((helper) => uses(helper, module));
};

/** Ctrl-C reaches the suites as well; this process stays to stop PostgreSQL after them. */
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});

const results = [await run('PostgreSQL 18', files, startPostgres18)];
const databaseFiles = files.filter((file) => uses(file, DATABASE) && !uses(file, BROWSER));
if (!hasPostgres15()) {
  console.log('Skipped: the database suites on PostgreSQL 15, which is not installed.');
} else if (results.every((isPassed) => isPassed) && databaseFiles.length > 0) {
  console.log(`\nOnce more on PostgreSQL 15: ${databaseFiles.length} files with a database`);
  results.push(await run('PostgreSQL 15', databaseFiles, startPostgres15));
}
process.exitCode = results.every((isPassed) => isPassed) ? 0 : 1;

async function run(name, testFiles, startPostgres) {
  const startedAtMs = performance.now();
  const postgres = await startPostgres();
  try {
    const child = spawn(
      process.execPath,
      [
        '--test',
        '--test-reporter=spec',
        `--test-concurrency=${CONCURRENCY}`,
        `--test-timeout=${TEST_TIMEOUT_MS}`,
        ...testFiles,
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_POSTGRES_URL: postgres.url } },
    );
    const [code] = await once(child, 'exit');
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0);
    console.log(
      `${testFiles.length} files on ${name}: ${code === 0 ? 'passed' : 'failed'}, ${seconds} s`,
    );
    return code === 0;
  } finally {
    await postgres.stop();
  }
}
