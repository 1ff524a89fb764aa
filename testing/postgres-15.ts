import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openCluster } from '../apps/server/platform/embedded-postgres/cluster.ts';
import { runCluster } from '../apps/server/platform/embedded-postgres/embedded-postgres.ts';
import { findHome } from '../apps/server/platform/embedded-postgres/home.ts';
import { disposableSettings } from '../apps/server/platform/embedded-postgres/settings.ts';

const DEBIAN_BINARIES = '/usr/lib/postgresql/15';

export const hasPostgres15 = (): boolean => existsSync(`${DEBIAN_BINARIES}/bin/postgres`);

/** A new, empty server of Debian's PostgreSQL 15, the oldest version we support; gone after `stop`. */
export async function startPostgres15(): Promise<{ url: string; stop(): Promise<void> }> {
  const log = pino({ level: 'silent' });
  const dataDir = await mkdtemp(join(tmpdir(), 'deskbell-postgres-15-'));
  const home = await findHome({ dataDir, log });
  const removeFiles = async (): Promise<void> => {
    for (const folder of [dataDir, home.folder]) await rm(folder, { recursive: true, force: true });
  };
  try {
    const cluster = await openCluster({
      home,
      binaries: DEBIAN_BINARIES,
      initdbArguments: ['--locale=C.UTF-8', '--no-sync'],
    });
    const settings = { ...disposableSettings, max_connections: '100', timezone: 'UTC' };
    const { url, stop } = await runCluster({ cluster, settings, log });
    return { url, stop: () => stop().then(removeFiles) };
  } catch (error) {
    await removeFiles();
    throw error;
  }
}
