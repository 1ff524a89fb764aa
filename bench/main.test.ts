import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const expectedRows = [
  'CPU per turn, paced deltas',
  'CPU per turn, deltas in bursts',
  'CPU per turn, one customer',
  'first token, paced deltas',
  'first token, deltas in bursts',
  'first token, one customer',
  'memory per open stream, live',
  'memory per open stream, resident',
];
if (process.platform === 'linux') {
  expectedRows.push(
    'PostgreSQL CPU per turn, paced deltas',
    'PostgreSQL CPU per turn, deltas in bursts',
    'PostgreSQL CPU per turn, one customer',
  );
}

test('a quick bench runs both servers to the end and prints every figure', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [main, '--quick'], { timeout: 120_000 });
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('| ') && /\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  assert.deepEqual(
    rows.map(([, title]) => title),
    expectedRows,
  );
  for (const [, title, ...cells] of rows) {
    assert.doesNotMatch(cells.join(' '), /NaN|Infinity|undefined/, title);
  }
});
