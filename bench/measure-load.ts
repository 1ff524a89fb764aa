import { cpuBetweenMs, type PostgresCpu } from './postgres-cpu.ts';
import { type Load, runLoad } from './run-load.ts';
import type { ServerProcess } from './server-process.ts';
import { median } from './spread.ts';

/** What one load cost one server. */
export interface LoadFigures {
  cpuMsPerTurn: number;
  /** 0 for a server without a database. */
  postgresCpuMsPerTurn: number;
  /** The median of all turns. */
  firstTokenMs: number;
}

export async function measureLoad(
  server: ServerProcess,
  load: Load,
  readPostgresCpu: (() => PostgresCpu) | undefined,
): Promise<LoadFigures> {
  const cpuBefore = await server.cpuMs();
  const postgresBefore = readPostgresCpu?.();
  const firstTokensMs = await runLoad(server.url, load);
  const cpuMs = (await server.cpuMs()) - cpuBefore;
  const postgresAfter = readPostgresCpu?.();
  const postgresCpuMs =
    postgresBefore && postgresAfter ? cpuBetweenMs(postgresBefore, postgresAfter) : 0;
  return {
    cpuMsPerTurn: cpuMs / firstTokensMs.length,
    postgresCpuMsPerTurn: postgresCpuMs / firstTokensMs.length,
    firstTokenMs: median(firstTokensMs),
  };
}
