import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../apps/server/platform/embedded-postgres/embedded-postgres.ts';
import { inspectPostgres } from '../postgres-cpu.ts';
import { median, type Spread, spreadOf } from '../spread.ts';
import { openBareQueue } from './bare-queue.ts';
import type { Load } from './load.ts';
import { type Cost, measureRun } from './measure-run.ts';
import { openOfflinePath } from './offline-path.ts';

/**
 * What a mail's way costs beside the bare queue; see docs/performance.md. Both run in this process
 * on one embedded PostgreSQL with the settings it is shipped with, in turns.
 * `--quick` only shows that it runs.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const plan = values.quick
  ? { history: 40, warmUps: 1, rounds: 2, mails: 40, idleMails: 10 }
  : { history: 3_000, warmUps: 2, rounds: 9, mails: 600, idleMails: 100 };
const load: Load = { senders: 8, workers: 8 };
const DATA_FOLDER = fileURLToPath(new URL('../../.data/', import.meta.url));

await mkdir(DATA_FOLDER, { recursive: true });
const dataDir = await mkdtemp(join(DATA_FOLDER, 'bench-mail-'));
const log = pino({ level: 'warn' }, pino.destination(2));
const postgres = await startEmbeddedPostgres({ dataDir, log });
try {
  const path = await openOfflinePath({ url: postgres.url, load });
  const bare = await openBareQueue({ url: postgres.url, load });
  const { readCpu, version } = await inspectPostgres(postgres.url);
  try {
    await path.run(plan.history);
    await path.analyze();
    const subjects = {
      single: bare.run,
      batched: bare.runBatched,
      path: path.run,
    };
    const rounds: Record<keyof typeof subjects, Cost>[] = [];
    for (let round = 0; round < plan.warmUps + plan.rounds; round += 1) {
      const measure = (name: keyof typeof subjects) =>
        measureRun(subjects[name], plan.mails, readCpu);
      // Who goes first alternates.
      const inOrder = round % 2 === 0;
      const before = inOrder ? undefined : await measure('path');
      const [single, batched] = [await measure('single'), await measure('batched')];
      const costs = { single, batched, path: before ?? (await measure('path')) };
      process.stderr.write(`${Object.values(costs).map(inWords).join(' | ')}\n`);
      if (round >= plan.warmUps) rounds.push(costs);
    }
    const idleMs = (await path.latencies(plan.idleMails)).sort((a, b) => a - b);
    const middle = (pick: (costs: (typeof rounds)[number]) => Cost): string => {
      const of = (key: keyof Cost) => median(rounds.map((round) => pick(round)[key]));
      return inWords({
        ms: of('ms'),
        nodeCpuMs: of('nodeCpuMs'),
        postgresCpuMs: of('postgresCpuMs'),
      });
    };
    const figures = [
      ['bare queue: send, fetch one, complete', middle(({ single }) => single)],
      ['bare queue, fetching in batches', middle(({ batched }) => batched)],
      ['whole offline path', middle(({ path }) => path)],
      [
        'speed of the path, bare queue = 1 (aim: at least 0.50)',
        inSpread(spreadOf(rounds.map(({ single, path }) => single.ms / path.ms))),
      ],
      [
        'speed of the path, bare queue in batches = 1',
        inSpread(spreadOf(rounds.map(({ batched, path }) => batched.ms / path.ms))),
      ],
      [
        'accepted to completed when idle, p50 (aim: at most 100 ms)',
        `${median(idleMs).toFixed(1)} ms`,
      ],
      [
        'accepted to completed when idle, p95',
        `${(idleMs[Math.floor(idleMs.length * 0.95)] ?? 0).toFixed(1)} ms`,
      ],
    ];
    const machine = [
      new Date().toISOString().slice(0, 10),
      `${availableParallelism()} cores (${cpus()[0]?.model})`,
      `${platform()} ${arch()}`,
      `Node ${process.versions.node}`,
      `PostgreSQL ${version}`,
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

function inWords({ ms, nodeCpuMs, postgresCpuMs }: Cost): string {
  return `${ms.toFixed(2)} ms (CPU: Node ${nodeCpuMs.toFixed(2)}, PostgreSQL ${postgresCpuMs.toFixed(2)})`;
}

function inSpread({ median: middle, min, max }: Spread): string {
  return `${middle.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
}
