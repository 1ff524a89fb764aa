import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '../../../../testing/postgres.ts';
import type { AgentRunner } from '../agents/run-agent.ts';
import type { OperationsTables } from '../tables.ts';
import type { PipelineOptions } from './pipeline.ts';
import {
  acceptTestMail,
  startTestPipeline,
  testAgents,
  testSteps,
  testWorkers,
} from './test-pipeline.ts';

async function setUp(
  t: TestContext,
  options: Partial<PipelineOptions> & { poolSize?: number } = {},
) {
  const { url } = await createTestDatabase(t);
  const running = await startTestPipeline(url, options);
  t.after(() => running.close());
  const { database, pipeline } = running;
  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> =>
    (await database.pool.query(text, values)).rows[0];
  return {
    ...running,
    url,
    accept: (text: string) => acceptTestMail(database, pipeline.queue, text),
    execution: (id: string) =>
      one<{
        status: string;
        error_code: string | null;
        error_message: string | null;
        attempts: number;
      }>('select status, error_code, error_message, attempts from executions where id = $1', [id]),
    one,
    outputs: async (id: string) => {
      const { rows } = await database.pool.query<{ agent: string; status: string }>(
        'select agent, status from agent_outputs where execution_id = $1 order by created_at, agent',
        [id],
      );
      return rows.map(({ agent, status }) => `${agent} ${status}`).sort();
    },
    jobs: async () =>
      (await database.pool.query('select name, state from pgboss.job order by name')).rows,
    /** Moves waiting jobs to now, as time would. */
    passTime: async () => {
      await database.pool.query(
        `with due as (update pgboss.job set start_after = now() where state = 'retry' returning 1)
         select pg_notify('mail_queue', '') from due`,
      );
    },
  };
}

/** Settles once every status word in `statuses` has come over the channel for one execution. */
const ALL = ['context completed', 'deadline completed', 'task completed', 'triage completed'];

/** Runs agents as the stand-ins do, and notes which ran. */
function createWatchedAgents(before: (agent: string) => Promise<void> | void = () => {}) {
  const ran: string[] = [];
  const agents: AgentRunner = {
    run: async (agent, input, signal) => {
      ran.push(agent);
      await before(agent);
      return testAgents.run(agent, input, signal);
    },
  };
  return { ran, agents };
}

test('hole: every mail ended failed; a plain one ends completed, with its outputs and actions', async (t) => {
  const { accept, idle, execution, outputs, one, jobs } = await setUp(t);
  const id = await accept('Hello, please pay');
  await idle();
  const { status, attempts } = await execution(id);
  assert.deepEqual([status, attempts], ['completed', 1]);
  assert.deepEqual(await outputs(id), ALL);
  assert.deepEqual(await one('select category, urgency, risk from executions'), {
    category: 'vendor',
    urgency: 40,
    risk: 'low',
  });
  assert.deepEqual(await one('select count(*) as n from tasks'), { n: 1 });
  assert.deepEqual(await jobs(), [], 'its job ended with it');
});

test('a mail whose transaction is rolled back has no job, and one has no job twice', async (t) => {
  const { database, pipeline, accept, idle, jobs } = await setUp(t);
  const id = await accept('Hello');
  await idle();
  const transaction = database.for<OperationsTables>().transaction();
  await assert.rejects(
    transaction.execute(async (trx) => {
      await pipeline.queue.enqueue(trx, id);
      throw new Error('no');
    }),
    /no/,
  );
  await assert.rejects(
    transaction.execute(async (trx) => {
      await pipeline.queue.enqueue(trx, id);
      await pipeline.queue.enqueue(trx, id);
    }),
  );
  assert.deepEqual(await jobs(), []);
});

test('the first mail is put into the queue over the only connection there is', async (t) => {
  const { accept, idle, execution } = await setUp(t, { poolSize: 1, concurrency: 1 });
  const id = await accept('Hello');
  await idle();
  assert.equal((await execution(id)).status, 'completed');
});

test('an attachment reaches vision, whose invoice is looked up before it is stored', async (t) => {
  const seen: unknown[] = [];
  const earlier = '018f0000-0000-7000-8000-000000000000';
  const { accept, idle, one, outputs } = await setUp(t, {
    steps: { ...testSteps, findDuplicateInvoice: async () => earlier },
    agents: {
      run: (agent, input, signal) => {
        if (agent === 'deadline' && 'vision' in input) seen.push(input.vision?.invoice_data);
        return testAgents.run(agent, input, signal);
      },
    },
  });
  const id = await accept('ATTACHED');
  await idle();
  assert.deepEqual(await outputs(id), [...ALL, 'vision completed']);
  const stored = await one<{ duplicate: string }>(
    `select replace(findings::text, '\\u0000', '')::json -> 'invoice_data' ->> 'duplicate_of'
       as duplicate from agent_outputs where agent = 'vision'`,
  );
  assert.equal(stored.duplicate, earlier);
  assert.equal((seen[0] as { duplicate_of: string }).duplicate_of, earlier);
  assert.deepEqual(await one('select attachment_count as n, has_attachments as has from emails'), {
    n: 1,
    has: true,
  });
});

