import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createOperations } from '../../apps/server/operations/operations.ts';
import { openDatabase } from '../../apps/server/platform/database.ts';
import { createListener } from '../../apps/server/platform/listener.ts';
import { migrate } from '../../apps/server/platform/migrate.ts';
import { composeMail } from './compose-mail.ts';
import type { Load } from './load.ts';

/** Mail from a door to its last row, without a language model: all of it, as the server does it. */
export interface OfflinePath {
  /** Accepts and works off so many mails; resolves to the milliseconds that took. */
  run(mails: number): Promise<number>;
  /** One mail at a time with nothing else to do: milliseconds from accepted to completed. */
  latencies(mails: number): Promise<number[]>;
  /** What autovacuum would do within a minute: plans made for empty tables are made again. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}

export async function openOfflinePath({
  url,
  load: { senders, workers },
}: {
  url: string;
  load: Load;
}): Promise<OfflinePath> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const database = openDatabase({ url, log });
  await migrate({ database, log });
  const listener = createListener({ url, log });
  const operations = createOperations({
    database,
    listener,
    languageModels: [],
    settings: {
      timezone: 'America/New_York',
      ownDomains: ['totetaxi.example'],
      ownAddresses: [],
      staffNames: [],
      publicUrl: 'http://localhost',
      allowedSenders: [],
      blockedSenders: [],
      reviewBelowConfidence: 0.9,
      notifications: { email: undefined, webhook: undefined },
    },
    concurrency: workers,
    ownsDatabase: true,
    clock: () => new Date(),
    log,
  });
  await operations.start();

  let hear = () => {};
  const stop = listener.subscribe('executions', () => hear());
  await listener.ready();

  /** Announcements are hints: each is a reason to look again. */
  async function untilCompleted(): Promise<void> {
    for (;;) {
      const announced = new Promise<void>((resolve) => (hear = resolve));
      const { rowCount } = await database.pool.query(
        `select from executions where status in ('pending', 'running') limit 1`,
      );
      if (rowCount === 0) return;
      await announced;
    }
  }

  async function accept(name: string, number: number): Promise<void> {
    const { kind } = await operations.accept(composeMail(name, number));
    if (kind !== 'accepted') throw new Error(`a mail was ${kind}`);
  }

  async function assertCompleted(): Promise<void> {
    const { rows } = await database.pool.query<{ status: string; mails: number }>(
      `select status, count(*) as mails from executions where status <> 'completed' group by 1`,
    );
    if (rows.length > 0) throw new Error(`mails did not complete: ${JSON.stringify(rows)}`);
  }

  return {
    run: async (mails) => {
      const name = randomBytes(6).toString('hex');
      let next = 0;
      const sender = async () => {
        while (next < mails) {
          next += 1;
          await accept(name, next);
        }
      };
      const startedAtMs = performance.now();
      await Promise.all(Array.from({ length: senders }, sender));
      await untilCompleted();
      const tookMs = performance.now() - startedAtMs;
      await assertCompleted();
      return tookMs;
    },
    latencies: async (mails) => {
      const name = randomBytes(6).toString('hex');
      const latenciesMs: number[] = [];
      for (let number = 1; number <= mails; number += 1) {
        await accept(name, number);
        const acceptedAtMs = performance.now();
        await untilCompleted();
        latenciesMs.push(performance.now() - acceptedAtMs);
      }
      await assertCompleted();
      return latenciesMs;
    },
    analyze: async () => void (await database.pool.query('analyze')),
    close: async () => {
      stop();
      await operations.close();
      await listener.close();
      await database.close();
    },
  };
}
