// How long staff wait for the first byte of an answer with few and with many mails, on the server
// as `npm start` runs it and with the built-in clerk: `npm run bench:back-office`.
// `--quick` only shows that it runs.
import { mkdtemp, rm } from 'node:fs/promises';
import { arch, availableParallelism, cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { findFreePort, startServerProcess } from '@deskbell/testing/server-process.ts';
import pg from 'pg';
import { pino } from 'pino';
import { quickQuestions } from '../../apps/server/desks/backoffice/quick-questions.ts';
import { openDatabase } from '../../apps/server/platform/database.ts';
import { startEmbeddedPostgres } from '../../apps/server/platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '../../apps/server/platform/migrate.ts';
import { median } from '../spread.ts';
import { type FirstBytes, measureFirstBytes } from './first-bytes.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const plan = values.quick
  ? { few: 20, many: 200, warmUps: 1, rounds: 2 }
  : { few: 200, many: 200_000, warmUps: 5, rounds: 40 };

const log = pino({ level: 'silent' });
const folder = await mkdtemp(join(tmpdir(), 'deskbell-bench-'));
const cleanUps: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
const owner = { after: (cleanUp: () => unknown) => void cleanUps.push(cleanUp) };

async function startServer(postgresUrl: string, executions: number): Promise<string> {
  const url = await createDatabase(postgresUrl, `with_${executions}`);
  const database = openDatabase({ url, log });
  await migrate({ database, log });
  await generateOperations({ database, executions, days: 30, seed: 1 });
  await database.close();
  const server = startServerProcess(owner, {
    PORT: await findFreePort(),
    DATA_DIR: join(folder, `server-${executions}`),
    DATABASE_URL: url,
    SEED_DEMO: 'off',
    PROCESS_MAIL: 'off',
    LOG_LEVEL: 'silent',
    BACKOFFICE_MESSAGES_PER_MINUTE: '1000000',
  });
  cleanUps.push(async () => {
    server.signal('SIGTERM');
    await server.exited;
  });
  await server.serving();
  return server.url;
}

async function createDatabase(postgresUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

try {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log });
  cleanUps.push(() => postgres.stop());
  const few = await startServer(postgres.url, plan.few);
  const many = await startServer(postgres.url, plan.many);
  console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, ${platform()} ${arch()}`);
  const runs: { few: FirstBytes[]; many: FirstBytes[] }[] = [];
  for (const question of quickQuestions) {
    const run: (typeof runs)[number] = { few: [], many: [] };
    for (let round = 0; round < plan.warmUps + plan.rounds; round += 1) {
      // Side by side in time, so that both meet the same machine.
      const ofFew = await measureFirstBytes(few, question);
      const ofMany = await measureFirstBytes(many, question);
      if (round < plan.warmUps) continue;
      run.few.push(ofFew);
      run.many.push(ofMany);
    }
    runs.push(run);
  }
  const titles = { byteMs: 'first byte of the answer', textMs: 'first text of the answer' };
  for (const [key, title] of Object.entries(titles) as [keyof FirstBytes, string][]) {
    console.log(
      `\n| ${title}, ms (median of ${plan.rounds}) | ${plan.few} | ${plan.many} | ratio |`,
    );
    console.log('| --- | --- | --- | --- |');
    const ratios = runs.map((run, at) => {
      const ofFew = median(run.few.map((one) => one[key]));
      const ofMany = median(run.many.map((one) => one[key]));
      const cells = [ofFew.toFixed(1), ofMany.toFixed(1), (ofMany / ofFew).toFixed(2)];
      console.log(`| ${quickQuestions[at]} | ${cells.join(' | ')} |`);
      return ofMany / ofFew;
    });
    console.log(`| all, median ratio (aim: at most 1.50) | | | ${median(ratios).toFixed(2)} |`);
  }
} finally {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
}
