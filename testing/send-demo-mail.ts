import { seedDemoMail } from '../apps/server/operations/demo/seed-demo-mail.ts';
import type { TestServer } from './start-test-server.ts';
import { until } from './until.ts';

/**
 * Sends the demonstration's mail, laid around now, to a server with a back office; resolves when all
 * of it is read. The clock has to be the server's.
 */
export async function sendDemoMail(
  { database, operations }: Pick<TestServer, 'database' | 'operations'>,
  { clock = () => new Date() }: { clock?: () => Date } = {},
): Promise<void> {
  if (operations === undefined) throw new Error('a server without a back office takes no mail');
  await seedDemoMail({
    database,
    accept: operations.accept,
    clock,
    timezone: 'America/New_York',
    signal: new AbortController().signal,
  });
  await until(async () => {
    const { rows } = await database.pool.query(
      `select 1 from executions where status in ('pending', 'running') limit 1`,
    );
    return rows.length === 0;
  });
}
