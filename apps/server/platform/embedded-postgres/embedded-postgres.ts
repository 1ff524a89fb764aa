import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { clusterUrl } from './address.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { findHome } from './home.ts';
import { join, leave, type Membership } from './membership.ts';
import { disposableSettings, initdbArguments, serverSettings } from './settings.ts';

const DATABASE = 'deskbell';
const RESTART_PAUSE_MS = 1_000;

export interface EmbeddedPostgres {
  /** A superuser's URL, on this machine only. Stays the same until `stop`. */
  readonly url: string;
  /**
   * Gives PostgreSQL up: the last server on the data folder stops it and waits for its end.
   * Close all other connections first. May be called twice.
   */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** False: faster, and a power cut may lose everything. For tests. Default true. */
  isDurable?: boolean;
  log: Logger;
}

/**
 * Finds the PostgreSQL that runs on `dataDir` or starts it, with an empty database at the first
 * time, and keeps it up until `stop`. Throws `EmbeddedPostgresError`.
 */
export async function startEmbeddedPostgres({
  dataDir,
  isDurable = true,
  log,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const [home, binaries] = await Promise.all([findHome({ dataDir, log }), findBinaries()]);
  const cluster = await openCluster({
    home,
    binaries,
    initdbArguments: isDurable ? initdbArguments : [...initdbArguments, '--no-sync'],
  });
  return await runCluster({
    cluster,
    settings: isDurable ? serverSettings : { ...serverSettings, ...disposableSettings },
    log,
  });
}

/** The same for a cluster that is at hand, of any version. */
export async function runCluster({
  cluster,
  settings,
  log,
}: {
  cluster: Cluster;
  settings: Readonly<Record<string, string>>;
  log: Logger;
}): Promise<EmbeddedPostgres> {
  let membership = await join({ cluster, settings });
  try {
    await createDatabase(membership);
  } catch (error) {
    await leave(membership, cluster);
    throw error;
  }
  const { address } = membership;
  const stopping = new AbortController();
  const stopRequested = Promise.withResolvers<void>();

  /** PostgreSQL ends all connections when one of its processes crashes, and may itself be killed. */
  async function keepUp(): Promise<void> {
    for (;;) {
      await Promise.race([membership.gone, stopRequested.promise]);
      if (stopping.signal.aborted) return;
      log.warn('PostgreSQL ended its connections; connecting again');
      await rejoin();
    }
  }

  async function rejoin(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        membership = await join({ cluster, settings, address });
        return;
      } catch (error) {
        log.error({ err: error }, 'PostgreSQL does not come back; trying again');
        await delay(RESTART_PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  const keepingUp = keepUp();
  let stopped: Promise<void> | undefined;
  return {
    url: clusterUrl(cluster, address, DATABASE),
    stop: () => {
      stopped ??= (async () => {
        stopping.abort();
        stopRequested.resolve();
        await keepingUp;
        await leave(membership, cluster);
      })();
      return stopped;
    },
  };
}

async function createDatabase({ client }: Membership): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount !== 0) return;
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    // 42P04, 23505: another server made it in the same moment.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}
