import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** CPU time of every process of one PostgreSQL on this machine, by process. */
export type PostgresCpu = ReadonlyMap<number, number>;

/**
 * Reads the CPU of a PostgreSQL of this machine from Linux's accounts. Undefined where there are
 * none: another system, or a database elsewhere.
 */
export async function findPostgresCpu(url: string): Promise<(() => PostgresCpu) | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let postmaster: number | undefined;
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    postmaster = parentOf(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
  if (postmaster === undefined) return undefined;
  return () =>
    new Map(
      readdirSync('/proc')
        .map(Number)
        .filter((pid) => pid === postmaster || (pid > 0 && parentOf(pid) === postmaster))
        .map((pid) => [pid, cpuMsOf(pid)]),
    );
}

/** Processes that ended in between are left out. */
export function cpuBetweenMs(before: PostgresCpu, after: PostgresCpu): number {
  let sum = 0;
  for (const [pid, cpuMs] of after) sum += cpuMs - (before.get(pid) ?? 0);
  return sum;
}

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name before it may hold anything, spaces and brackets included.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[1] === undefined ? undefined : Number(fields[1]);
}

/** The first number is the time on a CPU in nanoseconds. */
function cpuMsOf(pid: number): number {
  return Number(read(`/proc/${pid}/schedstat`)?.split(' ')[0] ?? 0) / 1e6;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
