import type { Database } from '../../../../platform/database.ts';

/** Of the last day's notifications so many are looked through. */
const MOST_NOTIFICATIONS = 1_000;

/** How mail moves through the system. */
export interface MailFlow {
  lastMailAt: Date | null;
  /** When the execution that waits longest was accepted; null when none waits. */
  oldestPendingAt: Date | null;
  /** Of the last 24 hours: not sent, or perhaps not sent. */
  failedNotifications: number;
  uncertainNotifications: number;
}

const FLOW = `
  select
    (select accepted_at from emails order by accepted_at desc, id desc limit 1) as "lastMailAt",
    (select min(accepted_at) from executions where status = 'pending') as "oldestPendingAt",
    count(*) filter (where status = 'failed') as "failedNotifications",
    count(*) filter (where status = 'uncertain') as "uncertainNotifications"
  from (
    select status from notifications
    where created_at > $1::timestamptz - interval '24 hours'
      -- A customer may have given any address.
      and channel <> 'customer_email'
    order by created_at desc, id desc limit ${MOST_NOTIFICATIONS}
  ) as latest`;

export async function readMailFlow({ pool }: Pick<Database, 'pool'>, now: Date): Promise<MailFlow> {
  const { rows } = await pool.query<MailFlow>(FLOW, [now]);
  const [flow] = rows;
  if (flow === undefined) throw new Error('Counting returned no row.');
  return flow;
}
