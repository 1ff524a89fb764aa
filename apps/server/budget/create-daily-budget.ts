import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { businessDay } from '../platform/business-day.ts';
import type { Database } from '../platform/database.ts';
import { retryStatement } from '../platform/retry-statement.ts';
import type { DailyBudget, ModelUser } from './daily-budget.ts';
import { createOwnUsage, type UsageRow } from './own-usage.ts';

const STORE_EVERY_MS = 1_000;
const READ_EVERY_MS = 3_000;
const NANO = 1e9;

// Totals, not increments: when the answer was lost, storing them again changes nothing.
const STORE = `
  insert into model_usage (process_id, desk, bucket, model, calls, unpriced_calls, input_tokens,
    cache_read_tokens, cache_write_tokens, output_tokens, cost_nano_usd)
  select usage.* from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::bigint[],
    $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[]) as usage
  on conflict (bucket, model, process_id) do update set
    calls = excluded.calls, unpriced_calls = excluded.unpriced_calls,
    input_tokens = excluded.input_tokens, cache_read_tokens = excluded.cache_read_tokens,
    cache_write_tokens = excluded.cache_write_tokens, output_tokens = excluded.output_tokens,
    cost_nano_usd = excluded.cost_nano_usd`;

/** What the other processes of this service, and earlier ones, have stored. */
const READ_OTHERS = `
  select coalesce(sum(cost_nano_usd), 0)::bigint as cost from model_usage
  where bucket >= $1 and process_id <> all($2::uuid[])`;

/**
 * Counts what this process calls in memory and the rest from the database, so nothing counts twice.
 * While the database is away numbers are kept, and stored once it is back. A bucket is a quarter of
 * an hour, where every time zone's midnight is.
 */
export function createDailyBudget(options: {
  database: Pick<Database, 'pool'>;
  limitUsd: number | undefined;
  timezone: string;
  clock: () => Date;
  log: Logger;
}): DailyBudget {
  const { database, limitUsd, timezone, clock, log } = options;
  /** One for each desk, so that their rows are told apart. */
  const processIds = new Map<ModelUser | undefined, string>();
  const own = createOwnUsage();
  let day = businessDay(clock(), timezone);
  let ownToday = 0;
  let othersToday = 0;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let hasCallsToday = false;
  let isFailing = false;
  let working: Promise<void> | undefined;

  function enterDay(): void {
    const now = clock();
    if (now >= day.startsAt && now < day.endsAt) return;
    day = businessDay(now, timezone);
    own.forgetBefore(day.startsAt);
    ownToday = own.costSince(day.startsAt);
    othersToday = 0;
    readAtMs = Number.NEGATIVE_INFINITY;
    hasCallsToday = false;
  }

  function spentNanoUsd(): number {
    enterDay();
    return ownToday + othersToday;
  }

  function processIdOf(desk: ModelUser | undefined): string {
    const id = processIds.get(desk) ?? randomUUID();
    processIds.set(desk, id);
    return id;
  }

  async function store(): Promise<void> {
    const rows = own.unstored();
    if (rows.length === 0) return;
    const ids = rows.map(({ desk }) => processIdOf(desk));
    await database.pool.query({
      name: 'store-usage',
      text: STORE,
      values: [ids, ...columnsOf(rows)],
    });
    own.markStored(rows);
  }

  async function readOthers(): Promise<void> {
    enterDay();
    const { startsAt } = day;
    const isWanted = limitUsd !== undefined || hasCallsToday;
    if (!isWanted || performance.now() - readAtMs < READ_EVERY_MS) return;
    const { rows } = await database.pool.query<{ cost: number }>({
      name: 'read-usage',
      text: READ_OTHERS,
      values: [startsAt, [...processIds.values()]],
    });
    if (day.startsAt !== startsAt) return;
    othersToday = rows[0]?.cost ?? 0;
    readAtMs = performance.now();
  }

  async function work(): Promise<void> {
    try {
      await store();
      await readOthers();
      isFailing = false;
    } catch (err) {
      if (!isFailing) {
        log.warn({ err }, 'What language models cost could not be stored or read; trying again');
      }
      isFailing = true;
    }
  }

  function workOnce(): Promise<void> {
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  }

  const timer = setInterval(workOnce, STORE_EVERY_MS).unref();
  const firstRead = workOnce();
  let closing: Promise<void> | undefined;

  return {
    limitUsd,
    isSpent: () => limitUsd !== undefined && spentNanoUsd() >= limitUsd * NANO,
    spentTodayUsd: () => spentNanoUsd() / NANO,
    record: (call) => {
      const spentBefore = spentNanoUsd();
      own.add(call, clock());
      ownToday = own.costSince(day.startsAt);
      hasCallsToday = true;
      const limit = (limitUsd ?? Number.POSITIVE_INFINITY) * NANO;
      if (spentBefore < limit && spentNanoUsd() >= limit) {
        log.warn({ limitUsd }, 'The daily budget for language models is spent');
      }
    },
    ready: () => firstRead,
    close: () => {
      closing ??= (async () => {
        clearInterval(timer);
        await working;
        await retryStatement(store).catch((err: unknown) => {
          log.warn({ err }, 'The last calls to language models could not be stored');
        });
      })();
      return closing;
    },
  };
}

function columnsOf(rows: readonly UsageRow[]): unknown[][] {
  return [
    rows.map(({ desk }) => desk ?? null),
    rows.map(({ bucket }) => bucket),
    rows.map(({ model }) => model),
    rows.map(({ calls }) => calls),
    rows.map(({ unpricedCalls }) => unpricedCalls),
    rows.map(({ inputTokens }) => inputTokens),
    rows.map(({ cacheReadTokens }) => cacheReadTokens),
    rows.map(({ cacheWriteTokens }) => cacheWriteTokens),
    rows.map(({ outputTokens }) => outputTokens),
    rows.map(({ costNanoUsd }) => costNanoUsd),
  ];
}
