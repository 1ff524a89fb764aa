import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { fullPlan, quickPlan } from './plan.ts';
import { formatRows, rowsOf } from './report.ts';
import { runPlan } from './run-plan.ts';
import { prepareSubjects } from './subjects.ts';

/**
 * Compares Deskbell with a bare pass-through; see docs/performance.md.
 * `--quick` only shows that it runs. `--profile <folder>` leaves a CPU profile of each server.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, profile: { type: 'string' } },
});
const plan = values.quick ? quickPlan : fullPlan;
const progress = (what: string): void => void process.stderr.write(`${what}\n`);

progress('starting the upstream and PostgreSQL');
const subjects = await prepareSubjects({ profileFolder: values.profile });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void subjects.close().finally(() => process.exit(1)));
}
const loadBefore = loadavg()[0] ?? 0;
try {
  const measured = await runPlan(subjects, plan, progress);
  const machine = [
    new Date().toISOString().slice(0, 10),
    `${availableParallelism()} cores (${cpus()[0]?.model})`,
    `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    `${platform()} ${arch()}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${subjects.postgres.version}`,
    `load before the start ${loadBefore.toFixed(1)}`,
  ];
  const rounds = `${plan.rounds} rounds, ${plan.memoryRounds} for memory`;
  process.stdout.write(`${machine.join(' · ')}\n${rounds}\n\n${formatRows(rowsOf(measured))}\n`);
} finally {
  await subjects.close();
}
