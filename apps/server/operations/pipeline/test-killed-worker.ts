import type pg from 'pg';
import type { Database } from '../../platform/database.ts';
import {
  startTestPipeline,
  type TestPipeline,
  testAgents,
  testSteps,
  testWorkers,
} from './test-pipeline.ts';

// A worker process for the kill tests: works until no mail is left, or dies (SIGKILL) at the call
// it was told, of all that it makes to its database, its threads, its agents and its steps.
//   <url> before|after <n>         dies at the n-th call; prints its calls if not
//   <url> random <seed>            dies after a random number of calls
//   <url> shared <heartbeat s>     works on a database that is not its own, until ended

const [, , url = '', mode = '', value = '0'] = process.argv;
const dieAt =
  mode === 'random' ? 5 + ((Math.imul(Number(value), 2_654_435_761) >>> 0) % 150) : Number(value);
const diesBefore = mode === 'before' || (mode === 'random' && Number(value) % 2 === 0);
/** One letter for each call: a statement, or anything else. */
let calls = '';

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal needs a moment to arrive; nothing may happen in it.
  for (;;);
}

function counted<Args extends unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  kind: 's' | '-' = '-',
): (...args: Args) => Promise<Result> {
  if (mode === 'shared') return call;
  return async (...args) => {
    calls += kind;
    const own = calls.length;
    if (own === dieAt && diesBefore) die();
    try {
      return await call(...args);
    } finally {
      // Also after a call that failed, as one agent's does: it would be no kill at all.
      if (own === dieAt) die();
    }
  };
}

function countedClient(client: pg.PoolClient): pg.PoolClient {
  const query = counted(
    (...args: unknown[]) =>
      (client.query as (...args: unknown[]) => Promise<unknown>).apply(client, args),
    's',
  );
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query;
      const member = Reflect.get(target, key, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function countedDatabase(database: Database): Database {
  const { pool } = database;
  const query = counted(
    (...args: unknown[]) =>
      (pool.query as (...args: unknown[]) => Promise<unknown>).apply(pool, args),
    's',
  );
  const connect = counted(async () => countedClient(await pool.connect()));
  const countedPool = new Proxy(pool, {
    get: (target, key) => {
      if (key === 'query') return query;
      if (key === 'connect') return connect;
      return Reflect.get(target, key, target);
    },
  });
  return { ...database, pool: countedPool };
}

const running: TestPipeline = await startTestPipeline(url, {
  wrap: countedDatabase,
  concurrency: mode === 'before' || mode === 'after' ? 1 : 4,
  ownsDatabase: mode !== 'shared',
  ...(mode === 'shared' ? { heartbeatSeconds: Number(value) } : {}),
  workers: { ...testWorkers, readMail: counted(testWorkers.readMail) },
  agents: { run: counted(testAgents.run) as typeof testAgents.run },
  steps: {
    ...testSteps,
    readEnvelope: counted(testSteps.readEnvelope),
    readHistory: counted(testSteps.readHistory),
    findDuplicateInvoice: counted(testSteps.findDuplicateInvoice),
    observe: counted(testSteps.observe),
  },
});
if (mode === 'shared') process.stdout.write('working\n');
else {
  await running.idle();
  process.stdout.write(`${calls}\n`);
  process.exit(0);
}
