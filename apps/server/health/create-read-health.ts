import type { DailyBudget } from '../budget/daily-budget.ts';
import type { LanguageModels } from '../language-models.ts';
import type { Operations } from '../operations/operations.ts';
import type { Database } from '../platform/database.ts';
import type { Redis } from '../platform/redis.ts';
import type { Health, ReadHealth } from './health.ts';
import { isAnswering } from './is-answering.ts';

export interface HealthOptions {
  database: Pick<Database, 'pool'>;
  languageModels: LanguageModels;
  /** Undefined: no back office. */
  operations: { pipeline: Pick<Operations['pipeline'], 'check'> } | undefined;
  /** Undefined: none is configured. */
  redis: Redis | undefined;
  /** Undefined: nothing is counted. */
  budget: DailyBudget | undefined;
}

/**
 * Asks all parts side by side, each for two seconds at most. Whoever asks meanwhile gets the same
 * answer, so that many who ask while a part hangs do not make it worse: anybody may ask.
 */
export function createReadHealth(options: HealthOptions): ReadHealth {
  let reading: Promise<Health> | undefined;
  return () => {
    reading ??= readHealth(options).finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

async function readHealth({
  database,
  languageModels,
  operations,
  redis,
  budget,
}: HealthOptions): Promise<Health> {
  const [isDatabaseUp, isQueueUp, isRedisUp] = await Promise.all([
    isAnswering(database.pool.query('select 1')),
    operations && isAnswering(operations.pipeline.check()),
    redis && isAnswering(redis.ask((client) => client.ping())),
  ]);
  const isSpent = budget?.isSpent() ?? false;
  return {
    status: isDatabaseUp ? 'healthy' : 'unhealthy',
    database: upOrDown(isDatabaseUp),
    queue: isQueueUp === undefined ? undefined : upOrDown(isQueueUp),
    redis: isRedisUp === undefined ? 'off' : upOrDown(isRedisUp),
    model: modelHealth(languageModels, isSpent),
    budget:
      budget?.limitUsd === undefined
        ? undefined
        : { spentUsd: budget.spentTodayUsd(), limitUsd: budget.limitUsd },
    warnings: [
      ...languageModels.warnings,
      ...(isSpent
        ? [
            "Today's budget for language models is spent: until midnight the clerk answers and rules read the mail.",
          ]
        : []),
      ...(isRedisUp === false
        ? ['Redis does not answer: each process keeps its own limits and caches.']
        : []),
    ],
  };
}

const upOrDown = (isUp: boolean): 'up' | 'down' => (isUp ? 'up' : 'down');

/** A model that only the budget keeps from answering has a closed circuit. */
function modelHealth({ models }: LanguageModels, isSpent: boolean): Health['model'] {
  const [model] = models;
  if (model === undefined) return { provider: 'clerk', name: 'clerk', circuit: 'closed' };
  const isOpen = !isSpent && !model.isAvailable();
  return { provider: model.provider, name: model.name, circuit: isOpen ? 'open' : 'closed' };
}
