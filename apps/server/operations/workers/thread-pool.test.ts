import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { createThreadPool, type ThreadPool } from './thread-pool.ts';

function createPool(t: TestContext, lines: string[] = []): ThreadPool {
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const pool = createThreadPool({
    file: new URL('test-worker.ts', import.meta.url),
    threads: 1,
    log,
  });
  t.after(() => pool.close());
  return pool;
}
const options = { timeoutMs: 10_000 };

test('a task that never ends is cut off, and the next one runs in a new thread', async (t) => {
  const pool = createPool(t);
  await assert.rejects(pool.run('spin', 1, { timeoutMs: 200 }), {
    name: 'WorkerError',
    code: 'time_limit',
    message: 'It took longer than 0.2 seconds.',
  });
  assert.equal(await pool.run('echo', 2, options), 2);
});

test('a task that takes all memory ends its thread, not the process', async (t) => {
  const pool = createPool(t);
  await assert.rejects(pool.run('eat', 1, { timeoutMs: 60_000 }), {
    name: 'WorkerError',
    code: 'crashed',
  });
  assert.equal(await pool.run('echo', 2, options), 2);
});

test('a thread that exits or fails rejects its task only; nothing of its words is logged', async (t) => {
  const lines: string[] = [];
  const pool = createPool(t, lines);
  for (const name of ['exit', 'throw', 'exit']) {
    await assert.rejects(pool.run(name, 'word', options), { name: 'WorkerError', code: 'crashed' });
  }
  assert.deepEqual(
    await Promise.all([1, 2, 3].map((each) => pool.run('echo', each, options))),
    [1, 2, 3],
  );
  assert.ok(lines.length >= 3);
  assert.ok(!lines.join().includes('secret'));
});

test('waiting for a thread is not the time of the task that waits', async (t) => {
  const pool = createPool(t);
  const spinning = assert.rejects(pool.run('spin', 1, { timeoutMs: 600 }), { code: 'time_limit' });
  const waiting = pool.run('echo', 2, { timeoutMs: 300 });
  await spinning;
  assert.equal(await waiting, 2);
});

test('what a worker refuses is told with its code', async (t) => {
  const refused = createPool(t).run('refuse', 1, options);
  await assert.rejects(refused, {
    name: 'WorkerError',
    code: 'too_deep',
    message: 'It is too deep.',
  });
});

test('an aborted signal rejects with its reason, before, while waiting and while running', async (t) => {
  const pool = createPool(t);
  const gone = new Error('the client is gone');
  await assert.rejects(pool.run('echo', 1, { ...options, signal: AbortSignal.abort(gone) }), gone);
  const stop = new AbortController();
  const running = pool.run('spin', 1, { ...options, signal: stop.signal });
  const waiting = pool.run('echo', 1, { ...options, signal: stop.signal });
  stop.abort(gone);
  await assert.rejects(running, gone);
  await assert.rejects(waiting, gone);
  assert.equal(await pool.run('echo', 2, options), 2);
});

test('a thread does not see the environment of the server', async (t) => {
  assert.deepEqual(await createPool(t).run('environment', 1, options), []);
});

test('close ends what runs and waits, leaves no thread, and may be called twice', async (t) => {
  const pool = createPool(t);
  const running = assert.rejects(pool.run('spin', 1, options), { code: 'crashed' });
  const waiting = assert.rejects(pool.run('echo', 1, options), { code: 'crashed' });
  await Promise.all([pool.close(), pool.close()]);
  await Promise.all([running, waiting]);
  await assert.rejects(pool.run('echo', 1, options), { code: 'crashed' });
  const left = process.getActiveResourcesInfo().filter((name) => name === 'Worker');
  assert.deepEqual(left, []);
});

test('threads that cannot even start reject each task, and nothing waits for ever', async (t) => {
  const pool = createThreadPool({
    file: new URL('no-such-file.ts', import.meta.url),
    threads: 1,
    log: pino({ level: 'silent' }),
  });
  t.after(() => pool.close());
  for (let tries = 0; tries < 4; tries += 1) {
    await assert.rejects(pool.run('echo', tries, options), { code: 'crashed' });
  }
});
