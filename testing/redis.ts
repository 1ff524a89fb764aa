import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './server-process.ts';

/** Why there can be no Redis here; undefined when there can. */
export function whyNoRedis(): string | undefined {
  const { status } = spawnSync('redis-server', ['--version'], { stdio: 'ignore' });
  return status === 0 ? undefined : 'Redis (redis-server) is not installed';
}

/** A Redis of its own on a free port, which keeps nothing. */
export interface RedisServer {
  url: string;
  /** On the same port as before, empty. */
  start(): Promise<void>;
  /** Ends it with its connections, without a word. */
  kill(): Promise<void>;
  /** Keeps it from answering, with its connections open, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** Started; killed and removed with its owner. With a password when one is given. */
export async function startRedis(
  owner: { after(cleanUp: () => Promise<void>): void },
  options: { password?: string } = {},
): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-redis-'));
  const port = await findFreePort();
  const { password } = options;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    server = spawn(
      'redis-server',
      [
        ['--port', port],
        ['--bind', '127.0.0.1'],
        ['--dir', folder],
        ['--save', ''],
        ['--appendonly', 'no'],
        password === undefined ? [] : ['--requirepass', password],
      ].flat(),
      { stdio: 'ignore' },
    );
    const ended = once(server, 'exit').then(() => {
      throw new Error('Redis ended while it started');
    });
    ended.catch(() => {});
    await Promise.race([ended, untilAnswering(Number(port))]);
  }

  async function kill(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  }

  owner.after(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  });
  await start();
  const credentials = password === undefined ? '' : `:${encodeURIComponent(password)}@`;
  return {
    url: `redis://${credentials}127.0.0.1:${port}`,
    start,
    kill,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
  };
}

async function untilAnswering(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      // Without a password it answers +PONG, with one -NOAUTH; while it loads, nothing yet.
      socket.write('PING\r\n');
      await once(socket, 'data');
      return;
    } catch {
      // Not yet.
    } finally {
      socket.destroy();
    }
  }
}
