import { createHash } from 'node:crypto';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Account, canEnter, findAccount } from './account.ts';
import { SHARED_FOLDER } from './binaries.ts';

/** Where a cluster lives and who runs it. `account` is undefined when we run it as ourselves. */
export interface Home {
  folder: string;
  account: Account | undefined;
}

/**
 * The folder for PostgreSQL's files: `dataDir`, or, where root's PostgreSQL cannot get at that
 * (it runs as `nobody`), one under /var/lib/deskbell named after it. Creates it.
 */
export async function findHome({ dataDir, log }: { dataDir: string; log: Logger }): Promise<Home> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const account = await findAccount(join(folder, 'postgres'));
  if (account === undefined) return { folder, account };

  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const moved = join(SHARED_FOLDER, `data-${name}`);
  // Once moved it stays there, even if the folder has been opened since.
  const hasMoved = await stat(join(moved, 'postgres')).then(
    () => true,
    () => false,
  );
  if (!hasMoved && (await canEnter(account, folder))) return { folder, account };

  await mkdir(moved, { recursive: true, mode: 0o755 });
  log.info(
    { wanted: folder, used: moved },
    `The user PostgreSQL runs as cannot reach ${folder}; the database is in ${moved}`,
  );
  return { folder: moved, account: await findAccount(join(moved, 'postgres')) };
}
