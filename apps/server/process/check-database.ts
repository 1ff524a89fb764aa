import type { Database } from '../platform/database.ts';
import { StartError } from './start-error.ts';

const OLDEST_VERSION = 15;

const reasons: Record<string, string> = {
  '3D000': 'does not exist on its server',
  '28000': 'does not let this user in',
  '28P01': 'refuses this user or password',
};

function reasonOf({ code, message }: Error & { code?: string }): string {
  return reasons[code ?? ''] ?? `cannot be reached (${code ?? message})`;
}

/** Throws `StartError` when the database cannot be reached or is too old. */
export async function checkDatabase({ pool }: Database): Promise<void> {
  const version = await pool
    .query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    )
    .then(({ rows }) => rows[0]?.version ?? 0)
    .catch((error: Error & { code?: string }) => {
      throw new StartError(`The database of DATABASE_URL ${reasonOf(error)}.`, { cause: error });
    });
  if (version < OLDEST_VERSION) {
    throw new StartError(
      `The database of DATABASE_URL is PostgreSQL ${version}; it has to be ${OLDEST_VERSION} or newer.`,
    );
  }
}
