import type { SystemReport } from '@deskbell/protocol';
import type { Database } from '../../platform/database.ts';

const FIGURES = `
  select current_setting('server_version') as version,
    pg_database_size(current_database()) as size_bytes,
    (select sum(numbackends) from pg_stat_database)::integer as connections_used,
    current_setting('max_connections')::integer as connections_max,
    (select count(*) from kysely_migration)::integer as migrations_applied`;

type Figures = Pick<
  SystemReport['database'],
  'size_bytes' | 'connections_used' | 'connections_max' | 'migrations_applied'
>;

/** What the database says of itself. Rejects when it does not answer. */
export async function readDatabaseFigures({
  pool,
}: Pick<Database, 'pool'>): Promise<Figures & { version: string }> {
  const { rows } = await pool.query<Figures & { version: string }>(FIGURES);
  const [figures] = rows;
  if (figures === undefined) throw new Error('The database told nothing of itself.');
  return figures;
}

/** Milliseconds from asking to the answer, the wait for a connection among them. */
export async function measureLatency({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const startedAtMs = performance.now();
  await pool.query('select 1');
  return Math.round((performance.now() - startedAtMs) * 10) / 10;
}
