import { dirname, join } from 'node:path';
import { type Cluster, SUPERUSER } from './cluster.ts';

/** Where a running cluster is reached: on loopback, and through a socket file where it has one. */
export interface Address {
  port: number;
  socketFolder: string | undefined;
}

/** macOS has the least room for a socket's path: 104 bytes with the one that ends it. */
const LONGEST_SOCKET_PATH_BYTES = 103;

/**
 * The folder for the cluster's socket: its own, which nobody else may enter. Undefined where there
 * can be none; over TCP every statement costs both sides more (docs/performance.md).
 */
export function socketFolderOf({ dataFolder }: Pick<Cluster, 'dataFolder'>): string | undefined {
  const folder = dirname(dataFolder);
  const longestPath = join(folder, '.s.PGSQL.65535');
  const isShort = Buffer.byteLength(longestPath) <= LONGEST_SOCKET_PATH_BYTES;
  // PostgreSQL reads the setting as a list, where commas and quotes mean something.
  const isPlain = !/[",]/.test(folder);
  return process.platform !== 'win32' && isShort && isPlain ? folder : undefined;
}

/** A superuser's URL, through the socket if there is one. */
export function clusterUrl(
  { password }: Pick<Cluster, 'password'>,
  { port, socketFolder }: Address,
  database: string,
): string {
  const user = `${SUPERUSER}:${password}`;
  if (socketFolder === undefined) return `postgres://${user}@127.0.0.1:${port}/${database}`;
  const host = encodeURIComponent(socketFolder);
  return `postgres://${user}@localhost/${database}?host=${host}&port=${port}`;
}
