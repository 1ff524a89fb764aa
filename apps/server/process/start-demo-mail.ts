import type { Logger } from 'pino';
import { ageDemo } from '../operations/demo/age-demo.ts';
import { seedDemoMail } from '../operations/demo/seed-demo-mail.ts';
import type { Operations } from '../operations/operations.ts';
import type { Database } from '../platform/database.ts';
import type { Listener } from '../platform/listener.ts';

/** Sends the demonstration's mail in the background, once the server serves. `stop` waits for it. */
export function startDemoMail(options: {
  database: Database;
  listener: Listener;
  operations: Operations;
  clock: () => Date;
  log: Logger;
}): { stop(): Promise<void> } {
  const { database, listener, operations, clock, log } = options;
  const { timezone } = operations.settings;
  const stopping = new AbortController();
  const { signal } = stopping;

  async function run(): Promise<void> {
    const { accept } = operations;
    const outcome = await seedDemoMail({ database, accept, clock, timezone, signal });
    if (outcome === 'seeded') log.info('The demonstration mail of the last 30 days was sent');
    if (outcome !== 'real mail') await ageDemo({ database, listener, clock, timezone, signal });
  }
  const running = run().catch((err: unknown) => {
    log.warn({ err }, 'The demonstration mail could not be sent; the next start tries again');
  });

  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
