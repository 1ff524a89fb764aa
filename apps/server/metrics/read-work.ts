import type { Database } from '../platform/database.ts';

/** How much mail there is, by what became of it. */
export interface Work {
  executions: Map<string, number>;
  oldestWaitingSeconds: number;
}

// Finished ones from the counters, the others by index: the cost does not grow with the mails.
const EXECUTIONS = `
  select statuses.status, coalesce(finished.count, open.count, 0)::bigint as count,
    case when statuses.status = 'pending' then (
      select min(accepted_at) from executions where status = 'pending'
    ) end as oldest
  from unnest(array['pending', 'running', 'completed', 'failed', 'cancelled']) as statuses (status)
  left join (
    select key as status, sum(count) as count from statistic_counts
    where name = 'execution' and grain = 'day' group by key
  ) as finished using (status)
  left join (
    select status, count(*) from executions where status in ('pending', 'running') group by status
  ) as open using (status)`;

export async function readWork({
  database,
  now,
}: {
  database: Pick<Database, 'pool'>;
  now: Date;
}): Promise<Work> {
  const { rows } = await database.pool.query<{
    status: string;
    count: number;
    oldest: Date | null;
  }>({ name: 'count-executions', text: EXECUTIONS });
  const oldest = rows.find(({ status }) => status === 'pending')?.oldest ?? now;
  return {
    executions: new Map(rows.map(({ status, count }) => [status, count])),
    oldestWaitingSeconds: Math.max(0, (now.getTime() - oldest.getTime()) / 1000),
  };
}
