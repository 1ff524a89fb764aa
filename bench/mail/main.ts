import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../apps/server/platform/embedded-postgres/embedded-postgres.ts';
import { median, spreadOf } from '../spread.ts';
import { openBareQueue } from './bare-queue.ts';
import type { Load } from './load.ts';
import { openOfflinePath } from './offline-path.ts';

/**
 * What a mail's way costs beside the bare queue; see docs/performance.md. Both run in this process
 * on one embedded PostgreSQL with the settings it is shipped with, in turns.
 * `--quick` only shows that it runs.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const plan = values.quick
  ? { warmUps: 1, rounds: 2, mails: 40, idleMails: 10 }
  : { warmUps: 2, rounds: 9, mails: 600, idleMails: 100 };
const load: Load = { senders: 8, workers: 8 };
const DATA_FOLDER = fileURLToPath(new URL('../../.data/', import.meta.url));

await mkdir(DATA_FOLDER, { recursive: true });
const dataDir = await mkdtemp(join(DATA_FOLDER, 'bench-mail-'));
const log = pino({ level: 'warn' }, pino.destination(2));
const postgres = await startEmbeddedPostgres({ dataDir, log });
try {
  const path = await openOfflinePath({ url: postgres.url, load });
  const bare = await openBareQueue({ url: postgres.url, load });
  try {
    const rounds: { bareMs: number; pathMs: number }[] = [];
    for (let round = 0; round < plan.warmUps + plan.rounds; round += 1) {
      if (round === plan.warmUps) await path.analyze();
      const bareMs = (await bare.run(plan.mails)) / plan.mails;
      const pathMs = (await path.run(plan.mails)) / plan.mails;
      process.stderr.write(`${bareMs.toFixed(2)} ms and ${pathMs.toFixed(2)} ms a mail\n`);
      if (round >= plan.warmUps) rounds.push({ bareMs, pathMs });
    }
    const idleMs = (await path.latencies(plan.idleMails)).sort((a, b) => a - b);
    const ratio = spreadOf(rounds.map(({ bareMs, pathMs }) => bareMs / pathMs));
    const figures = [
      ['bare queue: send, fetch, complete', `${ms(median(rounds.map((r) => r.bareMs)))} a job`],
      ['whole offline path', `${ms(median(rounds.map((r) => r.pathMs)))} a mail`],
      [
        'speed of the path, bare queue = 1 (aim: at least 0.50)',
        `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})`,
      ],
      ['accepted to completed when idle, p50 (aim: at most 100 ms)', ms(median(idleMs))],
      ['accepted to completed when idle, p95', ms(idleMs[Math.floor(idleMs.length * 0.95)] ?? 0)],
    ];
    const machine = [
      new Date().toISOString().slice(0, 10),
      `${availableParallelism()} cores (${cpus()[0]?.model})`,
      `${platform()} ${arch()}`,
      `Node ${process.versions.node}`,
      `load ${loadavg()[0]?.toFixed(1)}`,
      `${plan.rounds} rounds of ${plan.mails}, ${load.senders} senders, ${load.workers} workers`,
    ];
    process.stdout.write(`${machine.join(' · ')}\n\n| | |\n| --- | --- |\n`);
    for (const cells of figures) process.stdout.write(`| ${cells.join(' | ')} |\n`);
  } finally {
    await path.close();
    await bare.close();
  }
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
