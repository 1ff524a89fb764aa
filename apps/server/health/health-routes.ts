import { healthSchema, readySchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/database.ts';
import { OPEN_TO_ANYONE } from '../platform/http/route-docs.ts';
import { withSchemas } from '../platform/http/with-schemas.ts';
import type { ReadHealth } from './health.ts';
import { healthWarnings } from './health-warnings.ts';
import { isAnswering } from './is-answering.ts';

export interface HealthRouteOptions {
  readHealth: ReadHealth;
  database: Pick<Database, 'pool'>;
  version: string;
  clock: () => Date;
}

/** `GET /health` for people and monitors, `GET /ready` for load balancers. */
export async function healthRoutes(
  app: FastifyInstance,
  { readHealth, database, version, clock }: HealthRouteOptions,
): Promise<void> {
  const routes = withSchemas(app);
  routes.get(
    '/health',
    {
      schema: {
        summary: 'How the parts of the service are',
        description:
          'For people and monitors. 503 only when the database does not answer; every other part may be down while the service works on.',
        tags: ['operators'],
        security: OPEN_TO_ANYONE,
        response: { 200: healthSchema, 503: healthSchema },
      },
    },
    async (_request, reply) => {
      const health = await readHealth();
      const { status, database, queue, redis, model } = health;
      const isHealthy = status === 'healthy';
      return reply
        .code(isHealthy ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({
          status,
          service: 'deskbell',
          version,
          timestamp: clock().toISOString(),
          chat_service_active: isHealthy,
          model,
          database,
          ...(queue === undefined ? {} : { queue }),
          redis,
          warnings: healthWarnings(health),
        });
    },
  );

  routes.get(
    '/ready',
    {
      schema: {
        summary: 'Whether requests can be served',
        description: 'For load balancers. 503 while the database does not answer.',
        tags: ['operators'],
        security: OPEN_TO_ANYONE,
        response: { 200: readySchema, 503: readySchema },
      },
    },
    async (_request, reply) => {
      const isReady = await isAnswering(database.pool.query('select 1'));
      return reply
        .code(isReady ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ ready: isReady });
    },
  );
}
