import { execFile, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Cluster, childEnvironment } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { disownPostmasterFile, isPostmaster, readPostmasterFile } from './postmaster-file.ts';

const run = promisify(execFile);

const POLL_MS = 10;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const LONGEST_LOG_BYTES = 4 * 1024 * 1024;
const LOG_TAIL_BYTES = 2_000;

export interface LaunchOptions {
  cluster: Cluster;
  /** Undefined: any free one. */
  port: number | undefined;
  /** Undefined: on loopback only. */
  socketFolder: string | undefined;
  /** PostgreSQL's run-time parameters besides where it listens. */
  settings: Readonly<Record<string, string>>;
}

/**
 * Starts PostgreSQL on loopback in a process group of its own, so that Ctrl-C does not reach it,
 * and resolves when it accepts connections. It is not tied to this process.
 * Throws `EmbeddedPostgresError` with PostgreSQL's last words when it gives up.
 */
export async function launchPostmaster({
  cluster,
  port,
  socketFolder,
  settings,
}: LaunchOptions): Promise<void> {
  const { dataFolder, binaries, account, logPath } = cluster;
  await disownPostmasterFile(dataFolder);
  const parameters = {
    listen_addresses: '127.0.0.1',
    port: String(port ?? (await findFreePort())),
    unix_socket_directories: socketFolder ?? '',
    ...settings,
  };
  const log = await open(logPath, 'a', 0o600);
  try {
    if ((await log.stat()).size > LONGEST_LOG_BYTES) await log.truncate();
    const logStart = (await log.stat()).size;
    const child = spawn(
      join(binaries, 'bin', 'postgres'),
      ['-D', dataFolder, ...Object.entries(parameters).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
      {
        ...account,
        cwd: dataFolder,
        env: childEnvironment(),
        stdio: ['ignore', log.fd, log.fd],
        detached: true,
        windowsHide: true,
      },
    );
    let ending: Error | string | undefined;
    child.on('error', (error) => (ending ??= error));
    child.on('exit', (code, signal) => (ending ??= `exit ${code ?? signal}`));
    child.unref();

    for (const deadline = Date.now() + START_TIMEOUT_MS; ; await delay(POLL_MS)) {
      const file = await readPostmasterFile(dataFolder);
      if (file !== undefined && file.pid === child.pid && file.isReady) return;
      if (ending === undefined && Date.now() < deadline) continue;
      const words = ending instanceof Error ? ending.message : await readTail(logPath, logStart);
      throw new EmbeddedPostgresError(`PostgreSQL did not start on ${dataFolder}: ${words}`);
    }
  } finally {
    await log.close();
  }
}

/**
 * Stops PostgreSQL in order (its clients are cut off, its data is on disk) and resolves when the
 * process is gone. Does nothing when none runs.
 */
export async function stopPostmaster({ dataFolder, binaries }: Cluster): Promise<void> {
  const file = await readPostmasterFile(dataFolder);
  if (file === undefined || !(await isPostmaster(file.pid, dataFolder))) return;
  if (process.platform === 'win32') {
    // There are no signals to send; PostgreSQL's own program knows another way.
    await run(join(binaries, 'bin', 'pg_ctl'), ['stop', '-D', dataFolder, '-m', 'fast', '-w']);
    return;
  }
  signal(file.pid, 'SIGINT');
  if (await isGone(file.pid, { dataFolder, timeoutMs: STOP_TIMEOUT_MS })) return;
  // Recovery at the next start costs less than a process nobody looks after.
  signal(file.pid, 'SIGQUIT');
  await isGone(file.pid, { dataFolder, timeoutMs: STOP_TIMEOUT_MS });
}

async function isGone(
  pid: number,
  { dataFolder, timeoutMs }: { dataFolder: string; timeoutMs: number },
): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await delay(POLL_MS)) {
    if (!(await isPostmaster(pid, dataFolder))) return true;
  }
  return false;
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function readTail(path: string, start: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const position = Math.max(start, size - LOG_TAIL_BYTES);
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(size - position),
      position,
    });
    return buffer.toString('utf8', 0, bytesRead).trim() || 'it said nothing';
  } finally {
    await file.close();
  }
}

/** Free a moment ago; whoever takes it in between makes the launch fail, and it is tried again. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
