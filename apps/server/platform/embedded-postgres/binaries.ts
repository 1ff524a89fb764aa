import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRoot } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Where root keeps what `nobody` must be able to read. */
export const SHARED_FOLDER = '/var/lib/deskbell';

/** A folder with PostgreSQL's own `bin`, `lib` and `share`, usable by whoever runs it. */
export async function findBinaries(): Promise<string> {
  const { folder, version } = await locatePackage();
  return isRoot() ? await copyForEveryone(folder, version) : folder;
}

async function locatePackage(): Promise<{ folder: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for this system (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/** Made once per version, and complete or absent: a copy appears under its name by one rename. */
async function copyForEveryone(folder: string, version: string): Promise<string> {
  const target = join(SHARED_FOLDER, `postgres-${version}`);
  if (await exists(target)) return target;
  const draft = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(SHARED_FOLDER, { recursive: true });
    await chmod(SHARED_FOLDER, 0o755);
    // Static libraries are for linking against, not for running.
    const filter = (path: string): boolean => !path.endsWith('.a');
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true, filter });
    await makeReadable(draft);
    await rename(draft, target);
  } catch (error) {
    if (!(await exists(target))) {
      throw new EmbeddedPostgresError(
        `As root, PostgreSQL has to run from a copy in ${SHARED_FOLDER}, which could not be made (${(error as NodeJS.ErrnoException).code}). Start the server as an ordinary user, or set DATABASE_URL.`,
        { cause: error },
      );
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

/** npm installs with the umask of whoever called it, which may hide files from others. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o444);
  }
  for (const program of await readdir(join(folder, 'bin'))) {
    await chmod(join(folder, 'bin', program), 0o755);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
