import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Address } from './address.ts';

const run = promisify(execFile);

/** What a running PostgreSQL says about itself in its `postmaster.pid`. */
export interface PostmasterFile extends Address {
  pid: number;
  isReady: boolean;
}

/** Undefined when there is no such file, or PostgreSQL is only just writing it. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder, , , status] = text.split('\n');
  if (!pid) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder || undefined,
    isReady: status?.trim() === 'ready',
  };
}

/** Whether `pid` is a PostgreSQL on this data folder, and not whoever got its number since. */
export async function isPostmaster(pid: number, dataFolder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await readCommandLine(pid);
  // A zombie, which still answers to signals, has no command line either.
  return commandLine === undefined || commandLine.includes(dataFolder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Empty for a process without one; undefined where the system does not tell. */
async function readCommandLine(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(missingIsEmpty);
  }
  return await run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

function missingIsEmpty(error: NodeJS.ErrnoException): string | undefined {
  return error.code === 'ENOENT' || error.code === 'ESRCH' ? '' : undefined;
}

/**
 * Lets PostgreSQL start although the number of a killed one now belongs to a stranger. It accepts
 * a file that names its own parent, which this process is about to be; the file itself must
 * stay, since PostgreSQL finds left-over children of the killed one through it.
 */
export async function disownPostmasterFile(dataFolder: string): Promise<void> {
  const file = await readPostmasterFile(dataFolder);
  if (file === undefined || !isAlive(file.pid)) return;
  if (await isPostmaster(file.pid, dataFolder)) return;
  const path = join(dataFolder, 'postmaster.pid');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^\d+/, String(process.pid)));
}