for (const agent of ['triage', 'vision', 'deadline', 'task']) {
  test(`context runs and the mail completes when ${agent} fails, which is stored as failed`, async (t) => {
    const { accept, idle, execution, outputs } = await setUp(t);
    const id = await accept(`ATTACHED ${agent.toUpperCase()}-FAILS`);
    await idle();
    assert.equal((await execution(id)).status, 'completed');
    const expected = [...ALL, 'vision completed'].map((line) =>
      line.startsWith(agent) ? `${agent} failed` : line,
    );
    assert.deepEqual(await outputs(id), expected);
  });
}

test('hole: context failed hard when the model was down; its failure leaves a completed mail', async (t) => {
  const { accept, idle, execution, outputs } = await setUp(t);
  const id = await accept('CONTEXT-FAILS');
  await idle();
  assert.equal((await execution(id)).status, 'completed');
  assert.ok((await outputs(id)).includes('context failed'));
});

test('deadline and task run side by side, after triage', async (t) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const waiting = new Set<string>();
  const { ran, agents } = createWatchedAgents(async (agent) => {
    if (agent !== 'deadline' && agent !== 'task') return;
    waiting.add(agent);
    if (waiting.size === 2) resolve();
    await promise;
  });
  const { accept, idle } = await setUp(t, { agents });
  await accept('Hello');
  await idle();
  assert.deepEqual(ran, ['triage', 'deadline', 'task', 'context']);
});

test('an unreadable message fails at once, with its sentence, and is not tried again', async (t) => {
  const { accept, idle, execution, jobs } = await setUp(t);
  const id = await accept('UNREADABLE');
  await idle();
  assert.deepEqual(await execution(id), {
    status: 'failed',
    error_code: 'too_many_parts',
    error_message: 'The message has more than 1,000 parts.',
    attempts: 1,
  });
  assert.deepEqual(await jobs(), [{ name: 'mail-dead-letters', state: 'created' }]);
});

test('a mail that fails is tried three times and blocks no other', async (t) => {
  const { accept, idle, execution, passTime, database, jobs, counts } = await setUp(t, {
    concurrency: 1,
  });
  const id = await accept('ROUTING-FAILS');
  const other = await accept('Hello');
  const timer = setInterval(() => void passTime().catch(() => {}), 20);
  await idle().finally(() => clearInterval(timer));
  assert.equal((await execution(other)).status, 'completed');
  const { error_message, ...rest } = await execution(id);
  assert.deepEqual(rest, { status: 'failed', error_code: 'unexpected', attempts: 3 });
  assert.doesNotMatch(error_message ?? '', /no such field/);
  assert.deepEqual(await jobs(), [{ name: 'mail-dead-letters', state: 'created' }]);
  assert.deepEqual(await counts(), { pending: 0, running: 0, failed: 1 });
  const audit = await database.pool.query('select 1 from audit_entries');
  assert.equal(audit.rowCount, 0);
});

test('hole: completed outputs were thrown away; a retry keeps them and runs only what failed', async (t) => {
  let isBroken = true;
  const { ran, agents } = createWatchedAgents((agent) => {
    if (agent === 'task' && isBroken) throw new Error('broken');
  });
  const { accept, idle, execution, passTime, pipeline, outputs, one, jobs } = await setUp(t, {
    agents,
    steps: {
      ...testSteps,
      routeFindings: (options) => {
        if (isBroken) throw new Error('broken');
        return testSteps.routeFindings(options);
      },
    },
  });
  const id = await accept('Hello');
  const timer = setInterval(() => void passTime().catch(() => {}), 20);
  await idle().finally(() => clearInterval(timer));
  assert.equal((await execution(id)).status, 'failed');
  const once = ['context', 'deadline', 'task', 'triage'];
  assert.deepEqual([...new Set(ran)].sort(), once);
  assert.equal(ran.filter((agent) => agent === 'deadline').length, 1);
  const failed = ALL.map((line) => (line.startsWith('task') ? 'task failed' : line));
  assert.deepEqual(await outputs(id), failed);

  isBroken = false;
  ran.length = 0;
  assert.deepEqual(await pipeline.retry(id, 'staff:ann'), { kind: 'done', status: 'pending' });
  await idle();
  assert.equal((await execution(id)).status, 'completed');
  assert.deepEqual(ran, ['task', 'context'], 'context sees what was missing before');
  assert.deepEqual(await outputs(id), ALL);
  assert.deepEqual(await jobs(), []);
  assert.deepEqual(await one('select actor, what, before, after from audit_entries'), {
    actor: 'staff:ann',
    what: 'execution_retried',
    before: { status: 'failed', error_code: 'unexpected' },
    after: { status: 'pending', error_code: null },
  });
});

