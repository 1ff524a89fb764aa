import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, SUPERUSER } from './cluster.ts';
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
  port: number;
  client: pg.Client;
  /** Resolves when the connection is no more, for whatever reason. */
  gone: Promise<void>;
}

export interface JoinOptions {
  cluster: Cluster;
  settings: Readonly<Record<string, string>>;
  /** Where to start it if it does not run. Undefined: any free port. */
  port?: number | undefined;
}

export const clusterUrl = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;

/** Finds the running PostgreSQL of this cluster or starts it. Throws `EmbeddedPostgresError`. */
export async function join({ cluster, settings, port }: JoinOptions): Promise<Membership> {
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  for (let launches = 0; Date.now() < deadline; ) {
    const file = await readPostmasterFile(cluster.dataFolder);
    if (file !== undefined && (await isPostmaster(file.pid, cluster.dataFolder))) {
      const membership = file.isReady ? await enter(cluster, file.port) : undefined;
      if (membership !== undefined) return membership;
      // Starting, or about to end because the last server has just left.
      await delay(RETRY_MS);
      continue;
    }
    launches += 1;
    await launchPostmaster({ cluster, settings, port }).catch(async (error: unknown) => {
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

/** Undefined when it is not the moment: not up yet, or the last one out is just stopping it. */
async function enter(cluster: Cluster, port: number): Promise<Membership | undefined> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, port, 'postgres'),
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
    if (rows[0]?.granted === true) return { client, port, gone };
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
