import { randomUUID } from 'node:crypto';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { demoCustomers } from '../../../server/bookings/demo-customers.ts';
import { seedDemo } from '../../../server/bookings/seed-demo.ts';
import { ageDemo } from '../../../server/operations/demo/age-demo.ts';
import { seedDemoMail } from '../../../server/operations/demo/seed-demo-mail.ts';
import { createListener } from '../../../server/platform/listener.ts';
import { seedDemoAccounts } from '../../../server/platform/sign-in/seed-demo-accounts.ts';

export const PASSWORD = 'correct horse 7';
export const people = {
  admin: { name: 'Dana Whitfield', email: 'dana@totetaxi.example' },
  staff: { name: 'Sam Ortiz', email: 'sam@totetaxi.example' },
  customer: { name: demoCustomers[0].name, email: demoCustomers[0].email },
} as const;
export type Person = keyof typeof people;

const timezone = 'America/New_York';

/** Accounts of an administrator, a member of staff and a customer, all with the same password. */
export async function addPeople({ signIn }: Pick<TestServer, 'signIn'>): Promise<void> {
  for (const role of ['admin', 'staff'] as const) {
    await signIn.createAccount({ ...people[role], id: randomUUID(), password: PASSWORD, role });
  }
  await seedDemoAccounts({ signIn, customers: [demoCustomers[0]], password: PASSWORD });
}

/**
 * A month of the demonstration's business: its mail, read and for the most part dealt with, its
 * bookings, and what visitors asked the front desk today.
 */
export async function fillConsole(
  server: TestServer,
  { clock, questions = [] }: { clock: () => Date; questions?: readonly string[][] },
): Promise<void> {
  const { database, operations, databaseUrl } = server;
  if (operations === undefined) throw new Error('a server without a back office takes no mail');
  const { signal } = new AbortController();
  await seedDemo({ database, clock, timezone });
  await seedDemoMail({ database, accept: operations.accept, clock, timezone, signal });
  const listener = createListener({ url: databaseUrl, log: pino({ level: 'silent' }) });
  try {
    await ageDemo({ database, listener, clock, timezone, signal });
  } finally {
    await listener.close();
  }
  for (const thread of questions) {
    let threadId: string | undefined;
    for (const message of thread) threadId = await askFrontDesk(server, { message, threadId });
  }
  await until(async () => {
    const { rows } = await database.pool.query(
      `select 1 from executions where status in ('pending', 'running') limit 1`,
    );
    return rows.length === 0;
  });
}

/** A whole turn at the front desk; resolves to its thread once it is answered. */
export async function askFrontDesk(
  { url }: Pick<TestServer, 'url'>,
  question: { message: string; threadId?: string | undefined; headers?: Record<string, string> },
): Promise<string> {
  const { message, threadId, headers } = question;
  const response = await fetch(`${url}/api/assistant/chat/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message, thread_id: threadId }),
  });
  const text = await response.text();
  if (!/^event: done$/m.test(text)) throw new Error(`${response.status} ${text}`);
  return response.headers.get('x-thread-id') ?? '';
}

/** What this machine took for each agent is different each time; it is so long from here on. */
export async function fixWhatIsMeasured({ database: { pool } }: Pick<TestServer, 'database'>) {
  await pool.query(
    `update agent_outputs set execution_time_ms = case agent
       when 'triage' then 14 when 'vision' then 182 when 'deadline' then 26 when 'task' then 31
       else 22 end`,
  );
  await pool.query(
    `update executions set started_at = accepted_at + interval '40 ms',
       completed_at = accepted_at + interval '40 ms' + coalesce((
         select max(execution_time_ms) filter (where agent = 'triage')
           + max(execution_time_ms) filter (where agent not in ('triage', 'context'))
           + max(execution_time_ms) filter (where agent = 'context')
         from agent_outputs where execution_id = executions.id
       ), 120) * interval '1 ms'
     where status in ('completed', 'failed')`,
  );
  await pool.query('select rebuild_statistics()');
}
