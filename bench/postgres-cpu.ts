import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** CPU time of every process of one PostgreSQL on this machine, by process. */
export type PostgresCpu = ReadonlyMap<number, number>;

export interface PostgresInspection {
  version: string;
  /** Undefined where Linux keeps no accounts of it: another system, or a database elsewhere. */
  readCpu: (() => PostgresCpu) | undefined;
}

/** Asks a PostgreSQL for its version, and finds its processes on this machine. */
export async function inspectPostgres(url: string): Promise<PostgresInspection> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number; version: string }>(
      `select pg_backend_pid() as pid, current_setting('server_version') as version`,
    );
    const postmaster = parentOf(rows[0]?.pid ?? 0);
    return {
      version: rows[0]?.version ?? 'unknown',
      readCpu: postmaster === undefined ? undefined : () => readCpu(postmaster),
    };
  } finally {
    await client.end();
  }
}

function readCpu(postmaster: number): PostgresCpu {
  return new Map(
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
