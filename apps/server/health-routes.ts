import type { FastifyInstance } from 'fastify';
import type { LanguageModels } from './language-models.ts';
import type { Database } from './platform/database.ts';

const DATABASE_TIMEOUT_MS = 2_000;

export interface HealthRouteOptions {
  database: Database;
  languageModels: LanguageModels;
  version: string;
  clock: () => Date;
}

async function isAnswering({ pool }: Database): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), DATABASE_TIMEOUT_MS);
  const asked = pool.query('select 1').then(
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
  { database, languageModels, version, clock }: HealthRouteOptions,
): Promise<void> {
  app.get('/health', async (_request, reply) => {
    const isDatabaseUp = await isAnswering(database);
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
        warnings: languageModels.warnings,
      });
  });

  app.get('/ready', async (_request, reply) => {
    const isReady = await isAnswering(database);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: isReady });
  });
}
