import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

test('a quick bench of the clerk measures both desks and prints every figure', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [main, '--quick'], { timeout: 120_000 });
  const rows = stdout
    .split('\n')
    .filter((line) => /^\| (?:front-desk|back-office).* (?:ms|MB) \|$/.test(line));
  for (const desk of ['front-desk', 'back-office']) {
    const own = rows.filter((line) => line.startsWith(`| ${desk}`));
    // Three of calls at least, the start, and three slow messages.
    assert.ok(own.length >= 7, stdout);
  }
  for (const line of rows) assert.doesNotMatch(line, /NaN|Infinity|undefined/);
});
