import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../apps/server/platform/embedded-postgres/embedded-postgres.ts';

const DATA_DIR = fileURLToPath(new URL('../.data/test/', import.meta.url));

/** Databases of tests are named after their process, so that one can tell whose are left over. */
const TEST_DATABASE = /^test_(\d+)_/;

/**
 * The embedded PostgreSQL for tests, found running or started; without the databases that failed
 * tests of earlier runs have kept. The last process to stop it stops it for all.
 */
export async function startPostgres18(): Promise<EmbeddedPostgres> {
  const log = pino({ level: 'silent' });
  const postgres = await startEmbeddedPostgres({ dataDir: DATA_DIR, isDurable: false, log });
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database',
    );
    for (const { name } of rows) {
      const pid = TEST_DATABASE.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      await client.query(`drop database if exists ${name} with (force)`);
    }
  } catch (error) {
    await postgres.stop();
    throw error;
  } finally {
    await client.end();
  }
  return postgres;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
