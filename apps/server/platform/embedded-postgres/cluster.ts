import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Home } from './home.ts';

const run = promisify(execFile);

export const SUPERUSER = 'deskbell';

/** A database cluster on disk, running or not. */
export interface Cluster {
  /** PostgreSQL's data directory. */
  dataFolder: string;
  logPath: string;
  password: string;
  binaries: string;
  account: Account | undefined;
}

export interface OpenClusterOptions {
  home: Home;
  binaries: string;
  /** Given to `initdb` besides authentication and encoding. */
  initdbArguments: readonly string[];
}

/**
 * The cluster in `home`, created when there is none. Several processes may call this at once: a
 * cluster is made under another name and appears, with its password, by one rename.
 * Throws `EmbeddedPostgresError`.
 */
export async function openCluster(options: OpenClusterOptions): Promise<Cluster> {
  const { home, binaries } = options;
  const folder = join(home.folder, 'postgres');
  if ((await stat(folder).catch(() => undefined)) === undefined) await create(folder, options);
  try {
    return {
      dataFolder: join(folder, 'data'),
      logPath: join(folder, 'log'),
      password: await readFile(join(folder, 'password'), 'utf8'),
      binaries,
      account: home.account,
    };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The database in ${folder} cannot be opened (${(error as NodeJS.ErrnoException).code}). If it was made by another user, start the server as that user or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

async function create(folder: string, options: OpenClusterOptions): Promise<void> {
  const { home, binaries, initdbArguments } = options;
  const { account } = home;
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  const passwordPath = join(draft, 'password');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordPath, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account !== undefined) {
      for (const path of [draft, passwordPath]) await chown(path, account.uid, account.gid);
    }
    const identity = [
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordPath}`,
      '--auth=scram-sha-256',
    ];
    await run(
      join(binaries, 'bin', 'initdb'),
      ['-D', join(draft, 'data'), ...identity, '--encoding=UTF8', ...initdbArguments],
      { ...account, cwd: draft, env: childEnvironment(), windowsHide: true },
    );
    await chmod(draft, 0o700);
    await rename(draft, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Another process was first.
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw new EmbeddedPostgresError(
      `The database in ${folder} could not be created: ${reasonOf(error)}`,
      { cause: error },
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** What initdb said was wrong, else what the system said. */
function reasonOf(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string };
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /error:|FATAL|hint:/i.test(line));
  const said = telling.length > 0 ? telling : lines.slice(-3);
  return said.join(' ') || message;
}

/** PostgreSQL reads many variables (PGPORT, PGDATA, LC_ALL…); it gets none of ours but these. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SYSTEMROOT } = process.env;
  return {
    LANG: 'C',
    ...(PATH !== undefined && { PATH }),
    ...(TMPDIR !== undefined && { TMPDIR }),
    ...(SYSTEMROOT !== undefined && { SYSTEMROOT }),
  };
}