test('only what failed can be retried; only what waits or failed can be cancelled', async (t) => {
  const { accept, idle, pipeline, execution, jobs, one } = await setUp(t);
  const done = await accept('Hello');
  const failed = await accept('UNREADABLE');
  await idle();
  const unknown = '018f0000-0000-7000-8000-000000000000';
  assert.deepEqual(await pipeline.retry(unknown, 'a'), { kind: 'not_found' });
  assert.deepEqual(await pipeline.cancel(unknown, 'a'), { kind: 'not_found' });
  assert.deepEqual(await pipeline.retry(done, 'a'), { kind: 'not_possible', status: 'completed' });
  assert.deepEqual(await pipeline.cancel(done, 'a'), { kind: 'not_possible', status: 'completed' });
  assert.deepEqual(await pipeline.cancel(failed, 'a'), { kind: 'done', status: 'cancelled' });
  assert.equal((await execution(failed)).status, 'cancelled');
  assert.deepEqual(await jobs(), []);
  assert.deepEqual(await one('select count(*) as n from audit_entries'), { n: 1 });
});

test('a cancelled mail that waited is never worked on', async (t) => {
  const { url } = await createTestDatabase(t);
  const idleOne = await startTestPipeline(url, { concurrency: 0 });
  const id = await acceptTestMail(idleOne.database, idleOne.pipeline.queue, 'Hello');
  assert.deepEqual(await idleOne.counts(), { pending: 1, running: 0, failed: 0 });
  await idleOne.pipeline.cancel(id, 'a');
  const other = await acceptTestMail(idleOne.database, idleOne.pipeline.queue, 'Other');
  await idleOne.close();
  const { ran, agents } = createWatchedAgents();
  const worker = await startTestPipeline(url, { agents });
  t.after(() => worker.close());
  await worker.idle();
  const { rows } = await worker.database.pool.query(
    'select id, status from executions order by id',
  );
  assert.deepEqual(rows, [
    { id, status: 'cancelled' },
    { id: other, status: 'completed' },
  ]);
  assert.equal(ran.length, 4);
});

test('hole: all state in memory; what one process accepted another one works on', async (t) => {
  const { url } = await createTestDatabase(t);
  const first = await startTestPipeline(url, { concurrency: 0 });
  await acceptTestMail(first.database, first.pipeline.queue, 'Hello');
  await first.close();
  const second = await startTestPipeline(url);
  t.after(() => second.close());
  await second.idle();
  assert.deepEqual(await second.counts(), { pending: 0, running: 0, failed: 0 });
});

test('closing waits for a mail in work', async (t) => {
  const started = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const { agents } = createWatchedAgents(async (agent) => {
    if (agent !== 'task') return;
    started.resolve();
    await held.promise;
  });
  const { accept, pipeline, execution } = await setUp(t, { agents });
  const id = await accept('Hello');
  await started.promise;
  const closing = pipeline.close();
  held.resolve();
  await closing;
  assert.equal((await execution(id)).status, 'completed');
});

test('an agent that does not end is cut off at its limit, heeding it or not', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { withTimeLimit, TimeLimitError } = await import('./time-limit.ts');
  const work = withTimeLimit({
    limitMs: 15_000,
    signal: new AbortController().signal,
    work: () => new Promise(() => {}),
  });
  t.mock.timers.tick(15_000);
  await assert.rejects(work, TimeLimitError);
});

test('a mail too large to come along with its claim is worked on all the same', async (t) => {
  const { accept, idle, execution } = await setUp(t);
  const id = await accept(`Hello ${'x'.repeat(300_000)}`);
  await idle();
  assert.equal((await execution(id)).status, 'completed');
});

test('a text of a hundred thousand different words is stored, and its beginning can be searched', async (t) => {
  const { accept, idle, execution, one } = await setUp(t);
  const words = Array.from({ length: 100_000 }, (_, index) => `w${index.toString(36)}`);
  const wide = Array.from({ length: 100_000 }, (_, index) =>
    String.fromCodePoint(0x20_000 + (index % 40_000), 0x4e_00 + (index % 20_000)),
  );
  const ids = [await accept(words.join(' ')), await accept(wide.join(' '))];
  await idle();
  for (const id of ids) assert.equal((await execution(id)).status, 'completed');
  assert.deepEqual(
    await one(
      `select count(*) as n from email_contents where search @@ to_tsquery('english', 'w1a')`,
    ),
    { n: 1 },
  );
});

