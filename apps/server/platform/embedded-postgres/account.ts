import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const run = promisify(execFile);

/** The system account a child process runs as. */
export interface Account {
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Whom PostgreSQL has to run as, because it refuses to run as root: the owner of `folder` when
 * that is an ordinary user, else `nobody`. Undefined when this process is not root: as itself.
 */
export async function findAccount(folder: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(folder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  try {
    const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')]);
    return { uid, gid };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root and this system has no user "nobody". Start the server as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [flag, 'nobody']);
  return Number.parseInt(stdout, 10);
}

/** Whether `account` may enter `folder`: asked of the system, since modes do not tell about ACLs. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
