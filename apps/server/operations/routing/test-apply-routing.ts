import type { Transaction } from 'kysely';
import { sqlRunnerOf } from '../pipeline/sql-runner.ts';
import { runWrites } from '../pipeline/sql-write.ts';
import type { OperationsTables } from '../tables.ts';
import type { Routing } from './action.ts';
import { type ActionTarget, notifyWithin } from './execute-actions.ts';
import { routingWrites } from './routing-writes.ts';

/** What the pipeline does in a mail's last statement, by itself in a transaction. */
export async function applyRouting({
  transaction,
  ...routed
}: ActionTarget & {
  transaction: Transaction<OperationsTables>;
  routing: Routing;
}): Promise<void> {
  const { writes, channels } = routingWrites(routed);
  await runWrites(sqlRunnerOf(transaction), writes);
  await notifyWithin(transaction, channels);
}
