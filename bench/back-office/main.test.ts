import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

test('a quick bench of the back office asks the eight questions and prints every figure', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [main, '--quick'], { timeout: 120_000 });
  const rows = stdout.split('\n').filter((line) => /^\| .*\d \|$/.test(line));
  assert.equal(rows.length, 18, stdout);
  for (const row of rows) assert.doesNotMatch(row, /NaN|Infinity|undefined/);
});
