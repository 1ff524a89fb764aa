import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pino } from 'pino';
import { repeatJob } from './repeat-job.ts';

it('a repeated job goes on after a failure, never overlaps, and stop waits for it', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  const runs: PromiseWithResolvers<void>[] = [];
  const job = repeatJob({
    name: 'Tidying',
    everyMs: 1_000,
    work: () => {
      const run = Promise.withResolvers<void>();
      runs.push(run);
      return run.promise;
    },
    log,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  assert.equal(runs.length, 0);
  t.mock.timers.tick(3_000);
  assert.equal(runs.length, 1);
  runs[0]?.reject(new Error('no'));
  await settle();
  assert.match(lines[0] ?? '', /Tidying failed/);
  t.mock.timers.tick(1_000);
  assert.equal(runs.length, 2);
  let isStopped = false;
  const stopping = job.stop().then(() => {
    isStopped = true;
  });
  await settle();
  assert.equal(isStopped, false);
  runs[1]?.resolve();
  await stopping;
  t.mock.timers.tick(5_000);
  assert.equal(runs.length, 2);
});
