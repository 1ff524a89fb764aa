import { once } from 'node:events';
import { PgBoss } from 'pg-boss';
import type { Load } from './load.ts';

const QUEUE = 'bare';

/** pg-boss as it comes: its own pool, a job sent, fetched and completed. */
export interface BareQueue {
  /** Sends and works off so many jobs; resolves to the milliseconds that took. */
  run(jobs: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * The same version on the same database, with the same number of senders and workers at a time and
 * the same batch. A job is sent by itself, as each mail arrives by itself, and completed by itself,
 * as each mail ends by itself; only fetching is done in batches.
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

  async function send(jobs: number): Promise<void> {
    let left = jobs;
    const sender = async () => {
      while (left > 0) {
        left -= 1;
        await boss.send(QUEUE, { executionId: crypto.randomUUID() });
      }
    };
    await Promise.all(Array.from({ length: senders }, sender));
  }

  async function work(jobs: number): Promise<void> {
    let left = jobs;
    let busy = 0;
    const freed = new EventTarget();
    while (left > 0) {
      if (workers - busy < batch) {
        await once(freed, 'freed');
        continue;
      }
      const fetched = await boss.fetch(QUEUE, { batchSize: workers - busy });
      left -= fetched.length;
      busy += fetched.length;
      for (const job of fetched) {
        void boss.complete(QUEUE, job).then(() => {
          busy -= 1;
          freed.dispatchEvent(new Event('freed'));
        });
      }
    }
    while (busy > 0) await once(freed, 'freed');
  }

  return {
    run: async (jobs) => {
      const startedAtMs = performance.now();
      await Promise.all([send(jobs), work(jobs)]);
      const tookMs = performance.now() - startedAtMs;
      await boss.deleteAllJobs(QUEUE);
      return tookMs;
    },
    close: () => boss.stop({ graceful: false }),
  };
}
