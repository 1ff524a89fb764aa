// How long hostile mail takes to end, and how long /health takes meanwhile, on the server as
// `npm start` runs it: `npm run bench:hostile-mail`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hostileMails } from '@deskbell/testing/hostile-mails.ts';
import { findFreePort, startServerProcess } from '@deskbell/testing/server-process.ts';

const ASK_EVERY_MS = 5;

const dataDir = await mkdtemp(join(tmpdir(), 'deskbell-bench-'));
const cleanUps: (() => void)[] = [];
const server = startServerProcess(
  { after: (cleanUp) => cleanUps.push(cleanUp) },
  { PORT: await findFreePort(), DATA_DIR: dataDir, SEED_DEMO: 'off', LOG_LEVEL: 'silent' },
);

interface Execution {
  status: string;
  error_code: string | null;
}

async function readExecution(id: string): Promise<Execution> {
  const response = await fetch(`${server.url}/executions/${id}`);
  return (await response.json()) as Execution;
}

/** Milliseconds of the slowest of the requests made until `signal` aborts. */
async function slowestHealth(signal: AbortSignal): Promise<number> {
  let slowestMs = 0;
  while (!signal.aborted) {
    const startedAtMs = performance.now();
    await (await fetch(`${server.url}/health`)).arrayBuffer();
    slowestMs = Math.max(slowestMs, performance.now() - startedAtMs);
    await delay(ASK_EVERY_MS);
  }
  return slowestMs;
}

try {
  await server.serving();
  console.log('mail                          ends         in s   slowest /health in ms');
  for (const { subject, raw } of hostileMails()) {
    const response = await fetch(`${server.url}/api/emails`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: raw,
    });
    const { execution_id: id } = (await response.json()) as { execution_id: string };
    const done = new AbortController();
    const health = slowestHealth(done.signal);
    const startedAtMs = performance.now();
    let execution = await readExecution(id);
    while (execution.status === 'pending' || execution.status === 'running') {
      await delay(ASK_EVERY_MS);
      execution = await readExecution(id);
    }
    const seconds = (performance.now() - startedAtMs) / 1000;
    done.abort();
    const end = execution.error_code ?? execution.status;
    console.log(
      `${subject.padEnd(28)}  ${end.padEnd(16)} ${seconds.toFixed(2).padStart(5)}   ${(await health).toFixed(0)}`,
    );
  }
} finally {
  server.signal('SIGTERM');
  await server.exited;
  for (const cleanUp of cleanUps) cleanUp();
  await rm(dataDir, { recursive: true, force: true });
}
