import type { SystemReport } from '@deskbell/protocol';
import type { DailyBudget } from '../../budget/daily-budget.ts';
import type { ModelFailures } from '../../budget/model-failures.ts';
import type { ReadHealth } from '../../health/health.ts';
import { healthWarnings } from '../../health/health-warnings.ts';
import type { LanguageModels } from '../../language-models.ts';
import type { Operations } from '../../operations/operations.ts';
import type { OperationsSettings } from '../../operations/settings.ts';
import type { Database } from '../../platform/database.ts';
import { inTime } from '../../platform/in-time.ts';
import type { EventLoopWatch } from './event-loop-watch.ts';
import { measureLatency, readDatabaseFigures } from './read-database.ts';
import { countDeadLetters, readOutbox, readQueueFigures, readUsage } from './read-work-figures.ts';

const PART_TIMEOUT_MS = 2_000;
/** However many look: everything is asked once in so long. */
const KEPT_MS = 2_000;

export interface SystemReportOptions {
  database: Pick<Database, 'pool'>;
  readHealth: ReadHealth;
  languageModels: Pick<LanguageModels, 'models'>;
  operations: Pick<Operations, 'doors'> & { settings: Pick<OperationsSettings, 'notifications'> };
  /** Undefined: nothing is counted. */
  budget: DailyBudget | undefined;
  /** Undefined: not known. */
  modelFailures: ModelFailures | undefined;
  eventLoop: Pick<EventLoopWatch, 'read'>;
  /** Of the business; an IANA name. */
  timezone: string;
  version: string;
  clock: () => Date;
}

/**
 * How the parts of the service are. Each is asked by itself and has two seconds; one that does not
 * answer is null. Never rejects. Whoever asks within two seconds gets the same answer.
 */
export function createReadSystemReport(options: SystemReportOptions): () => Promise<SystemReport> {
  let reading: Promise<SystemReport> | undefined;
  let readAtMs = Number.NEGATIVE_INFINITY;
  return () => {
    if (reading === undefined || performance.now() - readAtMs > KEPT_MS) {
      readAtMs = performance.now();
      reading = readSystemReport(options);
    }
    return reading;
  };
}

async function readSystemReport(options: SystemReportOptions): Promise<SystemReport> {
  const { database, budget, operations, timezone, clock } = options;
  const now = clock();
  const moment = { database, timezone, now };
  const ask = <Answer>(question: Promise<Answer>) => inTime(question, PART_TIMEOUT_MS);
  const [health, figures, latencyMs, queue, deadLetters, outbox, usage] = await Promise.all([
    options.readHealth(),
    ask(readDatabaseFigures(database)),
    ask(measureLatency(database)),
    ask(readQueueFigures(moment)),
    ask(countDeadLetters(database)),
    ask(readOutbox(moment)),
    ask(readUsage(moment)),
  ]);
  const uptimeSeconds = Math.floor(process.uptime());
  const isSpent = budget?.isSpent() ?? false;
  return {
    generated_at: now.toISOString(),
    versions: {
      deskbell: options.version,
      node: process.versions.node,
      postgres: figures?.version ?? null,
    },
    process: {
      started_at: new Date(now.getTime() - uptimeSeconds * 1000).toISOString(),
      uptime_seconds: uptimeSeconds,
      memory_rss_bytes: process.memoryUsage.rss(),
      event_loop_delay_ms: options.eventLoop.read(),
    },
    database: {
      status: health.database,
      latency_ms: latencyMs,
      size_bytes: figures?.size_bytes ?? null,
      connections_used: figures?.connections_used ?? null,
      connections_max: figures?.connections_max ?? null,
      migrations_applied: figures?.migrations_applied ?? null,
    },
    queue: {
      status: health.queue ?? 'down',
      pending: queue?.pending ?? null,
      running: queue?.running ?? null,
      failed_today: queue?.failed_today ?? null,
      oldest_pending_seconds: queue?.oldest_pending_seconds ?? null,
      dead_lettered: deadLetters,
    },
    outbox:
      outbox?.map((one) => ({ ...one, is_set_up: isSetUp(one.channel, operations.settings) })) ??
      null,
    models: modelReports(options, isSpent),
    redis: health.redis,
    budget: {
      limit_usd: budget?.limitUsd ?? null,
      spent_today_usd: budget?.spentTodayUsd() ?? 0,
      is_spent: isSpent,
      currency: 'USD',
    },
    usage_today: usage,
    mail_doors: operations.doors(),
    warnings: healthWarnings(health),
  };
}

/** Customers are written to by the same server as staff. */
const isSetUp = (
  channel: 'email' | 'webhook' | 'customer_email',
  { notifications }: Pick<OperationsSettings, 'notifications'>,
): boolean => (channel === 'webhook' ? notifications.webhook : notifications.email) !== undefined;

/** A model that only the budget keeps from answering has a closed circuit. */
function modelReports(
  { languageModels, modelFailures }: SystemReportOptions,
  isSpent: boolean,
): SystemReport['models'] {
  return languageModels.models.map((model) => {
    const failure = modelFailures?.lastOf(model.name);
    return {
      provider: model.provider,
      name: model.name,
      circuit: !isSpent && !model.isAvailable() ? 'open' : 'closed',
      last_failure:
        failure === undefined ? null : { code: failure.code, at: failure.at.toISOString() },
    };
  });
}
