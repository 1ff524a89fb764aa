import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import '../platform/http/route-docs.ts';
import { admitStaff, type StaffGate } from '../platform/sign-in/admit-staff.ts';

/** `GET /metrics` for Prometheus, which sends an API key as its bearer token. */
export async function metricsRoutes(
  app: FastifyInstance,
  { registry, ...gate }: StaffGate & { registry: Registry },
): Promise<void> {
  admitStaff(app, gate);
  app.get(
    '/metrics',
    {
      schema: {
        summary: 'What this process counts',
        description:
          'In the text format of Prometheus. Each process counts for itself; the mail, the budget and their like are the same in all of them.',
        tags: ['operators'],
        docs: {
          answers: { 200: { description: 'The metrics.', type: 'text/plain' } },
        },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store').type(registry.contentType);
      return await registry.metrics();
    },
  );
}
