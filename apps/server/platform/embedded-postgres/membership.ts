import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Address, clusterUrl, socketFolderOf } from './address.ts';
import type { Cluster } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { launchPostmaster, stopPostmaster } from './postmaster.ts';
import { isPostmaster, readPostmasterFile } from './postmaster-file.ts';

const RETRY_MS = 20;
const JOIN_TIMEOUT_MS = 60_000;
const LAUNCH_ATTEMPTS = 3;
/** Any number; every server on a cluster has to use the same. */
const LOCK = 7_205_759_403_792_793;

/** One server's share in a running cluster: a connection that holds the shared lock. */
export interface Membership {
  address: Address;
  client: pg.Client;
  /** Resolves when the connection is no more, for whatever reason. */
  gone: Promise<void>;
}

export interface JoinOptions {
  cluster: Cluster;
  settings: Readonly<Record<string, string>>;
  /** Where to start it if it does not run. Undefined: any free port, and a socket if possible. */
  address?: Address | undefined;
}

/** Finds the running PostgreSQL of this cluster or starts it. Throws `EmbeddedPostgresError`. */
export async function join({ cluster, settings, address }: JoinOptions): Promise<Membership> {
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  for (let launches = 0; Date.now() < deadline; ) {
    const file = await readPostmasterFile(cluster.dataFolder);
    if (file !== undefined && (await isPostmaster(file.pid, cluster.dataFolder))) {
      const membership = file.isReady ? await enterAnyWay(cluster, file) : undefined;
      if (membership !== undefined) return membership;
      // Starting, or about to end because the last server has just left.
      await delay(RETRY_MS);
      continue;
    }
    launches += 1;
    const launched = launchPostmaster({
      cluster,
      settings,
      port: address?.port,
      // Not every file system takes sockets, and without one that it was told to make it gives up.
      socketFolder: launches === 1 ? socketFolderOf(cluster) : address?.socketFolder,
    });
    await launched.catch(async (error: unknown) => {
      // The port was taken in between, or another server started the same cluster first.
      if (launches >= LAUNCH_ATTEMPTS) throw error;
      await delay(RETRY_MS);
    });
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL on ${cluster.dataFolder} runs but cannot be reached; its log is ${cluster.logPath}.`,
  );
}

/** Gives up the share; the last one out stops PostgreSQL, and resolves when it is gone. */
export async function leave({ client }: Membership, cluster: Cluster): Promise<void> {
  const isLast = await client
    .query('select pg_advisory_unlock_shared($1)', [LOCK])
    .then(() => client.query<Granted>('select pg_try_advisory_lock($1) as granted', [LOCK]))
    .then(
      ({ rows }) => rows[0]?.granted === true,
      () => false,
    );
  if (isLast) await stopPostmaster(cluster);
  await client.end().catch(() => {});
}

interface Granted {
  granted: boolean;
}

/** As `enter`; on loopback when a socket file is gone. */
async function enterAnyWay(cluster: Cluster, address: Address): Promise<Membership | undefined> {
  const { port, socketFolder } = address;
  const membership = await enter(cluster, { port, socketFolder });
  if (membership !== undefined || socketFolder === undefined) return membership;
  return await enter(cluster, { port, socketFolder: undefined });
}

/** Undefined when it is not the moment: not up yet, or the last one out is just stopping it. */
async function enter(cluster: Cluster, address: Address): Promise<Membership | undefined> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, address, 'postgres'),
    application_name: 'deskbell-owner',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => {});
  const gone = new Promise<void>((resolve) => client.once('end', resolve));
  try {
    await client.connect();
    const { rows } = await client.query<Granted>(
      'select pg_try_advisory_lock_shared($1) as granted',
      [LOCK],
    );
    if (rows[0]?.granted === true) return { client, address, gone };
  } catch (error) {
    // 28P01: the password is wrong. Waiting does not help.
    if ((error as { code?: string }).code === '28P01') {
      throw new EmbeddedPostgresError(
        `The PostgreSQL that runs on ${cluster.dataFolder} does not accept the password kept beside it.`,
        { cause: error },
      );
    }
  }
  await client.end().catch(() => {});
  return undefined;
}
