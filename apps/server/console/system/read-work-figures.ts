import type { SystemReport } from '@deskbell/protocol';
import { readWork } from '../../metrics/read-work.ts';
import { readStatistics } from '../../operations/statistics/read-statistics.ts';
import { periodWindows } from '../../operations/statistics/windows.ts';
import { businessDay } from '../../platform/business-day.ts';
import type { Database } from '../../platform/database.ts';

/** Beyond this waiting things are not counted on: the answer would take long just when it should not. */
const MOST_COUNTED = 10_000;

interface Moment {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  now: Date;
}

type Queue = Omit<SystemReport['queue'], 'status' | 'dead_lettered'>;

export async function readQueueFigures({ database, timezone, now }: Moment): Promise<Queue> {
  const { today } = periodWindows({ timezone, now });
  const [work, statistics] = await Promise.all([
    readWork({ database, now }),
    readStatistics({ database, timezone, windows: { today } }),
  ]);
  return {
    pending: work.executions.get('pending') ?? 0,
    running: work.executions.get('running') ?? 0,
    failed_today: statistics.today.executions.failed,
    oldest_pending_seconds: Math.round(work.oldestWaitingSeconds),
  };
}

/** `state < 'active'`, as pg-boss's index of waiting jobs has it. */
const DEAD_LETTERS = `
  select count(*) as count from (
    select from pgboss.job where name = 'mail-dead-letters' and state < 'active'
    limit ${MOST_COUNTED}
  ) as waiting`;

/** Rejects before the queue has made its tables. */
export async function countDeadLetters({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(DEAD_LETTERS);
  return rows[0]?.count ?? 0;
}

type OutboxChannel = Omit<NonNullable<SystemReport['outbox']>[number], 'is_set_up'>;

const OUTBOX = `
  select channels.channel,
    (select count(*) from (
       select from notifications as waiting
       where waiting.channel = channels.channel and waiting.status = 'pending'
       limit ${MOST_COUNTED}
     ) as counted) + (
     select count(*) from notifications as leaving
     where leaving.status = 'sending' and leaving.channel = channels.channel
    ) as pending,
    count(*) filter (where unsent.status = 'failed') as failed_today,
    count(*) filter (where unsent.status = 'uncertain') as uncertain_today
  from unnest(array['email', 'webhook', 'customer_email']) with ordinality
    as channels (channel, place)
  left join notifications as unsent on unsent.channel = channels.channel
    and unsent.status in ('failed', 'uncertain') and unsent.created_at >= $1
  group by channels.channel, channels.place
  order by channels.place`;

export async function readOutbox({ database, timezone, now }: Moment): Promise<OutboxChannel[]> {
  const { startsAt } = businessDay(now, timezone);
  const { rows } = await database.pool.query<OutboxChannel>(OUTBOX, [startsAt]);
  return rows;
}

type ModelUsage = NonNullable<SystemReport['usage_today']>[number];

const USAGE = `
  select coalesce(desk, 'other') as desk, model, sum(calls)::bigint as calls,
    sum(input_tokens)::bigint as input_tokens,
    sum(cache_read_tokens)::bigint as cache_read_tokens,
    sum(cache_write_tokens)::bigint as cache_write_tokens,
    sum(output_tokens)::bigint as output_tokens,
    case when sum(unpriced_calls) = 0 then sum(cost_nano_usd)::bigint end as cost_nano_usd
  from model_usage where bucket >= $1
  group by 1, model
  order by 1, model`;

export async function readUsage({ database, timezone, now }: Moment): Promise<ModelUsage[]> {
  const { startsAt } = businessDay(now, timezone);
  const { rows } = await database.pool.query<ModelUsage>(USAGE, [startsAt]);
  return rows;
}
