import { cpuBetweenMs, type PostgresCpu } from '../postgres-cpu.ts';

/** What one mail or job took. CPU of all threads; PostgreSQL's is 0 where Linux does not say. */
export interface Cost {
  ms: number;
  nodeCpuMs: number;
  postgresCpuMs: number;
}

/** `run` resolves to the milliseconds that `count` mails or jobs took. */
export async function measureRun(
  run: (count: number) => Promise<number>,
  count: number,
  readPostgresCpu: (() => PostgresCpu) | undefined,
): Promise<Cost> {
  const postgresBefore = readPostgresCpu?.();
  const nodeBefore = process.cpuUsage();
  const tookMs = await run(count);
  const node = process.cpuUsage(nodeBefore);
  const postgresAfter = readPostgresCpu?.();
  const postgresMs =
    postgresBefore && postgresAfter ? cpuBetweenMs(postgresBefore, postgresAfter) : 0;
  return {
    ms: tookMs / count,
    nodeCpuMs: (node.user + node.system) / 1_000 / count,
    postgresCpuMs: postgresMs / count,
  };
}
