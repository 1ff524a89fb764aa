import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

test('a quick bench of the mail runs both to the end and prints every figure', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [main, '--quick'], { timeout: 120_000 });
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('| ') && /\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  assert.deepEqual(
    rows.map(([, title]) => title),
    [
      'bare queue: send, fetch one, complete',
      'bare queue, fetching in batches',
      'whole offline path',
      'speed of the path, bare queue = 1 (aim: at least 0.50)',
      'speed of the path, bare queue in batches = 1',
      'accepted to completed when idle, p50 (aim: at most 100 ms)',
      'accepted to completed when idle, p95',
    ],
  );
  for (const [, title, ...cells] of rows) {
    assert.doesNotMatch(cells.join(' '), /NaN|Infinity|undefined/, title);
  }
});
