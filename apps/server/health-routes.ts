import type { FastifyInstance } from 'fastify';
import type { LanguageModels } from './language-models.ts';
import type { Operations } from './operations/operations.ts';
import type { Database } from './platform/database.ts';

const DATABASE_TIMEOUT_MS = 2_000;

export interface HealthRouteOptions {
  database: Database;
  languageModels: LanguageModels;
  operations: Operations | undefined;
  version: string;
  clock: () => Date;
}

async function isAnswering(question: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), DATABASE_TIMEOUT_MS);
  const asked = question.then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([asked, late.promise]);
  clearTimeout(timer);
  return answer;
}

/** `GET /health` for people and monitors, `GET /ready` for load balancers. */
export async function healthRoutes(
  app: FastifyInstance,
  { database, languageModels, operations, version, clock }: HealthRouteOptions,
): Promise<void> {
  app.get('/health', async (_request, reply) => {
    const [isDatabaseUp, isQueueUp] = await Promise.all([
      isAnswering(database.pool.query('select 1')),
      operations && isAnswering(operations.pipeline.counts()),
    ]);
    const [model] = languageModels.models;
    return reply
      .code(isDatabaseUp ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: isDatabaseUp ? 'healthy' : 'unhealthy',
        service: 'deskbell',
        version,
        timestamp: clock().toISOString(),
        chat_service_active: isDatabaseUp,
        model: {
          provider: model?.provider ?? 'clerk',
          name: model?.name ?? 'clerk',
          circuit: model === undefined || model.isAvailable() ? 'closed' : 'open',
        },
        database: isDatabaseUp ? 'up' : 'down',
        ...(isQueueUp === undefined ? {} : { queue: isQueueUp ? 'up' : 'down' }),
        warnings: languageModels.warnings,
      });
  });

  app.get('/ready', async (_request, reply) => {
    const isReady = await isAnswering(database.pool.query('select 1'));
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: isReady });
  });
}
