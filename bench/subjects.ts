import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../apps/server/platform/embedded-postgres/embedded-postgres.ts';
import { inspectPostgres, type PostgresInspection } from './postgres-cpu.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** The bare pass-through, and Deskbell. */
export type Subject = 'bare' | 'deskbell';

export interface Subjects {
  /** A fresh process, on the same upstream and database as all others. */
  start(subject: Subject): Promise<ServerProcess>;
  postgres: PostgresInspection;
  /** Ends the upstream and the database, and deletes the data. Stop the servers first. */
  close(): Promise<void>;
}

const DATA_FOLDER = fileURLToPath(new URL('../.data/', import.meta.url));

const mains: Record<Subject, URL> = {
  bare: new URL('bare-server.ts', import.meta.url),
  deskbell: new URL('../apps/server/main.ts', import.meta.url),
};

/**
 * Starts what both servers stand on: the upstream, and for Deskbell an empty embedded PostgreSQL
 * with the settings it is shipped with.
 */
export async function prepareSubjects(options: {
  profileFolder?: string | undefined;
}): Promise<Subjects> {
  await mkdir(DATA_FOLDER, { recursive: true });
  const folder = await mkdtemp(join(DATA_FOLDER, 'bench-'));
  const log = pino({ level: 'warn' }, pino.destination(2));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  const [upstream, inspection] = await Promise.all([
    startUpstream(),
    inspectPostgres(postgres.url),
  ]);
  const env: Record<string, string> = {
    ANTHROPIC_BASE_URL: upstream.url,
    ANTHROPIC_API_KEY: 'test-key',
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    NODE_ENV: 'production',
    SEED_DEMO: 'on',
    // The demonstration's mail would be read with the model that answers the bench.
    PROCESS_MAIL: 'off',
    FRONTDESK_MESSAGES_PER_HOUR: '1000000',
  };
  return {
    postgres: inspection,
    start: (subject) =>
      startServerProcess({
        main: mains[subject],
        env,
        logFile: join(folder, `${subject}.log`),
        profileFolder: options.profileFolder,
      }),
    close: async () => {
      await upstream.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startUpstream(): Promise<{ url: string; stop: () => Promise<void> }> {
  const main = fileURLToPath(new URL('upstream.ts', import.meta.url));
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
