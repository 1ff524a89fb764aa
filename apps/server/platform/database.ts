import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { columnTypes } from './column-types.ts';

/** One process's connections to PostgreSQL. */
export interface Database {
  /** For statements that Kysely would only be in the way of, and for other libraries. */
  readonly pool: pg.Pool;
  /**
   * The query builder, seen through the tables one domain declares next to its code.
   * All domains share one instance and one pool.
   */
  for<Tables>(): Kysely<Tables>;
  /** Waits for running queries, then closes every connection. May be called twice. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Connections at most. Default 10. */
  poolSize?: number;
  /** What a query may take, whether or not the server answers at all. Default 10 s. */
  queryTimeoutMs?: number;
  log: Logger;
}

/**
 * Opens a pool; the first connection is made by the first query. Queries fail after 5 s without
 * a connection. The caller closes it.
 */
export function openDatabase({
  url,
  poolSize = 10,
  queryTimeoutMs = 10_000,
  log,
}: DatabaseOptions): Database {
  let closing: Promise<void> | undefined;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: columnTypes,
    application_name: 'deskbell',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: queryTimeoutMs,
    // The server keeps to the one above only while it runs.
    query_timeout: queryTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    options: '-c TimeZone=UTC',
    allowExitOnIdle: true,
  });
  pool.on('error', (error: Error & { code?: string }) => {
    // A closing pool does not wait for its sockets: PostgreSQL may stop before they are gone.
    if (closing !== undefined) return;
    log.warn({ code: error.code }, 'A database connection was lost');
  });
  // A connection that is lost while checked out between two queries emits its error on the
  // client, where the pool is not listening; unheard it would end the process. The next query
  // on that client fails in any case.
  pool.on('connect', (client) => client.on('error', () => {}));

  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });

  return {
    pool,
    for: <Tables>() => kysely as unknown as Kysely<Tables>,
    close: () => {
      closing ??= kysely.destroy().then(() => (pool.ended ? undefined : pool.end()));
      return closing;
    },
  };
}
