import { once, setMaxListeners } from 'node:events';
import { PgBoss } from 'pg-boss';
import type { Load } from './load.ts';

const QUEUE = 'bare';

/** pg-boss as it comes: its own pool, jobs sent, fetched and completed. */
export interface BareQueue {
  /** Each worker fetches one job, completes it and fetches the next; resolves to milliseconds. */
  run(jobs: number): Promise<number>;
  /** The same with one loop that fetches jobs for all free workers at once. */
  runBatched(jobs: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * The same version on the same database, with the same number of senders and workers at a time. A
 * job is sent by itself, as each mail arrives by itself, and completed by itself, as each mail ends
 * by itself.
 */
export async function openBareQueue({
  url,
  load: { senders, workers },
}: {
  url: string;
  load: Load;
}): Promise<BareQueue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    max: 10,
    schedule: false,
    supervise: false,
  });
  boss.on('error', (error) => process.stderr.write(`${error.message}\n`));
  await boss.start();
  await boss.createQueue(QUEUE, { heartbeatSeconds: 30 });
  const batch = Math.max(1, Math.floor(workers / 2));
  const changes = new EventTarget();
  setMaxListeners(0, changes);
  const changed = () => once(changes, 'change');
  const change = () => changes.dispatchEvent(new Event('change'));

  async function send(jobs: number): Promise<void> {
    let left = jobs;
    const sender = async () => {
      while (left > 0) {
        left -= 1;
        await boss.send(QUEUE, { executionId: crypto.randomUUID() });
        change();
      }
    };
    await Promise.all(Array.from({ length: senders }, sender));
  }

  async function work(jobs: number): Promise<void> {
    let left = jobs;
    const worker = async () => {
      while (left > 0) {
        const sent = changed();
        const [job] = await boss.fetch(QUEUE);
        if (job === undefined) {
          // Whoever takes the last job ends the waiting of the others.
          if (left > 0) await sent;
          continue;
        }
        left -= 1;
        await boss.complete(QUEUE, job);
        if (left === 0) change();
      }
    };
    await Promise.all(Array.from({ length: workers }, worker));
  }

  async function workBatched(jobs: number): Promise<void> {
    let left = jobs;
    let busy = 0;
    while (left > 0) {
      const next = changed();
      if (workers - busy < batch) {
        await next;
        continue;
      }
      const fetched = await boss.fetch(QUEUE, { batchSize: workers - busy });
      if (fetched.length === 0) await next;
      left -= fetched.length;
      busy += fetched.length;
      for (const job of fetched) {
        void boss.complete(QUEUE, job).then(() => {
          busy -= 1;
          change();
        });
      }
    }
    while (busy > 0) await changed();
  }

  async function timed(jobs: number, working: typeof work): Promise<number> {
    const startedAtMs = performance.now();
    await Promise.all([send(jobs), working(jobs)]);
    const tookMs = performance.now() - startedAtMs;
    await boss.deleteAllJobs(QUEUE);
    return tookMs;
  }

  return {
    run: (jobs) => timed(jobs, work),
    runBatched: (jobs) => timed(jobs, workBatched),
    close: () => boss.stop({ graceful: false }),
  };
}