test('connections lost in the middle cost a mail nothing', async (t) => {
  let kills = 0;
  const accepted = Promise.withResolvers<void>();
  const { database, accept, idle, execution, one } = await setUp(t, {
    agents: {
      run: async (agent, input, signal) => {
        await accepted.promise;
        if (agent === 'context' && kills < 3) {
          kills += 1;
          await database.pool
            .query(
              `select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database()`,
            )
            .catch(() => {});
        }
        return testAgents.run(agent, input, signal);
      },
    },
  });
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => accept(`Hello ${name}`)));
  accepted.resolve();
  await idle().catch(() => {});
  await idle();
  for (const id of ids) assert.equal((await execution(id)).status, 'completed');
  assert.deepEqual(await one('select count(*) as n from tasks'), { n: 4 });
});

test('what a worker does after it lost its job is not stored', async (t) => {
  const { database, accept, idle, execution, one } = await setUp(t, {
    agents: {
      run: async (agent, input, signal) => {
        const { rows } = await database.pool.query('select attempts from executions');
        if (agent === 'context' && rows[0]?.attempts === 1) {
          // As when its heartbeats were not seen: the queue hands the job to the next worker.
          await database.pool.query(
            `update pgboss.job set state = 'retry', start_after = now() where name = 'mail'`,
          );
          await database.pool.query(`select pg_notify('mail_queue', '')`);
          while (
            (await database.pool.query(`select 1 from executions where status = 'completed'`))
              .rowCount === 0
          );
        }
        return testAgents.run(agent, input, signal);
      },
    },
  });
  const id = await accept('Hello');
  await idle();
  assert.deepEqual(
    [(await execution(id)).attempts, await one('select count(*) as n from tasks')],
    [2, { n: 1 }],
  );
});

test('a mail over which process after process died ends failed, and can be retried', async (t) => {
  const { url } = await createTestDatabase(t);
  const first = await startTestPipeline(url, { concurrency: 0 });
  const id = await acceptTestMail(first.database, first.pipeline.queue, 'Hello');
  await first.database.pool.query(
    `update pgboss.job set state = 'failed', retry_count = retry_limit where name = 'mail'`,
  );
  await first.close();
  const second = await startTestPipeline(url);
  t.after(() => second.close());
  await second.idle();
  const { rows } = await second.database.pool.query('select status, error_code from executions');
  assert.deepEqual(rows, [{ status: 'failed', error_code: 'interrupted' }]);
  assert.deepEqual(await second.pipeline.retry(id, 'a'), { kind: 'done', status: 'pending' });
  await second.idle();
  assert.deepEqual(await second.counts(), { pending: 0, running: 0, failed: 0 });
});

test('every change of status is announced to whoever follows executions', async (t) => {
  const { url } = await createTestDatabase(t);
  const heard: string[] = [];
  const running = await startTestPipeline(url, {});
  t.after(() => running.close());
  const { createListener } = await import('../../platform/listener.ts');
  const { silent } = await import('./test-pipeline.ts');
  const listener = createListener({ url, log: silent });
  t.after(() => listener.close());
  const three = Promise.withResolvers<void>();
  listener.subscribe('executions', (payload) => {
    heard.push(payload);
    if (heard.length === 3) three.resolve();
  });
  await listener.ready();
  const id = await acceptTestMail(running.database, running.pipeline.queue, 'Hello');
  await three.promise;
  assert.deepEqual(heard, [id, id, id]);
});

test('a demonstration mail of last week was worked on last week', async (t) => {
  const { url } = await createTestDatabase(t);
  const first = await startTestPipeline(url, { concurrency: 0 });
  await acceptTestMail(first.database, first.pipeline.queue, 'Hello');
  await first.database.pool.query(
    `update emails set source = 'demo', accepted_at = '2026-01-05T10:00:00Z'`,
  );
  await first.close();
  const second = await startTestPipeline(url);
  t.after(() => second.close());
  await second.idle();
  const { rows } = await second.database.pool.query(
    `select started_at, date(completed_at) as day from executions`,
  );
  assert.deepEqual(rows, [{ started_at: new Date('2026-01-05T10:00:00Z'), day: '2026-01-05' }]);
});

test('a reader that crashes is tried again', async (t) => {
  let reads = 0;
  const { accept, idle, execution, passTime } = await setUp(t, {
    workers: {
      ...testWorkers,
      readMail: async (raw, limits) => {
        reads += 1;
        return testWorkers.readMail(reads === 1 ? Buffer.from('CRASHING') : raw, limits);
      },
    },
  });
  const id = await accept('Hello');
  const timer = setInterval(() => void passTime().catch(() => {}), 20);
  await idle().finally(() => clearInterval(timer));
  const { status, attempts } = await execution(id);
  assert.deepEqual([status, attempts], ['completed', 2]);
});
