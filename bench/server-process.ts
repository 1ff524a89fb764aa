import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Probe } from './probe.ts';

const START_TIMEOUT_MS = 60_000;
const LOG_END_CHARACTERS = 2_000;

/** One of the two servers under test, in a process of its own. */
export interface ServerProcess {
  url: string;
  /** CPU used so far, by this process alone. */
  cpuMs(): Promise<number>;
  /** After a full collection. */
  memory(): Promise<Pick<Probe, 'liveBytes' | 'residentBytes'>>;
  /** Ends it and waits for its end. May be called twice. */
  stop(): Promise<void>;
}

export interface ServerProcessOptions {
  /** The module to run, as Node would in production. */
  main: URL;
  env: Record<string, string>;
  /** Its output goes here. */
  logFile: string;
  /** Where Node leaves a CPU profile when the process ends. */
  profileFolder?: string | undefined;
}

/** Starts a server on a free port; resolves when it listens, rejects with the end of its log. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const { profileFolder } = options;
  const profile =
    profileFolder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profileFolder];
  const probe = new URL('probe.ts', import.meta.url).href;
  const log = openSync(options.logFile, 'a');
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', probe, ...profile, fileURLToPath(options.main)],
    {
      stdio: ['ignore', log, log, 'ipc'],
      env: { PATH: process.env.PATH, ...options.env, HOST: '127.0.0.1', PORT: String(port) },
    },
  );
  closeSync(log);
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  try {
    await untilItListens(port, child);
  } catch (error) {
    await stop();
    const logEnd = readFileSync(options.logFile, 'utf8').slice(-LOG_END_CHARACTERS);
    throw new Error(`a server did not start:\n${logEnd}`, { cause: error });
  }

  async function ask(question: 'cpu' | 'memory'): Promise<Probe> {
    const reply = once(child, 'message');
    child.send(question);
    const [probed] = (await reply) as [Probe];
    return probed;
  }
  return {
    url,
    cpuMs: async () => (await ask('cpu')).cpuMs,
    memory: () => ask('memory'),
    stop,
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Both servers listen last, so whoever accepts a connection is up. */
async function untilItListens(port: number, child: ChildProcess): Promise<void> {
  const giveUpAt = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      const isOver = child.exitCode !== null || child.signalCode !== null;
      if (isOver || performance.now() > giveUpAt) throw error;
      await delay(50);
    } finally {
      socket.destroy();
    }
  }
}
