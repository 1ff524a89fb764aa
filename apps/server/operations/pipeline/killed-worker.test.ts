import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '../../../../testing/postgres.ts';
import type { Database } from '../../platform/database.ts';
import {
  acceptTestMail,
  readOutcome,
  startTestPipeline,
  type TestPipeline,
} from './test-pipeline.ts';

const workerPath = fileURLToPath(new URL('test-killed-worker.ts', import.meta.url));

/** One of each way a mail can go; the slow one stores as it goes along. */
const EACH_WAY = ['SLOW ATTACHED', 'TASK-FAILS', 'UNREADABLE'];
const COMPLETING = ['plain', 'SLOW ATTACHED', 'TASK-FAILS'];
/** What a worker calls before its first mail: nothing is at stake yet, once each is enough. */
const START_CALLS = 15;

interface Ended {
  killed: boolean;
  output: string;
}

function startWorker(t: TestContext, args: string[]) {
  const child = spawn(process.execPath, [workerPath, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'deskbell-test-cache') },
  });
  const kill = () => void child.kill('SIGKILL');
  t.after(kill);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const ended: Promise<Ended> = once(child, 'close').then(([code, signal]) => {
    assert.ok(signal === 'SIGKILL' || code === 0, `the worker ended with ${code ?? signal}`);
    return { killed: signal === 'SIGKILL', output };
  });
  return { kill, ended, working: once(child.stdout, 'data') };
}

async function openQueue(t: TestContext): Promise<{ url: string } & TestPipeline> {
  const { url } = await createTestDatabase(t);
  const running = await startTestPipeline(url, { concurrency: 0, poolSize: 3 });
  t.after(() => running.close());
  return { url, ...running };
}

async function acceptAll({ database, pipeline }: TestPipeline, mails: string[]): Promise<void> {
  for (const mail of mails) await acceptTestMail(database, pipeline.queue, mail);
}

async function empty(database: Database): Promise<void> {
  await database.pool.query('delete from emails; delete from vendors; delete from pgboss.job');
}

/** A worker that is not killed, on the same database, until nothing is left to do. */
async function finish(url: string): Promise<void> {
  const worker = await startTestPipeline(url, { poolSize: 4 });
  try {
    await worker.idle();
  } finally {
    await worker.close();
  }
}

describe('a worker killed', { concurrency: true }, () => {
  test('killed before or after any call, a worker leaves mails that end as without the kill', async (t) => {
    const lanes = await Promise.all([openQueue(t), openQueue(t)]);
    const [lane] = lanes;
    assert.ok(lane);
    await acceptAll(lane, EACH_WAY);
    const whole = await startWorker(t, [lane.url, 'before', '0']).ended;
    assert.equal(whole.killed, false);
    const expected = await readOutcome(lane.database);
    const statuses = expected.map((row) => (row as { status: string }).status);
    assert.deepEqual(statuses.sort(), ['completed', 'completed', 'failed']);
    const calls = whole.output.trim();
    assert.ok(calls.length > 60, calls);

    // Right after anything but a statement is right before the next call: nothing was stored.
    const points = [...calls].flatMap((kind, index) => {
      const whens = kind === 's' && index >= START_CALLS ? ['before', 'after'] : ['before'];
      return whens.map((when) => ({ when, n: index + 1 }));
    });
    const planned = points.length;
    let kills = 0;
    await Promise.all(
      lanes.map(async (own) => {
        for (;;) {
          const point = points.shift();
          if (point === undefined) return;
          await empty(own.database);
          await acceptAll(own, EACH_WAY);
          const { killed } = await startWorker(t, [own.url, point.when, String(point.n)]).ended;
          if (killed) kills += 1;
          await finish(own.url);
          assert.deepEqual(await readOutcome(own.database), expected, `${point.when} ${point.n}`);
        }
      }),
    );
    // The last calls are of waiting for more to do, of which there are not always as many.
    assert.ok(kills > planned - 12, `${kills} kills of ${planned}`);
  });

  test('300 mails and 30 kills at random end as without kills: none lost, none twice', async (t) => {
    const queue = await openQueue(t);
    const mails = Array.from({ length: 300 }, (_, index) => `${COMPLETING[index % 3]} ${index}`);
    await acceptAll(queue, mails);
    let kills = 0;
    for (let seed = 1; kills < 30; seed += 1) {
      const { killed } = await startWorker(t, [queue.url, 'random', String(seed)]).ended;
      if (!killed) break;
      kills += 1;
    }
    assert.equal(kills, 30);
    await finish(queue.url);
    const outcome = (await readOutcome(queue.database)) as Record<string, unknown>[];
    await empty(queue.database);
    await acceptAll(queue, mails);
    await finish(queue.url);
    assert.deepEqual(outcome, await readOutcome(queue.database));
    assert.ok(
      outcome.every(
        ({ status, tasks, jobs }) => status === 'completed' && tasks !== 2 && jobs === null,
      ),
    );
  });

  test('two workers on one database, one killed and replaced again and again', async (t) => {
    const queue = await openQueue(t);
    const mails = Array.from({ length: 200 }, (_, index) => `${COMPLETING[index % 3]} ${index}`);
    const heartbeat = ['shared', '10'];
    const steady = startWorker(t, [queue.url, ...heartbeat]);
    await steady.working;
    const accepting = acceptAll(queue, mails);
    for (let round = 0; round < 4; round += 1) {
      const victim = startWorker(t, [queue.url, ...heartbeat]);
      await victim.working;
      await acceptAll(queue, [`plain extra ${round}`]);
      victim.kill();
      await victim.ended;
    }
    await accepting;
    await queue.idle();
    const outcome = (await readOutcome(queue.database)) as Record<string, unknown>[];
    steady.kill();
    assert.equal(outcome.length, 204);
    assert.ok(outcome.every(({ status, jobs }) => status === 'completed' && jobs === null));
    assert.ok(
      outcome.every(({ mail, tasks }) => tasks === (String(mail).startsWith('TASK') ? 0 : 1)),
    );
  });
});
