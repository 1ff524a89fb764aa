import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const pathOf = (file: string) => fileURLToPath(new URL(`../apps/server/${file}`, import.meta.url));

/** The server as `npm start` runs it, in a process group of its own as under a terminal. */
export interface ServerProcess {
  url: string;
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves when it answers; rejects when it ends before that. */
  serving(): Promise<void>;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** To the whole group, as Ctrl-C does. */
  signal(name: NodeJS.Signals): void;
}

/** Killed with its owner at the latest. `env` replaces the environment but for PATH. */
export function startServerProcess(
  owner: { after(cleanUp: () => void): void },
  env: { PORT: string } & Record<string, string>,
): ServerProcess {
  return startProcess(owner, { file: 'main.ts', env, sign: 'Deskbell is running' });
}

/** A process that only reads mail, as `npm run worker` runs it. */
export function startWorkerProcess(
  owner: { after(cleanUp: () => void): void },
  env: Record<string, string>,
): Omit<ServerProcess, 'url'> {
  return startProcess(owner, { file: 'worker.ts', env, sign: 'Deskbell reads mail here' });
}

function startProcess(
  owner: { after(cleanUp: () => void): void },
  { file, env, sign }: { file: string; env: Record<string, string>; sign: string },
): ServerProcess {
  const child = spawn(process.execPath, [pathOf(file)], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const output = { stdout: collect(child, 'stdout'), stderr: collect(child, 'stderr') };
  const exited = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  const signal = (name: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, name);
  };
  owner.after(() => signal('SIGKILL'));
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    pid,
    ...output,
    exited,
    signal,
    serving: async () => {
      const ended = exited.then(() => 'ended' as const);
      while (!output.stdout().includes(sign)) {
        const next = await Promise.race([once(child.stdout, 'data'), ended]);
        if (next === 'ended') throw new Error(`The process ended: ${output.stderr()}`);
      }
    },
  };
}

function collect(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

/** A port on loopback that was free a moment ago. */
export async function findFreePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.');
  return String(address.port);
}
