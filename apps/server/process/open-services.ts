import { budgetWarnings } from '../budget/budget-warnings.ts';
import { createDailyBudget } from '../budget/create-daily-budget.ts';
import type { DailyBudget, ModelUser } from '../budget/daily-budget.ts';
import { createModelFailures, type ModelFailures } from '../budget/model-failures.ts';
import { withDailyBudget } from '../budget/with-daily-budget.ts';
import { createLanguageModels, type LanguageModels } from '../language-models.ts';
import { createMetrics, type Metrics } from '../metrics/create-metrics.ts';
import { createOperations, type Operations } from '../operations/operations.ts';
import { connectRedis } from '../platform/connect-redis.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { createListener, type Listener } from '../platform/listener.ts';
import { migrate } from '../platform/migrate.ts';
import type { Redis } from '../platform/redis.ts';
import { checkDatabase } from './check-database.ts';
import { prepareDataFolder } from './data-folder.ts';
import { operationsSettings } from './operations-settings.ts';
import { smtpAddressOf } from './port.ts';
import type { Closers, StartOptions } from './start-options.ts';

const MIGRATION_TIMEOUT_MS = 3_600_000;

/** What every kind of process needs: a migrated database and what works on it. */
export interface Services {
  database: Database;
  listener: Listener;
  /** Behind the budget. */
  languageModels: LanguageModels;
  redis: Redis | undefined;
  budget: DailyBudget;
  modelFailures: ModelFailures;
  metrics: Metrics;
  /** Not started. */
  operations: Operations;
}

/** Throws `StartError`, `EmbeddedPostgresError` and `MigrationError` for the operator. */
export async function openServices(
  options: StartOptions & { concurrency: number },
  closers: Closers,
): Promise<Services> {
  const { config, log, clock, signal, concurrency } = options;
  await prepareDataFolder(config.dataDir);
  const url = config.databaseUrl ?? (await embeddedUrl(options, closers));
  signal.throwIfAborted();

  const database = openDatabase({ url, log });
  closers.add(() => database.close());
  await checkDatabase(database);
  await migrateOn({ ...options, url });
  signal.throwIfAborted();

  const ownsDatabase = !(await hasOtherProcess(database));
  const listener = createListener({ url, log });
  closers.add(() => listener.close());
  const redis =
    config.redisUrl === undefined ? undefined : await connectRedis({ url: config.redisUrl, log });
  closers.add(async () => redis?.close());
  const metrics = createMetrics();
  const budget = createDailyBudget({
    database,
    limitUsd: config.dailyBudgetUsd,
    timezone: config.businessTimeZone,
    clock,
    log,
  });
  closers.add(() => budget.close());
  await budget.ready();
  const { models, warnings } = createLanguageModels({ config, now: clock(), log });
  const modelFailures = createModelFailures(clock);
  const observer = {
    onModelCall: metrics.onModelCall,
    onModelFailure: (failure: Parameters<Metrics['onModelFailure']>[0]) => {
      metrics.onModelFailure(failure);
      modelFailures.onModelFailure(failure);
    },
  };
  const forDesk = (desk?: ModelUser) =>
    models.map((model) =>
      withDailyBudget(model, budget, { observer, ...(desk === undefined ? {} : { desk }) }),
    );
  const languageModels = {
    models: forDesk(),
    forDesk,
    warnings: [...warnings, ...budgetWarnings({ limitUsd: budget.limitUsd, models })],
  };
  const operations = createOperations({
    database,
    listener,
    languageModels: forDesk('mail'),
    settings: operationsSettings(config),
    concurrency,
    retentionDays: config.retentionDays,
    ownsDatabase,
    smtp: smtpAddressOf(config),
    imapUrl: config.imapUrl,
    clock,
    log,
  });
  closers.add(() => operations.close());
  return { database, listener, languageModels, redis, budget, modelFailures, metrics, operations };
}

async function embeddedUrl(
  { config, log, onPostgres }: StartOptions,
  closers: Closers,
): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  closers.add(() => postgres.stop());
  onPostgres(postgres);
  return postgres.url;
}

/** On a connection of its own: a migration of large tables may take its time. */
async function migrateOn({ url, log }: StartOptions & { url: string }): Promise<void> {
  const database = openDatabase({ url, poolSize: 1, queryTimeoutMs: MIGRATION_TIMEOUT_MS, log });
  try {
    await migrate({ database, log });
  } finally {
    await database.close();
  }
}

/** Every process keeps one listening connection for as long as it runs. */
async function hasOtherProcess({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query<{ has_other: boolean }>(
    `select exists (select from pg_stat_activity
       where application_name = 'deskbell-listener' and datname = current_database()) as has_other`,
  );
  return rows[0]?.has_other ?? true;
}
